"""Tells on the page that opens the vault why and since when it is locked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from exit_desktop.system.language import mark
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.widgets.labels import Label, muted
from exit_desktop.ui.widgets.panels import QuietPanel

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.theme import Theme


_ASKED = mark("Locked at {at}, because you asked for it.")
_WHY = {
    LockReason.FAULT: mark("Locked at {at}, because something in the program went wrong."),
    LockReason.SLEEP: mark("Locked at {at}, because the computer went to sleep."),
    LockReason.SCREEN: mark("Locked at {at}, because the screen was locked or went dark."),
    LockReason.USER: mark("Locked at {at}, because somebody else began to use the computer."),
    LockReason.CLOCK: mark("Locked at {at}, because the computer had slept or its clock was moved."),
    LockReason.KEYS: mark(
        "Locked at {at}, because the keys could not be renewed to the end. Open it again; "
        "if that does not work, use the recovery sheet."
    ),
    LockReason.HIDDEN: mark("Locked at {at}, because it had been hidden with F9 for half a minute."),
}


@dataclass(frozen=True, slots=True)
class Unkept:
    """Something was written that no backup holds; `last` is the local moment of the last one, None for never."""

    last: datetime | None
    today: date


@dataclass(frozen=True, slots=True)
class Locked:
    """Why and when the window was locked; `minutes` is the idle time that was set.

    `no_room`: the disk did not take an unfinished text, which waits in memory.
    """

    reason: LockReason
    at: time
    minutes: int = 5
    unkept: Unkept | None = None
    no_room: bool = False


class LockWords(QuietPanel):
    """Why it is locked, that all is saved, and what no backup holds."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._why, self._safe, self._unkept = Label(theme), muted(theme), muted(theme)
        for line in (self._why, self._safe, self._unkept):
            self.body.addWidget(line)

    def say(self, locked: Locked, t: Texts) -> None:
        """Say it in the language in force."""
        self._why.setText(_why_words(locked, t))
        self._safe.setText(_safe_words(locked, t))
        self._unkept.setText(_unkept_words(locked.unkept, t))
        self._unkept.setVisible(locked.unkept is not None)


def _why_words(locked: Locked, t: Texts) -> str:
    at = t.time(locked.at)
    if locked.reason is LockReason.IDLE:
        return t.plural(
            "Locked at {at}, because nobody had touched the keyboard or mouse for {count} minute.",
            "Locked at {at}, because nobody had touched the keyboard or mouse for {count} minutes.",
            locked.minutes,
            at=at,
        )
    why = _WHY.get(locked.reason, _ASKED)
    return t(why, at=at)


def _safe_words(locked: Locked, t: Texts) -> str:
    if locked.no_room:
        return t(
            "What you added is saved. The disk had no room for what you were in the middle of writing: it comes "
            "back when you open the vault, unless you close the program first. Make room on the disk."
        )
    return t("Everything is saved, also what you were in the middle of writing.")


def _unkept_words(unkept: Unkept | None, t: Texts) -> str:
    if unkept is None:
        return ""
    if unkept.last is None:
        return t("Not backed up yet.")
    at = t.time(unkept.last.time())
    if unkept.last.date() == unkept.today:
        return t("Not backed up since {at}.", at=at)
    return t("Not backed up since {day} at {at}.", day=t.date(unkept.last.date()), at=at)
