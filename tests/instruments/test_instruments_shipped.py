"""The shipped instruments hold what the evaluation asked, in both languages."""

import pytest

from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.instruments.definition import Kind, Question, Scoring
from exit_desktop.system.resources import resource_folder

AREAS = ["motivation", "self_care", "money", "network", "substance"]
AREAS += ["physical_health", "mental_health", "time_use", "housing", "offending"]


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return Catalogue(resource_folder("instruments"))


def question(catalogue: Catalogue, instrument: str, key: str) -> Question:
    found = catalogue.get(instrument).question(key)
    assert found is not None
    return found


def test_all_are_there(shipped: Catalogue) -> None:
    assert set(shipped.ids()) >= {"life_situation", "who5", "selling", "registration"}


def test_every_question_offers_reasons_for_no_answer(shipped: Catalogue) -> None:
    assert all(q.states for name in shipped.ids() for q in shipped.get(name).questions)


def test_ten_areas_from_one_to_ten_with_words_at_the_ends_only(shipped: Catalogue) -> None:
    instrument = shipped.get("life_situation")
    assert [q.key for q in instrument.questions] == AREAS
    assert {(q.kind, q.minimum, q.maximum, q.points) for q in instrument.questions} == {(Kind.SCALE, 1, 10, ())}
    assert all(q.anchors for q in instrument.questions)


def test_an_area_has_a_full_a_short_and_a_paper_label(shipped: Catalogue) -> None:
    money = question(shipped, "life_situation", "money")
    assert (money.text.da, money.label.da, money.short.da, money.paper.da) == (
        "Hvordan går det med din økonomi?",
        "Administration af økonomi",
        "Økonomi",
        "Penge",
    )


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_trade_name_stands_in_an_instrument(shipped: Catalogue, language: str) -> None:
    words = " ".join(q.text.of(language) + q.label.of(language) for q in shipped.get("life_situation").questions)
    assert "star" not in words.casefold().split()


def test_who5_is_answered_from_five_down_to_zero_in_its_own_words(shipped: Catalogue) -> None:
    calm = question(shipped, "who5", "calm")
    assert calm.text.da == "I de sidste 2 uger har jeg følt mig rolig og afslappet"
    assert [(point.value, point.text.da) for point in calm.points] == [
        (5, "Hele tiden"),
        (4, "Det meste af tiden"),
        (3, "Lidt mere end halvdelen af tiden"),
        (2, "Lidt mindre end halvdelen af tiden"),
        (1, "Lidt af tiden"),
        (0, "På intet tidspunkt"),
    ]


def test_who5_names_its_licence(shipped: Catalogue) -> None:
    who5 = shipped.get("who5")
    assert (who5.licence, who5.scoring, len(who5.questions)) == ("CC BY-NC-SA 3.0 IGO", Scoring.WHO5, 5)


@pytest.mark.parametrize(
    ("key", "options"),
    [
        ("gender", "woman man trans other undisclosed"),
        ("citizenship", "danish other"),
        ("goal", "exit better_conditions"),
        ("first_sale", "over_four_years one_to_four_years under_one_year"),
        ("last_sale", "over_two_years one_to_two_years under_one_year"),
        ("payment", "money drugs alcohol lodging food protection other none"),
    ],
)
def test_registration_offers_every_answer_of_the_evaluation(shipped: Catalogue, key: str, options: str) -> None:
    assert [option.key for option in question(shipped, "registration", key).options] == options.split()
