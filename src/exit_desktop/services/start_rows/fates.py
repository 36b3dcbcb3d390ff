"""What becomes of each row of a file, and why; the words are put together where they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from exit_desktop.instruments.definition import Wording
from exit_desktop.system.language import mark

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts


class FileKind(StrEnum):
    """What the lines of a file are about."""

    COURSES = "courses"
    READINGS = "readings"


class Fate(StrEnum):
    """Whether a row comes in, comes in with something to know, or stays out."""

    IN = "in"
    BUT = "but"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Why:
    """One reason: an English clause for the catalogue and what fills it."""

    clause: str
    values: Mapping[str, object] = field(default_factory=dict, repr=False)

    def words(self, t: Texts) -> str:
        """Return the clause in the language in force."""
        return t(self.clause, **{name: _told(value, t) for name, value in self.values.items()})


@dataclass(frozen=True, slots=True)
class RowFate:
    """A row by its number in the file (the line of column names counts), and what becomes of it."""

    kind: FileKind
    row: int
    alias: str = field(repr=False)
    fate: Fate
    why: tuple[Why, ...] = field(default=(), repr=False)

    def words(self, t: Texts) -> str:
        """Return the fate as one sentence."""
        why = "; ".join(one.words(t) for one in self.why)
        if self.fate is Fate.OUT:
            return t("Stays out: {why}.", why=why)
        return t("Comes in, but {why}.", why=why) if self.fate is Fate.BUT else t("Comes in.")


class StaysOut(Exception):
    """The row cannot come in, for this reason."""

    def __init__(self, clause: str, **values: object) -> None:
        super().__init__()
        self.why = Why(clause, values)


def settle(kind: FileKind, row: int, alias: str, buts: tuple[Why, ...]) -> RowFate:
    """Return the fate of a row that comes in."""
    return RowFate(kind, row, alias, Fate.BUT if buts else Fate.IN, buts)


UNREAD = mark("“{column}” is not read, as it may tell who it is")


def _told(value: object, t: Texts) -> object:
    if isinstance(value, date):
        return t.date(value)
    if isinstance(value, Wording):
        return value.of(t.language)
    return t(value) if isinstance(value, str) and value in _KNOWN else value


# Words of the program among the values.
_KNOWN = frozenset({mark("phase 2"), mark("phase 3")})
