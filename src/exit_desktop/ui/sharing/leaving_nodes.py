"""Turns what leaves into a tree that can be read: citizen, part of the course, entry, row. Built as it is opened."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from exit_desktop.domain.answers import Respondent
from exit_desktop.domain.closing import CLOSING_FORM, SERVICES_NOW
from exit_desktop.errors import InstrumentMissing
from exit_desktop.instruments.definition import Kind, Question
from exit_desktop.instruments.wording import STATE_WORDS, value_text
from exit_desktop.system.language import mark
from exit_desktop.ui.sharing.row_words import branch_name, label_of, value_of, without_numbers

if TYPE_CHECKING:
    from exit_desktop.domain.answers import Value
    from exit_desktop.instruments.catalogue import Catalogue
    from exit_desktop.system.language import Texts

Rows = Sequence[tuple[str, str]]
MakeNodes = Callable[[], "list[Node]"]

DETAILS, CALENDAR, READINGS, PLAN = mark("Details"), mark("Calendar"), mark("Readings and forms"), mark("Plan")
CONTACTS, NETWORK, HANDOVER = mark("Contacts"), mark("Network"), mark("Handover")
CONSENTS, MILESTONES, NUMBERS = mark("Consents"), mark("Milestones"), mark("Numbers that the program needs")
_SECTIONS = {
    **dict.fromkeys(("citizen", "orientation", "sharing", "anonymous", "came_through", "target_group"), DETAILS),
    **dict.fromkeys(("worker", "project", "wire_code", "retention", "not_suitable"), DETAILS),
    **dict.fromkeys(("calendar", "orientation_on", "start", "phase_months"), CALENDAR),
    **dict.fromkeys(("transitions", "replans", "pauses", "closings", "gate_reasons"), CALENDAR),
    **dict.fromkeys(("plans", "plan_adjusted"), PLAN),
    **dict.fromkeys(("handover", "services_at_end"), HANDOVER),
    "submissions": READINGS,
    "contacts": CONTACTS,
    "network": NETWORK,
    "consents": CONSENTS,
    "milestones": MILESTONES,
}
_ORDER = (DETAILS, CALENDAR, READINGS, PLAN, CONTACTS, NETWORK, HANDOVER, CONSENTS, MILESTONES, NUMBERS)
_WITH_ENTRIES = frozenset((READINGS, PLAN, CONTACTS, NETWORK, CONSENTS, MILESTONES))
# What an entry is told by, in this order.
_TELLING = ("on", "held_on", "month", "opened_on", "given_on", "role", "kind", "occasion", "state")
_MOST_TELLING = 3
_ANSWER = re.compile(r".*answers\[\d+\]")
_LAST = frozenset(("id", "series", "taker", "version", "schema", "sha256"))


@dataclass(eq=False, slots=True)
class Node:
    """A line of the tree; `rows` are the raw lines that it stands for, `make` its children when it is opened.

    `size` is how many raw lines stand beneath a whole person, 0 where that is not told.
    """

    label: str = field(repr=False)
    text: str = field(repr=False, default="")
    rows: Rows = field(repr=False, default=())
    make: MakeNodes | None = field(repr=False, default=None)
    parent: Node | None = field(repr=False, default=None)
    place: int = 0
    size: int = 0
    _children: list[Node] | None = field(repr=False, default=None)

    @property
    def opens(self) -> bool:
        """Whether there is something beneath."""
        return self.make is not None

    @property
    def children(self) -> list[Node]:
        """What stands beneath, made now if it was not yet."""
        if self._children is None:
            self._children = self.make() if self.make else []
            for place, child in enumerate(self._children):
                child.parent, child.place = self, place
        return self._children


@dataclass(frozen=True, slots=True)
class Reader:
    """Whose words the tree is in, and where the questions stand."""

    t: Texts
    catalogue: Catalogue


def section_nodes(rows: Rows, reader: Reader) -> list[Node]:
    """Return the parts of a course, each with the number of its lines."""
    parts: dict[str, list[tuple[str, str]]] = {}
    for path, value in rows:
        parts.setdefault(_SECTIONS.get(re.split(r"[.\[]", path, maxsplit=1)[0], NUMBERS), []).append((path, value))
    return [_section(name, parts[name], reader) for name in _ORDER if name in parts]


def enquiry_node(rows: Rows, reader: Reader) -> Node:
    """Return an enquiry by its month, its answers beneath."""
    month = value_of("month", dict(rows)["month"], reader.t)
    return Node(month, "", (), lambda: _inside("", rows, reader), size=len(rows))


def plain_nodes(rows: Rows, reader: Reader) -> list[Node]:
    """Return one line for each row."""
    return [_leaf(path, value, "", reader) for path, value in rows]


def _section(name: str, rows: Rows, reader: Reader) -> Node:
    t = reader.t
    count = t.plural("{count} line", "{count} lines", len(rows))
    make = (lambda: _entries(rows, reader)) if name in _WITH_ENTRIES else (lambda: plain_nodes(rows, reader))
    return Node(t(name), count, (), make)


def _entries(rows: Rows, reader: Reader) -> list[Node]:
    entries: dict[str, list[tuple[str, str]]] = {}
    for path, value in rows:
        entries.setdefault(path.split(".", 1)[0], []).append((path, value))
    return [_entry(name, own, reader) for name, own in entries.items()]


def _entry(name: str, rows: Rows, reader: Reader) -> Node:
    if len(rows) == 1 and rows[0][0] == name:
        return _leaf(name, rows[0][1], "", reader)
    told = dict(rows)
    words = [value_of(path, told[path], reader.t) for key in _TELLING if (path := f"{name}.{key}") in told]
    text = ", ".join(words[:_MOST_TELLING])
    return Node(branch_name(name, reader.t), text, (), lambda: _inside(name, rows, reader))


def _inside(name: str, rows: Rows, reader: Reader) -> list[Node]:
    """Return the rows of an entry, those that only the program needs last; an answer is one line."""
    plain: list[tuple[str, str]] = []
    last: list[tuple[str, str]] = []
    answers: dict[str, list[tuple[str, str]]] = {}
    for path, value in rows:
        if found := _ANSWER.match(path):
            answers.setdefault(found[0], []).append((path, value))
        else:
            (last if path.rpartition(".")[2] in _LAST else plain).append((path, value))
    told = dict(rows)
    return [
        *(_leaf(path, value, name, reader) for path, value in plain),
        *(_answer(prefix, own, told, reader) for prefix, own in answers.items()),
        *(_leaf(path, value, name, reader) for path, value in last),
    ]


def _answer(prefix: str, rows: Rows, told: dict[str, str], reader: Reader) -> Node:
    t = reader.t
    own = dict(rows)
    above = prefix[: prefix.rfind(".") + 1]
    instrument = own.get(f"{prefix}.instrument") or told.get(f"{above}instrument", "")
    version = own.get(f"{prefix}.version") or told.get(f"{above}version", "1")
    question = _question(instrument, version, own[f"{prefix}.question"], reader)
    label = question.label.of(t.language) if question else own[f"{prefix}.question"]
    workers_alone = question is not None and question.respondents == (Respondent.WORKER,)
    if own.get(f"{prefix}.respondent") == Respondent.WORKER and not workers_alone:
        label = t("{question} (my view)", question=label)
    text = _answer_words(prefix, own, question, t)
    return Node(label, text, rows, lambda: [_leaf(path, value, prefix, reader) for path, value in rows])


def _question(instrument: str, version: str, key: str, reader: Reader) -> Question | None:
    try:
        return reader.catalogue.get(instrument, int(version)).question(key)
    except (InstrumentMissing, ValueError):
        return None


def _answer_words(prefix: str, own: dict[str, str], question: Question | None, t: Texts) -> str:
    many = [value for path, value in own.items() if path.startswith(f"{prefix}.value[")]
    one = own.get(f"{prefix}.value")
    if one is None and not many:
        state = own.get(f"{prefix}.state", "")
        return next((t(words) for code, words in STATE_WORDS.items() if code == state), state)
    if question is None:
        return one or ", ".join(many)
    band = next((band for band in question.bands if band.key == one), None)
    return band.text.of(t.language) if band else value_text(question, _typed(question, one, many), t)


def _typed(question: Question, one: str | None, many: list[str]) -> Value:
    if one is None:
        return tuple(many)
    if question.kind in (Kind.SCALE, Kind.NUMBER) and one.lstrip("-").isdecimal():
        return int(one)
    return one == "True" if question.kind is Kind.YES_NO else one


def _leaf(path: str, value: str, within: str, reader: Reader) -> Node:
    return Node(label_of(path, within, reader.t), _leaf_words(path, value, reader), ((path, value),))


def _leaf_words(path: str, value: str, reader: Reader) -> str:
    if path.rpartition(".")[2] == "instrument":
        return _title(value, reader)
    if without_numbers(path) == "services_at_end":
        question = reader.catalogue.get(CLOSING_FORM).question(SERVICES_NOW)
        option = question.option(value) if question else None
        return option.text.of(reader.t.language) if option else value
    return value_of(path, value, reader.t)


def _title(instrument: str, reader: Reader) -> str:
    try:
        return reader.catalogue.get(instrument).title.of(reader.t.language)
    except InstrumentMissing:
        return instrument
