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
)
from exit_desktop.domain.closing import ending_on, said_ending
from exit_desktop.domain.courses import Course
from exit_desktop.services.courses import close_course, reopen_course
from exit_desktop.services.labels import CLOSING_REASONS
from exit_desktop.ui.course.steps.step_dialog import StepDialog
from exit_desktop.ui.guidance.about_link import AboutLink
from exit_desktop.ui.widgets.choices import ChipRow
from exit_desktop.ui.widgets.labels import muted
from exit_desktop.ui.widgets.panels import row

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
        self._picked = self._propose(course)
        self.reason.chosen.connect(self._pick)
        self._why = self.add_named(t("Why"), self.reason)
        self.note = self.add_words(t("A note"), t("Only if it is worth a word."))
        self.about = AboutLink(self.session, "closing" if begun else "orientation")
        self.body.addLayout(row(self.about, 1))
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
        self.kind.setText(self._kind_words())
        self.kind.setVisible(bool(self.kind.text()))
        super().settle()

    def change(self, desk: Desk, course: Course) -> Course:
        """Close the course."""
        reason = self.reason.value if self._needs_reason() else None
        return close_course(desk, course, self.on.value or self.session.today(), reason, self.note.text().strip())

    def _say(self, begun: bool) -> None:
        t = self.t
        if begun:
            words = t(
                "Everything stays here, locked. If the citizen comes back within three months, it can be taken up "
                "again. Later you begin a new one."
            )
            self.set_words(t("Close the course"), words, t("Close the course"))
        else:
            words = t("The talks stay here. If the citizen comes back within three months, you go on from here.")
            self.set_words(t("End without starting"), words, t("End without starting"))

    def _kind_words(self) -> str:
        t, course = self.t, self.work.course
        said = course is not None and said_ending(course) is not None
        words = {
            ClosingKind.FULL: t("The closing form says that the course has run its time.")
            if said
            else t("The course has run its time."),
            ClosingKind.EARLY: t("The closing form says that the course ends before its time.")
            if said
            else t("The course ends before its time."),
            ClosingKind.NOT_STARTED: "",
        }
        return words[self._kind()]

    def _propose(self, course: Course | None) -> bool:
        """Choose the reason that the finished closing form gives; tell whether there is one."""
        said = said_ending(course) if course is not None and course.calendar.start is not None else None
        if said is None or said.reason is None:
            return False
        self.reason.set_value(said.reason)
        return True

    def _kind(self) -> ClosingKind:
        course = self.work.course
        if course is None:
            return ClosingKind.EARLY
        return ending_on(course, self.on.value or self.session.today()).kind

    def _needs_reason(self) -> bool:
        return self._kind() is not ClosingKind.FULL

    def _pick(self) -> None:
        self._picked = True
        self.settle()


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
