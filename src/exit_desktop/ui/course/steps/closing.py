"""Close a course: after its time, before it, or without having started; and take it up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from exit_desktop.domain.calendar import (
    EARLY_REASONS,
    NOT_STARTED_REASONS,
    ClosingKind,
    ClosingReason,
    CourseState,
    Occasion,
)
from exit_desktop.domain.courses import Course
from exit_desktop.domain.steps import planned_closing_kind
from exit_desktop.domain.submissions import finished_readings
from exit_desktop.services.courses import close_course, reopen_course
from exit_desktop.services.labels import CLOSING_REASONS
from exit_desktop.ui.course.steps.step_dialog import StepDialog
from exit_desktop.ui.widgets.choices import ChipRow
from exit_desktop.ui.widgets.labels import muted, small

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork


class CloseDialog(StepDialog):
    """The date, and the reason if the course ends before its time or was never started."""

    def __init__(self, parent: QWidget, work: CourseWork) -> None:
        super().__init__(parent, work, "close")
        t, course = self.t, work.course
        begun = course is not None and course.state is not CourseState.ORIENTATION
        self._say(begun)
        self.on = self.add_date(t("Last day"))
        self.kind = muted(self.session.theme)
        self.body.addWidget(self.kind)
        reasons = EARLY_REASONS if begun else NOT_STARTED_REASONS
        self.reason: ChipRow[ClosingReason] = ChipRow(t, {one: CLOSING_REASONS[one] for one in reasons})
        self.reason.choose_none()
        self._picked = False
        self.reason.chosen.connect(self._pick)
        self._why = self.add_named(t("Why"), self.reason)
        self.note = self.add_words(t("A note"), t("Only if it is worth a word."))
        if course is not None and begun and not _has_end_reading(course):
            words = t("The closing reading is not made yet. It can also be made after the course is closed.")
            self.body.addWidget(small(self.session.theme, words))
        self.settle()

    def ready(self) -> bool:
        """Return whether there is a date, and a reason where one is needed."""
        return self.on.value is not None and (self._picked or not self._needs_reason())

    def missing(self) -> str:
        """Ask for the reason where one is needed."""
        return self.t("Choose why to go on.") if self._needs_reason() and not self._picked else ""

    def settle(self) -> None:
        """Say what the date amounts to."""
        needed = self._needs_reason()
        self._why.setVisible(needed)
        self.reason.setVisible(needed)
        words = {
            ClosingKind.FULL: self.t("The course has run its time."),
            ClosingKind.EARLY: self.t("The course ends before its time."),
            ClosingKind.NOT_STARTED: "",
        }
        self.kind.setText(words[self._kind()])
        self.kind.setVisible(bool(self.kind.text()))
        super().settle()

    def change(self, desk: Desk, course: Course) -> Course:
        """Close the course."""
        reason = self.reason.value if self._needs_reason() else None
        return close_course(desk, course, self.on.value or self.session.today(), reason, self.note.text().strip())

    def _say(self, begun: bool) -> None:
        t = self.t
        if begun:
            words = t("Everything stays here. The course can be taken up again within three months.")
            self.set_words(t("Close the course"), words, t("Close the course"))
        else:
            words = t("The talks stay here. If the citizen comes back within three months, you go on from here.")
            self.set_words(t("End without starting"), words, t("End without starting"))

    def _kind(self) -> ClosingKind:
        course = self.work.course
        if course is None:
            return ClosingKind.EARLY
        return planned_closing_kind(course, self.on.value or self.session.today())

    def _needs_reason(self) -> bool:
        return self._kind() is not ClosingKind.FULL

    def _pick(self) -> None:
        self._picked = True
        self.settle()


def _has_end_reading(course: Course) -> bool:
    return any(reading.occasion is Occasion.END for reading in finished_readings(course.submissions))


class ReopenDialog(StepDialog):
    """From when the course goes on."""

    def __init__(self, parent: QWidget, work: CourseWork) -> None:
        super().__init__(parent, work, "reopen")
        t = self.t
        self.set_words(
            t("Take the course up again"),
            t("It goes on where it was. The closing is kept under Details."),
            t("Take the course up again"),
        )
        self.on = self.add_date(t("From"))
        self.settle()

    def ready(self) -> bool:
        """Return whether there is a date."""
        return self.on.value is not None

    def change(self, desk: Desk, course: Course) -> Course:
        """Open the course again."""
        return reopen_course(desk, course, self.on.value or self.session.today())
