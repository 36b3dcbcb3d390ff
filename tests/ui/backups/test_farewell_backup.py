"""Before the program closes: a last backup, with a way to do without."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exit_desktop.errors import BackupNoRoom
from exit_desktop.ui.backups import keeper as keeping
from exit_desktop.ui.backups.farewell import FarewellPage
from exit_desktop.ui.frame import Frame
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.vault.backing import clear_away
from support.open_window import Opened, wait_for_jobs
from ui.backups.conftest import Gate, count, keeper_of, write


def page_of(opened: Opened) -> FarewellPage:
    """Return the page that says so."""
    found = opened.window.findChild(FarewellPage)
    assert isinstance(found, FarewellPage)
    return found


def button_of(opened: Opened) -> Button:
    """Return its one button."""
    found = page_of(opened).findChild(Button)
    assert isinstance(found, Button)
    return found


def test_it_is_made_and_then_the_window_closes(opened: Opened, qtbot: QtBot) -> None:
    write(opened)
    folder = opened.work.session.vault.folder
    clear_away(folder / "backups")
    assert not opened.window.close()
    assert page_of(opened).isVisible() and not opened.work.isVisible()
    qtbot.waitUntil(lambda: not opened.window.isVisible(), timeout=20000)
    assert opened.window.work is None
    assert len(list((folder / "backups").iterdir())) == 1


def test_nothing_changed_it_closes_at_once(opened: Opened) -> None:
    assert opened.window.close()
    assert opened.window.work is None


def test_skip_closes_and_leaves_nothing_half(opened: Opened, gate: Gate, frame: Frame, qtbot: QtBot) -> None:
    write(opened)
    folder = opened.work.session.vault.folder
    clear_away(folder / "backups")
    opened.window.close()
    assert gate.reached.wait(5)
    QTest.mouseClick(button_of(opened), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not opened.window.isVisible())
    gate.open.set()
    wait_for_jobs(frame, qtbot.waitUntil)
    assert list((folder / "backups").iterdir()) == []


def test_closing_a_second_time_is_to_skip(opened: Opened, gate: Gate) -> None:
    write(opened)
    opened.window.close()
    assert gate.reached.wait(5)
    assert opened.window.close()
    assert not opened.window.isVisible()


def test_a_lock_meanwhile_closes_the_vault_and_the_window(opened: Opened, gate: Gate, qtbot: QtBot) -> None:
    write(opened)
    opened.window.close()
    assert gate.reached.wait(5)
    opened.window.lock(LockReason.SLEEP)
    assert opened.window.work is None
    qtbot.waitUntil(lambda: not opened.window.isVisible())


def test_no_room_is_said_and_the_window_waits(opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_values: object) -> None:
        raise BackupNoRoom(megabytes=7)

    monkeypatch.setattr(keeping, "back_up", no_room)
    write(opened)
    opened.window.close()
    qtbot.waitUntil(lambda: button_of(opened).text() == "Close all the same")
    assert opened.window.isVisible() and count(opened) == 1
    QTest.mouseClick(button_of(opened), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not opened.window.isVisible())


def test_the_skip_button_has_the_keyboard(opened: Opened, gate: Gate, qtbot: QtBot) -> None:
    write(opened)
    opened.window.close()
    assert gate.reached.wait(5)
    assert page_of(opened).focusProxy() is button_of(opened)
    assert keeper_of(opened).under_way
