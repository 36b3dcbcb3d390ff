"""An answer in words, the group in which reports count it, and the keys that type it in from a filled-in paper."""

from __future__ import annotations

import string
from dataclasses import dataclass

from exit_desktop.domain.answers import Answer, AnswerState, Value
from exit_desktop.instruments.definition import Kind, Question
from exit_desktop.system.language import Texts, mark

STATE_WORDS = {
    AnswerState.ANSWERED: mark("Answered"),
    AnswerState.NOT_ASKED: mark("Not asked"),
    AnswerState.WONT_SAY: mark("Would rather not say"),
    AnswerState.DONT_KNOW: mark("Does not know"),
    AnswerState.NOT_RELEVANT: mark("Not relevant"),
}
STATE_KEYS = {
    AnswerState.WONT_SAY: "-",
    AnswerState.DONT_KNOW: "?",
    AnswerState.NOT_RELEVANT: "*",
    AnswerState.NOT_ASKED: ".",
}
# What a paper shows for Yes; both keys answer it in either language.
YES_KEYS = {"da": "j", "en": "y"}
NO_KEY = "n"
OPTION_KEYS = string.digits[1:] + string.ascii_lowercase


@dataclass(frozen=True, slots=True)
class TypedKey:
    """One key and what it answers. For several choices, each key turns its own option on or off."""

    key: str
    value: Value
    state: AnswerState = AnswerState.ANSWERED


def type_in_keys(question: Question) -> tuple[TypedKey, ...]:
    """Return the keys for paper typing; numbers and texts have keys only for why there is no answer."""
    states = (TypedKey(STATE_KEYS[state], None, state) for state in question.states)
    return (*_value_keys(question), *states)


def _value_keys(question: Question) -> tuple[TypedKey, ...]:
    if question.kind is Kind.YES_NO:
        return (*(TypedKey(key, True) for key in YES_KEYS.values()), TypedKey(NO_KEY, False))
    if question.kind is Kind.SCALE:
        return tuple(TypedKey(str(step)[-1], step) for step in question.steps() if 0 <= step <= 10)
    multiple = question.kind is Kind.MULTIPLE
    pairs = zip(OPTION_KEYS, question.options, strict=False)
    return tuple(TypedKey(key, (option.key,) if multiple else option.key) for key, option in pairs)


def answer_text(question: Question, answer: Answer, t: Texts) -> str:
    """Return an answer as it is shown and printed: "5 – Hele tiden", "Ja", or why there is none."""
    if not answer.has_value:
        return t(STATE_WORDS[answer.state])
    return value_text(question, answer.value, t)


def value_text(question: Question, value: Value, t: Texts) -> str:
    """Return a value in words; an option that is not in the definition shows its key."""
    if isinstance(value, bool):
        return t("Yes") if value else t("No")
    if isinstance(value, int):
        return _number_text(question, value, t)
    keys = value if isinstance(value, tuple) else (value or "",)
    if question.kind is Kind.TEXT:
        return keys[0]
    return ", ".join(_option_text(question, key, t.language) for key in keys)


def _number_text(question: Question, value: int, t: Texts) -> str:
    words = next((point.text.of(t.language) for point in question.points if point.value == value), "")
    return f"{t.number(value)} – {words}" if words else t.number(value)


def _option_text(question: Question, key: str, language: str) -> str:
    option = question.option(key)
    return option.text.of(language) if option else key


def report_groups(question: Question, value: Value) -> tuple[str, ...]:
    """Return the groups in which reports count a value, once each: option or band keys, `missing` among them."""
    if isinstance(value, int) and not isinstance(value, bool):
        return tuple(band.key for band in question.bands if band.lowest <= value <= band.highest)
    keys = value if isinstance(value, tuple) else (value,)
    options = [option for option in question.options if option.key in keys]
    return tuple(dict.fromkeys(option.reports_as or option.key for option in options))
