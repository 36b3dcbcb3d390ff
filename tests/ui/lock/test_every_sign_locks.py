"""Whatever tells that the vault was left alone, and wherever the worker was: out of sight at once, and locked."""

import gc
import weakref
from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from exit_desktop.ui.frame import Frame
from exit_desktop.ui.jobs import Job, Listeners
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.lock_signs.watch import LockWatch
from support.open_window import Opened, dozen, opened, wait_for_jobs
from support.places_to_go import DIALOGS, PAGES, STATES, TABS, Place, settle
from support.window_reading import first, words_in_sight

__all__ = ["dozen", "opened"]
WORDS = {
    LockReason.SLEEP: "went to sleep",
    LockReason.SCREEN: "screen was locked or went dark",
    LockReason.USER: "somebody else",
    LockReason.CLOCK: "its clock was moved",
}
WHERE = [
    place
    for place in (*PAGES, *TABS, *STATES, *DIALOGS)
    if place.name in ("list", "tab-plan", "tab-network", "reading-open", "print-plan", "stored", "together", "go-to")
]


@pytest.fixture
def sign(opened: Opened) -> Callable[[LockReason], None]:
    """Give a sign as the system does."""
    watch = LockWatch(opened.window)
    watch.left.connect(opened.window.lock_at_once)
    return watch.left.emit


@pytest.mark.parametrize("reason", WORDS, ids=lambda reason: reason.value)
def test_it_says_why(opened: Opened, sign: Callable[[LockReason], None], reason: LockReason) -> None:
    sign(reason)
    settle()
    assert opened.window.work is None
    assert WORDS[reason] in words_in_sight(opened.window)


def test_the_session_is_let_go(opened: Opened, sign: Callable[[LockReason], None]) -> None:
    session = weakref.ref(opened.work.session)
    sign(LockReason.SLEEP)
    settle()
    object.__setattr__(opened, "work", None)
    gc.collect()
    settle()
    assert session() is None


@pytest.mark.parametrize("place", WHERE, ids=lambda place: place.name)
def test_wherever_the_worker_is(opened: Opened, sign: Callable[[LockReason], None], place: Place, qtbot: QtBot) -> None:
    place.go(opened.work)
    sign(LockReason.SLEEP)
    settle()
    assert opened.window.work is None
    in_sight = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert in_sight == [opened.window]


def test_before_the_event_is_over_it_is_out_of_sight(opened: Opened, sign: Callable[[LockReason], None]) -> None:
    next(one for one in DIALOGS if one.name == "print-plan").go(opened.work)
    sign(LockReason.CLOCK)
    assert not opened.work.isVisible()
    assert [words_in_sight(one) for one in opened.window.findChildren(QDialog) if words_in_sight(one)] == []


def test_work_under_way_does_not_hold_it_up(
    opened: Opened, sign: Callable[[LockReason], None], frame: Frame, qtbot: QtBot
) -> None:
    begun, go_on = Event(), Event()

    def work(_job: Job) -> object:
        begun.set()
        return go_on.wait(20)

    frame.jobs.start(work, Listeners(lambda _result: None, lambda _failure: None))
    assert begun.wait(10)
    sign(LockReason.SCREEN)
    settle()
    assert opened.window.work is None
    go_on.set()
    wait_for_jobs(frame, qtbot.waitUntil)


def test_an_unlock_in_flight_is_given_up(
    opened: Opened, sign: Callable[[LockReason], None], frame: Frame, qtbot: QtBot, dozen: object
) -> None:
    opened.window.lock(LockReason.ASKED)
    field = first(opened.window.start.unlock, QLineEdit)
    field.setText(dozen.passphrase)  # type: ignore[attr-defined]  # the practice vault's
    opened.window.start.unlock.tried.emit(field.text())
    sign(LockReason.SLEEP)
    wait_for_jobs(frame, qtbot.waitUntil)
    settle()
    assert opened.window.work is None
