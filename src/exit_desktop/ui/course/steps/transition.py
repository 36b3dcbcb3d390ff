"""Record that the course goes on to its next phase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from exit_desktop.domain.calendar import MarkKind, planned_marks
from exit_desktop.domain.courses import Course
from exit_desktop.services.courses import record_transition
from exit_desktop.ui.course.place_words import next_phase
from exit_desktop.ui.course.steps.step_dialog import StepDialog

if TYPE_CHECKING:
    from datetime import date

    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork


class TransitionDialog(StepDialog):
    """The date, and why it is now if that is worth a word."""

    def __init__(self, parent: QWidget, work: CourseWork) -> None:
        super().__init__(parent, work, "transition")
        t, course = self.t, work.course
        act = t("Go on to phase {number}", number=int(next_phase(course))) if course else ""
        planned = planned_transition(course) if course else None
        words = t("It was planned for {date}. Later dates stay as they are.", date=t.date(planned)) if planned else ""
        self.set_words(act, words, act)
        self.on = self.add_date(t("From"))
        self.reason = self.add_words(t("Why now"), t("Only if it is worth a word."))
        self.settle()

    def ready(self) -> bool:
        """Return whether there is a date."""
        return self.on.value is not None

    def change(self, desk: Desk, course: Course) -> Course:
        """Record the transition."""
        return record_transition(desk, course, self.on.value or self.session.today(), self.reason.text().strip())


def planned_transition(course: Course) -> date | None:
    """Return when the next phase was planned to begin."""
    marks = planned_marks(course.calendar)
    wanted = next_phase(course)
    return next((m.on for m in marks if m.kind is MarkKind.TRANSITION and m.to_phase is wanted), None)
