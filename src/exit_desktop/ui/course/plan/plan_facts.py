"""What holds for the whole plan: next meeting, when it is looked at again, who made it, its versions, its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from exit_desktop.domain.contacts import next_planned
from exit_desktop.domain.plans import current_plan
from exit_desktop.services.plans import set_review, set_took_part
from exit_desktop.ui.course.plan.in_step import Folded, change_here
from exit_desktop.ui.course.plan.plan_words import meeting_words, version_words
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.fields import DateField, FormRow
from exit_desktop.ui.widgets.flow import FlowLayout
from exit_desktop.ui.widgets.labels import Label, small
from exit_desktop.ui.widgets.panels import Panel

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.ui.course.work import Change, CourseWork


class PlanFacts(Panel):
    """Shows and changes what holds for the whole plan; asks for paper, evaluation and the earlier versions."""

    print_wanted = Signal()
    looked_at = Signal()
    versions_wanted = Signal()

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self.t = work, work.session.t
        self._course: Course | None = None
        theme = work.session.theme
        self.meeting, self.version = Label(theme), small(theme)
        self._meeting_name = small(theme)
        self.review, self.took_part = DateField(work.session.today()), Folded()
        self._rows = (FormRow(theme, self.review), FormRow(theme, self.took_part))
        self.print, self.evaluate, self.versions = Button(), Button(), LinkButton()
        for part in (self._meeting_name, self.meeting, *self._rows):
            self.body.addWidget(part)
        self.body.addWidget(self.version)
        acts = FlowLayout(spacing=theme.px(8))
        for button in (self.evaluate, self.print, self.versions):
            acts.addWidget(button)
        self.body.addLayout(acts)
        self.body.addStretch(1)
        self._connect()
        self.retranslate()

    def show_course(self, course: Course | None) -> None:
        """Show the plan of a course; a day that is being written stays while it is the same course."""
        same = course is not None and self._course is not None and course.id == self._course.id
        self._course = course
        plan = current_plan(course.plans) if course else None
        following = next_planned(course.contacts, self._work.session.today()) if course else None
        self.meeting.setText(meeting_words(following, self.t))
        self.version.setText(version_words(plan, self.t) if plan else "")
        self.version.setVisible(plan is not None)
        self.versions.setVisible(course is not None and len(course.plans) > 1)
        self.evaluate.setVisible(plan is not None)
        for part in self._rows:
            part.setVisible(plan is not None)
        if not same or not self.review.hasFocus():
            self.review.set_value(plan.review_on if plan else None)
        self.took_part.setCurrentIndex(self.took_part.findData(plan.citizen_took_part if plan else None))
        self.print.setText(self.t("Print the plan") if plan else self.t("Print empty paper"))

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self.set_heading(t("The plan"))
        self._meeting_name.setText(t("Next time we meet"))
        review, took_part = self._rows
        review.set_words(t("When we look at it again"))
        took_part.set_words(t("Was the citizen part of making it?"))
        self.took_part.clear()
        for value, label in ((None, t("Not said")), (True, t("Yes")), (False, t("No"))):
            self.took_part.addItem(label, value)
        self.evaluate.setText(t("We looked at the plan together"))
        self.versions.setText(t("Earlier versions"))
        self.show_course(self._course)

    def _connect(self) -> None:
        self.print.clicked.connect(self.print_wanted)
        self.evaluate.clicked.connect(self.looked_at)
        self.versions.clicked.connect(self.versions_wanted)
        self.review.picked.connect(self._review_picked)
        self.took_part.activated.connect(self._took_part_chosen)

    def _review_picked(self, _value: object) -> None:
        on = self.review.value
        self._change(lambda desk, course: set_review(desk, course, on))

    def _took_part_chosen(self, index: int) -> None:
        value: bool | None = self.took_part.itemData(index)
        self._change(lambda desk, course: set_took_part(desk, course, value))

    def _change(self, act: Change) -> None:
        if self._course is not None:
            change_here(self._work, self._course.id, act)
