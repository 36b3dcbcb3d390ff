"""What was added or refused stands in sight, and the keyboard where the work goes on."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.domain.contacts import WorkKind
from exit_desktop.ui.course.contacts.tab import ContactsTab
from exit_desktop.ui.course.tabs import TabId
from exit_desktop.ui.shortcuts import ActId
from support.open_window import Opened, dozen, opened
from support.places_to_go import settle

__all__ = ["dozen", "opened"]


@pytest.fixture
def writing(opened: Opened, qtbot: QtBot) -> ContactsTab:
    """The fields of a new contact on a small screen, in a course with a log."""
    opened.window.resize(1366, 728)
    opened.work.go_to_entries()[2].go()
    opened.work.acts.action(ActId.WRITE_CONTACT).trigger()
    with qtbot.waitActive(opened.window):
        opened.window.activateWindow()
    tab = opened.work._course.tabs.tab(TabId.CONTACTS)
    assert isinstance(tab, ContactsTab)
    tab.composer.form.note.setPlainText("Vi gik til biblioteket.")
    settle()
    return tab


def in_sight(tab: ContactsTab, part: QWidget) -> bool:
    view = tab.area.viewport()
    return view.rect().contains(QRect(part.mapTo(view, part.rect().topLeft()), part.size()))


def test_the_line_of_what_was_added_is_in_sight(writing: ContactsTab) -> None:
    writing.composer.add.click()
    QTest.qWait(50)
    line = writing.window().focusWidget()
    assert line is not None
    assert in_sight(writing, line)


def test_a_date_that_cannot_be_read_has_the_keyboard_and_its_sentence_is_in_sight(writing: ContactsTab) -> None:
    form = writing.composer.form
    form.on.setText("31.2.2026")
    writing.composer.add_contact()
    QTest.qWait(50)
    assert writing.window().focusWidget() is form.on
    assert in_sight(writing, form._fault)


def test_minutes_that_cannot_be_read_have_the_keyboard(writing: ContactsTab) -> None:
    field = writing.composer.form.minutes.field(WorkKind.TRANSPORT)
    field.setText("længe")
    writing.composer.add_contact()
    assert writing.window().focusWidget() is field


def test_a_contact_of_a_day_to_come_is_told_as_that(writing: ContactsTab, opened: Opened) -> None:
    told: list[str] = []
    opened.work.session.told.connect(lambda message: told.append(message.text))
    writing.composer.form.on.setText("1.1.2030")
    writing.composer.add_contact()
    assert any("still to come" in words for words in told)


def test_words_that_were_taken_back_are_in_sight(writing: ContactsTab, opened: Opened) -> None:
    writing.composer.add_contact()
    QTest.qWait(50)
    opened.work.acts.action(ActId.UNDO).trigger()
    QTest.qWait(50)
    assert writing.window().focusWidget() is writing.composer.form.note
    assert in_sight(writing, writing.composer.form.note)
