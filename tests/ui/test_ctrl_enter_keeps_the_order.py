"""Ctrl+Enter never overtakes the last letters, wherever something is added; every control of the form answers it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.domain.plans import FocusArea, PlanVersion, current_plan
from exit_desktop.services import plans
from exit_desktop.services.contacts import list_own_hours
from exit_desktop.services.service_list import list_services
from exit_desktop.ui.course.contacts.composer import Composer
from exit_desktop.ui.course.contacts.plan_form import PlanForm
from exit_desktop.ui.course.plan.new_activity import ActivityFields
from exit_desktop.ui.course.plan.new_wish import WishFields
from exit_desktop.ui.course.plan.service_choice import NewService
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.hours.hours_form import HoursForm
from support.course_work import shown_course, work
from support.slow_listener import SlowListener

__all__ = ["work"]
WORDS = "Vi taler om mandag"


@dataclass(frozen=True)
class Form:
    """A form, the field that is written in, another control of it, and what was added."""

    whole: QWidget
    field: QWidget
    other: QWidget
    added: Callable[[], str]


def composer(work: CourseWork) -> Form:
    made = Composer(work)
    made.show_course(work.course)
    made.take_focus()
    chip = made.form.party.chip(made.form.party.value)
    return Form(made, made.form.note, chip, lambda: shown_course(work).contacts[0].note)


def meeting(work: CourseWork) -> Form:
    made = PlanForm(work)
    made.show_course(work.course)
    return Form(made, made.form.note, made.times, lambda: shown_course(work).contacts[0].note)


def hours(work: CourseWork) -> Form:
    made = HoursForm(work.session, work.desk)
    made.minutes.setText("30")
    return Form(made, made.note, made.minutes, lambda: list_own_hours(work.desk)[0].note)


def wish(work: CourseWork) -> Form:
    focus = _focus(work)
    made = WishFields(work, shown_course(work).id, focus)
    return Form(made, made.words, made.add, lambda: _plan(work).focuses[0].wishes[0].words)


def activity(work: CourseWork) -> Form:
    focus = _focus(work)
    work.change(lambda desk, course: plans.add_wish(desk, course, focus, "Et arbejde"))
    made = ActivityFields(work, shown_course(work).id, _plan(work).focuses[0].wishes[0].id)
    return Form(made, made.what, made.who, lambda: _plan(work).focuses[0].wishes[0].activities[0].what)


def service(work: CourseWork) -> Form:
    made = NewService(work)
    return Form(made, made.name, made.kind, lambda: list_services(work.desk)[0].name)


def _focus(work: CourseWork) -> str:
    work.change(lambda desk, course: plans.choose_areas(desk, course, tuple(FocusArea)[:1]))
    return _plan(work).focuses[0].id


def _plan(work: CourseWork) -> PlanVersion:
    plan = current_plan(shown_course(work).plans)
    assert plan is not None
    return plan


FORMS = (composer, meeting, hours, wish, activity, service)


@pytest.fixture(params=FORMS, ids=lambda make: make.__name__)
def form(request: pytest.FixtureRequest, work: CourseWork, qtbot: QtBot) -> Form:
    """Each form in a window that has the keyboard."""
    made: Form = request.param(work)
    qtbot.addWidget(made.whole)
    made.whole.show()
    with qtbot.waitActive(made.whole):
        made.whole.activateWindow()
    made.field.setFocus()
    return made


@pytest.fixture
def listener(qapp: QApplication) -> Iterator[SlowListener]:
    """Who hears the keys first."""
    made = SlowListener(qapp)
    yield made
    made.let_go()


def ctrl_enter(widget: QWidget) -> None:
    QTest.keyClick(widget, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_ctrl_enter_waits_for_the_letters_before_it(form: Form, listener: SlowListener) -> None:
    QTest.keyClicks(form.field, WORDS)
    ctrl_enter(form.field)
    listener.let_go()
    assert form.added() == WORDS


def test_another_control_of_the_form_answers_it_too(form: Form) -> None:
    QTest.keyClicks(form.field, WORDS)
    form.other.setFocus()
    ctrl_enter(form.other)
    assert form.added() == WORDS
