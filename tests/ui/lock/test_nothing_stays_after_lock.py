"""After a lock no widget but the lock page, no course, no connection and no key is left, wherever the worker was."""

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlcipher3.dbapi2 import Connection

from exit_desktop.domain.courses import Course
from exit_desktop.ui.frame import Frame
from exit_desktop.ui.jobs import Job, Listeners
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.main_window import MainWindow
from exit_desktop.vault.open_vault import Vault
from support.open_window import Opened, dozen, opened, wait_for_jobs
from support.places_to_go import DIALOGS, EVERYWHERE, TABS, Place, settle

__all__ = ["dozen", "opened"]


def lock(opened: Opened, frame: Frame, qtbot: QtBot) -> None:
    """Press Ctrl+L in whatever is in front, and wait until all is quiet."""
    front = QApplication.activeModalWidget() or opened.window
    # The offscreen platform lets go of a window whose page changes; a real one does not.
    with qtbot.waitActive(front):
        front.activateWindow()
    with qtbot.waitSignal(opened.window.was_locked):
        QTest.keyClick(front, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    wait_for_jobs(frame, qtbot.waitUntil)
    settle()
    gc.collect()
    settle()


def strangers(window: MainWindow) -> list[str]:
    """Every living widget of ours that is neither the window nor a part of its start pages."""
    home = {window, window.centralWidget(), window.start}
    kept = [one for one in QApplication.allWidgets() if not (one in home or window.start.isAncestorOf(one))]
    ours = [one for one in kept if one.window() is window or type(one).__module__.startswith("exit_desktop")]
    return sorted({type(one).__name__ for one in ours})


def living_courses() -> list[str]:
    """The ids of all courses that are still in memory."""
    return [one.id for one in gc.get_objects() if isinstance(one, Course)]


def open_files(folder: Path) -> list[str]:
    """Which files of a folder this process has open."""
    links = [link.readlink() for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    return [one.name for one in links if one.is_relative_to(folder)]


@pytest.mark.parametrize("place", EVERYWHERE, ids=lambda place: place.name)
def test_no_widget_but_the_lock_page_stays(place: Place, opened: Opened, frame: Frame, qtbot: QtBot) -> None:
    place.go(opened.work)
    lock(opened, frame, qtbot)
    assert strangers(opened.window) == []


