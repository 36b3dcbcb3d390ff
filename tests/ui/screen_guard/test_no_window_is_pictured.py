"""Every window is left out of pictures, whatever kind it is; seen for a while only when that was asked for."""

import ctypes
from collections.abc import Callable
from datetime import time

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.services.vaults import read_log
from exit_desktop.ui.frame import Frame
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.lock_signs.windows import Message
from exit_desktop.ui.screen_guard.guard import SEEN_FOR_MINUTES, ScreenGuard
from exit_desktop.ui.screen_guard.port import NotPossible
from exit_desktop.ui.screen_guard.windows import SHOWS, shown_window
from exit_desktop.ui.session import Session
from exit_desktop.ui.settings.safety_page import SafetyPage
from support.open_window import Opened
from support.window_reading import words_in_sight


class FakeSystem:
    """Keeps which windows are left out."""

    def __init__(self, agrees: bool = True) -> None:
        self.possible, self.agrees = True, agrees
        self.left_out: set[int] = set()
        self.shows: Callable[[int], None] = self.left_out.discard

    def exclude(self, handle: int, on: bool) -> bool:
        (self.left_out.add if on else self.left_out.discard)(handle)
        return self.agrees

    def listen(self, shows: Callable[[int], None]) -> None:
        self.shows = shows


@pytest.fixture
def system() -> FakeSystem:
    return FakeSystem()


@pytest.fixture
def guard(session: Session, system: FakeSystem) -> ScreenGuard:
    session.frame.screen.begin(system)
    return session.frame.screen


def hint(over: QWidget) -> QWidget:
    QToolTip.showText(QPoint(5, 5), "a hint", over)
    return next(one for one in QApplication.topLevelWidgets() if one.metaObject().className() == "QTipLabel")


def menu(over: QWidget) -> QWidget:
    made = QMenu(over)
    made.addAction("one")
    made.popup(QPoint(5, 5))
    return made


def folded_out(over: QWidget) -> QWidget:
    box = QComboBox(over)
    box.addItems(["one", "two"])
    box.show()
    box.showPopup()
    return box.view().window()


def dialog(over: QWidget) -> QWidget:
    made = QDialog(over)
    made.open()
    return made


def left_out(system: FakeSystem, qtbot: QtBot) -> QWidget:
    """A window in sight that the system leaves out of pictures."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: int(window.winId()) in system.left_out)
    return window


@pytest.mark.parametrize("open_one", [dialog, menu, folded_out, hint])
def test_each_kind_of_window_is_left_out(
    guard: ScreenGuard, system: FakeSystem, qtbot: QtBot, open_one: Callable[[QWidget], QWidget]
) -> None:
    window = left_out(system, qtbot)
    second = open_one(window)
    qtbot.waitUntil(lambda: int(second.winId()) in system.left_out, timeout=2000)
    second.hide()


def test_without_the_guard_no_window_is_left_out(session: Session, system: FakeSystem, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.wait(30)
    assert system.left_out == set()


def test_a_window_that_the_system_announces_is_left_out_before_it_is_seen(
    guard: ScreenGuard, system: FakeSystem
) -> None:
    system.shows(4711)
    assert 4711 in system.left_out


def test_a_window_with_the_handle_of_one_that_has_gone_is_left_out_too(
    guard: ScreenGuard, system: FakeSystem, qtbot: QtBot
) -> None:
    window = left_out(system, qtbot)
    window.hide()
    system.left_out.clear()
    window.show()
    qtbot.waitUntil(lambda: int(window.winId()) in system.left_out)


def test_it_can_be_seen_for_a_while_and_is_left_out_again_by_itself(
    guard: ScreenGuard, system: FakeSystem, qtbot: QtBot
) -> None:
    window = left_out(system, qtbot)
    guard.let_be_seen(time(14, 10))
    assert int(window.winId()) not in system.left_out
    assert guard.timer is not None and guard.timer.isActive()
    assert guard.timer.interval() == SEEN_FOR_MINUTES * 60_000
    guard.timer.start(1)
    qtbot.waitUntil(lambda: int(window.winId()) in system.left_out)
    assert guard.seen_since is None


def test_the_page_lets_it_be_seen_says_so_and_the_log_knows(guard: ScreenGuard, session: Session, qtbot: QtBot) -> None:
    page = SafetyPage(session)
    qtbot.addWidget(page)
    page.show()
    next(line.button for line in page.states.lines if line.title.text() == "Pictures of the window").click()
    assert "Other programs can see this window since 12:00. At 12:30" in words_in_sight(page)
    assert (read_log(session.vault)[0].act, read_log(session.vault)[0].kind) == ("shown", "screen")
    guard.protect()
    assert "left out of pictures" in words_in_sight(page)


@pytest.mark.parametrize(
    ("system", "told"),
    [(NotPossible(), "Not possible on this system"), (FakeSystem(agrees=False), "did not agree for every window")],
    ids=["linux", "refused"],
)
def test_what_cannot_be_done_is_said(session: Session, system: FakeSystem, told: str, qtbot: QtBot) -> None:
    page = SafetyPage(session)
    qtbot.addWidget(page)
    page.show()
    session.frame.screen.begin(system)
    page.refresh()
    assert told in words_in_sight(page)


def test_windows_message_tells_which_window_is_about_to_be_seen() -> None:
    assert shown_window(Message(ctypes.c_void_p(77), SHOWS, 1, None)) == 77
    assert shown_window(Message(ctypes.c_void_p(77), SHOWS, 0, None)) == 0


def test_a_lock_ends_it_and_a_strip_told_of_it(opened: Opened, frame: Frame) -> None:
    frame.screen.begin(FakeSystem())
    frame.screen.let_be_seen(time(23, 40))
    told = "Other programs can see this window since 23:40. At 00:10 it is hidden again by itself."
    assert told in words_in_sight(opened.window)
    opened.window.lock(LockReason.ASKED)
    assert frame.screen.seen_since is None and told not in words_in_sight(opened.window)
