"""What the preview of a file says: counts, lines, and the button's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.services.csv_start import Fate, FileKind
from exit_desktop.system.language import mark

if TYPE_CHECKING:
    from exit_desktop.services.csv_start import StartCounts, StartPreview
    from exit_desktop.system.language import Texts

_ROWS = {FileKind.COURSES: mark("Course, row {row}"), FileKind.READINGS: mark("Reading, row {row}")}
# What does not go by itself stands first.
_FIRST = (Fate.OUT, Fate.BUT, Fate.IN)
_COMES = (Fate.IN, Fate.BUT)


def about_words(t: Texts) -> tuple[str, str]:
    """Return what this is for, before a file is chosen."""
    return (
        t(
            "For those who come from another system. One file holds the courses under way, another one their "
            "earlier readings if you want them. First you see what becomes of each row."
        ),
        t(
            "A course needs no more than the name that the citizen chose and the day it began. Real names, CPR and "
            "phone numbers have no place here."
        ),
    )


def clear_text_words(t: Texts) -> str:
    """Return what such a file is, as long as it lies there."""
    return t(
        "The files lie on the disk in clear text, outside your vault, and the program leaves them there. "
        "Delete them yourself when the courses are here."
    )


def headers(t: Texts) -> tuple[str, str, str]:
    """Return the headings of the table."""
    return t("Row"), t("Citizen"), t("What becomes of it")


def lines(preview: StartPreview, t: Texts) -> list[tuple[str, str, str]]:
    """Return a line for each row: those that stay out first, then those with something to know."""
    ordered = sorted(preview.fates, key=lambda one: _FIRST.index(one.fate))
    return [(t(_ROWS[one.kind], row=one.row), one.alias, one.words(t)) for one in ordered]


def coming_words(preview: StartPreview, t: Texts) -> str:
    """Return how much comes in, and how much does not."""
    courses, readings = (preview.count(kind, *_COMES) for kind in FileKind)
    out = sum(preview.count(kind, Fate.OUT) for kind in FileKind)
    told = [t.plural("{count} course comes in.", "{count} courses come in.", courses)]
    if readings:
        told.append(t.plural("{count} earlier reading comes in.", "{count} earlier readings come in.", readings))
    if out:
        told.append(t.plural("{count} row stays out.", "{count} rows stay out.", out))
    return " ".join(told)


def act_words(preview: StartPreview, t: Texts) -> str:
    """Return what the button does."""
    courses, readings = (preview.count(kind, *_COMES) for kind in FileKind)
    if courses or not readings:
        return t.plural("Bring in {count} course", "Bring in {count} courses", courses)
    return t.plural("Bring in {count} reading", "Bring in {count} readings", readings)


def done_words(counts: StartCounts, t: Texts) -> str:
    """Return what came in."""
    told = [t.plural("{count} course has come in.", "{count} courses have come in.", counts.courses)]
    if counts.readings:
        told.append(
            t.plural("{count} earlier reading has come in.", "{count} earlier readings have come in.", counts.readings)
        )
    return " ".join(told)


def unread_words(preview: StartPreview, t: Texts) -> str:
    """Return the headings of which nothing is read; empty where all are known."""
    if not preview.unknown:
        return ""
    names = ", ".join(t("“{word}”", word=name) for name in preview.unknown)
    return t("These columns are not known here, and nothing of them is read: {names}.", names=names)
