"""A course is left before the late parts of its page came: nothing of it is shown or written under the next one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from exit_desktop.domain.courses import Course, Milestone, MilestoneKind
from exit_desktop.domain.network import NetworkMeeting
from exit_desktop.domain.plans import FocusArea
from exit_desktop.services import network, plans
from exit_desktop.services.courses import add_milestone, load_course, register_citizen, start_course
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.ui.course import CoursePage
from exit_desktop.ui.course.contacts.entry import ContactEditor, draft_place
from exit_desktop.ui.course.contacts.form_state import FormState, state_text
from exit_desktop.ui.course.contacts.log import AT_FIRST
from exit_desktop.ui.course.contacts.tab import ContactsTab
from exit_desktop.ui.course.tabs import TabId
from support.course_work import words_in
from support.courses import TODAY, make_contact, uid
from support.networks import DOCTOR, MOTHER, POST
from support.places_to_go import settle

LATE = make_contact(125).id


@pytest.fixture
def left(desk: Desk) -> Course:
    """Havet, with something in every tab; at a contact that comes late, words wait."""
    course = start_course(desk, register_citizen(desk, "Havet"), date(2026, 8, 3))
    contacts = tuple(make_contact(100 + n, TODAY - timedelta(days=n)) for n in range(40))
    course = commit_course(desk, course, replace(course, contacts=contacts), "contact")
    course = plans.choose_areas(desk, course, (FocusArea.FINANCES, FocusArea.HOUSING))
    for focus in course.plans[0].focuses:
        course = plans.add_wish(desk, course, focus.id, "Hav under båden")
    for person in (MOTHER, DOCTOR):
        course = network.put_person(desk, course, person)
    course = network.put_task(desk, course, POST)
    course = network.put_meeting(desk, course, NetworkMeeting(uid(80), TODAY, "mor", "Hav i sigte"))
    return add_milestone(desk, course, Milestone(uid(91), TODAY, MilestoneKind.MOVED, "egen havn"))


@pytest.fixture
def contacts(page: CoursePage, left: Course) -> ContactsTab:
    """The contacts of Mågen, in sight; words wait in late fields of the other course."""
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


OF_THE_OTHER = {
    TabId.PLAN: ("Hav under båden",),
    TabId.NETWORK: ("Lise", "læge", POST.what, "Hav i sigte"),
    TabId.DETAILS: ("Havet", "egen havn"),
}


@pytest.mark.parametrize("tab", OF_THE_OTHER)
def test_a_tab_shows_nothing_of_the_course_that_was_left(
    page: CoursePage, left: Course, course: Course, tab: TabId
) -> None:
    page.tabs.open(tab)
    settle()
    leave(page, left, course, tab)
    shown = page.tabs.open(tab)
    assert not [words for words in OF_THE_OTHER[tab] if words in words_in(shown)]
    settle()
    assert not [words for words in OF_THE_OTHER[tab] if words in words_in(shown)]


@pytest.mark.parametrize("tab", OF_THE_OTHER)
def test_back_at_the_course_that_was_left_all_of_it_stands_there(
    page: CoursePage, left: Course, course: Course, tab: TabId
) -> None:
    leave(page, left, course, tab)
    page.show_course(left.id)
    shown = page.tabs.open_whole(tab)
    settle()
    assert [words for words in OF_THE_OTHER[tab] if words in words_in(shown)] == [*OF_THE_OTHER[tab]]


def test_every_field_that_opens_late_belongs_to_its_own_course(
    page: CoursePage, contacts: ContactsTab, left: Course, course: Course
) -> None:
    leave(page, left, course, TabId.CONTACTS)
    assert [entry.editor for entry in contacts.log.entries() if entry.editor] == []
    late_editor(page, contacts, left)
    editors = [entry.editor for entry in contacts.log.entries() if entry.editor]
    assert [editor.place for editor in editors] == [draft_place(left.id, LATE)]
    assert page.work.session.drafts.places() == (draft_place(left.id, LATE),)
