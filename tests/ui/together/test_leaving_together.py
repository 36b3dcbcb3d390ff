"""The machine goes back to the worker by a held key or the passphrase, and to nobody else."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from exit_desktop.services.settings import LeaveBy, read_leave_by, save_leave_by
from exit_desktop.ui.session import Session
from exit_desktop.ui.settings.together import TogetherPanel
from support.together_mode import Citizen
from support.vault_making import PASSPHRASE

HOW = "For the worker: hold Esc, or the ring, for two seconds."


def hold(citizen: Citizen, seconds: float) -> None:
    """Hold Esc for so long."""
    QTest.keyPress(citizen.window, Qt.Key.Key_Escape)
    citizen.clock.now += seconds
    citizen.window.leaving.holding.look()


def test_a_key_held_for_two_seconds_gives_the_machine_back(citizen: Citizen) -> None:
    hold(citizen, 2.0)
    assert (citizen.window.isVisible(), citizen.back) == (False, [("life_situation", False)])


def test_a_short_press_only_says_how(citizen: Citizen) -> None:
    hold(citizen, 1.9)
    assert HOW in citizen.sees()
    QTest.keyRelease(citizen.window, Qt.Key.Key_Escape)
    citizen.clock.now += 10
    citizen.window.leaving.holding.look()
    assert citizen.window.isVisible()
    assert HOW not in citizen.sees()


def test_the_ring_is_held_with_a_finger(citizen: Citizen) -> None:
    QTest.mousePress(citizen.window.shell.ring, Qt.MouseButton.LeftButton)
    citizen.clock.now += 2
    citizen.window.leaving.holding.look()
    assert citizen.back


def test_the_ring_fills_while_it_is_held(citizen: Citizen) -> None:
    ring = citizen.window.shell.ring
    empty = ring.grab().toImage()
    hold(citizen, 1.0)
    assert ring.grab().toImage() != empty
    assert "two seconds" in ring.accessibleName()


def test_closing_the_window_stays_and_says_how(citizen: Citizen) -> None:
    asked = citizen.question()
    assert not citizen.window.close()
    assert (citizen.window.isVisible(), citizen.question()) == (True, asked)
    assert HOW in citizen.sees()


def test_from_the_end_the_worker_comes_to_the_end(citizen: Citizen) -> None:
    for _ in range(20):
        QTest.keyClick(citizen.window, Qt.Key.Key_Right)
    hold(citizen, 2.0)
    assert citizen.back == [("selling", True)]


@pytest.fixture
def by_passphrase(session: Session, open_together: Callable[[], Citizen]) -> Citizen:
    """Left with the passphrase of the vault."""
    save_leave_by(session.desk, LeaveBy.PASSPHRASE)
    return open_together()


def write(citizen: Citizen, passphrase: str) -> None:
    """Press Esc and write a passphrase."""
    QTest.keyClick(citizen.window, Qt.Key.Key_Escape)
    field = citizen.window.shell.strip.field.field
    QTest.keyClicks(field, passphrase)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_the_passphrase_gives_the_machine_back(by_passphrase: Citizen, qtbot: QtBot) -> None:
    write(by_passphrase, PASSPHRASE)
    qtbot.waitUntil(lambda: bool(by_passphrase.back), timeout=20000)
    assert by_passphrase.back == [("life_situation", False)]


def test_another_passphrase_does_not(by_passphrase: Citizen, qtbot: QtBot) -> None:
    write(by_passphrase, "another")
    qtbot.waitUntil(by_passphrase.window.shell.strip.leave.isEnabled, timeout=20000)
    assert by_passphrase.window.isVisible()
    assert by_passphrase.window.shell.strip.field.text() == ""


def test_a_held_key_is_not_enough_then(by_passphrase: Citizen) -> None:
    hold(by_passphrase, 5.0)
    assert by_passphrase.window.isVisible()


def test_what_is_typed_for_the_worker_is_no_answer(by_passphrase: Citizen) -> None:
    QTest.keyClick(by_passphrase.window, Qt.Key.Key_Escape)
    QTest.keyClicks(by_passphrase.window.shell.strip.field.field, "7 j")
    assert by_passphrase.reading().answers == ()


def test_the_passphrase_can_be_put_away(by_passphrase: Citizen) -> None:
    QTest.keyClick(by_passphrase.window, Qt.Key.Key_Escape)
    by_passphrase.touch("Stay here")
    by_passphrase.key(Qt.Key.Key_7)
    assert by_passphrase.chosen() == ["7"]


def test_the_way_is_set_under_safety(session: Session, qtbot: QtBot) -> None:
    panel = TogetherPanel(session)
    qtbot.addWidget(panel)
    chosen = next(b for b in panel.findChildren(QRadioButton) if b.text() == "Type the passphrase")
    chosen.click()
    assert read_leave_by(session.desk) is LeaveBy.PASSPHRASE


def test_a_held_key_is_the_way_until_it_is_set(session: Session) -> None:
    assert read_leave_by(session.desk) is LeaveBy.HELD_KEY
