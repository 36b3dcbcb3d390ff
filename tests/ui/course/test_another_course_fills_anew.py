"""Lines that are kept from one course to the next show the next one, whole and in their order; nothing is made up."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.domain.courses import Course
from exit_desktop.services.contacts import record_contact
from exit_desktop.services.courses import register_citizen
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.ui.course import CoursePage
from exit_desktop.ui.course.contacts.log import AT_FIRST
from exit_desktop.ui.course.contacts.tab import ContactsTab
from exit_desktop.ui.course.details.details_tab import DetailsTab
from exit_desktop.ui.course.readings.instrument_form import InstrumentForm
from exit_desktop.ui.course.readings.readings_tab import ReadingsTab
from exit_desktop.ui.course.tabs import TabId
from exit_desktop.ui.widgets.buttons import LinkButton
from support.course_work import words_in
from support.courses import TODAY, make_contact
from support.places_to_go import settle


@pytest.fixture
def other(desk: Desk) -> Course:
    """Havet, with many contacts and nothing else."""
    course = register_citizen(desk, "Havet")
    contacts = tuple(replace(make_contact(100 + n, TODAY - timedelta(days=n)), note=f"Hav {n}.") for n in range(40))
    return commit_course(desk, course, replace(course, contacts=contacts), "contact")


@pytest.fixture
def log(page: CoursePage, qtbot: QtBot) -> ContactsTab:
    """The contacts of Mågen: two, the newer one open."""
    two = (make_contact(1), make_contact(2, TODAY - timedelta(days=1)))
    page.work.change(lambda desk, course: commit_course(desk, course, replace(course, contacts=two), "contact"))
    tab = page.tabs.open(TabId.CONTACTS)
    assert isinstance(tab, ContactsTab)
    settle()
    tab.log.open_contact(make_contact(1).id)
    return tab


def test_the_log_shows_the_other_courses_contacts_folded(page: CoursePage, log: ContactsTab, other: Course) -> None:
    page.show_course(other.id)
    settle()
    entries = log.log.entries()
    newest = sorted(other.contacts, key=lambda one: one.on, reverse=True)
    assert len(entries) >= AT_FIRST and [entry.contact for entry in entries] == newest[: len(entries)]
    assert not any(entry.editor or entry.line.isChecked() for entry in entries)
    assert "Kaffe" not in words_in(log) and "Kaffe" not in entries[0].line.accessibleName()


def test_tab_goes_from_line_to_line_also_where_they_came_late(
    page: CoursePage, log: ContactsTab, other: Course
) -> None:
    page.show_course(other.id)
    settle()
    lines = [entry.line for entry in log.log.entries()]
    assert [line.nextInFocusChain() for line in lines[:-1]] == [*lines[1:]]


def test_back_at_the_first_course_its_own_contacts_stand_there(
    page: CoursePage, log: ContactsTab, other: Course, course: Course
) -> None:
    page.show_course(other.id)
    page.show_course(course.id)
    settle()
    assert [entry.contact.id for entry in log.log.entries()] == [make_contact(1).id, make_contact(2).id]


def test_a_course_without_readings_leaves_no_line_of_the_one_before(page: CoursePage, other: Course) -> None:
    tab = page.tabs.open(TabId.READINGS)
    assert isinstance(tab, ReadingsTab) and "2 March 2027" in words_in(tab)
    page.show_course(other.id)
    assert "2 March 2027" not in words_in(tab)
    assert not any(link.isVisibleTo(tab) and link.text() == "Begin" for link in tab.findChildren(LinkButton))


def test_until_the_registration_is_there_nothing_is_said_in_its_place(page: CoursePage, other: Course) -> None:
    tab = page.tabs.open(TabId.DETAILS)
    assert isinstance(tab, DetailsTab)
    settle()
    assert "The registration is complete" in words_in(tab.registration)
    page.show_course(other.id)
    assert words_in(tab.registration).strip() == "Registration"
    settle()
    assert "The registration is complete" in words_in(tab.registration)


def test_a_change_in_another_tab_lets_the_registration_stand(page: CoursePage, other: Course) -> None:
    tab = page.tabs.open(TabId.DETAILS)
    assert isinstance(tab, DetailsTab)
    settle()
    form = tab.registration.findChildren(InstrumentForm)[0]
    page.tabs.open(TabId.CONTACTS)
    page.work.change(lambda desk, course: record_contact(desk, course, make_contact(1)))
    page.tabs.open(TabId.DETAILS)
    assert "The registration is complete" in words_in(tab.registration)
    assert tab.registration.findChildren(InstrumentForm)[0] is form


def test_a_place_in_a_tab_is_found_at_once(page: CoursePage, course: Course, other: Course) -> None:
    page.tabs.open(TabId.OVERVIEW)
    page.show_course(other.id)
    page.show_course(course.id)
    tab = page.tabs.open_whole(TabId.DETAILS)
    assert isinstance(tab, DetailsTab)
    assert "The registration is complete" in words_in(tab.registration)
