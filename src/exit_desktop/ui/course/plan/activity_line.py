"""One activity: a box to tick, what, who and when; it opens into its fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from exit_desktop.domain.plans import Activity, ActivityStatus, activities_of, current_plan
from exit_desktop.services.plans import delete_activity, put_activity
from exit_desktop.services.service_list import name_here
from exit_desktop.ui.course.plan.activity_form import ActivityForm
from exit_desktop.ui.course.plan.in_step import change_here, column_of
from exit_desktop.ui.course.plan.plan_words import activity_words, is_late
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.labels import Label, small, wants
from exit_desktop.ui.widgets.panels import row, rule

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.services.desk import Desk
    from exit_desktop.services.service_list import Service
    from exit_desktop.ui.course.work import CourseWork


class ActivityLine(QWidget):
    """An activity under its wish; one that is begun to be changed stands open."""

    def __init__(self, work: CourseWork, course_id: str, wish_id: str, activity_id: str) -> None:
        super().__init__()
        self._work, self.t = work, work.session.t
        self._course_id, self._wish_id, self.activity_id = course_id, wish_id, activity_id
        self._activity: Activity | None = None
        self._services: Sequence[Service] = ()
        self.form: ActivityForm | None = None
        self._build()
        if any(place.startswith(f"{self._place}/") for place in work.session.drafts.places()):
            self._unfold()

    @property
    def _place(self) -> str:
        return f"plan/{self._course_id}/{self.activity_id}"

    def show_activity(self, activity: Activity, services: Sequence[Service]) -> None:
        """Show an activity of the plan."""
        self._activity, self._services = activity, services
        names = {service.id: name_here(service, self.t) for service in services}
        self.tick.setChecked(activity.status is ActivityStatus.DONE)
        self.what.setText(activity.what)
        self.under.setText(activity_words(activity, names, self.t))
        self.late.setVisible(is_late(activity, self._work.session.today()))
        self._name_parts(activity.what)
        if self.form is not None:
            self.form.show_activity(activity, services)

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.late.setText(self.t("the day has passed"))
        self.delete.setText(self.t("Delete activity"))
        if self.form is not None:
            self.form.retranslate()
        if self._activity is not None:
            self.show_activity(self._activity, self._services)

    def _name_parts(self, what: str) -> None:
        opened = self.form is not None and not self.form.isHidden()
        self.open.setText(self.t("Close") if opened else self.t("Change"))
        self.tick.setAccessibleName(self.t("Done: {what}", what=what))
        self.open.setAccessibleName(
            self.t("Close: {what}", what=what) if opened else self.t("Change: {what}", what=what)
        )

    def _build(self) -> None:
        theme = self._work.session.theme
        self.tick, self.open, self.delete = QCheckBox(), LinkButton(), Button()
        self.what, self.under, self.late = Label(theme), small(theme), wants(theme)
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        for part in (self.what, self.under, self.late):
            words.addWidget(part)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        column = column_of(self, theme.px(6))
        column.addWidget(rule())
        column.addLayout(line)
        self._column = column
        self.delete.hide()
        self.tick.clicked.connect(self._ticked)
        self.open.clicked.connect(self._turn)
        self.delete.clicked.connect(self._delete)
        self.retranslate()

    def _turn(self) -> None:
        if self.form is None or self.form.isHidden():
            self._unfold()
            assert self.form is not None  # noqa: S101 - for the type checker; _unfold has just made it
            self.form.setFocus()
        else:
            self.form.hide()
            self.delete.hide()
            self.open.setFocus()
        self._name_parts(self._activity.what if self._activity else "")

    def _unfold(self) -> None:
        if self.form is None:
            self.form = ActivityForm(self._work, self._place, self._save)
            self.form.retranslate()
            self.form.setContentsMargins(self._work.session.theme.px(32), 0, 0, 0)
            self._column.addWidget(self.form)
            self._column.addLayout(row(1, self.delete))
        self.form.show()
        self.delete.show()
        if self._activity is not None:
            self.form.show_activity(self._activity, self._services)

    def _save(self, change: Callable[[Activity], Activity]) -> bool:
        def act(desk: Desk, course: Course) -> Course:
            plan = current_plan(course.plans)
            found = (a for _, _, a in activities_of(plan) if a.id == self.activity_id) if plan else iter(())
            activity = next(found, None)
            return put_activity(desk, course, self._wish_id, change(activity)) if activity else course

        return change_here(self._work, self._course_id, act)

    def _ticked(self, done: bool) -> None:
        status = ActivityStatus.DONE if done else ActivityStatus.PLANNED
        self._save(lambda activity: replace(activity, status=status))

    def _delete(self) -> None:
        work, activity_id = self._work, self.activity_id
        if change_here(work, self._course_id, lambda desk, course: delete_activity(desk, course, activity_id)):
            words = self.t("The activity waits in the bin for 30 days.")
            work.session.note(words, self.t("Undo"), work.undo)
