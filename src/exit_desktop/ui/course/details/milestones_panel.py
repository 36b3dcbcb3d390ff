"""The milestones of a course: what changed something, by date."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from exit_desktop.domain.courses import Course, Milestone
from exit_desktop.services.charting import milestone_words
from exit_desktop.ui.course.steps.milestone import MilestoneDialog
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.labels import Label, muted
from exit_desktop.ui.widgets.panels import Panel, clear_layout, row

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


class MilestonesPanel(Panel):
    """A line for each, which can be changed; a button adds one."""

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self._t = work, work.session.t
        self._means, self.add = muted(work.session.theme), Button()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.body.addWidget(self._means)
        self.body.addLayout(self._lines)
        self.body.addLayout(row(self.add, 1))
        self.add.clicked.connect(lambda: MilestoneDialog(self, self._work).open())

    def show_course(self, course: Course) -> None:
        """Show the milestones of a course."""
        clear_layout(self._lines)
        self._means.setVisible(not course.milestones)
        for milestone in course.milestones:
            words = f"{self._t.date(milestone.on)} · {milestone_words(milestone, self._t)}"
            change = LinkButton(self._t("Change"))
            change.setAccessibleDescription(words)
            change.clicked.connect(partial(self._open, milestone.id))
            line = row(change)
            line.insertWidget(0, Label(self._work.session.theme, words), 1)
            self._lines.addLayout(line)

    def clear(self) -> None:
        """Let the milestones go."""
        clear_layout(self._lines)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self._t
        self.set_heading(t("Milestones"))
        self._means.setText(t("A new home, a job, a court case: days that help to read the curves."))
        self.add.setText(t("Write a milestone …"))

    def _open(self, milestone_id: str) -> None:
        course = self._work.course
        found: Milestone | None = next((m for m in course.milestones if m.id == milestone_id), None) if course else None
        if found is not None:
            MilestoneDialog(self, self._work, found).open()
