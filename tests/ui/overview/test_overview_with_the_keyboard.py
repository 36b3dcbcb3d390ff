"""The overview with the keyboard: its tabs are a stop before what they show, and Ctrl+K knows them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from exit_desktop.ui.overview.overview_page import OverviewPage
from exit_desktop.ui.overview.tab_names import TAB_NAMES, OverviewTabId
from exit_desktop.ui.palette.entries import find_entries
from exit_desktop.ui.shortcuts import ActId
from support.open_window import Opened, dozen, opened
from support.places_to_go import settle

__all__ = ["dozen", "opened"]


def page_of(opened: Opened) -> OverviewPage:
    return opened.window.findChildren(OverviewPage)[0]


def test_the_tabs_are_one_step_before_the_table(opened: Opened, qtbot: QtBot) -> None:
    opened.work.acts.action(ActId.OVERVIEW).trigger()
    with qtbot.waitActive(opened.window):
        opened.window.activateWindow()
    page = page_of(opened)
    bar = page.tabs.tabBar()
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Tab)
    here = QApplication.focusWidget()
    assert here is not None
    assert page.caseload.isAncestorOf(here)
    QTest.keyClick(here, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert isinstance(QApplication.focusWidget(), QTabBar)


@pytest.mark.parametrize("tab", OverviewTabId)
def test_the_palette_leads_to_each_tab(opened: Opened, tab: OverviewTabId) -> None:
    t = opened.work.session.t
    found = find_entries(opened.work.go_to_entries(), t(TAB_NAMES[tab]))
    next(entry for entry in found if entry.hint == t("Overview")).go()
    settle()
    page = page_of(opened)
    assert page.isVisible()
    assert page.tabs.tabText(page.tabs.currentIndex()) == t(TAB_NAMES[tab])
