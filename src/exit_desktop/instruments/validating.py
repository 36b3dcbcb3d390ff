"""Checks an answer against its question, and brings it into the one form in which it is stored."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace

from exit_desktop.domain.answers import Answer, AnswerState, Value
from exit_desktop.errors import (
    AnswerEmpty,
    AnswerFault,
    AnswerNotPlain,
    AnswerNotTogether,
    AnswerOutOfRange,
    AnswerTooLong,
)
from exit_desktop.instruments.definition import Instrument, Kind, Question
from exit_desktop.instruments.positions import is_plain_text

LONGEST_NOTE = 4000


def validate(instrument: Instrument, answer: Answer) -> Answer:
    """Return `answer` as it is to be stored; raises an AnswerFault if the question cannot take it."""
    question = instrument.question(answer.question)
    if question is None or (answer.instrument, answer.version) != (instrument.id, instrument.version):
        raise AnswerFault
    if answer.respondent not in question.respondents:
        raise AnswerFault
    note = _plain(answer.note, LONGEST_NOTE)
    if answer.state is AnswerState.ANSWERED:
        return replace(answer, value=check_value(question, answer.value), note=note)
    if answer.state not in question.states or answer.value is not None:
        raise AnswerFault
    return replace(answer, note=note)


def check_value(question: Question, value: Value) -> Value:
    """Return a value as it is stored: choices in order and once each, text trimmed and NFC; raises an AnswerFault."""
    if value is None:
        raise AnswerEmpty
    return CHECKS[question.kind](question, value)


def _single(question: Question, value: Value) -> Value:
    if not isinstance(value, str) or question.option(value) is None:
        raise AnswerFault
    return value


def _multiple(question: Question, value: Value) -> Value:
    if not isinstance(value, tuple) or any(not isinstance(key, str) or question.option(key) is None for key in value):
        raise AnswerFault
    if not value:
        raise AnswerEmpty
    chosen = [option for option in question.options if option.key in value]
    if len(chosen) > 1 and any(option.none_of_these for option in chosen):
        raise AnswerNotTogether
    return tuple(option.key for option in chosen)


def _yes_no(_question: Question, value: Value) -> Value:
    if not isinstance(value, bool):
        raise AnswerFault
    return value


def _whole_number(question: Question, value: Value) -> Value:
    whole = isinstance(value, int) and not isinstance(value, bool)
    if not whole or not question.minimum <= value <= question.maximum:  # type: ignore[operator]  # an int, by `whole`
        raise AnswerOutOfRange(lowest=question.minimum, highest=question.maximum)
    return value


def _text(question: Question, value: Value) -> Value:
    if not isinstance(value, str):
        raise AnswerFault
    text = _plain(value, question.maximum)
    if not text:
        raise AnswerEmpty
    return text


def _plain(text: str, limit: int) -> str:
    if not is_plain_text(text.replace("\r", "")):
        raise AnswerNotPlain
    tidy = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").strip())
    if len(tidy) > limit:
        raise AnswerTooLong(limit=limit)
    return tidy


CHECKS: dict[Kind, Callable[[Question, Value], Value]] = {
    Kind.SINGLE: _single,
    Kind.MULTIPLE: _multiple,
    Kind.YES_NO: _yes_no,
    Kind.NUMBER: _whole_number,
    Kind.SCALE: _whole_number,
    Kind.TEXT: _text,
}
