"""An answer that is corrected keeps what it said; it goes through JSON unchanged."""

from datetime import date

import msgspec
import pytest

from exit_desktop.domain.answers import (
    Answer,
    AnswerSource,
    AnswerState,
    EarlierAnswer,
    Value,
    correct_answer,
)

DAY = date(2026, 11, 28)


def money(value: Value, computed: Value = None) -> Answer:
    return Answer(instrument="life_situation", version=1, question="money", value=value, computed=computed)


def test_a_correction_keeps_the_earlier_answer_and_the_reason() -> None:
    corrected = correct_answer(money(3), 5, AnswerState.ANSWERED, DAY, "misheard")
    assert (corrected.value, corrected.earlier) == (5, (EarlierAnswer(3, AnswerState.ANSWERED, DAY, "misheard"),))


def test_corrections_stand_in_order() -> None:
    first = correct_answer(money(3), 5, AnswerState.ANSWERED, DAY, "one")
    second = correct_answer(first, 6, AnswerState.ANSWERED, DAY, "two")
    assert [earlier.value for earlier in second.earlier] == [3, 5]


def test_an_answer_taken_back_has_no_value() -> None:
    taken_back = correct_answer(money(3), 3, AnswerState.WONT_SAY, DAY, "")
    assert (taken_back.value, taken_back.state, taken_back.has_value) == (None, AnswerState.WONT_SAY, False)


def test_the_same_again_leaves_no_trace() -> None:
    assert correct_answer(money(3), 3, AnswerState.ANSWERED, DAY, "") == money(3)


def test_yes_is_not_one() -> None:
    assert len(correct_answer(money(1), True, AnswerState.ANSWERED, DAY, "").earlier) == 1


@pytest.mark.parametrize(("value", "source"), [(7, AnswerSource.CONFIRMED), (8, AnswerSource.CHANGED)])
def test_a_value_that_was_worked_out_is_confirmed_or_changed(value: int, source: AnswerSource) -> None:
    assert correct_answer(money(1, computed=7), value, AnswerState.ANSWERED, DAY, "").source is source


@pytest.mark.parametrize("value", [("money", "food"), (), 5, 0, True, False, "exit", "", None])
def test_a_value_goes_through_json_unchanged(value: Value) -> None:
    answer = correct_answer(money(9), value, AnswerState.ANSWERED, DAY, "why")
    back = msgspec.json.decode(msgspec.json.encode(answer), type=Answer)
    assert (back, type(back.value)) == (answer, type(value))
