"""Backups in everyday words: when, how large, why, and what one holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.services.backups import Backup, Why
from exit_desktop.system.free_space import MEGABYTE
from exit_desktop.system.language import Texts, mark

if TYPE_CHECKING:
    from datetime import date, datetime

    from exit_desktop.services.restoring import Contents

_WHY = {
    Why.BEFORE_MIGRATION: mark("before a new version of the program"),
    Why.BEFORE_KEYS: mark("before new keys"),
    Why.BEFORE_RESTORE: mark("before a restore"),
    Why.BEFORE_ERASURE: mark("before an erasure"),
}


def when_words(t: Texts, at: datetime, today: date) -> str:
    """Return a moment (UTC) as the clock on the wall has it, near days in words."""
    local = at.astimezone()
    day, clock = local.date(), t.time(local.time())
    if day == today:
        return t("today {time}", time=clock)
    if (today - day).days == 1:
        return t("yesterday {time}", time=clock)
    return t("{day} {time}", day=t.date(day), time=clock)


def size_words(t: Texts, size: int) -> str:
    """Return a size in bytes in megabytes."""
    return t("{size} MB", size=t.number(max(size / MEGABYTE, 0.1), 1))


def line_words(t: Texts, backup: Backup, today: date) -> str:
    """Return one backup of a list: when it was made, how large it is, and what is special about it."""
    parts = [when_words(t, backup.made_at, today), size_words(t, backup.size)]
    if not backup.whole:
        parts.append(t("damaged"))
    elif backup.why in _WHY:
        parts.append(t(_WHY[backup.why]))
    return " · ".join(parts)


def contents_words(t: Texts, contents: Contents, today: date) -> str:
    """Return what was found in a backup, every page of which was read."""
    return t(
        "The backup of {when} is whole: every page of it was read. It holds {citizens}, {contacts}, {readings}.",
        when=when_words(t, contents.made_at, today),
        citizens=t.plural("{count} citizen", "{count} citizens", contents.citizens),
        contacts=t.plural("{count} contact", "{count} contacts", contents.contacts),
        readings=t.plural("{count} reading or form", "{count} readings and forms", contents.readings),
    )
