"""In the open program: no key of the worker's window works in together mode, and a lock takes everything away."""

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.shortcuts import ACTS, ActId
from exit_desktop.ui.together.question_page import QuestionPage
from exit_desktop.ui.together.window import TogetherWindow
from exit_desktop.ui.widgets.veil import Veil
from support.open_window import Opened, dozen, opened
from support.places_to_go import settle, together
from support.together_mode import in_front
from support.window_keys import press_soon

__all__ = ["dozen", "opened"]
KEYS = [act.keys for act in ACTS if act.keys and act.id is not ActId.LOCK]
OTHERS = ["F9", "F10", "F11", "Ctrl+W", "Alt+F4", "Ctrl+S", "Ctrl+Tab", "Ctrl+C", "Meta+L", "Delete", "Backspace"]


def front_of(opened: Opened, qtbot: QtBot) -> TogetherWindow:
    """Hand the screen to the citizen."""
    front = together(opened.work)
    assert isinstance(front, TogetherWindow)
    with qtbot.waitActive(front):
        front.activateWindow()
    return front


def question(front: TogetherWindow) -> str:
    """What is asked."""
    assert isinstance(front.page, QuestionPage)
    return front.page.question.text() if front.isVisible() else ""


def press(front: TogetherWindow, keys: str) -> None:
    """Press a chord where the keyboard is."""
    chord = QKeyCombination.fromCombined(QKeySequence(keys)[0].toCombined())  # type: ignore[index]  # the stub has none
    QTest.keyClick(in_front(front), chord.key(), chord.keyboardModifiers())
    settle()


def in_sight() -> set[QWidget]:
    """Every window that is shown, apart from the worker's own."""
    return {one for one in QApplication.topLevelWidgets() if one.isVisible()}


def test_every_other_shortcut_leaves_the_question(opened: Opened, qtbot: QtBot) -> None:
    front = front_of(opened, qtbot)
    asked, windows = question(front), in_sight()
    for keys in [*KEYS, *OTHERS]:
        press(front, keys)
        assert (keys, question(front), in_sight()) == (keys, asked, windows)
    assert opened.work.session.vault.is_open


def test_the_window_manager_does_not_close_it(opened: Opened, qtbot: QtBot) -> None:
    front = front_of(opened, qtbot)
    front.close()
    settle()
    assert question(front)


def test_it_covers_the_screen_and_its_title_tells_nothing(opened: Opened, qtbot: QtBot) -> None:
    front = front_of(opened, qtbot)
    assert front.isFullScreen()
    assert front.windowTitle() == front.accessibleName() == "Forløb"


def test_nothing_can_be_read_in_the_workers_window(opened: Opened, qtbot: QtBot) -> None:
    front = front_of(opened, qtbot)
    picture = opened.window.grab().toImage()
    seen = {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)}
    assert len(seen) == 1
    front.leaving.left.emit()
    settle()
    assert not [veil for veil in opened.window.findChildren(Veil) if veil.isVisible()]


@pytest.mark.parametrize("reason", [LockReason.ASKED, LockReason.IDLE])
def test_a_lock_takes_it_away(opened: Opened, qtbot: QtBot, reason: LockReason) -> None:
    front = front_of(opened, qtbot)
    with qtbot.waitSignal(front.destroyed), qtbot.waitSignal(opened.window.was_locked):
        if reason is LockReason.ASKED:
            press_soon(front, "Ctrl+L")
        else:
            opened.work.presence.idle.gone.emit()
    assert opened.window.work is None


def test_the_last_moment_to_write_comes_before_the_lock(opened: Opened, qtbot: QtBot) -> None:
    order: list[str] = []
    opened.work.session.lock_coming.connect(lambda: order.append("write"))
    opened.work.session.locked.connect(lambda _reason: order.append("let go"))
    with qtbot.waitSignal(opened.window.was_locked):
        opened.work.presence.idle.gone.emit()
    assert order == ["write", "let go"]


def test_a_touch_counts_against_the_idle_lock(opened: Opened, qtbot: QtBot) -> None:
    front = front_of(opened, qtbot)
    opened.work.presence.idle.going.emit(12)
    assert " 12 " in front.shell.hint.text()
    opened.work.presence.idle.stayed.emit()
    assert front.shell.hint.text() == ""


def test_back_at_the_end_is_the_act_that_finishes(opened: Opened, qtbot: QtBot) -> None:
    front = front_of(opened, qtbot)
    for _ in range(24):
        QTest.keyClick(front, Qt.Key.Key_Right)
    front.leaving.left.emit()
    settle()
    here = opened.window.focusWidget()
    assert here is not None
    assert here.property("kind") == "primary"
