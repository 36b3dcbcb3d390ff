"""Where the keyboard is after an unlock and after a citizen was gone to by typing."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from exit_desktop.services.practice import PracticeVault
from exit_desktop.services.vaults import unlock_vault
from exit_desktop.ui import work_area
from exit_desktop.ui.course.contacts.tab import ContactsTab
from exit_desktop.ui.course.tabs import TabId
from exit_desktop.ui.hours.hours_page import HoursPage
from exit_desktop.ui.hours.own_work import OwnWork
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.main_window import MainWindow
from exit_desktop.ui.shortcuts import ActId
from exit_desktop.ui.today.today_page import TodayPage
from exit_desktop.ui.widgets.fields import TextArea
from support.open_window import Opened, dozen, opened
from support.places_to_go import settle
from support.window_reading import first

__all__ = ["dozen", "opened"]


def choose_someone(opened: Opened) -> None:
    entry = opened.work.go_to_entries()[0]
    entry.go()
    settle()


def lock_and_unlock(window: MainWindow, dozen: PracticeVault) -> None:
    assert window.work is not None
    folder = window.work.session.vault.folder
    window.lock(LockReason.ASKED)
    settle()
    window.start.opened.emit(unlock_vault(folder, dozen.passphrase))
    window.work.presence.idle.stop()
    settle()


def test_a_note_that_was_being_written_has_the_keyboard_after_the_unlock(opened: Opened, dozen: PracticeVault) -> None:
    choose_someone(opened)
    opened.work.acts.action(ActId.WRITE_CONTACT).trigger()
    tab = opened.work._course.tabs.tab(TabId.CONTACTS)
    assert isinstance(tab, ContactsTab)
    tab.composer.form.note.setFocus()
    QTest.keyClicks(tab.composer.form.note, "Halvt skrevet")
    lock_and_unlock(opened.window, dozen)
    here = opened.window.focusWidget()
    assert isinstance(here, TextArea)
    assert (here.text(), here.textCursor().position()) == ("Halvt skrevet", len("Halvt skrevet"))


def test_a_course_has_the_keyboard_again_after_the_unlock(opened: Opened, dozen: PracticeVault) -> None:
    choose_someone(opened)
    lock_and_unlock(opened.window, dozen)
    assert isinstance(opened.window.focusWidget(), QTabBar)


def test_without_a_course_the_day_has_the_keyboard(opened: Opened, dozen: PracticeVault, qtbot: QtBot) -> None:
    lock_and_unlock(opened.window, dozen)
    with qtbot.waitActive(opened.window):
        opened.window.activateWindow()
    assert opened.window.focusWidget() is first(opened.window, TodayPage).view


def test_a_citizen_gone_to_by_typing_has_the_keyboard(opened: Opened, qtbot: QtBot) -> None:
    choose_someone(opened)
    opened.work.acts.action(ActId.SEARCH).trigger()
    choose_someone(opened)
    QApplication.processEvents()
    assert isinstance(opened.window.focusWidget(), QTabBar)


def test_own_hours_have_the_keyboard_where_they_are_written(opened: Opened, qtbot: QtBot) -> None:
    opened.work.acts.action(ActId.HOURS).trigger()
    with qtbot.waitActive(opened.window):
        opened.window.activateWindow()
    page = first(opened.window, HoursPage)
    assert opened.window.focusWidget() is page.form.kind.chip(OwnWork.TEAM_MEETING)


def test_whoever_types_a_name_before_the_day_is_there_goes_on_typing(
    opened: Opened, dozen: PracticeVault, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work_area, "MANY", 0)
    window = opened.window
    window.resize(1400, 800)
    lock_and_unlock(window, dozen)
    assert window.work is not None
    search = window.work._list.search
    assert window.focusWidget() is search
    QTest.keyClicks(search, "an")
    qtbot.waitUntil(lambda: window.work is not None and window.work.current_place is ActId.TODAY)
    assert window.focusWidget() is search and search.text() == "an"
