"""Whoever presses a key in any window of the program is there: in the main one, in a dialog, in a menu."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.ui.idle import IdleTimer
from exit_desktop.ui.windows import Windows
from support.seconds import Seconds, seconds

__all__ = ["seconds"]


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def timer(seconds: Seconds, place: QWidget) -> IdleTimer:
    made = IdleTimer(seconds, minutes=1)
    made.looked.connect(Windows(place, made).listen)
    made.start()
    return made


def press(window: QWidget) -> None:
    """Press a key as the window system sends it."""
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)


def still_open_after(timer: IdleTimer, seconds: Seconds, window: QWidget) -> bool:
    """Press a key late in the minute, and say whether the next half minute is quiet."""
    heard: list[bool] = []
    timer.gone.connect(lambda: heard.append(True))
    seconds.now += 39
    press(window)
    seconds.now += 39
    timer.look()
    return not heard


def test_a_key_in_the_window_is_heard(timer: IdleTimer, seconds: Seconds, place: QWidget) -> None:
    assert still_open_after(timer, seconds, place)


@pytest.mark.parametrize("kind", [QDialog, QMenu])
def test_a_key_in_a_window_that_came_later_is_heard(
    timer: IdleTimer, seconds: Seconds, place: QWidget, kind: type[QWidget], qtbot: QtBot
) -> None:
    later = kind(place)
    with qtbot.waitExposed(later):
        later.show()
    timer.look()
    assert still_open_after(timer, seconds, later)


def test_nobody_is_heard_where_nobody_is(timer: IdleTimer, seconds: Seconds) -> None:
    heard: list[bool] = []
    timer.gone.connect(lambda: heard.append(True))
    seconds.now = 60
    timer.look()
    assert heard
