"""A small definition file for tests, and the ways to read it."""

import re

from exit_desktop.domain.answers import Answer, AnswerState, Respondent, Value
from exit_desktop.instruments.definition import Instrument
from exit_desktop.instruments.reading import read_definition

SMALL = """\
id: small
version: 1
title: {da: Lille, en: Small}
source: Test
licence: Test
attribution: Test
defaults:
  respondents: [citizen]
  states: [wont_say, not_asked]
sections:
  - key: one
    title: {da: Del, en: Part}
    questions:
      - key: paid
        kind: yes_no
        text: {da: Betalt?, en: Paid?}
      - key: why
        kind: multiple
        text: {da: Hvorfor?, en: Why?}
        condition: {question: paid, is: true}
        options:
          - {key: debt, text: {da: Gæld, en: Debt}}
          - {key: food, text: {da: Mad, en: Food}}
          - {key: none, text: {da: Ingen, en: None}, none_of_these: true}
      - key: debt_to
        kind: text
        maximum: 20
        text: {da: Til hvem?, en: To whom?}
        condition: {question: why, is: debt}
      - key: age
        kind: number
        minimum: 15
        maximum: 99
        text: {da: Alder?, en: Age?}
"""
NEW_QUESTION = """\
      - key: pets
        kind: yes_no
        text: {da: Har du kæledyr?, en: Do you have pets?}
"""


def small(old: str = "", new: str = "") -> Instrument:
    """Read the small file with one piece of text replaced."""
    return read_definition(SMALL.replace(old, new, 1).encode() if old else SMALL.encode(), "small.yaml")


def line_of(text: str, wanted: str) -> int:
    """Return the line in which `wanted` stands, from 1."""
    found = re.search(re.escape(wanted), text)
    assert found
    return text.count("\n", 0, found.start()) + 1


def answers(**values: Value | AnswerState) -> dict[str, Answer]:
    """Return answers to the small instrument."""
    return {key: answer(key, value) for key, value in values.items()}


def answer(key: str, value: Value | AnswerState, respondent: Respondent = Respondent.CITIZEN) -> Answer:
    """Return one answer, or why there is none."""
    if isinstance(value, AnswerState):
        return Answer(instrument="small", version=1, question=key, respondent=respondent, state=value)
    return Answer(instrument="small", version=1, question=key, respondent=respondent, value=value)
