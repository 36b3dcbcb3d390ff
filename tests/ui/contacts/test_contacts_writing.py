"""Writing a contact: quickly, with a draft that waits, saved where it belongs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.domain.contacts import ContactKind, ContactState, Minutes, Party, WorkKind
from exit_desktop.services.drafts import list_drafts
from exit_desktop.services.name_guard import guard_words
from exit_desktop.ui.course.contacts.tab import ContactsTab
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.session import Session
from exit_desktop.ui.work_services import draft_store
from support.course_work import shown_course, words_in


def test_a_phone_call_is_one_click_some_words_and_ctrl_enter(tab: ContactsTab, work: CourseWork) -> None:
    QTest.mouseClick(tab.composer.form.kind.chip(ContactKind.PHONE), Qt.MouseButton.LeftButton)
    QTest.keyClicks(tab.composer.form.note, "Aftalte mandag")
    QTest.keyClick(tab.composer.form.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    written = shown_course(work).contacts[0]
    assert (written.kind, written.note, written.on) == (ContactKind.PHONE, "Aftalte mandag", work.session.today())


def test_a_click_on_a_kind_puts_the_keyboard_in_the_note(tab: ContactsTab) -> None:
    assert not tab.composer.form.note.isVisible()
    QTest.mouseClick(tab.composer.form.kind.chip(ContactKind.TEXT), Qt.MouseButton.LeftButton)
    assert tab.composer.form.note.isVisible()
    assert tab.window().focusWidget() is tab.composer.form.note


def here_of(tab: ContactsTab) -> QWidget:
    """What has the keyboard."""
    here = tab.window().focusWidget()
    assert here is not None
    return here


def test_to_write_a_contact_the_keyboard_stands_in_the_note(tab: ContactsTab) -> None:
    tab.begin_contact()
    assert here_of(tab) is tab.composer.form.note


def test_the_keyboard_alone_chooses_a_kind(tab: ContactsTab) -> None:
    tab.begin_contact()
    meeting = tab.composer.form.kind.chip(ContactKind.MEETING)
    for _ in range(4):
        if not meeting.hasFocus():
            QTest.keyClick(here_of(tab), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(here_of(tab), Qt.Key.Key_Right)
    assert tab.composer.form.kind.value is ContactKind.PHONE


def test_a_contact_that_is_added_stands_in_the_log_and_the_fields_fold(tab: ContactsTab) -> None:
    tab.begin_contact()
    tab.composer.form.note.setPlainText("Gik en tur")
    tab.composer.add.click()
    assert [entry.contact.note for entry in tab.log.entries()] == ["Gik en tur"]
    assert not tab.composer.form.note.isVisible()


def test_minutes_are_read_as_people_write_them(tab: ContactsTab, work: CourseWork) -> None:
    tab.begin_contact()
    tab.composer.form.minutes.field(WorkKind.TRANSPORT).setText("1:30")
    tab.composer.add_contact()
    assert shown_course(work).contacts[0].minutes == (Minutes(WorkKind.TRANSPORT, 90),)


def test_what_cannot_be_read_is_told_and_nothing_is_written(tab: ContactsTab, work: CourseWork) -> None:
    tab.begin_contact()
    tab.composer.form.on.setText("i går måske")
    tab.composer.add_contact()
    assert "That is no date." in words_in(tab)
    assert shown_course(work).contacts == ()


def test_a_missed_meeting_is_work_and_not_contact(tab: ContactsTab, work: CourseWork) -> None:
    tab.begin_contact()
    tab.composer.form.outcome.chip(ContactState.DID_NOT_COME).click()
    tab.composer.form.minutes.field(WorkKind.OTHER).setText("30")
    tab.composer.add_contact()
    assert "No contact with the citizen yet." in words_in(tab)
    assert "1 contact · 30 min" in words_in(tab)


def test_a_call_offers_no_place_and_work_alone_nobody(tab: ContactsTab) -> None:
    tab.begin_contact()
    tab.composer.form.kind.chip(ContactKind.PHONE).click()
    tab.composer.form.party.chip(Party.ALONE).click()
    assert not tab.composer.form.place.isVisible()
    assert not tab.composer.form.with_whom.isVisible()


def test_a_draft_is_in_the_file_and_waits_in_its_field_at_the_next_start(
    qtbot: QtBot, tab: ContactsTab, work: CourseWork
) -> None:
    tab.begin_contact()
    tab.composer.form.note.setPlainText("Halvt skrevet")
    qtbot.waitUntil(lambda: bool(list_drafts(work.desk.vault)), timeout=2000)
    again = CourseWork(Session(work.desk, work.session.frame, draft_store(work.desk)), work.desk)
    next_tab = ContactsTab(again)
    qtbot.addWidget(next_tab)
    next_tab.show()
    again.choose(shown_course(work).id)
    assert next_tab.composer.form.note.text() == "Halvt skrevet"
    assert "Not added yet. It waits here." in words_in(next_tab)
    again.session.drafts.clear()


def test_no_draft_is_left_once_it_is_added(tab: ContactsTab, work: CourseWork) -> None:
    tab.begin_contact()
    tab.composer.form.note.setPlainText("Halvt skrevet")
    work.session.drafts.flush()
    tab.composer.add_contact()
    work.session.drafts.flush()
    assert list_drafts(work.desk.vault) == []


def test_a_lock_empties_the_fields_and_keeps_the_draft(tab: ContactsTab, work: CourseWork) -> None:
    tab.begin_contact()
    tab.composer.form.note.setPlainText("Halvt skrevet")
    work.session.drafts.flush()
    work.clear()
    work.session.drafts.flush()
    assert tab.composer.form.note.text() == ""
    assert "Halvt skrevet" in list_drafts(work.desk.vault)[0].body


def test_a_guarded_word_is_told_under_the_field_and_nothing_is_stopped(tab: ContactsTab, work: CourseWork) -> None:
    guard_words(work.desk, "Rosengren")
    tab.begin_contact()
    tab.composer.form.note.setFocus()
    QTest.keyClicks(tab.composer.form.note, "Mødte Rosengren")
    tab.composer.add.setFocus()
    assert "This text holds a word that you guard." in words_in(tab)
    tab.composer.add.click()
    assert len(shown_course(work).contacts) == 1


def test_a_guard_line_stays_away_from_an_ordinary_text(tab: ContactsTab) -> None:
    tab.begin_contact()
    QTest.keyClicks(tab.composer.form.note, "Kaffe ved havnen")
    tab.composer.add.setFocus()
    assert "This" not in words_in(tab)


def test_a_note_of_ten_thousand_characters_is_kept_whole(tab: ContactsTab, work: CourseWork) -> None:
    note = "Vi talte længe. " * 625
    tab.begin_contact()
    tab.composer.form.note.setPlainText(note)
    tab.composer.add_contact()
    assert shown_course(work).contacts[0].note == note.rstrip()


def test_another_language_is_spoken_at_once(tab: ContactsTab, work: CourseWork) -> None:
    work.session.t.use("da")
    tab.retranslate()
    assert "Telefon" in words_in(tab)


def test_a_day_to_come_is_hinted_at_and_nothing_is_stopped(tab: ContactsTab, work: CourseWork) -> None:
    tab.begin_contact()
    tab.composer.form.on.setText("7.12.2026")
    assert "That is not until 14 days from now." in words_in(tab.composer)
    tab.composer.add.click()
    assert shown_course(work).contacts[0].state is ContactState.HELD


def test_the_hint_makes_it_an_appointment(tab: ContactsTab, work: CourseWork) -> None:
    tab.begin_contact()
    tab.composer.form.on.setText("7.12.2026")
    tab.composer.form.ahead.link.click()
    assert "That is not until" not in words_in(tab.composer)
    tab.composer.add.click()
    written = shown_course(work).contacts[0]
    assert (written.state, written.minutes) == (ContactState.PLANNED, ())


@pytest.mark.parametrize("day", ["23.11.2026", "1.11.2026", "i overmorgen"])
def test_a_day_that_has_been_is_not_hinted_at(tab: ContactsTab, day: str) -> None:
    tab.begin_contact()
    tab.composer.form.on.setText(day)
    assert "That is not until" not in words_in(tab.composer)
