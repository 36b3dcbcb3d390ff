"""Coming meetings: planned once or weekly, and settled with one click when their time has come."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from exit_desktop.domain.contacts import Contact, ContactState
from exit_desktop.services.desk import commit_course
from exit_desktop.ui.course.contacts.coming import PlannedLine
from exit_desktop.ui.course.contacts.tab import ContactsTab
from exit_desktop.ui.course.work import CourseWork
from support.course_work import shown_course, words_in
from support.courses import TODAY, make_contact


def plan(work: CourseWork, *contacts: Contact) -> None:
    planned = tuple(replace(c, state=ContactState.PLANNED, minutes=()) for c in contacts)
    work.change(lambda desk, course: commit_course(desk, course, replace(course, contacts=planned), "contact"))


def press(line: PlannedLine, words: str) -> None:
    next(button for button in line.findChildren(QPushButton) if button.text() == words).click()


def test_a_meeting_is_planned_with_date_and_time(tab: ContactsTab, work: CourseWork) -> None:
    tab.plan_meeting()
    tab.coming.form.form.on.setText("1/12")
    tab.coming.form.form.at.setText("14")
    tab.coming.form.plan.click()
    assert "Tuesday 1 December at 14:00" in words_in(tab.coming)
    assert shown_course(work).contacts[0].state is ContactState.PLANNED


def test_a_weekly_meeting_repeats_as_often_as_asked(tab: ContactsTab, work: CourseWork) -> None:
    tab.plan_meeting()
    tab.coming.form.times.setText("6")
    tab.coming.form.plan.click()
    days = [contact.on for contact in shown_course(work).contacts]
    assert days == [TODAY + timedelta(weeks=week) for week in range(1, 7)]


def test_too_many_weeks_are_told_and_nothing_is_planned(tab: ContactsTab, work: CourseWork) -> None:
    tab.plan_meeting()
    tab.coming.form.times.setText("99")
    tab.coming.form.plan.click()
    assert "A meeting can be planned 1 to 26 weeks in a row." in words_in(tab)
    assert shown_course(work).contacts == ()


def test_a_series_ends_where_it_is_ended(tab: ContactsTab, work: CourseWork) -> None:
    tab.plan_meeting()
    tab.coming.form.times.setText("6")
    tab.coming.form.plan.click()
    press(tab.coming.lines()[2], "End the weekly meetings")
    assert len(shown_course(work).contacts) == 2


def test_a_meeting_to_come_asks_not_yet_what_became_of_it(tab: ContactsTab, work: CourseWork) -> None:
    plan(work, make_contact(1, TODAY + timedelta(days=1)))
    assert "It took place" not in words_in(tab.coming)


def test_a_meeting_that_took_place_is_one_click_and_then_its_note(tab: ContactsTab, work: CourseWork) -> None:
    plan(work, make_contact(1))
    press(tab.coming.lines()[0], "It took place")
    assert shown_course(work).contacts[0].state is ContactState.HELD
    entry = tab.log.entries()[0]
    assert entry.editor is not None
    assert tab.window().focusWidget() is entry.editor.form.note


def test_a_missed_meeting_is_one_click_too(tab: ContactsTab, work: CourseWork) -> None:
    plan(work, make_contact(1))
    press(tab.coming.lines()[0], "Did not come")
    assert shown_course(work).contacts[0].state is ContactState.DID_NOT_COME


def test_a_moved_meeting_stays_planned_on_its_new_day(tab: ContactsTab, work: CourseWork) -> None:
    plan(work, make_contact(1))
    line = tab.coming.lines()[0]
    press(line, "Move to another day")
    line.on.setText("26.11.2026")
    press(line, "Move")
    moved = shown_course(work).contacts[0]
    assert (moved.on, moved.state) == (TODAY + timedelta(days=3), ContactState.PLANNED)


def test_a_meeting_half_planned_waits_where_it_was(qtbot: QtBot, tab: ContactsTab, work: CourseWork) -> None:
    tab.plan_meeting()
    tab.coming.form.form.note.setPlainText("Tage brevet med")
    again = ContactsTab(work)
    qtbot.addWidget(again)
    again.show()
    assert again.coming.form.isVisible()
    assert again.coming.form.form.note.text() == "Tage brevet med"
