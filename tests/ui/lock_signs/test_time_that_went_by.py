"""Time that goes by without the program is noticed, whichever clock tells it."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.ui.lock_signs.clock_jump import ClockJump


@dataclass
class Clocks:
    """Two clocks that a test moves."""

    wall: float = 1_000_000.0
    steady: float = 50.0


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def jump(clocks: Clocks, qtbot: QtBot) -> ClockJump:
    return ClockJump(lambda: clocks.wall, lambda: clocks.steady)


def test_a_second_is_no_jump(jump: ClockJump, clocks: Clocks) -> None:
    for _ in range(120):
        clocks.wall, clocks.steady = clocks.wall + 1, clocks.steady + 1
        assert not jump.look()


@pytest.mark.parametrize(
    ("wall", "steady"),
    [(3600, 1), (3600, 3600), (1, 3600), (-3600, 1), (-1_700_000_000, 1)],
    ids=["steady clock sleeps too", "both count on", "calendar kept", "set back", "back to 1970"],
)
def test_an_hour_is(jump: ClockJump, clocks: Clocks, wall: float, steady: float, qtbot: QtBot) -> None:
    clocks.wall, clocks.steady = clocks.wall + wall, clocks.steady + steady
    with qtbot.waitSignal(jump.jumped):
        assert jump.look()
    assert not jump.look(), "told once"


def test_half_a_minute_of_sleep_is_told_where_one_clock_stands_still(jump: ClockJump, clocks: Clocks) -> None:
    clocks.wall, clocks.steady = clocks.wall + 20, clocks.steady + 1
    assert jump.look()


def test_a_window_that_is_busy_for_some_seconds_has_not_slept(jump: ClockJump, clocks: Clocks) -> None:
    clocks.wall, clocks.steady = clocks.wall + 20, clocks.steady + 20
    assert not jump.look()


def test_a_clock_that_is_corrected_by_seconds_is_no_jump(jump: ClockJump, clocks: Clocks) -> None:
    clocks.wall += 3
    assert not jump.look()


class Painted(QWidget):
    """Tells when it is painted."""

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self._told = told

    def paintEvent(self, _event: object) -> None:
        """Tell."""
        self._told.append("painted")


def test_it_is_told_before_anything_is_painted(jump: ClockJump, clocks: Clocks, qtbot: QtBot) -> None:
    told: list[str] = []
    window = Painted(told)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.installEventFilter(jump)
    jump.jumped.connect(lambda: told.append("jumped"))
    told.clear()
    clocks.wall += 3600
    window.update()
    qtbot.waitUntil(lambda: "painted" in told)
    assert told[0] == "jumped"
    QTest.keyClick(window, Qt.Key.Key_A)
    assert told.count("jumped") == 1
