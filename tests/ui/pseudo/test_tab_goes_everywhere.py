"""Tab reaches every control of each tab of a course and of each page, and comes back to where it began."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from support.open_window import Opened, dozen, opened
from support.places_to_go import PAGES, TABS, Place, settle
from support.receiving_places import FULL

__all__ = ["dozen", "opened"]
MOST_STOPS = 500


def stops(window: QWidget) -> set[QWidget]:
    """Every control in the window where the keyboard should stop; of a row of choices one is enough."""
    found = set()
    for widget in window.findChildren(QWidget):
        takes_keys = widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_keys and widget.focusProxy() is None and not one_of_a_row(widget):
            found.add(widget)
    return found


def one_of_a_row(widget: QWidget) -> bool:
    """Whether arrow keys lead here from its neighbour."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive()


def walk(window: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press Tab until the keyboard is where it was before, and return where it stood."""
    stood: list[QWidget] = []
    for _ in range(MOST_STOPS):
        here = QApplication.focusWidget()
        assert here is not None, f"nothing has the keyboard after {stood[-1:]}"
        if here in stood:
            return stood
        stood.append(here)
        QTest.keyClick(here, key)
        settle()
    raise AssertionError("Tab never came back")


def told(widget: QWidget) -> str:
    """Name a widget as a finding does."""
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.accessibleName() or words!r} in {type(widget.parentWidget()).__name__}"


@pytest.mark.parametrize("place", (*TABS, *PAGES, *FULL), ids=lambda place: place.name)
def test_tab_reaches_everything_and_returns(place: Place, opened: Opened, qtbot: QtBot) -> None:
    place.go(opened.work)
    with qtbot.waitActive(opened.window):
        opened.window.activateWindow()
    if place in TABS:
        opened.window.findChildren(QTabBar)[0].setFocus()
    stood = set(walk(opened.window))
    missed = [one for one in stops(opened.window) - stood if not any(one.isAncestorOf(other) for other in stood)]
    if missed:
        pytest.fail("\n".join(sorted(told(one) for one in missed)))
