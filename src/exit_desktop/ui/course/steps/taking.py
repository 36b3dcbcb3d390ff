"""Takes a step: opens its dialog, or does it at once where undo is enough."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from exit_desktop.errors import Failure
from exit_desktop.services.courses import begin_new_course, take_back_transition
from exit_desktop.ui.course.steps.closing import CloseDialog, ReopenDialog
from exit_desktop.ui.course.steps.milestone import MilestoneDialog
from exit_desktop.ui.course.steps.offers import Step
from exit_desktop.ui.course.steps.replan import ReplanDialog
from exit_desktop.ui.course.steps.rest import PauseDialog, ResumeDialog
from exit_desktop.ui.course.steps.start import CorrectStartDialog, StartDialog
from exit_desktop.ui.course.steps.transition import TransitionDialog

if TYPE_CHECKING:
    from exit_desktop.ui.course.steps.step_dialog import StepDialog
    from exit_desktop.ui.course.work import CourseWork

_DIALOGS: dict[Step, type[StartDialog | CloseDialog | TransitionDialog | PauseDialog | CorrectStartDialog]] = {
    Step.START: StartDialog,
    Step.TRANSITION: TransitionDialog,
    Step.PAUSE: PauseDialog,
    Step.CORRECT_START: CorrectStartDialog,
    Step.CLOSE: CloseDialog,
}


def take_step(step: Step, parent: QWidget, work: CourseWork) -> None:
    """Take a step of the course that `work` holds."""
    if step is Step.TAKE_BACK:
        _take_back(work)
    elif step is Step.NEW_COURSE:
        _begin_anew(work)
    elif step is Step.RESUME:
        _resume(parent, work)
    elif step is Step.NOT_STARTED:
        _end_unstarted(parent, work)
    elif step is Step.COUNT_ENQUIRY:
        _count_enquiry(parent, work)
    else:
        _dialog(step, parent, work).open()


def _dialog(step: Step, parent: QWidget, work: CourseWork) -> StepDialog:
    if step is Step.REPLAN:
        return ReplanDialog(parent, work)
    if step is Step.MILESTONE:
        return MilestoneDialog(parent, work)
    if step is Step.REOPEN:
        return ReopenDialog(parent, work)
    return _DIALOGS[step](parent, work)


def _resume(parent: QWidget, work: CourseWork) -> None:
    dialog = ResumeDialog(parent, work)
    dialog.rested.connect(partial(_offer_replan, parent, work))
    dialog.open()


def _end_unstarted(parent: QWidget, work: CourseWork) -> None:
    dialog = CloseDialog(parent, work)
    dialog.accepted.connect(partial(_count_enquiry, parent, work))
    dialog.open()


def _count_enquiry(parent: QWidget, work: CourseWork) -> None:
    from exit_desktop.ui.course.steps.never_started import offer_enquiry  # noqa: PLC0415 - questions, when asked

    offer_enquiry(parent, work)


def _offer_replan(parent: QWidget, work: CourseWork, days: int) -> None:
    ReplanDialog(parent, work, days).open()


def _take_back(work: CourseWork) -> None:
    if work.change(take_back_transition):
        t = work.session.t
        work.session.note(t("The change of phase is taken back."), t("Undo"), partial(work.undo))


def _begin_anew(work: CourseWork) -> None:
    if work.course is None:
        return
    try:
        begun = begin_new_course(work.desk, work.course)
    except Failure as failure:
        work.session.tell(failure)
        return
    work.session.changed.emit("course_begun", begun.id)
