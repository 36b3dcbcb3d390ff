"""The pages before a vault is open, walked through as far as nothing is written."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from exit_desktop.system.language import Texts
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.main_window import MainWindow
from exit_desktop.ui.start.lock_words import Locked, Unkept
from pictures._studio import press, rest

Take = Callable[[str], None]


def walk_unlocking(window: MainWindow, folder: Path, t: Texts, take: Take) -> None:
    """Take the pages that lead into a vault that is there."""
    window.start.show_unlock(folder)
    take("unlock")
    window.start.show_locked(folder, Locked(LockReason.IDLE, time(12, 0), 5))
    take("locked")
    unkept = Unkept(datetime(2026, 11, 23, 9, 41), date(2026, 11, 23))  # noqa: DTZ001 - local, as the page gets it
    window.start.show_locked(folder, Locked(LockReason.IDLE, time(12, 0), 5, unkept))
    take("locked-not-backed-up")
    press(window, t("Open with the recovery sheet"))
    take("recover")
    window.start.show_chooser()
    take("chooser")


def walk_first_start(window: MainWindow, t: Texts, take: Take) -> None:
    """Take the pages of the first start."""
    take("first-you")
    for field in window.start.findChildren(QLineEdit):
        if field.isVisible() and field.accessibleName() == t("Your code"):
            field.setText("K7")
    press(window, t("Next"))
    take("first-passphrase")
    press(window, t("Use my own words"))
    rest()
    take("first-own-words")
