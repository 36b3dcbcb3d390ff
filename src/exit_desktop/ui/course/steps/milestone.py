"""Write a milestone: a dated mark that helps to read the curves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from exit_desktop.domain.courses import Course, Milestone, MilestoneKind
from exit_desktop.services.courses import add_milestone, remove_milestone
from exit_desktop.services.labels import MILESTONE_KINDS
from exit_desktop.system.ids import new_id
from exit_desktop.ui.course.steps.step_dialog import StepDialog
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.choices import ChipRow
from exit_desktop.ui.widgets.fields import FormRow, TextLine
from exit_desktop.ui.widgets.guard_line import GuardLine

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork


class MilestoneDialog(StepDialog):
    """A new milestone, or one that is there to be changed or removed."""

    def __init__(self, parent: QWidget, work: CourseWork, milestone: Milestone | None = None) -> None:
        super().__init__(parent, work, f"milestone-{milestone.id if milestone else 'new'}")
        t = self.t
        self._id, self._removed = milestone.id if milestone else "", False
        act = t("Save the milestone") if milestone else t("Add the milestone")
        words = t("A day that changed something. It stands on the timeline and on the curves.")
        self.set_words(t("Milestone"), words, act)
        self.on = self.add_date(t("Date"))
        self.kind: ChipRow[MilestoneKind] = ChipRow(t, MILESTONE_KINDS)
        self.add_named(t("What it is about"), self.kind)
        self.words = TextLine()
        self.body.addWidget(FormRow(self.session.theme, self.words, t("In a few words")))
        self.body.addWidget(GuardLine(self.session, self.words))
        if milestone is not None:
            self._show(milestone)
        self.keep_draft(self.words, "words")
        self.settle()

    def ready(self) -> bool:
        """Return whether there is a date."""
        return self.on.value is not None

    def change(self, desk: Desk, course: Course) -> Course:
        """Write the milestone, or remove it."""
        if self._removed:
            return remove_milestone(desk, course, self._id)
        on = self.on.value or self.session.today()
        return add_milestone(
            desk, course, Milestone(self._id or new_id(), on, self.kind.value, self.words.text().strip())
        )

    def _show(self, milestone: Milestone) -> None:
        self.on.set_value(milestone.on)
        self.kind.set_value(milestone.kind)
        self.words.set_saved(milestone.words)
        remove = LinkButton(self.t("Remove the milestone"))
        remove.clicked.connect(self._remove)
        self.body.addWidget(remove)

    def _remove(self) -> None:
        self._removed = True
        self.do()
        self._removed = False
