"""In a narrow window the list lies over the page: the keyboard is never under it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exit_desktop.ui.citizens.citizen_list import CitizenList
from exit_desktop.ui.shortcuts import ActId
from support.open_window import Opened, dozen, opened
from support.places_to_go import settle
from support.window_reading import first

__all__ = ["dozen", "opened"]


@pytest.fixture
def narrow(opened: Opened, qtbot: QtBot) -> Opened:
    """A narrow window with somebody's course in it, and the list over it."""
    opened.window.resize(900, 700)
    opened.work.go_to_entries()[0].go()
    settle()
    opened.work.acts.action(ActId.LIST).trigger()
    with qtbot.waitActive(opened.window):
        opened.window.activateWindow()
    return opened


def test_tab_goes_on_from_the_drawer_into_a_page_in_sight(narrow: Opened) -> None:
    first(narrow.window, CitizenList).view.setFocus()
    assert narrow.work.list_shown
    narrow.window.focusNextPrevChild(True)
    settle()
    assert not narrow.work.list_shown


def test_the_drawer_takes_the_keyboard_when_it_comes(narrow: Opened) -> None:
    assert narrow.window.focusWidget() is first(narrow.window, CitizenList).search


def test_esc_gives_the_keyboard_back_to_the_page(narrow: Opened) -> None:
    search = first(narrow.window, CitizenList).search
    QTest.keyClick(search, Qt.Key.Key_Escape)
    settle()
    here = narrow.window.focusWidget()
    assert (narrow.work.list_shown, here is not None and here.isVisible()) == (False, True)
