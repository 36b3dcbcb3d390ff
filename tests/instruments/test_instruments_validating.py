"""An answer is stored in one form, or refused with a sentence of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exit_desktop.domain.answers import AnswerState, Respondent, Value
from exit_desktop.errors import (
    AnswerEmpty,
    AnswerFault,
    AnswerNotPlain,
    AnswerNotTogether,
    AnswerOutOfRange,
    AnswerTooLong,
)
from exit_desktop.instruments.validating import validate
from instruments.instrument_files import answer, small


@pytest.mark.parametrize(
    ("key", "value", "stored"),
    [
        ("paid", True, True),
        ("why", ("food", "debt", "food"), ("debt", "food")),
        ("why", ("none",), ("none",)),
        ("debt_to", "  en bank\r\n", "en bank"),
        ("debt_to", "a\u030a", "å"),
        ("age", 15, 15),
        ("age", 99, 99),
    ],
)
def test_an_answer_that_fits_is_stored(key: str, value: Value, stored: Value) -> None:
    assert validate(small(), answer(key, value)).value == stored


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        ("paid", 1, AnswerFault),
        ("paid", None, AnswerEmpty),
        ("why", (), AnswerEmpty),
        ("why", ("rent",), AnswerFault),
        ("why", ("debt", "none"), AnswerNotTogether),
        ("debt_to", "   ", AnswerEmpty),
        ("debt_to", "x" * 21, AnswerTooLong),
        ("debt_to", "a\x00b", AnswerNotPlain),
        ("age", 14, AnswerOutOfRange),
        ("age", 100, AnswerOutOfRange),
        ("age", True, AnswerOutOfRange),
        ("age", AnswerState.DONT_KNOW, AnswerFault),
        ("nothing", 1, AnswerFault),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(key: str, value: Value, fault: type[AnswerFault]) -> None:
    with pytest.raises(AnswerFault) as raised:
        validate(small(), answer(key, value))
    assert type(raised.value) is fault


def test_only_the_respondents_of_a_question_may_answer() -> None:
    with pytest.raises(AnswerFault):
        validate(small(), answer("paid", True, Respondent.WORKER))


def test_a_state_on_offer_is_stored_without_value() -> None:
    assert validate(small(), answer("paid", AnswerState.WONT_SAY)).value is None


VALUES = st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text(max_size=5)).map(tuple)


@given(key=st.sampled_from(["paid", "why", "debt_to", "age"]) | st.text(), value=VALUES | st.sampled_from(AnswerState))
def test_validating_raises_nothing_but_its_own_failure(key: str, value: Value | AnswerState) -> None:
    try:
        once = validate(small(), answer(key, value))
    except AnswerFault as fault:
        assert fault.sentence
    else:
        assert validate(small(), once) == once
