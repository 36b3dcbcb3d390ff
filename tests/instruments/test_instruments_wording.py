"""Answers in words, report groups, and the keys for typing in a paper."""

import pytest

from exit_desktop.domain.answers import AnswerState, Value
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.instruments.definition import Question
from exit_desktop.instruments.wording import answer_text, report_groups, type_in_keys, value_text
from exit_desktop.system.language import Texts
from exit_desktop.system.resources import resource_folder
from instruments.instrument_files import answer, small


def question(instrument: str, key: str) -> Question:
    definition = small() if instrument == "small" else Catalogue(resource_folder("instruments")).get(instrument)
    found = definition.question(key)
    assert found is not None
    return found


def keys(instrument: str, key: str) -> dict[str, Value | AnswerState]:
    typed = type_in_keys(question(instrument, key))
    return {it.key: it.value if it.state is AnswerState.ANSWERED else it.state for it in typed}


def test_zero_types_ten_on_the_star() -> None:
    typed = keys("life_situation", "money")
    assert (typed["0"], typed["1"], typed["9"], typed["-"]) == (10, 1, 9, AnswerState.WONT_SAY)


def test_zero_types_zero_on_who5() -> None:
    assert [keys("who5", "calm")[key] for key in "543210"] == [5, 4, 3, 2, 1, 0]


def test_yes_has_its_letter_in_both_languages() -> None:
    assert keys("small", "paid") == {
        "j": True,
        "y": True,
        "n": False,
        "-": AnswerState.WONT_SAY,
        ".": AnswerState.NOT_ASKED,
    }


@pytest.mark.parametrize("name", ["life_situation", "who5", "selling", "registration"])
def test_no_key_means_two_things(name: str) -> None:
    for it in Catalogue(resource_folder("instruments")).get(name).questions:
        typed = [key.key for key in type_in_keys(it)]
        assert len(typed) == len(set(typed))


def test_more_than_nine_options_go_on_with_letters() -> None:
    assert keys("selling", "motivation")["a"] == ("other",)


@pytest.mark.parametrize(
    ("instrument", "key", "value", "words"),
    [
        ("who5", "calm", 5, "5 – All of the time"),
        ("life_situation", "money", 10, "10"),
        ("small", "paid", False, "No"),
        ("small", "why", ("debt", "food"), "Debt, Food"),
        ("small", "why", ("gone",), "gone"),
        ("registration", "gender", "trans", "Trans person"),
        ("small", "debt_to", "a bank", "a bank"),
    ],
)
def test_an_answer_in_words(instrument: str, key: str, value: Value, words: str) -> None:
    assert value_text(question(instrument, key), value, Texts("en")) == words


def test_who5_in_danish() -> None:
    assert value_text(question("who5", "calm"), 5, Texts("da")) == "5 – Hele tiden"


def test_why_there_is_no_answer_in_words() -> None:
    told = answer_text(question("small", "paid"), answer("paid", AnswerState.WONT_SAY), Texts("en"))
    assert told == "Would rather not say"


@pytest.mark.parametrize(
    ("key", "value", "groups"),
    [
        ("gender", "other", ("missing",)),
        ("gender", "woman", ("woman",)),
        ("school", "none", ("grades_1_to_6",)),
        ("age", 30, ("from_18_to_30",)),
        ("age", 31, ("from_31_to_40",)),
        ("payment", ("money", "food"), ("money", "food")),
    ],
)
def test_reports_count_in_groups(key: str, value: Value, groups: tuple[str, ...]) -> None:
    assert report_groups(question("registration", key), value) == groups
