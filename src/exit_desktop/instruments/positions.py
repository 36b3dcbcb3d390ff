"""A YAML file as a tree in which every entry knows its line, so that a fault can be told where it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from typing import TYPE_CHECKING, NoReturn, TypeVar

from exit_desktop.errors import (
    DefinitionDuplicate,
    DefinitionFault,
    DefinitionMissing,
    DefinitionUnknown,
    DefinitionUnreadable,
    DefinitionWrong,
)

if TYPE_CHECKING:
    from yaml import Event

Choice = TypeVar("Choice", bound=StrEnum)

LARGEST_FILE = 512 * 1024
LONGEST_TEXT = 2000
KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
WHOLE_NUMBER = re.compile(r"-?[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A scalar, a list or a mapping with the file and line (from 1) where it begins."""

    file: str
    line: int
    content: str | tuple[Entry, ...] | dict[str, Entry]

    def refuse(self, fault: type[DefinitionFault], word: str = "") -> NoReturn:
        """Raise `fault` for this place, with the word it is about."""
        raise fault(file=self.file, line=self.line, word=word[:40])

    def mapping(self) -> dict[str, Entry]:
        """Return the entries by name."""
        if not isinstance(self.content, dict):
            self.refuse(DefinitionWrong, self.shown())
        return self.content

    def items(self) -> tuple[Entry, ...]:
        """Return the entries of a list that holds something."""
        if not isinstance(self.content, tuple) or not self.content:
            self.refuse(DefinitionWrong, self.shown())
        return self.content

    def text(self) -> str:
        """Return words that may be shown and printed."""
        words = self.content.strip() if isinstance(self.content, str) else ""
        if not words or len(words) > LONGEST_TEXT or not is_plain_text(words):
            self.refuse(DefinitionWrong, self.shown())
        return words

    def key(self) -> str:
        """Return a key: small letters, digits and underscores, a letter first."""
        if not isinstance(self.content, str) or not KEY.fullmatch(self.content):
            self.refuse(DefinitionWrong, self.shown())
        return self.content

    def number(self) -> int:
        """Return a whole number of at most six digits."""
        if not isinstance(self.content, str) or not WHOLE_NUMBER.fullmatch(self.content):
            self.refuse(DefinitionWrong, self.shown())
        return int(self.content)

    def flag(self) -> bool:
        """Return true or false."""
        if self.content not in ("true", "false"):
            self.refuse(DefinitionWrong, self.shown())
        return self.content == "true"

    def one_of(self, choices: type[Choice]) -> Choice:
        """Return the member of an enum that stands here."""
        names = {str(member.value): member for member in choices}
        if not isinstance(self.content, str) or self.content not in names:
            self.refuse(DefinitionWrong, self.shown())
        return names[self.content]

    def shown(self) -> str:
        """Return what stands here, for the sentence that refuses it."""
        return self.content if isinstance(self.content, str) and is_plain_text(self.content) else "…"


def check_names(entry: Entry, entries: Mapping[str, Entry], required: frozenset[str], allowed: frozenset[str]) -> None:
    """Refuse a name that is not known here, at its own line, and a required one that is missing."""
    for name, value in entries.items():
        if name not in required and name not in allowed:
            value.refuse(DefinitionUnknown, name)
    for name in sorted(required - entries.keys()):
        entry.refuse(DefinitionMissing, name)


def is_plain_text(words: str) -> bool:
    """Tell whether words hold neither control characters (a line break is none) nor halves of characters."""
    return not any(unicodedata.category(mark) in ("Cc", "Cs") and mark not in "\n\t" for mark in words)


def read_tree(content: bytes, file: str) -> Entry:
    """Parse the bytes of a definition file; every fault is a DefinitionFault with file and line."""
    if len(content) > LARGEST_FILE:
        raise DefinitionUnreadable(file=file, line=1, word="")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise DefinitionUnreadable(file=file, line=content.count(b"\n", 0, fault.start) + 1, word="") from None
    try:
        return _read_events(text, file)
    except RecursionError:
        raise DefinitionUnreadable(file=file, line=1, word="") from None


def _read_events(text: str, file: str) -> Entry:
    import yaml  # noqa: PLC0415 - first use; nothing before the first question needs it

    # Compiled where the wheel has it, and then thirty times as fast.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        events = iter(yaml.parse(text, Loader=loader))
        read = next((_entry(event, events, file) for event in events if _begins(event)), None)
        if read is None or sum(map(_begins, events)):
            raise DefinitionUnreadable(file=file, line=1, word="")
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        raise DefinitionUnreadable(file=file, line=mark.line + 1 if mark else 1, word="") from None
    return read


def _begins(event: Event) -> bool:
    """Whether something stands here that may be read; before and after it come the ends of document and stream."""
    return event.__class__.__name__ in ("ScalarEvent", "SequenceStartEvent", "MappingStartEvent", "AliasEvent")


def _entry(event: Event, events: Iterator[Event], file: str) -> Entry:
    line = event.start_mark.line + 1 if event.start_mark else 1
    here = Entry(file, line, getattr(event, "value", ""))
    if name := getattr(event, "anchor", None):  # an anchor may be repeated without end
        here.refuse(DefinitionWrong, f"&{name}")
    kind = event.__class__.__name__
    if kind == "SequenceStartEvent":
        return Entry(file, line, tuple(_entry(one, events, file) for one in takewhile(_begins, events)))
    return _mapping(here, events) if kind == "MappingStartEvent" else here


def _mapping(here: Entry, events: Iterator[Event]) -> Entry:
    entries: dict[str, Entry] = {}
    for event in takewhile(_begins, events):
        key = _entry(event, events, here.file)
        if not isinstance(key.content, str):
            key.refuse(DefinitionWrong, key.shown())
        if key.content in entries:
            key.refuse(DefinitionDuplicate, key.shown())
        entries[key.content] = _at_line(_entry(next(events), events, here.file), key.line)
    return Entry(here.file, here.line, entries)


def _at_line(value: Entry, line: int) -> Entry:
    return Entry(value.file, line, value.content)
