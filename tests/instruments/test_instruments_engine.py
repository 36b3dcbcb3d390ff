"""What is asked, what comes next, and what counts."""

import pytest

from exit_desktop.domain.answers import Answer, AnswerState, Value
from exit_desktop.domain.scoring import areas_sum, who5_raw
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.instruments.engine import (
    Progress,
    counted_answers,
    next_unanswered,
    progress,
    scored_values,
    visible_questions,
)
from exit_desktop.system.resources import resource_folder
from instruments.instrument_files import answers, small


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({}, "paid age"),
        ({"paid": False}, "paid age"),
        ({"paid": AnswerState.WONT_SAY}, "paid age"),
        ({"paid": True}, "paid why age"),
        ({"paid": True, "why": ("debt", "food")}, "paid why debt_to age"),
        ({"paid": False, "why": ("debt",)}, "paid age"),
    ],
)
def test_a_condition_decides_what_is_asked(given: dict[str, Value | AnswerState], asked: str) -> None:
    assert [q.key for q in visible_questions(small(), answers(**given))] == asked.split()


@pytest.mark.parametrize(
    ("condition", "ages"),
    [
        ("{question: age, at_least: 18}", {18, 40}),
        ("{question: age, any_of: [17, 40]}", {17, 40}),
        ("{all: [{question: age, at_least: 18}, {question: paid, is: true}]}", set()),
        ("{any: [{question: age, is: 17}, {question: age, at_least: 40}]}", {17, 40}),
    ],
)
def test_conditions_may_be_put_together(condition: str, ages: set[int]) -> None:
    extra = "\n      - {key: more, kind: yes_no, text: {da: Mere, en: More}, condition: " + condition + "}"
    instrument = small("en: Age?}", "en: Age?}" + extra)
    shown = {age for age in (17, 18, 40) if visible_questions(instrument, answers(age=age))[-1].key == "more"}
    assert shown == ages


def test_a_hidden_answer_is_not_counted() -> None:
    given = answers(paid=False, why=("debt",), age=30)
    assert list(counted_answers(small(), given)) == ["paid", "age"]


def test_a_reason_for_no_answer_counts_as_done() -> None:
    assert progress(small(), answers(paid=AnswerState.WONT_SAY)) == Progress(done=1, asked=2)


def test_next_goes_on_and_then_back_to_what_was_left() -> None:
    given = answers(paid=True, age=30)
    found = next_unanswered(small(), given, after="age")
    assert found is not None
    assert found.key == "why"
    assert next_unanswered(small(), answers(paid=False, age=30)) is None


def scored(instrument: str, value: int, *missing: str) -> dict[str, int | None]:
    definition = Catalogue(resource_folder("instruments")).get(instrument)
    rows = {
        q.key: Answer(instrument=instrument, version=1, question=q.key, value=value)
        for q in definition.questions
        if q.key not in missing
    }
    return scored_values(definition, rows)


def test_scales_are_handed_to_the_score() -> None:
    assert (areas_sum(scored("life_situation", 7).values()), who5_raw(scored("who5", 3).values())) == (70, 15)


def test_a_missing_item_is_missing_and_not_zero() -> None:
    values = scored("who5", 3, "calm")
    assert (values["calm"], who5_raw(values.values())) == (None, None)
