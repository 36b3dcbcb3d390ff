"""Let a course rest, and let it go on again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exit_desktop.domain.calendar import PauseReason, open_pause
from exit_desktop.domain.courses import Course
from exit_desktop.services.courses import end_pause, pause_course
from exit_desktop.services.labels import PAUSE_REASONS
from exit_desktop.ui.course.steps.step_dialog import StepDialog
from exit_desktop.ui.widgets.choices import ChipRow

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork


class PauseDialog(StepDialog):
    """From when, and why."""

    def __init__(self, parent: QWidget, work: CourseWork) -> None:
        super().__init__(parent, work, "pause")
        t = self.t
        self.set_words(
            t("Pause the course"),
            t("Nothing is due during the pause. When it ends you can move the planned dates by its length."),
            t("Pause the course"),
        )
        self.from_on = self.add_date(t("From"))
        self.reason: ChipRow[PauseReason] = ChipRow(t, PAUSE_REASONS)
        # None beforehand: a reason that nobody gave would be kept by pressing Enter.
        self.reason.choose_none()
        self._picked = False
        self.reason.chosen.connect(self._pick)
        self.add_named(t("Why"), self.reason)
        self.note = self.add_words(t("A note"), t("Only if it is worth a word."))
        self.settle()

    def ready(self) -> bool:
        """Return whether there is a date and a reason."""
        return self.from_on.value is not None and self._picked

    def missing(self) -> str:
        """Ask for the reason."""
        return "" if self._picked else self.t("Choose why to go on.")

    def change(self, desk: Desk, course: Course) -> Course:
        """Pause the course."""
        on = self.from_on.value or self.session.today()
        return pause_course(desk, course, on, self.reason.value, self.note.text().strip())

    def _pick(self) -> None:
        self._picked = True
        self.settle()


class ResumeDialog(StepDialog):
    """When the course goes on; `rested(days)` then says how long it did not, unless it was no day."""

    rested = Signal(int)

    def __init__(self, parent: QWidget, work: CourseWork) -> None:
        super().__init__(parent, work, "resume")
        t = self.t
        self._days = 0
        pause = open_pause(work.course.calendar) if work.course else None
        words = t("The course has rested since {date}.", date=t.date(pause.from_on)) if pause else ""
        self.set_words(t("End the pause"), words, t("End the pause"))
        self.until = self.add_date(t("The course goes on from"))
        self.settle()

    def ready(self) -> bool:
        """Return whether there is a date."""
        return self.until.value is not None

    def change(self, desk: Desk, course: Course) -> Course:
        """End the pause."""
        after, self._days = end_pause(desk, course, self.until.value or self.session.today())
        return after

    def accept(self) -> None:
        """Close, and tell how long the course rested."""
        super().accept()
        if self._days > 0:
            self.rested.emit(self._days)
