"""One answer to one question, by the citizen or the worker, with the trace of what it said before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

Value = tuple[str, ...] | int | str | bool | None
"""Single choice: option key. Multiple: keys in the definition's order. Yes/no: bool. Number, scale: int. Text: str."""


class Respondent(StrEnum):
    """Whose answer it is; outcomes count the citizen's."""

    CITIZEN = "citizen"
    WORKER = "worker"


class AnswerState(StrEnum):
    """Answered, or one of four ways in which an answer is missing; none of them is zero."""

    ANSWERED = "answered"
    NOT_ASKED = "not_asked"
    WONT_SAY = "wont_say"
    DONT_KNOW = "dont_know"
    NOT_RELEVANT = "not_relevant"


class AnswerSource(StrEnum):
    """Typed by hand, or a value the program worked out that was confirmed or changed."""

    TYPED = "typed"
    CONFIRMED = "confirmed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """What an answer said until it was corrected, and why."""

    value: Value
    state: AnswerState
    until: date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One row: a question of one version of an instrument, answered by one respondent."""

    instrument: str
    version: int
    question: str
    respondent: Respondent = Respondent.CITIZEN
    state: AnswerState = AnswerState.ANSWERED
    value: Value = None
    source: AnswerSource = AnswerSource.TYPED
    computed: Value = None
    earlier: tuple[EarlierAnswer, ...] = ()
    note: str = ""

    @property
    def has_value(self) -> bool:
        """Whether it counts in a denominator."""
        return self.state is AnswerState.ANSWERED


def correct_answer(answer: Answer, value: Value, state: AnswerState, on: date, reason: str) -> Answer:
    """Return `answer` saying something else from `on`; what it said is kept with the reason. No change, no trace."""
    new = value if state is AnswerState.ANSWERED else None
    if same_value(new, answer.value) and state is answer.state:
        return answer
    before = EarlierAnswer(answer.value, answer.state, on, reason)
    source = source_of(new, answer.computed)
    return replace(answer, value=new, state=state, source=source, earlier=(*answer.earlier, before))


def source_of(value: Value, computed: Value) -> AnswerSource:
    """Tell where a value comes from: typed when nothing was computed, else confirmed or changed."""
    if computed is None:
        return AnswerSource.TYPED
    return AnswerSource.CONFIRMED if same_value(value, computed) else AnswerSource.CHANGED


def same_value(one: Value, other: Value) -> bool:
    """Compare two values without taking 1 for yes."""
    return type(one) is type(other) and one == other
