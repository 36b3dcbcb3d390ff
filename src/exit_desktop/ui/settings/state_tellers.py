"""What the page of safety tells of by itself: the sheet, locking, hiding, pictures, copies, printing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from exit_desktop.errors import Failure
from exit_desktop.services.desk import Act, log_use
from exit_desktop.services.printed import can_purge
from exit_desktop.services.settings import read_idle_minutes
from exit_desktop.services.sheet_proofs import is_recovery_proved
from exit_desktop.ui.locking import empty_clipboard
from exit_desktop.ui.papers.spool_advice import spool_state
from exit_desktop.ui.quick_hide import LOCKS_AFTER_S
from exit_desktop.ui.screen_guard.strip import seen_words
from exit_desktop.ui.secret_copy import CLEAR_AFTER_MINUTES
from exit_desktop.ui.settings.state_rows import StateRow, Teller
from exit_desktop.ui.shortcuts import ActId

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

Do = Callable[[ActId], None]


def sheet_row(session: Session, prove: Callable[[], None]) -> StateRow:
    """Tell whether the recovery sheet was ever tried."""
    t, name = session.t, session.t("Recovery sheet")
    if session.vault.practice:
        return StateRow(name, t("A practice vault needs none."))
    if is_recovery_proved(session.vault):
        return StateRow(name, t("Tried, and it is right. Keep it apart from the laptop."))
    words = t("Never tried. Without it nobody can open the vault if the passphrase is forgotten.")
    return StateRow(name, words, wants=True, act_text=t("Try the recovery sheet"), act=prove)


def lock_row(session: Session, change: Callable[[], None]) -> StateRow:
    """Tell what locks the vault."""
    t = session.t
    words = t.plural(
        "After {count} minute without a touch, when the laptop sleeps or its screen is locked, and on Ctrl+L.",
        "After {count} minutes without a touch, when the laptop sleeps or its screen is locked, and on Ctrl+L.",
        read_idle_minutes(session.desk),
    )
    return StateRow(t("Locking"), words, act_text=t("Change the minutes"), act=change)


def hide_row(session: Session, do: Do) -> StateRow:
    """Tell how to take everything out of sight."""
    t = session.t
    words = t.plural(
        "F9 takes everything out of sight at once. Who does not come back within {count} second finds it locked.",
        "F9 takes everything out of sight at once. Who does not come back within {count} seconds finds it locked.",
        LOCKS_AFTER_S,
    )
    return StateRow(t("Hiding"), words, act_text=t("Try it"), act=partial(do, ActId.HIDE))


def screen_row(session: Session) -> StateRow:
    """Tell whether other programs can see the window, and let them for a while."""
    t, guard, name = session.t, session.frame.screen, session.t("Pictures of the window")
    if guard.seen_since is not None:
        return StateRow(name, seen_words(guard.seen_since, t), True, t("Hide it now"), guard.protect)
    if not guard.possible:
        words = t(
            "Not possible on this system: whoever sees your screen from afar, and other programs here, see the window. "
            "Press F9 before you share your screen."
        )
        return StateRow(name, words)
    if guard.refused:
        words = t("This system did not agree for every window. Press F9 before you share your screen.")
        return StateRow(name, words, wants=True)
    words = t("The window is left out of pictures and shared screens. For help from afar it can be seen for a while.")
    return StateRow(name, words, act_text=t("Let it be seen"), act=partial(_let_be_seen, session))


def _let_be_seen(session: Session) -> None:
    try:
        log_use(session.desk, Act.SHOWN, "screen")
    except Failure as failure:
        session.tell(failure)
        return
    session.frame.screen.let_be_seen(session.clock.time_of_day())


def clipboard_row(session: Session) -> StateRow:
    """Tell what becomes of what is copied, and empty the clipboard at once."""
    t = session.t
    words = t.plural(
        "What you copy here is marked as secret, and taken back after {count} minute and at the lock.",
        "What you copy here is marked as secret, and taken back after {count} minutes and at the lock.",
        CLEAR_AFTER_MINUTES,
    )
    return StateRow(t("What you copy"), words, act_text=t("Take it back now"), act=partial(_take_back, session))


def _take_back(session: Session) -> None:
    empty_clipboard()
    session.say(session.t("What was copied here is gone from the clipboard."))


def printing_row(session: Session) -> StateRow:
    """Tell what the print system keeps, and remove it where that is possible."""
    t, name = session.t, session.t("Printing")
    if not can_purge():
        return StateRow(name, t(spool_state()))
    return StateRow(name, t(spool_state()), act_text=t("Remove the copies"), act=partial(_remove_printed, session))


def _remove_printed(session: Session) -> None:
    from exit_desktop.ui.papers.print_queue import remove_printed  # noqa: PLC0415 - QtPdf and the printers, 50 ms

    remove_printed(session)


def tellers(
    session: Session, do: Do, prove: Callable[[], None], change_minutes: Callable[[], None], *more: Teller
) -> tuple[Teller, ...]:
    """Return what is told, in the order in which it is read; `more` stands after the sheet."""
    return (
        partial(sheet_row, session, prove),
        *more,
        partial(lock_row, session, change_minutes),
        partial(hide_row, session, do),
        partial(screen_row, session),
        partial(clipboard_row, session),
        partial(printing_row, session),
    )
