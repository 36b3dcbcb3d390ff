"""The directory: written, searched, picked from, erased only where no plan leads to it; starters are offered once."""

from dataclasses import replace
from datetime import date

import pytest

from exit_desktop.domain.directory import AnonymousAccess, ServiceKind, wants_checking
from exit_desktop.domain.plans import FocusArea, activities_of
from exit_desktop.errors import ServiceInUse, ServiceUnnamed, TextTooLong
from exit_desktop.services.courses import register_citizen
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.services.labels import SERVICE_KINDS
from exit_desktop.services.service_files import Fate, bring_in, look_at_starters, starter_entries
from exit_desktop.services.service_list import (
    Service,
    add_service,
    find_services,
    kind_words,
    list_services,
    name_on_paper,
    remove_service,
    save_service,
)
from exit_desktop.system.language import Language, Texts
from support.courses import make_plan

DA, EN = Texts("da"), Texts("en")
WHOLE = Service(
    "",
    "Åhuset 🌿",
    "rådgivning",
    "et sted at tale",
    "Tlf. 12 34 56 78\nTorvet 1",
    "Ring før ti",
    FocusArea.NETWORK,
    "Alle",
    AnonymousAccess.YES,
    date(2028, 2, 29),
)


def test_everything_that_is_written_comes_back(desk: Desk) -> None:
    kept = save_service(desk, WHOLE)
    assert list_services(desk) == (kept,)
    assert replace(kept, id="", kind="rådgivning") == WHOLE


@pytest.mark.parametrize("words", ["rådgivning", "Advice", "  RÅDGIVNING ", "raadgivning"])
def test_a_known_kind_is_known_in_either_language(desk: Desk, words: str) -> None:
    assert add_service(desk, "Huset", words).kind == ServiceKind.ADVICE


def test_a_kind_is_printed_in_the_language_of_the_paper(desk: Desk) -> None:
    service = add_service(desk, "Huset", "rådgivning")
    assert (name_on_paper(service, DA), name_on_paper(service, EN)) == ("rådgivning", "advice")
    own = add_service(desk, "Huset", "værested for kvinder")
    assert name_on_paper(own, EN) == "værested for kvinder"
    assert name_on_paper(save_service(desk, replace(own, paper_name="Huset")), EN) == "Huset"


def test_every_kind_has_its_own_word_in_each_language() -> None:
    for language in Language:
        assert len({kind_words(kind, Texts(language)) for kind in SERVICE_KINDS}) == len(ServiceKind)


@pytest.mark.parametrize("service", [Service("", " ", "\n"), Service("", "", "")])
def test_a_service_without_name_and_kind_is_refused(desk: Desk, service: Service) -> None:
    with pytest.raises(ServiceUnnamed):
        save_service(desk, service)


@pytest.mark.parametrize("text", [{"name": "x" * 10_000}, {"note": "x" * 10_000}])
def test_ten_thousand_letters_are_refused(desk: Desk, text: dict[str, str]) -> None:
    with pytest.raises(TextTooLong):
        save_service(desk, replace(WHOLE, **text))  # type: ignore[arg-type] # both are texts
    assert list_services(desk) == ()


@pytest.mark.parametrize("asked", ["åhus", "aahus", "ÅHU rådg", "12 34", "netværk", "torvet alle", ""])
def test_every_word_of_it_finds_it(desk: Desk, asked: str) -> None:
    services = (save_service(desk, WHOLE), add_service(desk, "", "læge"))
    assert services[0] in find_services(services, asked, DA)


def test_what_is_in_none_of_its_words_finds_nothing(desk: Desk) -> None:
    assert find_services((save_service(desk, WHOLE),), "tandlæge", DA) == ()


def test_a_service_in_a_plan_stays(desk: Desk) -> None:
    service = add_service(desk, "Huset", "rådgivning")
    course = register_citizen(desk, "Mågen")
    plan = make_plan()
    (focus, wish, activity) = next(activities_of(plan))
    led = replace(wish, activities=(replace(activity, service=service.id),))
    plan = replace(plan, focuses=(replace(focus, wishes=(led,)),))
    commit_course(desk, course, replace(course, plans=(plan,)), "plan")
    with pytest.raises(ServiceInUse):
        remove_service(desk, service.id)
    assert list_services(desk) == (service,)


def test_a_service_that_nobody_uses_goes(desk: Desk) -> None:
    remove_service(desk, add_service(desk, "Huset", "").id)
    assert list_services(desk) == ()


@pytest.mark.parametrize(("on", "wanted"), [(None, False), (date(2025, 11, 23), False), (date(2025, 11, 22), True)])
def test_a_year_after_a_check_it_wants_another(on: date | None, wanted: bool) -> None:
    assert wants_checking(replace(WHOLE, checked_on=on), date(2026, 11, 23)) is wanted


def test_starters_come_in_once_and_never_over_own_words(desk: Desk) -> None:
    assert list_services(desk) == ()
    bring_in(desk, look_at_starters(desk, "da").rows)
    mine = next(one for one in list_services(desk) if one.name == "Jobcenteret")
    renamed = save_service(desk, replace(mine, name="Jobcenter Odense", note="Spørg efter Bo i skranken"))
    again = look_at_starters(desk, "en")
    assert again.count(Fate.NEW) == 0
    bring_in(desk, again.rows, change_held=True)
    assert renamed in list_services(desk)
    assert len(list_services(desk)) == len(starter_entries("da"))


def test_a_starter_that_was_erased_is_offered_again(desk: Desk) -> None:
    bring_in(desk, look_at_starters(desk, "da").rows)
    remove_service(desk, list_services(desk)[0].id)
    assert look_at_starters(desk, "da").count(Fate.NEW) == 1


def test_starters_say_the_same_in_both_languages() -> None:
    danish, english = starter_entries("da"), starter_entries("en")
    same = ("starter", "kind", "area", "anonymous", "contact_details", "checked_on")
    assert [[getattr(one, name) for name in same] for one in danish] == [
        [getattr(one, name) for name in same] for one in english
    ]
    assert len({one.starter for one in danish}) == len(danish) > 20
    assert {one.area for one in danish} == set(FocusArea)
    assert {one.kind for one in danish} <= set(ServiceKind)
