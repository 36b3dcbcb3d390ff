"""The page of a course: who, where, what can be done; and nothing left after a lock."""

import gc
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from exit_desktop.domain.courses import Course
from exit_desktop.services.courses import record_transition, register_citizen
from exit_desktop.services.desk import Desk
from exit_desktop.services.sharing import set_anonymous
from exit_desktop.ui.course import CoursePage
from exit_desktop.ui.course.tabs import TabId
from exit_desktop.ui.session import Session
from exit_desktop.ui.shortcuts import ActId
from support.window_reading import words_in_sight


def test_header_tells_who_and_where(page: CoursePage) -> None:
    assert page.header.alias.text() == "Mågen"
    assert page.header.place.text() == "Phase 1 · day 145 · no contact yet"


def test_header_offers_three_acts(page: CoursePage) -> None:
    acts = [page.header.contact.text(), page.header.print.text(), page.header.steps.text()]
    assert acts == ["Write a contact", "Print the plan", "The course"]


def test_anonymous_course_has_its_badge(page: CoursePage) -> None:
    page.work.change(lambda desk, course: set_anonymous(desk, course, True))
    assert page.header.badge.isVisible()


def test_before_a_choice_the_page_says_what_to_do(session: Session) -> None:
    assert "Choose a citizen" in words_in_sight(CoursePage(session))


def test_tabs_are_reached_with_the_arrows(page: CoursePage) -> None:
    page.tabs.bar.setFocus()
    QTest.keyClick(page.tabs.bar, Qt.Key.Key_Right)
    assert page.tabs.current is TabId.READINGS


def test_tab_is_built_when_first_looked_at(page: CoursePage) -> None:
    assert page.tabs.tab(TabId.DETAILS) is None
    page.tabs.open(TabId.DETAILS)
    assert page.tabs.tab(TabId.DETAILS) is not None


def test_writing_a_contact_leads_to_its_tab(page: CoursePage) -> None:
    assert page.do_act(ActId.WRITE_CONTACT)
    assert page.tabs.current is TabId.CONTACTS


def test_act_without_a_course_is_not_done(session: Session) -> None:
    assert not CoursePage(session).do_act(ActId.WRITE_CONTACT)


def test_place_survives_a_lock(page: CoursePage, session: Session, course: Course) -> None:
    page.tabs.open(TabId.PLAN)
    other = CoursePage(session)
    other.show_course(course.id)
    other.return_to(page.place())
    assert other.tabs.current is TabId.PLAN


def test_another_citizen_takes_the_place(page: CoursePage, desk: Desk) -> None:
    page.show_course(register_citizen(desk, "Havet").id)
    assert page.header.alias.text() == "Havet"


def test_the_same_citizen_again_keeps_the_way_back(page: CoursePage, course: Course) -> None:
    page.work.change(lambda desk, course: record_transition(desk, course, date(2026, 11, 2)))
    page.show_course(course.id)
    page.do_act(ActId.UNDO)
    assert page.header.place.text().startswith("Phase 1")


def test_cafe_view_hides_the_registration(page: CoursePage) -> None:
    page.tabs.open(TabId.DETAILS)
    assert "Registration" in words_in_sight(page)
    page.set_cafe_view(True)
    assert "Registration" not in words_in_sight(page)


def test_cleared_page_shows_nobody(page: CoursePage) -> None:
    for tab in TabId:
        page.tabs.open(tab)
    page.clear()
    assert "Mågen" not in words_in_sight(page)


def test_cleared_page_holds_no_course(page: CoursePage, desk: Desk) -> None:
    page.show_course(register_citizen(desk, "Havet").id)
    for tab in TabId:
        page.tabs.open(tab)
    page.clear()
    gc.collect()
    held = sum(type(one) is Course and one.citizen.alias == "Havet" for one in gc.get_objects())
    assert held == 0


def test_the_menu_of_steps_is_called_the_course(page: CoursePage) -> None:
    assert page.header.steps.text() == "The course"
