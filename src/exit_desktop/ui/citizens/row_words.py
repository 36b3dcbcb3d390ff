"""What a line of the list says: where in the course, what is next, and all of it for a screen reader."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from exit_desktop.domain.calendar import CourseState
from exit_desktop.services.courses import CourseRow
from exit_desktop.services.labels import PHASES
from exit_desktop.system.language import Texts
from exit_desktop.ui.when_words import DueWords, due_words, seen_words, under_way_words


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def parts_of(row: CourseRow, t: Texts, today: date) -> tuple[str, ...]:
    """Return where the course stands, part by part."""
    if row.state is CourseState.CLOSED:
        return (t("Closed {date}", date=t.date(row.ended_on or today, "day")),)
    seen = seen_words(t, row.last_contact_on, today)
    if row.state is CourseState.ORIENTATION:
        return t("Orientation"), t.plural("{count} talk", "{count} talks", row.talks), seen
    if row.state is CourseState.PAUSED:
        return t(PHASES[row.phase]), t("pause"), seen
    return t(PHASES[row.phase]), _day(row, t, today), seen


def _day(row: CourseRow, t: Texts, today: date) -> str:
    if row.start_on is None or row.start_on > today:
        return t("starts {date}", date=t.date(row.start_on or today, "day"))
    return t("day {day}", day=(today - row.start_on).days + 1)


def second_line(row: CourseRow, t: Texts, today: date, fits: Callable[[str], bool] = lambda _words: True) -> str:
    """Return where the course stands, in one line; where that does not fit, without what stands in the middle."""
    parts = parts_of(row, t, today)
    while len(parts) > 2 and not fits(" · ".join(parts)):
        parts = (parts[0], *parts[2:])
    return " · ".join(parts)


def third_line(row: CourseRow, t: Texts, today: date) -> DueWords:
    """Return what is next; empty if nothing is."""
    if row.due_kind is None or row.due_on is None:
        return DueWords("", wants=False)
    if row.begun_on is not None:
        return under_way_words(t, row.due_kind, row.begun_on, wants=row.due_on <= today)
    return due_words(t, row.due_kind, row.due_on, today)


def spoken(row: CourseRow, t: Texts, today: date) -> str:
    """Return the whole line as a screen reader says it."""
    name = t("{alias}, anonymous", alias=row.alias) if row.anonymous else row.alias
    where = _ended(f"{name}: {', '.join(parts_of(row, t, today))}")
    due = third_line(row, t, today).text
    return f"{where} {_ended(_capital(due))}" if due else where


def _ended(sentence: str) -> str:
    # A short month ends in a full stop already, and a question in its own mark.
    return sentence if sentence.endswith((".", "?")) else f"{sentence}."
