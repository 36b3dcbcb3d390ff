"""What is being written of one citizen does not stay in the field when another one is chosen under the keyboard."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.domain.courses import Course
from exit_desktop.domain.network import NetworkMeeting
from exit_desktop.domain.plans import FocusArea
from exit_desktop.services import network, plans
from exit_desktop.services.courses import change_citizen, load_course, register_citizen
from exit_desktop.services.desk import Desk
from exit_desktop.ui.course import CoursePage
from exit_desktop.ui.course.details.details_tab import DetailsTab
from exit_desktop.ui.course.network.tab import NetworkTab
from exit_desktop.ui.course.plan.tab import PlanTab
from exit_desktop.ui.course.tabs import TabId
from support.courses import TODAY, uid
from support.places_to_go import settle

MEETING = NetworkMeeting(uid(80), TODAY)


@pytest.fixture
def other(desk: Desk) -> Course:
    """Havet, with a plan and a meeting of its own."""
    return prepared(desk, register_citizen(desk, "Havet"), uid(81))


def prepared(desk: Desk, course: Course, meeting_id: str) -> Course:
    course = plans.choose_areas(desk, course, (FocusArea.FINANCES,))
    return network.put_meeting(desk, course, replace(MEETING, id=meeting_id))


def begin_in(field: QWidget, page: CoursePage, qtbot: QtBot) -> None:
    settle()
    with qtbot.waitActive(page):
        page.activateWindow()
    field.setFocus()
    assert field.hasFocus()


def test_a_name(page: CoursePage, other: Course, desk: Desk, qtbot: QtBot) -> None:
    tab = page.tabs.open(TabId.DETAILS)
    assert isinstance(tab, DetailsTab)
    alias = tab.citizen.alias
    begin_in(alias, page, qtbot)
    alias.setText("Ternen")
    page.show_course(other.id)
    assert alias.text() == "Havet"
    alias.clearFocus()
    assert load_course(desk, other.id).citizen.alias == "Havet"


def test_a_name_that_is_being_written_stays_in_its_own_course(page: CoursePage, qtbot: QtBot) -> None:
    tab = page.tabs.open(TabId.DETAILS)
    assert isinstance(tab, DetailsTab)
    begin_in(tab.citizen.alias, page, qtbot)
    tab.citizen.alias.setText("Ternen")
    page.work.change(lambda desk, course: change_citizen(desk, course, "Mågen", "en"))
    assert tab.citizen.alias.text() == "Ternen"


def test_a_day_of_the_plan(page: CoursePage, other: Course, desk: Desk, qtbot: QtBot) -> None:
    page.work.change(lambda desk, course: prepared(desk, course, MEETING.id))
    tab = page.tabs.open(TabId.PLAN)
    assert isinstance(tab, PlanTab)
    begin_in(tab.facts.review, page, qtbot)
    before = load_course(desk, other.id).plans[0].review_on
    tab.facts.review.setText("1.12.2026")
    page.show_course(other.id)
    tab.facts.review.clearFocus()
    assert tab.facts.review.value == load_course(desk, other.id).plans[0].review_on == before
    assert before != date(2026, 12, 1)


def test_a_day_of_a_meeting(page: CoursePage, other: Course, desk: Desk, qtbot: QtBot) -> None:
    page.work.change(lambda desk, course: prepared(desk, course, MEETING.id))
    tab = page.tabs.open(TabId.NETWORK)
    assert isinstance(tab, NetworkTab)
    line = tab.meetings.lines[MEETING.id]
    line.open.click()
    assert line.form is not None
    begin_in(line.form.on, page, qtbot)
    line.form.on.setText("1.12.2026")
    page.show_course(other.id)
    settle()
    assert list(tab.meetings.lines) == [uid(81)]
    assert load_course(desk, other.id).handover.meetings[0].on == TODAY
