"""The window in front of the camera: one program, put into any vault, language, colours and size."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import time
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QTabBar, QWidget

from exit_desktop.app import make_application
from exit_desktop.services.vaults import unlock_vault
from exit_desktop.system.clock import Clock
from exit_desktop.system.language import Language, Texts
from exit_desktop.system.paths import find_places
from exit_desktop.system.preferences import Preferences
from exit_desktop.system.preferences import Theme as Colours
from exit_desktop.ui.collecting import Collector
from exit_desktop.ui.frame import Frame, Parts
from exit_desktop.ui.jobs import Jobs
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.main_window import MainWindow
from exit_desktop.ui.start.chooser import VaultChoice
from exit_desktop.ui.start.start_area import StartArea, StartWith
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.together.window import TogetherWindow
from exit_desktop.ui.work_area import WorkArea
from pictures._vaults import TODAY, Pictured
from support import places_to_go

# Longer than any timer of the window that waits before it draws.
REST_MS, MOST_RESTS = 170, 200


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
    """Holds the application and writes pictures into a folder; `missing` are those whose place was not found."""

    def __init__(self, home: Path, out: Path) -> None:
        self.home, self.out = home, out
        self.missing: list[str] = []
        app = make_application()
        self._collector = Collector(app)
        theme = Theme(app, Colours.LIGHT, 100)
        clock = Clock(TODAY, time(12, 0))
        self.frame = Frame(Parts(Texts("da"), clock, theme, Jobs(), find_places(home), Preferences()))

    def close(self) -> None:
        """End the worker thread."""
        self.frame.jobs.close()

    @contextmanager
    def window(self, look: Look, *vaults: Pictured) -> Iterator[MainWindow]:
        """Show the window as it starts with these vaults."""
        self.frame.use_language(look.language)
        self.frame.use_look(look.colours, look.scale)
        choices = tuple(VaultChoice(one.folder, one.folder.name, practice=True) for one in vaults)
        window = MainWindow(self.frame, StartArea(self.frame, StartWith(choices)))
        window.resize(look.width, look.height)
        window.show()
        rest()
        try:
            yield window
        finally:
            window.lock(LockReason.ASKED)
            window.close()
            window.deleteLater()
            rest()

    @contextmanager
    def work(self, look: Look, pictured: Pictured) -> Iterator[WorkArea]:
        """Show the window with a copy of a vault open; what a scene writes there is gone after it."""
        folder = self.home / "copies" / pictured.folder.name
        shutil.copytree(pictured.folder, folder)
        try:
            with self.window(look, pictured) as window:
                window.start.opened.emit(unlock_vault(folder, pictured.passphrase))
                if window.work is None:
                    raise RuntimeError("the vault did not open")
                window.work.presence.idle.stop()
                yield window.work
        finally:
            shutil.rmtree(folder)

    def take(self, widget: QWidget, name: str) -> None:
        """Write a picture of a window or dialog, once nothing works behind it any more."""
        owner = widget.parentWidget()
        if isinstance(widget, TogetherWindow) and owner is not None:
            # Without a window manager nothing makes it as large as the screen.
            widget.resize(owner.window().size())
        rest()
        for _ in range(MOST_RESTS):
            if not self.frame.jobs.busy:
                break
            # What the work brought is laid out by the end of the second one.
            rest()
            rest()
        save_small(widget.grab().toImage(), self.out / f"{name}.png")


def rest() -> None:
    """Let everything that waits to be drawn be drawn."""
    QTest.qWait(REST_MS)


def save_small(image: QImage, path: Path) -> None:
    """Write a PNG, packed as tightly as it goes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(path), "PNG", 0):  # type: ignore[call-overload]  # the stub wants bytes, Qt takes a text
        sys.exit(f"{path} could not be written.")


def press(within: QWidget, words: str) -> None:
    """Open the tab or press the button that is called so; raises LookupError where none is in sight."""
    for bar in within.findChildren(QTabBar):
        for index in range(bar.count()):
            if bar.isVisible() and bar.tabText(index).replace("&", "") == words:
                bar.setCurrentIndex(index)
                return rest()
    for button in within.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled() and button.text() == words:
            button.click()
            return rest()
    raise LookupError(words)


def open_dialog(window: QWidget) -> QDialog:
    """Return the dialog in front; raises LookupError where none is open."""
    rest()
    shown = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    if not shown:
        raise LookupError("a dialog")
    return shown[-1]


def close_dialogs(window: QWidget) -> None:
    """Leave every dialog as Esc would, take the screen back, and let go of the keyboard."""
    places_to_go.close_dialogs(window)
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()
    rest()
