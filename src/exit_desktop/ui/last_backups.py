"""What the window asks of the backups that make themselves: to begin, what they hold, and a last one before closing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from exit_desktop.ui.start.lock_words import Unkept

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QStackedWidget

    from exit_desktop.ui.backups.farewell import Farewell
    from exit_desktop.ui.backups.keeper import Keeper
    from exit_desktop.ui.frame import Frame
    from exit_desktop.ui.session import Session


def keep(session: Session, frame: Frame) -> Keeper | None:
    """Make backups of an open vault from now on; None without a clock for it, or where nothing can be written."""
    if frame.seconds is None or session.vault.read_only:
        return None
    from exit_desktop.ui.backups.keeper import Keeper  # noqa: PLC0415 - with the first vault

    return Keeper(session, frame.seconds)


def unkept(keeper: Keeper | None, today: date) -> Unkept | None:
    """Return since when nothing was backed up; None when all is."""
    if keeper is None or not keeper.changes:
        return None
    return Unkept(None if keeper.last is None else keeper.last.astimezone(), today)


def farewell(pages: QStackedWidget, keeper: Keeper | None, frame: Frame) -> Farewell | None:
    """Return what makes a last backup before the window closes; None where there is nothing to back up."""
    if keeper is None or not keeper.changes or _is_session_ending():
        return None
    from exit_desktop.ui.backups.farewell import Farewell, FarewellPage  # noqa: PLC0415 - at the end

    return Farewell(pages, keeper, FarewellPage(frame.theme, frame.t))


def _is_session_ending() -> bool:
    """Tell whether the machine is being shut down: whoever holds that up is killed."""
    app = QGuiApplication.instance()
    return isinstance(app, QGuiApplication) and app.isSavingSession()
