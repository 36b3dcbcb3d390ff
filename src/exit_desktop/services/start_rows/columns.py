"""The columns of the two files, each with its Danish and English heading; either is understood in either language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from exit_desktop.instruments.definition import Instrument, Kind

_BETWEEN = re.compile(r"[\s_.:*/-]+")
MOST_PAUSES = 2


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key, its headings, and what else it may be called."""

    key: str
    da: str
    en: str
    also: tuple[str, ...] = ()

    def heading(self, language: str) -> str:
        """Return the heading in a language."""
        return self.en if language == "en" else self.da

    @property
    def names(self) -> frozenset[str]:
        """Everything that the column may be called, folded."""
        return frozenset(fold(name) for name in (self.key, self.da, self.en, *self.also))


def fold(text: str) -> str:
    """Return a heading or a word as it is compared."""
    return _BETWEEN.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def _pause_columns(number: int) -> tuple[Column, ...]:
    da, en = (f"pause {number}" if number > 1 else "pause",) * 2
    key = f"pause_{number}"
    return (
        Column(f"{key}_from", f"{da} fra", f"{en} from"),
        Column(f"{key}_until", f"{da} til", f"{en} until"),
        Column(f"{key}_reason", f"{da} årsag", f"{en} reason"),
    )


ALIAS = Column("alias", "kaldenavn", "alias")
COURSE_COLUMNS = (
    ALIAS,
    Column("language", "sprog", "language"),
    Column("first_contact", "første kontakt", "first contact", ("orientering fra", "orientation from")),
    Column("start", "startdato", "start date", ("forløb fra", "course from")),
    Column("phase_months", "måneder pr fase", "months per phase", ("måneder per fase", "faselængde")),
    Column("phase_2", "fase 2 fra", "phase 2 from", ("fase 2", "phase 2")),
    Column("phase_3", "fase 3 fra", "phase 3 from", ("fase 3", "phase 3")),
    *(column for number in range(1, MOST_PAUSES + 1) for column in _pause_columns(number)),
    Column("moved_from", "plan flyttet fra", "plan moved from"),
    Column("moved_days", "plan flyttet dage", "plan moved days"),
    Column("anonymous", "anonym", "anonymous"),
    Column("sharing", "deling", "sharing"),
    Column("last_meeting", "sidste møde", "last meeting"),
    Column("next_meeting", "næste møde", "next meeting"),
    Column("next_time", "næste møde kl", "next meeting time", ("næste møde klokken",)),
)
READING_COLUMNS = (
    ALIAS,
    Column("date", "dato", "date", ("målt den", "dato for måling")),
    Column("occasion", "anledning", "occasion", ("måling",)),
    Column("made_by", "lavet af", "made by", ("hvem var med", "who was there")),
)


def scale_columns(instruments: Iterable[Instrument]) -> tuple[Column, ...]:
    """Return a column for each question that is answered with a number on a scale."""
    return tuple(
        Column(
            f"{instrument.id}/{question.key}",
            question.short.da,
            question.short.en,
            (question.key, question.label.da, question.label.en, question.paper.da, question.paper.en),
        )
        for instrument in instruments
        for question in instrument.questions
        if question.kind is Kind.SCALE
    )


def find_column(heading: str, columns: Iterable[Column]) -> Column | None:
    """Return the column that a heading names."""
    folded = fold(heading)
    return next((column for column in columns if folded in column.names), None) if folded else None
