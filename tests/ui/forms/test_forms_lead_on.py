"""From a form to what a proposal was counted from: contact, plan, earlier form, details."""

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.ui.course import CoursePage
from exit_desktop.ui.course.forms.forms_tab import FormsTab
from exit_desktop.ui.course.tabs import TabId
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.session import Session


@pytest.fixture
def page(session: Session, work: CourseWork, qtbot: QtBot) -> CoursePage:
    made = CoursePage(session)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.show_course(work.course.id)  # type: ignore[union-attr]  # chosen by the fixture before
    return made


@pytest.fixture
def forms(page: CoursePage) -> FormsTab:
    tab = page.tabs.open(TabId.FORMS)
    assert isinstance(tab, FormsTab)
    return tab


def test_a_contact_opens_in_the_log(page: CoursePage, forms: FormsTab) -> None:
    assert page.work.course is not None
    forms.place_wanted.emit(f"contact:{page.work.course.contacts[0].id}")
    assert page.tabs.current is TabId.CONTACTS


def test_a_plan_line_opens_the_plan(page: CoursePage, forms: FormsTab) -> None:
    forms.place_wanted.emit("plan:")
    assert page.tabs.current is TabId.PLAN


def test_a_fact_of_the_calendar_opens_the_details(page: CoursePage, forms: FormsTab) -> None:
    forms.place_wanted.emit("details:")
    assert page.tabs.current is TabId.DETAILS


def test_an_earlier_form_opens_where_it_is_shown(page: CoursePage, forms: FormsTab) -> None:
    assert page.work.course is not None
    start = next(s for s in page.work.course.submissions if s.kind is SubmissionKind.START_FORM)
    forms.place_wanted.emit(f"form:{start.id}")
    assert page.tabs.current is TabId.FORMS
    assert forms._stack.currentIndex() == 2


def test_a_form_that_is_filled_in_takes_the_room_of_the_timeline(page: CoursePage, forms: FormsTab) -> None:
    forms.begin()
    assert not page.open_course.timeline.isVisible()
    page.tabs.open(TabId.PLAN)
    assert page.open_course.timeline.isVisible()
