"""Tab in the log goes as it is read: line, its fields where it is open, the next line, also where they came late."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.domain.contacts import ContactKind
from exit_desktop.services.desk import commit_course
from exit_desktop.ui.course.contacts.entry import LogEntry, draft_place
from exit_desktop.ui.course.contacts.form_state import FormState, state_text
from exit_desktop.ui.course.contacts.log import IN_SIGHT
from exit_desktop.ui.course.contacts.tab import ContactsTab
from exit_desktop.ui.course.work import CourseWork
from support.course_work import shown_course
from support.courses import TODAY, make_contact
from support.places_to_go import settle


def give(work: CourseWork, many: int) -> None:
    contacts = tuple(make_contact(n, TODAY - timedelta(days=n)) for n in range(1, many + 1))
    work.change(lambda desk, course: commit_course(desk, course, replace(course, contacts=contacts), "contact"))
    settle()


def stops(begin: QWidget, inside: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press Tab until the keyboard leaves."""
    begin.setFocus()
    stood: list[QWidget] = []
    here = QApplication.focusWidget()
    while here is not None and inside.isAncestorOf(here) and here not in stood:
        stood.append(here)
        QTest.keyClick(here, key)
        here = QApplication.focusWidget()
    return stood


def lines_met(tab: ContactsTab, stood: list[QWidget]) -> list[QWidget]:
    lines = [entry.line for entry in tab.log.entries()]
    return [one for one in stood if one in lines]


def active(tab: ContactsTab, qtbot: QtBot) -> None:
    with qtbot.waitActive(tab):
        tab.activateWindow()


def inside_first(entry: LogEntry, stood: list[QWidget]) -> bool:
    """Whether the keyboard went through the fields right after the line, and left them for good."""
    assert entry.editor is not None
    within = [entry.editor.isAncestorOf(one) for one in stood]
    at = stood.index(entry.line)
    return within[at + 1] and within.index(False, at + 1) - at - 1 == sum(within) and entry.editor.delete in stood


def test_a_line_that_was_added_stands_first(tab: ContactsTab, work: CourseWork, qtbot: QtBot) -> None:
    give(work, 4)
    active(tab, qtbot)
    added = replace(make_contact(77), on=TODAY)
    work.change(
        lambda desk, course: commit_course(desk, course, replace(course, contacts=(*course.contacts, added)), "contact")
    )
    settle()
    lines = [entry.line for entry in tab.log.entries()]
    assert lines[0] is tab.log.line_of(added.id)
    assert lines_met(tab, stops(tab.log.party, tab.log)) == lines


def test_an_opened_line_is_gone_through_before_the_next(tab: ContactsTab, work: CourseWork, qtbot: QtBot) -> None:
    give(work, 4)
    active(tab, qtbot)
    entry = tab.log.entries()[1]
    entry.line.click()
    settle()
    stood = stops(tab.log.party, tab.log)
    assert lines_met(tab, stood) == [one.line for one in tab.log.entries()]
    assert inside_first(entry, stood)


def test_another_choice_in_an_opened_line_keeps_its_place(tab: ContactsTab, work: CourseWork, qtbot: QtBot) -> None:
    give(work, 4)
    active(tab, qtbot)
    entry = tab.log.entries()[1]
    entry.line.click()
    assert entry.editor is not None
    phone = entry.editor.form.kind.chip(ContactKind.PHONE)
    phone.click()
    settle()
    stood = [entry.line, *stops(phone, tab.log)]
    assert phone in stood and entry.editor.form.note in stood and inside_first(entry, stood)


def test_the_way_back_is_the_same_way(tab: ContactsTab, work: CourseWork, qtbot: QtBot) -> None:
    give(work, 4)
    active(tab, qtbot)
    tab.log.entries()[1].line.click()
    settle()
    there = stops(tab.log.party, tab.log)
    assert stops(there[-1], tab.log, Qt.Key.Key_Backtab) == there[::-1]


def test_late_lines_follow_the_fields_of_an_open_one(tab: ContactsTab, work: CourseWork, qtbot: QtBot) -> None:
    course_id = shown_course(work).id
    give(work, 25)
    last = tab.log.entries()[IN_SIGHT - 1]
    waits = draft_place(course_id, last.contact.id)
    work.session.drafts.keep(waits, state_text(FormState(on="13.11.2026", note="Halvt")))
    tab.clear()
    work.choose(course_id)
    settle()
    active(tab, qtbot)
    stood = stops(tab.log.party, tab.log)
    assert lines_met(tab, stood) == [one.line for one in tab.log.entries()] and len(tab.log.entries()) == 25
    assert inside_first(tab.log.entries()[IN_SIGHT - 1], stood)


def test_a_line_that_was_folded_up_is_left_for_the_next(tab: ContactsTab, work: CourseWork, qtbot: QtBot) -> None:
    give(work, 4)
    active(tab, qtbot)
    entry = tab.log.entries()[1]
    entry.line.click()
    settle()
    entry.close_fields()
    settle()
    stood = stops(tab.log.entries()[0].line, tab.log)
    assert stood[:4] == [one.line for one in tab.log.entries()]
