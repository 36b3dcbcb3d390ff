"""Each step of a course is a dialog whose button names the act; a refusal is told in it."""

from datetime import date, timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from exit_desktop.domain.calendar import Calendar, ClosingReason, CourseState, PauseReason, Phase, planned_marks
from exit_desktop.domain.courses import Course
from exit_desktop.services.courses import close_course, pause_course, register_citizen
from exit_desktop.services.desk import Desk
from exit_desktop.ui.course import CoursePage
from exit_desktop.ui.course.steps.closing import CloseDialog, ReopenDialog
from exit_desktop.ui.course.steps.milestone import MilestoneDialog
from exit_desktop.ui.course.steps.offers import Step, offered_steps
from exit_desktop.ui.course.steps.replan import ReplanDialog, moved_marks
from exit_desktop.ui.course.steps.rest import PauseDialog, ResumeDialog
from exit_desktop.ui.course.steps.start import CorrectStartDialog, PhaseLength, StartDialog
from exit_desktop.ui.course.steps.step_dialog import StepDialog
from exit_desktop.ui.course.steps.taking import take_step
from exit_desktop.ui.course.steps.transition import TransitionDialog
from exit_desktop.ui.widgets.fields import DateField
from support.courses import TODAY
from support.window_reading import words_in_sight

Dialog = TypeVar("Dialog", bound=StepDialog)


def take(page: CoursePage, step: Step, kind: type[Dialog]) -> Dialog:
    """Take a step and return its dialog."""
    take_step(step, page, page.work)
    return page.findChildren(kind)[-1]


def now(page: CoursePage) -> Course:
    """The course as it stands."""
    assert page.work.course is not None
    return page.work.course


def test_start_with_three_month_phases(page: CoursePage, desk: Desk) -> None:
    page.show_course(register_citizen(desk, "Havet").id)
    dialog = take(page, Step.START, StartDialog)
    dialog.length.chip(PhaseLength.THREE).click()
    dialog.act.click()
    assert (now(page).calendar.start, now(page).calendar.phase_months) == (TODAY, 3)


def test_end_without_starting_needs_a_reason(page: CoursePage, desk: Desk) -> None:
    page.show_course(register_citizen(desk, "Havet").id)
    dialog = take(page, Step.NOT_STARTED, CloseDialog)
    assert not dialog.act.isEnabled()
    dialog.reason.chip(ClosingReason.DID_NOT_WISH).click()
    dialog.act.click()
    assert now(page).calendar.closings[-1].reason is ClosingReason.DID_NOT_WISH


def test_transition_tells_the_planned_date(page: CoursePage) -> None:
    dialog = take(page, Step.TRANSITION, TransitionDialog)
    assert "planned for 2 November 2026" in words_in_sight(dialog)
    dialog.act.click()
    assert now(page).phase is Phase.TWO


def test_transition_is_taken_back(page: CoursePage) -> None:
    take(page, Step.TRANSITION, TransitionDialog).act.click()
    take_step(Step.TAKE_BACK, page, page.work)
    assert now(page).phase is Phase.ONE


def test_refusal_is_told_in_the_dialog(page: CoursePage) -> None:
    dialog = take(page, Step.TRANSITION, TransitionDialog)
    dialog.on.setText("1.1.2020")
    dialog.act.click()
    assert "does not fit the course's other dates" in words_in_sight(dialog)
    assert dialog.isVisible()


def test_unreadable_date_cannot_be_sent(page: CoursePage) -> None:
    dialog = take(page, Step.TRANSITION, TransitionDialog)
    dialog.on.setText("one day")
    assert not dialog.act.isEnabled()


def test_replan_shows_what_moves(page: CoursePage) -> None:
    dialog = take(page, Step.REPLAN, ReplanDialog)
    dialog.days.setValue(7)
    assert "Reading, 6 months: 2 January → 9 January 2027" in words_in_sight(dialog)


def test_replan_by_a_new_date(page: CoursePage) -> None:
    dialog = take(page, Step.REPLAN, ReplanDialog)
    QTest.keyClicks(dialog.to, "")
    dialog.to.setText("16.1.2027")
    QTest.keyClick(dialog.to, Qt.Key.Key_Tab)
    dialog.to.editingFinished.emit()
    assert dialog.days.value() == 14


def test_marks_before_the_day_do_not_move() -> None:
    calendar = Calendar(date(2026, 6, 1), start=date(2026, 7, 2))
    moved = moved_marks(calendar, TODAY, 7)
    assert len(moved) == sum(mark.on >= TODAY for mark in planned_marks(calendar))


def test_a_pause_asks_for_its_reason_and_supposes_none(page: CoursePage) -> None:
    dialog = take(page, Step.PAUSE, PauseDialog)
    assert not dialog.act.isEnabled()
    assert "Choose why to go on." in words_in_sight(dialog)


def test_pause_rests_the_course(page: CoursePage) -> None:
    dialog = take(page, Step.PAUSE, PauseDialog)
    dialog.reason.chip(PauseReason.ABROAD).click()
    dialog.act.click()
    assert now(page).state is CourseState.PAUSED


def test_end_of_a_pause_offers_to_move_the_dates(page: CoursePage) -> None:
    page.work.change(lambda desk, course: pause_course(desk, course, TODAY - timedelta(days=10), PauseReason.PRISON))
    take(page, Step.RESUME, ResumeDialog).act.click()
    offered = page.findChildren(ReplanDialog)[-1]
    assert offered.days.value() == 10
    assert "The pause took 10 days" in words_in_sight(offered)


def test_early_end_needs_a_reason(page: CoursePage) -> None:
    dialog = take(page, Step.CLOSE, CloseDialog)
    assert "before its time" in words_in_sight(dialog)
    assert not dialog.act.isEnabled()


def test_reopen_within_three_months(page: CoursePage) -> None:
    page.work.change(lambda desk, course: close_course(desk, course, TODAY, ClosingReason.OTHER))
    take(page, Step.REOPEN, ReopenDialog).act.click()
    assert now(page).state is CourseState.ACTIVE


def test_after_three_months_a_new_course_is_offered(page: CoursePage) -> None:
    page.work.change(lambda desk, course: close_course(desk, course, TODAY, ClosingReason.OTHER))
    assert offered_steps(now(page), date(2027, 3, 1)) == (Step.NEW_COURSE, Step.AFTERWARDS)


def test_milestone_is_added_and_changed(page: CoursePage) -> None:
    dialog = take(page, Step.MILESTONE, MilestoneDialog)
    QTest.keyClicks(dialog.words, "Egen bolig")
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    again = MilestoneDialog(page, page.work, now(page).milestones[0])
    again.open()
    again.words.setText("Egen lejlighed")
    again.act.click()
    assert [one.words for one in now(page).milestones] == ["Egen lejlighed"]


def test_start_date_is_corrected_with_a_reason(page: CoursePage) -> None:
    dialog = take(page, Step.CORRECT_START, CorrectStartDialog)
    dialog.on.setText("1.7.2026")
    assert not dialog.act.isEnabled()
    dialog.reason.setPlainText("Tastefejl.")
    dialog.act.click()
    assert now(page).calendar.corrections[0].was == date(2026, 7, 2)


@pytest.mark.parametrize("step", [Step.TRANSITION, Step.REPLAN, Step.PAUSE, Step.CLOSE, Step.MILESTONE])
def test_buttons_come_after_the_fields(page: CoursePage, step: Step) -> None:
    dialog = take(page, step, StepDialog)
    order: list[QWidget | None] = [dialog.nextInFocusChain()]
    while order[-1] is not None and order[-1] is not dialog:
        order.append(order[-1].nextInFocusChain())
    assert order.index(dialog.back) > order.index(dialog.act) > order.index(dialog.findChildren(DateField)[0])


def test_half_written_reason_waits(page: CoursePage) -> None:
    dialog = take(page, Step.TRANSITION, TransitionDialog)
    dialog.reason.setPlainText("Netværket bærer nu")
    dialog.reject()
    assert take(page, Step.TRANSITION, TransitionDialog).reason.text() == "Netværket bærer nu"
