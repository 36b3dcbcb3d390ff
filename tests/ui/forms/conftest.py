"""A course with contacts, a plan and a finished start form, its Forms tab shown in English."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.domain.calendar import Occasion
from exit_desktop.domain.courses import Course
from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.services.courses import register_citizen, start_course
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.services.forms import begin_form
from exit_desktop.services.readings import finish_reading, save_answers
from exit_desktop.ui.course.forms.forms_tab import FormsTab
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.session import Session
from support.courses import TODAY, make_contact, make_plan
from support.forms import answer

START = SubmissionKind.START_FORM


def known(desk: Desk) -> Course:
    """A course two months old: nine meetings, a plan with one activity, debts since the start."""
    began = TODAY - timedelta(days=62)
    course = start_course(desk, register_citizen(desk, "Tern", "en"), began)
    contacts = tuple(make_contact(500 + day, TODAY - timedelta(days=6 * day)) for day in range(1, 10))
    plan = replace(make_plan(), opened_on=date(2026, 10, 1))
    told = commit_course(desk, course, replace(course, contacts=contacts, plans=(plan,)), "contact")
    begun, form = begin_form(desk, told, START, began, Occasion.M00)
    said = (answer("has_debt", True, START), answer("debt_to_bank", True, START))
    return finish_reading(desk, save_answers(desk, begun, form, said), form)


@pytest.fixture
def work(session: Session) -> CourseWork:
    """The work on that course."""
    made = CourseWork(session, session.desk)
    made.choose(known(session.desk).id)
    return made


@pytest.fixture
def tab(work: CourseWork, qtbot: QtBot) -> FormsTab:
    """The tab, shown and kept up to date as the course page does."""
    made = FormsTab(work)
    qtbot.addWidget(made)
    work.shown.connect(lambda: made.show_course(work.course) if work.course else made.clear())
    made.resize(1100, 760)
    made.show_course(work.course)  # type: ignore[arg-type]  # chosen by the fixture before
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made
