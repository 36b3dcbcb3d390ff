"""The window locks when nobody has touched it for the set time, and warns before."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from exit_desktop.ui.idle import IdleTimer
from support.seconds import Seconds, seconds

__all__ = ["seconds"]


@pytest.fixture
def timer(seconds: Seconds, qapp: QApplication) -> IdleTimer:
    made = IdleTimer(seconds, minutes=5)
    made.start()
    return made


def listen(timer: IdleTimer) -> list[str]:
    heard: list[str] = []
    timer.going.connect(lambda left: heard.append(f"going {left}"))
    timer.stayed.connect(lambda: heard.append("stayed"))
    timer.gone.connect(lambda: heard.append("gone"))
    return heard


@pytest.mark.parametrize(("at", "heard"), [(279, []), (280, ["going 20"]), (299, ["going 1"]), (300, ["gone"])])
def test_warns_twenty_seconds_then_goes(timer: IdleTimer, seconds: Seconds, at: int, heard: list[str]) -> None:
    told = listen(timer)
    seconds.now = at
    timer.look()
    assert told == heard


def test_a_touch_takes_the_warning_back(timer: IdleTimer, seconds: Seconds) -> None:
    told = listen(timer)
    seconds.now = 290
    timer.look()
    timer.eventFilter(timer, QEvent(QEvent.Type.KeyPress))
    seconds.now = 560
    timer.look()
    assert told == ["going 10", "stayed"]


def test_a_touch_after_the_time_locks_instead_of_forgiving(timer: IdleTimer, seconds: Seconds) -> None:
    told = listen(timer)
    seconds.now = 3600
    assert timer.eventFilter(timer, QEvent(QEvent.Type.MouseMove))
    assert told == ["gone"]


@pytest.mark.parametrize(("asked", "last_quiet"), [(0, 39), (99, 579)])
def test_minutes_stay_between_one_and_ten(timer: IdleTimer, seconds: Seconds, asked: int, last_quiet: int) -> None:
    told = listen(timer)
    timer.set_minutes(asked)
    seconds.now = last_quiet
    timer.look()
    assert not told
    seconds.now = last_quiet + 21
    timer.look()
    assert told == ["gone"]
