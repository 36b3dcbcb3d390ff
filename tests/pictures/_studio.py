"""The window in front of the camera: one program, put into any vault, language, colours and size."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import time
from pathlib import Path

from _vaults import TODAY, Pictured
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QTabBar, QWidget

from exit_desktop.app import make_application
from exit_desktop.services.vaults import unlock_vault
from exit_desktop.system.clock import Clock
from exit_desktop.system.language import Language, Texts
from exit_desktop.system.paths import find_places
from exit_desktop.system.preferences import Preferences
from exit_desktop.system.preferences import Theme as Colours
from exit_desktop.ui.frame import Frame, Parts
from exit_desktop.ui.jobs import Jobs
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.main_window import MainWindow
from exit_desktop.ui.start.chooser import VaultChoice
from exit_desktop.ui.start.start_area import StartArea, StartWith
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.work_area import WorkArea

# Longer than any timer of the window that waits before it draws.
SETTLED_MS = 260


@dataclass(frozen=True, slots=True)
class Look:
    """What the window wears for a picture."""

    name: str
    language: Language = Language.DANISH
    colours: Colours = Colours.LIGHT
    scale: int = 100
    width: int = 1280
    height: int = 800


USUAL = Look("da-light")
LOOKS = (
    USUAL,
    Look("en-dark", Language.ENGLISH, Colours.DARK),
    Look("da-200", scale=200, width=1920, height=1080),
    Look("en-150", Language.ENGLISH, scale=150, width=1280, height=720),
)


class Studio:
    """Holds the application and writes pictures into a folder."""

    def __init__(self, home: Path, out: Path) -> None:
        self.app = make_application()
        self.out = out
        self.missing: list[str] = []
        self.theme = Theme(self.app, Colours.LIGHT, 100)
        clock = Clock(TODAY, time(12, 0))
        parts = Parts(Texts("da"), clock, self.theme, Jobs(), find_places(home), Preferences())
        self.frame = Frame(parts)

    def close(self) -> None:
        """End the worker thread."""
        self.frame.jobs.close()

    def wear(self, look: Look) -> None:
        """Put on a look; windows open now follow."""
        self.frame.use_language(look.language)
        self.frame.use_look(look.colours, look.scale)

    @contextmanager
    def window(self, look: Look, *vaults: Pictured) -> Iterator[MainWindow]:
        """Show the window as it starts with these vaults."""
        self.wear(look)
        choices = tuple(VaultChoice(one.folder, one.folder.name, practice=True) for one in vaults)
        window = MainWindow(self.frame, StartArea(self.frame, StartWith(choices)))
        window.resize(look.width, look.height)
        window.show()
        settle()
        try:
            yield window
        finally:
            window.lock(LockReason.ASKED)
            window.close()
            window.deleteLater()
            settle()

    @contextmanager
    def work(self, look: Look, pictured: Pictured) -> Iterator[WorkArea]:
        """Show the window with a vault open."""
        with self.window(look, pictured) as window:
            window.start.opened.emit(unlock_vault(pictured.folder, pictured.passphrase))
            settle()
            if window.work is None:
                raise LookupError("the work area")
            window.work.idle.stop()
            yield window.work

    def take(self, widget: QWidget, name: str) -> Path:
        """Write a picture of a window or dialog."""
        settle()
        path = self.out / f"{name}.png"
        save_small(widget.grab().toImage(), path)
        return path


def settle() -> None:
    """Let everything that waits to be drawn be drawn."""
    QTest.qWait(SETTLED_MS)


def save_small(image: QImage, path: Path) -> None:
    """Write a PNG, packed as tightly as it goes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(path), "PNG", 0):
        sys.exit(f"{path} could not be written.")


def press(within: QWidget, words: str) -> None:
    """Press the button or open the tab that is called so; raises LookupError where none is in sight."""
    for bar in within.findChildren(QTabBar):
        for index in range(bar.count()):
            if bar.isVisible() and bar.tabText(index).replace("&", "") == words:
                bar.setCurrentIndex(index)
                settle()
                return
    for button in within.findChildren(QAbstractButton):
        if button.isVisible() and button.text() == words:
            button.click()
            settle()
            return
    raise LookupError(words)


def open_dialog(window: QWidget) -> QDialog:
    """Return the dialog in front; raises LookupError where none is open."""
    shown = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    if not shown:
        raise LookupError("a dialog")
    return shown[-1]


def fit(size: QSize) -> str:
    """Return a size in words, for the report."""
    return f"{size.width()}x{size.height()}"
