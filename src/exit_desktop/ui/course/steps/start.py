"""Start a course, and correct a start date that was written wrong."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from exit_desktop.domain.courses import Course, TargetGroup
from exit_desktop.services.courses import correct_start, start_course
from exit_desktop.system.language import mark
from exit_desktop.ui.course.steps.step_dialog import StepDialog
from exit_desktop.ui.widgets.choices import ChipRow
from exit_desktop.ui.widgets.labels import small

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork


class PhaseLength(StrEnum):
    """How long each of the three phases is."""

    FOUR = "4"
    THREE = "3"


PHASE_LENGTHS = {PhaseLength.FOUR: mark("4 months each, 12 in all"), PhaseLength.THREE: mark("3 months each, 9 in all")}


class StartDialog(StepDialog):
    """Day 1 and the length of the phases."""

    def __init__(self, parent: QWidget, work: CourseWork) -> None:
        super().__init__(parent, work, "start")
        t = self.t
        self.set_words(
            t("Start the course"),
            t("Day 1 is the day you agreed to begin. The planned dates are counted from it."),
            t("Start the course"),
        )
        self.on = self.add_date(t("Start date"))
        self.length: ChipRow[PhaseLength] = ChipRow(t, PHASE_LENGTHS)
        self.add_named(t("Length of the three phases"), self.length)
        course = work.course
        if course is not None and course.orientation.target_group is TargetGroup.NOT_CHECKED:
            words = t("Whether the method fits is not written yet. You can write it under Details, also later.")
            self.body.addWidget(small(self.session.theme, words))
        self.settle()

    def ready(self) -> bool:
        """Return whether there is a date."""
        return self.on.value is not None

    def change(self, desk: Desk, course: Course) -> Course:
        """Begin the course."""
        on = self.on.value or self.session.today()
        return start_course(desk, course, on, int(self.length.value))


class CorrectStartDialog(StepDialog):
    """Another start date, and how it came to be wrong."""

    def __init__(self, parent: QWidget, work: CourseWork) -> None:
        super().__init__(parent, work, "correct_start")
        t, was = self.t, work.course.calendar.start if work.course else None
        self.set_words(
            t("Correct the start date"),
            t("The course stands as started {date}. All planned dates follow the new one.", date=t.date(was))
            if was
            else "",
            t("Correct the start date"),
        )
        self.on = self.add_date(t("It really started"))
        self._was = was
        self.reason = self.add_words(t("What was wrong"), t("It is kept under Details with the old date."))
        self.on.set_value(was)
        self.settle()

    def ready(self) -> bool:
        """Return whether there is another date and a reason."""
        return self.on.value not in (None, self._was) and bool(self.reason.text().strip())

    def change(self, desk: Desk, course: Course) -> Course:
        """Write the right date."""
        return correct_start(desk, course, self.on.value or self.session.today(), self.reason.text().strip())
