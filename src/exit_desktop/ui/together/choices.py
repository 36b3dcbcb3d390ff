"""What can be chosen as the answer to a question, in the citizen's language, each with the keys that choose it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exit_desktop.domain.answers import AnswerState, Value
from exit_desktop.instruments.definition import Kind, Question
from exit_desktop.instruments.wording import type_in_keys
from exit_desktop.system.language import Texts, mark

if TYPE_CHECKING:
    from collections.abc import Iterable

# Said by the citizen, in the order in which they are offered; the first is always there.
STATES = {
    AnswerState.WONT_SAY: mark("I would rather not say"),
    AnswerState.DONT_KNOW: mark("I do not know"),
    AnswerState.NOT_RELEVANT: mark("It does not fit me"),
}


@dataclass(frozen=True, slots=True)
class LargeChoice:
    """One answer; `alone` takes every other one back, `own_words` asks for a few words more."""

    value: bool | int | str
    words: str
    keys: tuple[str, ...] = ()
    spoken: str = ""
    alone: bool = False
    own_words: bool = False


def choices_of(question: Question, t: Texts) -> tuple[LargeChoice, ...]:
    """Return the choices of a question in the definition's order; none for a number or a text."""
    if question.kind is Kind.YES_NO:
        return (LargeChoice(True, t("Yes"), ("1", "j", "y")), LargeChoice(False, t("No"), ("2", "n")))
    if question.kind is Kind.SCALE:
        return tuple(_steps(question, t))
    return tuple(_options(question, t))


def is_row(question: Question) -> bool:
    """Say whether the answers stand side by side: a scale of bare numbers."""
    return question.kind is Kind.SCALE and not question.points


def states_of(question: Question) -> tuple[AnswerState, ...]:
    """Return what can be said instead of an answer; to say nothing can always be chosen."""
    allowed = (AnswerState.WONT_SAY, *question.states)
    return tuple(state for state in STATES if state in allowed)


def chosen_in(value: Value) -> tuple[bool | int | str, ...]:
    """Return what a value is made of."""
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def is_one(choice: LargeChoice, value: bool | int | str) -> bool:
    """Say whether a choice is this value, without taking 1 for yes."""
    return type(choice.value) is type(value) and choice.value == value


def _keys(question: Question, value: bool | int | str) -> tuple[str, ...]:
    typed = type_in_keys(question)
    wanted = (value,) if question.kind is Kind.MULTIPLE else value
    return tuple(one.key for one in typed if one.state is AnswerState.ANSWERED and one.value == wanted)


def _steps(question: Question, t: Texts) -> Iterable[LargeChoice]:
    words = {point.value: point.text.of(t.language) for point in question.points}
    ends = question.anchors
    for step in question.steps():
        shown = t("{number}  {words}", number=step, words=words[step]) if step in words else str(step)
        spoken = words.get(step, "")
        if ends is not None and step in (question.minimum, question.maximum):
            spoken = (ends.lowest if step == question.minimum else ends.highest).of(t.language)
        yield LargeChoice(step, shown, _keys(question, step), spoken)


def _options(question: Question, t: Texts) -> Iterable[LargeChoice]:
    for option in question.options:
        words, keys = option.text.of(t.language), _keys(question, option.key)
        yield LargeChoice(option.key, words, keys, alone=option.none_of_these, own_words=option.own_words)
