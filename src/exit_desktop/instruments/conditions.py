"""Reads when a question is asked: `{question: paid, is: false}`, or several such under `any:` or `all:`."""

from __future__ import annotations

from collections.abc import Mapping

from exit_desktop.errors import DefinitionMissing, DefinitionUnknownQuestion, DefinitionWrong
from exit_desktop.instruments.definition import Condition, Holds, Kind, Question, Reaches, Together
from exit_desktop.instruments.positions import Entry, check_names

TESTS = frozenset({"is", "any_of", "at_least"})
WHOLE = (Kind.NUMBER, Kind.SCALE)


def read_condition(entry: Entry, earlier: Mapping[str, Question]) -> Condition:
    """Return the condition that stands here; it may name only questions before it."""
    names = entry.mapping()
    for every, name in ((True, "all"), (False, "any")):
        if name in names:
            check_names(entry, names, frozenset({name}), frozenset())
            return Together(every, tuple(read_condition(item, earlier) for item in names[name].items()))
    return _read_test(entry, names, earlier)


def _read_test(entry: Entry, names: Mapping[str, Entry], earlier: Mapping[str, Question]) -> Condition:
    check_names(entry, names, frozenset({"question"}), TESTS)
    key = names["question"].key()
    if key not in earlier:
        names["question"].refuse(DefinitionUnknownQuestion, key)
    given = TESTS & names.keys()
    if len(given) != 1:
        entry.refuse(DefinitionMissing, "is")
    question = earlier[key]
    if "at_least" in given:
        if question.kind not in WHOLE:
            names["at_least"].refuse(DefinitionWrong, "at_least")
        return Reaches(key, names["at_least"].number())
    values = names["any_of"].items() if "any_of" in given else (names["is"],)
    return Holds(key, tuple(_read_value(value, question) for value in values))


def _read_value(entry: Entry, question: Question) -> bool | int | str:
    if question.kind is Kind.YES_NO:
        return entry.flag()
    if question.kind in WHOLE:
        return entry.number()
    if question.option(entry.key()) is None:
        entry.refuse(DefinitionWrong, entry.shown())
    return entry.key()
