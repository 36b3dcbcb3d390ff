"""A small screen shows the whole window, wherever it stood before."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect

from exit_desktop.system.preferences import WindowPlace
from exit_desktop.ui.frame import Frame
from exit_desktop.ui.main_window import USUAL_SIZE, MainWindow
from exit_desktop.ui.start.start_area import StartArea, StartWith

SMALL, LARGE = QRect(0, 0, 1366, 728), QRect(0, 0, 1920, 1040)
Making = Callable[[WindowPlace | None], MainWindow]


@pytest.fixture
def make(frame: Frame) -> Making:
    def window(place: WindowPlace | None) -> MainWindow:
        frame.keep(replace(frame.preferences, window=place))
        return MainWindow(frame, StartArea(frame, StartWith(())))

    return window


def test_a_screen_that_is_too_low_is_filled(make: Making) -> None:
    window = make(None)
    window.keep_within(SMALL)
    assert window.isMaximized()


def test_a_large_screen_keeps_the_usual_size(make: Making) -> None:
    window = make(None)
    window.move(100, 100)
    window.keep_within(LARGE)
    assert (window.isMaximized(), window.size().toTuple()) == (False, USUAL_SIZE)


def test_a_window_from_a_screen_that_is_gone_comes_back(make: Making) -> None:
    window = make(WindowPlace(2500, 300, 1000, 600))
    window.keep_within(LARGE)
    assert LARGE.contains(window.geometry())
