"""Lines that could tell a stranger what the programme is are found before a paper is printed."""

from dataclasses import replace
from unicodedata import normalize

import pytest

from exit_desktop.domain.courses import Course
from exit_desktop.domain.plans import Activity, ActivityStatus, Doer
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.services.giveaway import find_giveaways, read_words, save_words, shipped_words
from exit_desktop.services.name_guard import Finding, guard_words
from exit_desktop.services.paper_lines import ALIAS, CONTACT, lines_to_look_at, plan_lines
from exit_desktop.services.papers import giveaways
from exit_desktop.services.plans import put_activity, write_wish
from exit_desktop.services.service_list import add_service
from exit_desktop.services.vaults import WorkerDetails, save_worker
from support.courses import make_course, make_plan, uid
from support.vault_making import WORKER

WISH = uid(703)


@pytest.fixture
def course(desk: Desk) -> Course:
    """A course with an ordinary plan."""
    return commit_course(desk, None, replace(make_course(), plans=(make_plan(),)), "citizen")


@pytest.mark.parametrize(
    "text",
    [
        "Jeg vil stoppe med prostitution",
        "Ingen KUNDER mere",
        "ud af gadeprostitutionen",
        "telefonsex",
        "Jeg sælger mig selv",
        "stop på klinikken",
        normalize("NFD", "trækker på gaden"),
        "sugar  daddy",
        "no more clients",
    ],
)
def test_words_that_tell_are_found(text: str) -> None:
    assert find_giveaways([("x", text)], shipped_words())


@pytest.mark.parametrize(
    "text", ["Ringe til SKAT om afdrag", "Sove uden at tænke på regninger", "Det trækker ud", "Sortere 60 mapper", ""]
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert not find_giveaways([("x", text)], shipped_words())


def test_an_ordinary_plan_has_no_line_to_look_at(desk: Desk, course: Course) -> None:
    assert lines_to_look_at(desk, course) == ()


def test_a_wish_that_tells_is_listed_with_its_word(desk: Desk, course: Course) -> None:
    (line,) = lines_to_look_at(desk, write_wish(desk, course, WISH, "Ingen kunder mere"))
    assert (line.place, line.words) == (WISH, ("kunder",))


@pytest.mark.parametrize(
    "activity",
    [
        Activity(uid(9), "Farvel til kunder", status=ActivityStatus.DROPPED),
        Activity(uid(9), "Kaffe", Doer.CITIZEN, actor="escort"),
    ],
)
def test_what_is_not_printed_is_not_listed(desk: Desk, course: Course, activity: Activity) -> None:
    assert giveaways(desk, put_activity(desk, course, WISH, activity)) == ()


def test_the_service_is_listed_by_its_paper_name_only(desk: Desk, course: Course) -> None:
    hidden, told = add_service(desk, "Reden", "værested"), add_service(desk, "X", "værested", "Reden")
    quiet = put_activity(desk, course, WISH, Activity(uid(9), "Kaffe", service=hidden.id))
    assert giveaways(desk, quiet) == ()
    loud = put_activity(desk, quiet, WISH, Activity(uid(10), "Kaffe", service=told.id))
    assert [line.text for line in giveaways(desk, loud)] == ["Reden"]


def test_the_workers_own_line_is_looked_at_too(desk: Desk, course: Course) -> None:
    save_worker(desk.vault, WorkerDetails("K7", "Odense", 2220, "Reden, 12 34 56 78", WORKER.role))
    (line,) = lines_to_look_at(desk, course)
    assert (line.place, line.findings) == (CONTACT, ())


def test_the_alias_is_a_line_only_when_it_is_printed(desk: Desk, course: Course) -> None:
    assert ALIAS not in dict(plan_lines(desk, course))
    assert dict(plan_lines(desk, course, with_alias=True))[ALIAS] == "Mågen"


def test_a_guarded_name_is_shown_before_print(desk: Desk, course: Course) -> None:
    guard_words(desk, "Svetlana")
    (line,) = lines_to_look_at(desk, write_wish(desk, course, WISH, "Svetlanas egen bolig"))
    assert (line.words, line.findings) == ((), (Finding.GUARDED_WORD,))


def test_the_list_can_be_changed_and_emptied(desk: Desk, course: Course) -> None:
    save_words(desk, ["# mine", "SKAT", "*"])
    assert read_words(desk) == ("skat",)
    assert [line.words for line in giveaways(desk, course)] == [("SKAT",)]
    save_words(desk, [])
    assert giveaways(desk, course) == ()


def test_a_line_does_not_show_its_words_in_a_log(desk: Desk, course: Course) -> None:
    (line,) = lines_to_look_at(desk, write_wish(desk, course, WISH, "Ingen kunder mere"))
    assert "kunder" not in repr(line)
