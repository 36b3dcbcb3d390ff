"""How list and course say when something was or will be: near days in words, what wants doing today told apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from exit_desktop.domain.due import DueKind
from exit_desktop.services.labels import DUE_KINDS
from exit_desktop.services.under_way_words import under_way_text
from exit_desktop.system.language import Texts

# In days for as long as the page of the day counts in days: two counts of one thing would be two things.
_LONG_AGO, _DAYS_UNTIL, _WEEKS_UNTIL = 60, 15, 60


@dataclass(frozen=True, slots=True)
class DueWords:
    """What is due next, in words, and whether it wants doing now."""

    text: str
    wants: bool


def seen_words(t: Texts, day: date | None, today: date) -> str:
    """Return when there last was contact with the citizen; also a phone call is one. One dated ahead is told so."""
    if day is None:
        return t("no contact yet")
    gone = (today - day).days
    if gone < 0:
        return t("contact on {date}", date=t.date(day, "short"))
    if gone == 0:
        return t("contact today")
    if gone == 1:
        return t("contact yesterday")
    if gone < _LONG_AGO:
        return t.plural("contact {count} day ago", "contact {count} days ago", gone)
    return t.plural("contact {count} month ago", "contact {count} months ago", gone // 30)


def due_words(t: Texts, kind: DueKind, on: date, today: date) -> DueWords:
    """Return what is due and when; only a day that has come wants doing, one gone by is told without blame."""
    what, ahead = t(DUE_KINDS[kind]), (on - today).days
    if ahead < 0:
        return DueWords(_gone_by(t, kind, on), wants=True)
    return DueWords(_ahead(t, what, ahead), wants=ahead == 0)


def under_way_words(t: Texts, kind: DueKind, begun_on: date, wants: bool) -> DueWords:
    """Return that what is due is under way already."""
    return DueWords(under_way_text(t, kind, begun_on), wants)


def _gone_by(t: Texts, kind: DueKind, on: date) -> str:
    what, day = t(DUE_KINDS[kind]), t.date(on, "short")
    if kind is DueKind.MEETING:
        return t("{what} {date}: how did it go?", what=what, date=day)
    return t("{what}, planned {date}", what=what, date=day)


def _ahead(t: Texts, what: str, days: int) -> str:
    if days == 0:
        return t("{what} today", what=what)
    if days == 1:
        return t("{what} tomorrow", what=what)
    if days < _DAYS_UNTIL:
        return t.plural("{what} in {count} day", "{what} in {count} days", days, what=what)
    if days < _WEEKS_UNTIL:
        return t.plural("{what} in {count} week", "{what} in {count} weeks", days // 7, what=what)
    return t.plural("{what} in {count} month", "{what} in {count} months", days // 30, what=what)
