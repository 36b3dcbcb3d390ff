"""The page before a meeting: what it tells, how it is blanked, and where it leads."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from exit_desktop.domain.calendar import Occasion
from exit_desktop.domain.contacts import ContactState
from exit_desktop.domain.courses import Course
from exit_desktop.domain.network import Handover, NetworkPerson, SupportTask, TaskHolder
from exit_desktop.services.contacts import record_contact
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.services.readings import begin_reading
from exit_desktop.services.safety import save_safety_note
from exit_desktop.ui.course.before.before_page import BeforePage
from exit_desktop.ui.course.course_page import BEFORE, CoursePage
from exit_desktop.ui.course.tabs import TabId
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.session import Session
from exit_desktop.ui.shortcuts import ActId
from support.course_work import shown_course, words_in
from support.courses import TODAY, make_contact, make_plan, uid
from support.window_reading import first, tab_in_front


def fill(desk: Desk, course: Course) -> Course:
    """Give a course a note, a plan, a meeting today and a task on its way."""
    people = (NetworkPerson(uid(31), "søster"),)
    task = SupportTask(uid(32), "Går med til lægen", TaskHolder.NETWORK, uid(31), tried_out_on=TODAY)
    after = replace(course, plans=(make_plan(),), network=people, handover=Handover((task,)))
    written = commit_course(desk, course, after, "plan")
    written = record_contact(desk, written, make_contact(1, TODAY - timedelta(days=3), note="Hun vil ringe selv."))
    return record_contact(desk, written, make_contact(2, TODAY, state=ContactState.PLANNED, note=""))


@pytest.fixture
def page(work: CourseWork, qtbot: QtBot) -> Iterator[BeforePage]:
    """The page for a course with something for each panel."""
    assert work.change(fill)
    save_safety_note(work.desk, shown_course(work), "Hunden er løs")
    made = BeforePage(work)
    qtbot.addWidget(made)
    made.resize(840, 660)
    made.show_course(shown_course(work))
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.clear()


@pytest.mark.parametrize(
    "words",
    [
        "Mågen",
        "Meeting · today at 14:30",
        "Phase 1 · day 145",
        "Hun vil ringe selv.",
        "Ringe til SKAT om afdrag",
        "Together · by 28 Nov",
        "Next phase, planned 2 Nov",
        "Går med til lægen",
        "søster · tried out 23 Nov",
        "No reading yet.",
        "Before you go: Hunden er løs",
        "Begin something small at once",
        "F8 blanks this page",
    ],
)
def test_everything_worth_knowing_is_in_sight(page: BeforePage, words: str) -> None:
    assert words in words_in(page)


def test_it_fits_the_window_without_scrolling(page: BeforePage, qtbot: QtBot) -> None:
    area = first(page, QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)


def test_blank_shows_nothing_of_anyone(page: BeforePage) -> None:
    page.set_cafe_view(True)
    assert words_in(page) == "The page is blank. F8 shows it again."
    page.set_cafe_view(False)
    assert "Mågen" in words_in(page)


def test_a_button_leads_on_to_a_contact_and_esc_to_the_course(page: BeforePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.contact_wanted):
        page.contact.click()
    with qtbot.waitSignal(page.course_wanted):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_without_anything_each_panel_says_so(work: CourseWork, qtbot: QtBot) -> None:
    page = BeforePage(work)
    qtbot.addWidget(page)
    page.show_course(shown_course(work))
    page.show()
    told = words_in(page)
    assert all(
        words in told for words in ("Nothing is agreed in the plan.", "No meeting is planned.", "No reading yet.")
    )


def test_cleared_it_holds_nobody(page: BeforePage) -> None:
    page.clear()
    assert "Mågen" not in words_in(page)
    assert "Hun vil ringe" not in words_in(page)


@pytest.fixture
def course_page(session: Session, work: CourseWork, qtbot: QtBot) -> Iterator[CoursePage]:
    """The page of a chosen course."""
    made = CoursePage(session)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.show_course(shown_course(work).id)
    yield made
    made.clear()


def test_the_act_shows_it_and_a_contact_leads_back(course_page: CoursePage) -> None:
    assert course_page.do_act(ActId.BEFORE)
    assert course_page.place() == BEFORE
    course_page.do_act(ActId.WRITE_CONTACT)
    assert tab_in_front(course_page) == TabId.CONTACTS


def test_after_a_lock_the_worker_is_back_there(course_page: CoursePage) -> None:
    course_page.return_to(BEFORE)
    assert course_page.place() == BEFORE


def test_another_choice_shows_the_course_itself(course_page: CoursePage, work: CourseWork) -> None:
    course_page.show_before()
    course_page.show_course(shown_course(work).id)
    assert tab_in_front(course_page) == TabId.OVERVIEW


def test_a_reading_under_way_is_told_as_that(page: BeforePage, work: CourseWork) -> None:
    work.change(lambda desk, course: begin_reading(desk, course, TODAY - timedelta(days=5), Occasion.M04)[0])
    page.show_course(shown_course(work))
    assert "A reading is under way, begun 18 Nov" in words_in(page)
