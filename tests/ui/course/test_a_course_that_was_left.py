"""A course is left before the late parts of its page came: nothing of it is shown or written under the next one."""

from dataclasses import replace
from datetime import timedelta

import pytest

from exit_desktop.domain.courses import Course
from exit_desktop.services.courses import load_course, register_citizen
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.ui.course import CoursePage
from exit_desktop.ui.course.contacts import ContactsTab
from exit_desktop.ui.course.contacts.entry import ContactEditor, draft_place
from exit_desktop.ui.course.contacts.form_state import FormState, state_text
from exit_desktop.ui.course.contacts.log import AT_FIRST
from exit_desktop.ui.course.tabs import TabId
from support.courses import TODAY, make_contact
from support.places_to_go import settle

LATE = make_contact(125).id


@pytest.fixture
def left(desk: Desk) -> Course:
    """Havet, with many contacts; at one that comes late, words wait."""
    course = register_citizen(desk, "Havet")
    contacts = tuple(make_contact(100 + n, TODAY - timedelta(days=n)) for n in range(40))
    return commit_course(desk, course, replace(course, contacts=contacts), "contact")


@pytest.fixture
def contacts(page: CoursePage, left: Course) -> ContactsTab:
    """The contacts of Mågen, in sight."""
    page.work.session.drafts.keep(draft_place(left.id, LATE), state_text(FormState(on="29.10.2026", note="Halvt")))
    tab = page.tabs.open(TabId.CONTACTS)
    assert isinstance(tab, ContactsTab)
    settle()
    return tab


def leave(page: CoursePage, left: Course, course: Course, tab: TabId) -> None:
    """Choose a course in a tab, and another one in another tab before the late parts came."""
    page.tabs.open(tab)
    page.show_course(left.id)
    page.tabs.open(TabId.READINGS)
    page.show_course(course.id)
    settle()


def late_editor(page: CoursePage, contacts: ContactsTab, left: Course) -> ContactEditor:
    """Go back to the contacts of the course that was left and return the fields in which words wait."""
    page.show_course(left.id)
    page.tabs.open(TabId.CONTACTS)
    settle()
    return next(entry.editor for entry in contacts.log.entries() if entry.editor is not None)


def test_words_in_late_fields_are_written_under_their_own_course(
    page: CoursePage, contacts: ContactsTab, left: Course, course: Course, desk: Desk
) -> None:
    leave(page, left, course, TabId.CONTACTS)
    editor = late_editor(page, contacts, left)
    editor.form.note.setPlainText("Helt")
    assert set(page.work.session.drafts.places()) == {draft_place(left.id, LATE)}
    assert editor.save()
    assert next(one for one in load_course(desk, left.id).contacts if one.id == LATE).note == "Helt"
    assert load_course(desk, course.id).contacts == ()


def test_the_late_lines_come_when_their_course_is_back(
    page: CoursePage, contacts: ContactsTab, left: Course, course: Course
) -> None:
    leave(page, left, course, TabId.CONTACTS)
    late_editor(page, contacts, left)
    assert len(contacts.log.entries()) >= AT_FIRST


def test_fields_of_a_course_that_was_left_do_not_let_their_words_go(
    page: CoursePage, contacts: ContactsTab, left: Course, course: Course
) -> None:
    editor = late_editor(page, contacts, left)
    page.tabs.open(TabId.READINGS)
    page.show_course(course.id)
    editor.form.note.setPlainText("Mere")
    assert not editor.save()
    assert "Mere" in page.work.session.drafts.text(draft_place(left.id, LATE))


def test_fields_of_a_course_that_was_left_take_nothing_out_of_the_next(
    page: CoursePage, contacts: ContactsTab, left: Course, course: Course, desk: Desk
) -> None:
    editor = late_editor(page, contacts, left)
    page.tabs.open(TabId.READINGS)
    page.show_course(course.id)
    editor.delete.click()
    assert load_course(desk, left.id).contacts == left.contacts
    assert page.work.session.drafts.text(draft_place(left.id, LATE))
