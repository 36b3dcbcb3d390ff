"""Keep a closed course until another day, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from exit_desktop.domain.courses import Course
from exit_desktop.services.closing import day_of_erasure, keep_until
from exit_desktop.ui.course.steps.step_dialog import StepDialog

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork


class KeepDialog(StepDialog):
    """The day from which the course is to be erased; one that is later has a reason."""

    def __init__(self, parent: QWidget, work: CourseWork) -> None:
        super().__init__(parent, work, "keep_until")
        t = self.t
        self.set_words(
            t("Keep it until another day"),
            t("Keep it no longer than you need it. If it is to stay longer, write why."),
            t("Keep it until then"),
        )
        self._was = day_of_erasure(work.desk, work.course) if work.course else None
        self.on = self.add_date(t("Keep it until"))
        self.on.set_value(self._was)
        self.reason = self.add_words(t("Why"), t("Needed only if it is to stay longer."))
        self.settle()

    def ready(self) -> bool:
        """Return whether there is another day, and a reason if it is later."""
        on = self.on.value
        if on is None or self._was is None or on == self._was:
            return False
        return on < self._was or bool(self.reason.text().strip())

    def change(self, desk: Desk, course: Course) -> Course:
        """Keep it until then."""
        return keep_until(desk, course, self.on.value or self.session.today(), self.reason.text().strip())
