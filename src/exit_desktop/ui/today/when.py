"""How the page of the day says when: near days in words, what is left of a time in words."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts

_DAYS, _WEEKS = 14, 60


def day_words(on: date, today: date, t: Texts) -> str:
    """Return a near day as one would say it: today, tomorrow, Thursday."""
    ahead = (on - today).days
    if ahead in (0, 1):
        return t("Tomorrow") if ahead else t("Today")
    name = t.date(on, "name")
    return name[:1].upper() + name[1:]


def moment_words(on: date, at: time | None, today: date, t: Texts) -> str:
    """Return a near day with its time of day if it has one."""
    day = day_words(on, today, t)
    return t("{day} {time}", day=day, time=t.time(at)) if at else day


def ahead_words(on: date, today: date, t: Texts) -> str:
    """Return how far ahead a day is, with its date."""
    days, day = (on - today).days, t.date(on, "short")
    if days <= 0:
        return t("today")
    if days == 1:
        return t("tomorrow")
    return t.plural("in {count} day, {date}", "in {count} days, {date}", days, date=day)


def planned_words(on: date, today: date, t: Texts) -> str:
    """Return when something was planned for, without blame."""
    return t("today") if on == today else t("planned {date}", date=t.date(on, "short"))


def left_words(until: date | None, today: date, t: Texts) -> str:
    """Return how long something may still be done; empty where nothing ends it."""
    if until is None:
        return ""
    days = (until - today).days
    if days <= 0:
        return t("today is the last day")
    if days < _DAYS:
        return t.plural("{count} day left", "{count} days left", days)
    if days < _WEEKS:
        return t.plural("{count} week left", "{count} weeks left", days // 7)
    return t.plural("{count} month left", "{count} months left", days // 30)
