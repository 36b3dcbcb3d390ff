"""The log: read, changed where it stands, sifted, deleted and put back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exit_desktop.domain.contacts import Contact, ContactState, Party
from exit_desktop.services.desk import commit_course
from exit_desktop.ui.course.contacts.entry import draft_place
from exit_desktop.ui.course.contacts.form_state import FormState, state_text
from exit_desktop.ui.course.contacts.log import AT_FIRST
from exit_desktop.ui.course.contacts.tab import ContactsTab
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.messages import Message
from support.course_work import shown_course, words_in
from support.courses import TODAY, make_contact
from support.places_to_go import settle

HALF = state_text(FormState(on="23.11.2026", note="Halvt"))


def give(work: CourseWork, *contacts: Contact) -> None:
    work.change(lambda desk, course: commit_course(desk, course, replace(course, contacts=contacts), "contact"))


def test_an_empty_log_says_what_it_is_for(tab: ContactsTab) -> None:
    assert "Here is what you have done together" in words_in(tab)


def test_months_count_hours_and_kinds(tab: ContactsTab, work: CourseWork) -> None:
    give(work, make_contact(1), make_contact(2, TODAY - timedelta(days=1)), make_contact(3, TODAY - timedelta(days=40)))
    words = words_in(tab)
    assert "2 contacts · 1 h 30 min" in words
    assert "Social support 1 h 30 min" in words
    assert "October 2026" in words


def test_the_log_tells_last_contact_and_how_often(tab: ContactsTab, work: CourseWork) -> None:
    give(work, *(make_contact(n, TODAY - timedelta(days=3 + 7 * n)) for n in range(2)))
    assert "Last contact with the citizen: Friday 20 November, 3 days ago." in words_in(tab)
    assert "2 contacts in the last four weeks." in words_in(tab)


def test_a_note_that_is_changed_is_saved_when_the_field_is_left(tab: ContactsTab, work: CourseWork) -> None:
    give(work, make_contact(1))
    QTest.mouseClick(tab.log.entries()[0].line, Qt.MouseButton.LeftButton)
    editor = tab.log.entries()[0].editor
    assert editor is not None
    editor.form.note.setFocus()
    QTest.keyClicks(editor.form.note, "Og ")
    editor.form.on.setFocus()
    assert shown_course(work).contacts[0].note == "Og Kaffe ved søen."
    assert tab.log.entries()[0].editor is editor


def test_reading_a_contact_writes_nothing(tab: ContactsTab, work: CourseWork) -> None:
    give(work, make_contact(1))
    revision = shown_course(work).revision
    line = tab.log.entries()[0].line
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert shown_course(work).revision == revision


def test_a_changed_date_moves_the_line_and_keeps_it_open(tab: ContactsTab, work: CourseWork) -> None:
    give(work, make_contact(1), make_contact(2, TODAY - timedelta(days=2)))
    entry = tab.log.open_contact(make_contact(1).id)
    assert entry is not None and entry.editor is not None
    entry.editor.form.on.setText("1.11.2026")
    entry.editor.save()
    assert [line.contact.id for line in tab.log.entries()][-1] == make_contact(1).id
    assert tab.log.entries()[-1].editor is not None


def test_what_is_half_changed_opens_again_at_the_next_start(qtbot: QtBot, tab: ContactsTab, work: CourseWork) -> None:
    give(work, make_contact(1))
    entry = tab.log.open_contact(make_contact(1).id)
    assert entry is not None and entry.editor is not None
    entry.editor.form.note.setPlainText("Ikke gemt endnu")
    again = ContactsTab(work)
    qtbot.addWidget(again)
    again.show()
    editor = again.log.entries()[0].editor
    assert editor is not None
    assert editor.form.note.text() == "Ikke gemt endnu"


def test_the_first_press_on_a_line_that_opened_by_itself_only_brings_the_keyboard(
    qtbot: QtBot, tab: ContactsTab, work: CourseWork
) -> None:
    give(work, make_contact(1))
    work.session.drafts.keep(draft_place(shown_course(work).id, make_contact(1).id), HALF)
    again = ContactsTab(work)
    qtbot.addWidget(again)
    again.show()
    with qtbot.waitActive(again):
        again.activateWindow()
    entry = again.log.entries()[0]
    QTest.mouseClick(entry.line, Qt.MouseButton.LeftButton)
    assert entry.editor is not None
    assert again.focusWidget() is entry.editor.form.note
    assert shown_course(work).contacts == (make_contact(1),)


def test_another_line_leaves_one_that_opened_by_itself_as_it_is(
    qtbot: QtBot, tab: ContactsTab, work: CourseWork
) -> None:
    give(work, make_contact(1), make_contact(2, TODAY - timedelta(days=2)))
    work.session.drafts.keep(draft_place(shown_course(work).id, make_contact(1).id), HALF)
    again = ContactsTab(work)
    qtbot.addWidget(again)
    again.show()
    QTest.mouseClick(again.log.entries()[1].line, Qt.MouseButton.LeftButton)
    assert again.log.entries()[0].editor is not None
    assert make_contact(1) in shown_course(work).contacts


def test_a_deleted_contact_waits_in_the_bin_and_comes_back(tab: ContactsTab, work: CourseWork) -> None:
    give(work, make_contact(1))
    entry = tab.log.open_contact(make_contact(1).id)
    assert entry is not None and entry.editor is not None
    entry.editor.delete.click()
    assert shown_course(work).contacts == ()
    tab.bin.link.click()
    assert "1 contact in the bin" in words_in(tab)
    next(button for button in tab.bin.findChildren(type(entry.editor.delete)) if button.text() == "Put back").click()
    assert shown_course(work).contacts == (make_contact(1),)


def test_a_deletion_can_be_undone_at_once(tab: ContactsTab, work: CourseWork) -> None:
    told: list[Message] = []
    work.session.told.connect(told.append)
    give(work, make_contact(1))
    entry = tab.log.open_contact(make_contact(1).id)
    assert entry is not None and entry.editor is not None
    entry.editor.delete.click()
    assert told[-1].act is not None
    told[-1].act()
    assert [line.contact.id for line in tab.log.entries()] == [make_contact(1).id]


def test_the_log_can_be_sifted(tab: ContactsTab, work: CourseWork) -> None:
    give(work, make_contact(1), make_contact(2, party=Party.NETWORK, with_whom="søster"))
    tab.log.party.setCurrentIndex(tab.log.party.findData("network"))
    assert [entry.contact.with_whom for entry in tab.log.entries()] == ["søster"]


def test_three_hundred_contacts_are_made_as_they_come_into_sight(tab: ContactsTab, work: CourseWork) -> None:
    give(work, *(make_contact(n, TODAY - timedelta(days=n % 200)) for n in range(300)))
    settle()
    assert len(tab.log.entries()) == AT_FIRST
    while tab.log.show_more():
        pass
    assert len(tab.log.entries()) == 300


def test_lines_come_also_after_one_failed_to(
    tab: ContactsTab, work: CourseWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(work, *(make_contact(n, TODAY - timedelta(days=n % 200)) for n in range(100)))
    settle()
    with monkeypatch.context() as broken:
        broken.setattr(tab.log, "_column", None)
        with pytest.raises(AttributeError):
            tab.log.show_more()
    assert tab.log.show_more()


def test_scrolling_to_the_end_brings_more(qtbot: QtBot, tab: ContactsTab, work: CourseWork) -> None:
    give(work, *(make_contact(n, TODAY - timedelta(days=n % 200)) for n in range(300)))
    bar = tab.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert len(tab.log.entries()) > AT_FIRST


def test_arrow_keys_walk_the_lines(tab: ContactsTab, work: CourseWork) -> None:
    give(work, make_contact(1), make_contact(2, TODAY - timedelta(days=2)))
    first, second = tab.log.entries()
    first.line.setFocus()
    QTest.keyClick(first.line, Qt.Key.Key_Down)
    assert tab.window().focusWidget() is second.line


def test_a_line_says_itself_to_a_screen_reader(tab: ContactsTab, work: CourseWork) -> None:
    give(work, make_contact(1, state=ContactState.DID_NOT_COME))
    name = tab.log.entries()[0].line.accessibleName()
    assert name == ("Monday 23 November at 14:30: Meeting, With the citizen, Did not come. 45 min Kaffe ved søen.")


def test_a_contact_behind_the_filter_can_be_opened(tab: ContactsTab, work: CourseWork) -> None:
    give(work, *(make_contact(n, TODAY - timedelta(days=n)) for n in range(100)))
    tab.log.party.setCurrentIndex(tab.log.party.findData("network"))
    tab.open_contact(make_contact(99).id)
    assert [entry.contact.id for entry in tab.log.entries() if entry.editor] == [make_contact(99).id]
