"""Move the planned dates, with a look at what moves before it is done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from exit_desktop.domain.calendar import Calendar, MarkKind, PlannedMark, Replan, planned_marks
from exit_desktop.domain.courses import Course
from exit_desktop.services.courses import replan_course
from exit_desktop.services.labels import OCCASIONS, PHASES
from exit_desktop.system.language import Texts
from exit_desktop.ui.course.steps.step_dialog import StepDialog
from exit_desktop.ui.widgets.fields import DateField, FormRow
from exit_desktop.ui.widgets.labels import small
from exit_desktop.ui.widgets.unturned import NumberBox

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork

_FURTHEST = 400


class ReplanDialog(StepDialog):
    """From when, and by how many days or to which date; `offered` is what a pause that ended proposes."""

    def __init__(self, parent: QWidget, work: CourseWork, offered: int = 0) -> None:
        super().__init__(parent, work, "replan")
        t = self.t
        text = t.plural(
            "The pause took {count} day. Do you want to move what is planned by as much?",
            "The pause took {count} days. Do you want to move what is planned by as much?",
            offered,
        )
        plain = t("Everything planned on or after a day moves by the same number of days. What is past stays.")
        self.set_words(t("Move the planned dates"), text if offered else plain, t("Move the dates"))
        self.from_on = self.add_date(t("Move what is planned from"))
        self.days, self.to = self._add_days(offered), self._add_date_instead()
        self.reason = self.add_words(t("Why"), t("It is kept under Details."))
        self.preview = small(self.session.theme)
        self.body.addWidget(self.preview)
        if offered:
            self.reason.setPlainText(t("Pause"))
        self.back.setText(t("Let the dates stand") if offered else t("Cancel"))
        self.settle()

    def ready(self) -> bool:
        """Return whether something moves."""
        return self.from_on.value is not None and self.days.value() != 0

    def settle(self) -> None:
        """Show which dates move."""
        first = self._first()
        if not self.to.hasFocus():
            self.to.set_value(first.on + timedelta(days=self.days.value()) if first else None)
        self.preview.setText(self._preview())
        super().settle()

    def change(self, desk: Desk, course: Course) -> Course:
        """Move the dates."""
        from_on = self.from_on.value or self.session.today()
        return replan_course(desk, course, from_on, self.days.value(), self.reason.text().strip())

    def _add_days(self, offered: int) -> NumberBox:
        days = NumberBox()
        days.setRange(-_FURTHEST, _FURTHEST)
        days.setValue(offered)
        days.lineEdit().setTextMargins(self.session.theme.px(8), 0, 0, 0)
        days.setMaximumWidth(self.session.theme.px(160))
        hint = self.t("A negative number moves them nearer.")
        self.body.addWidget(FormRow(self.session.theme, days, self.t("By how many days"), hint))
        days.valueChanged.connect(self.settle)
        return days

    def _add_date_instead(self) -> DateField:
        to = DateField(self.session.today())
        to.setMaximumWidth(self.session.theme.px(160))
        self.body.addWidget(FormRow(self.session.theme, to, self.t("Or: the next one is to be on")))
        to.picked.connect(self._take_date)
        return to

    def _take_date(self, on: date | None) -> None:
        first = self._first()
        if on is not None and first is not None:
            self.days.setValue((on - first.on).days)

    def _calendar(self) -> Calendar | None:
        return self.work.course.calendar if self.work.course else None

    def _first(self) -> PlannedMark | None:
        calendar, from_on = self._calendar(), self.from_on.value
        if calendar is None or from_on is None:
            return None
        return next((mark for mark in planned_marks(calendar) if mark.on >= from_on), None)

    def _preview(self) -> str:
        calendar, from_on = self._calendar(), self.from_on.value
        if calendar is None or from_on is None or not self.days.value():
            return ""
        moved = moved_marks(calendar, from_on, self.days.value())
        if not moved:
            return self.t("Nothing is planned from that day on.")
        return "\n".join(_moved_line(self.t, mark, to) for mark, to in moved)


def moved_marks(calendar: Calendar, from_on: date, days: int) -> list[tuple[PlannedMark, date]]:
    """Return the marks that a re-plan moves, each with its new date."""
    after = replace(calendar, replans=(*calendar.replans, Replan("", from_on, from_on, days)))
    now = {_key(mark): mark for mark in planned_marks(calendar)}
    then = {_key(mark): mark.on for mark in planned_marks(after)}
    return [(mark, then[key]) for key, mark in now.items() if then[key] != mark.on]


def _key(mark: PlannedMark) -> tuple[object, ...]:
    return mark.kind, mark.occasion, mark.to_phase


def _moved_line(t: Texts, mark: PlannedMark, to: date) -> str:
    return t("{what}: {before} → {after}", what=mark_words(mark, t), before=t.date(mark.on, "day"), after=t.date(to))


def mark_words(mark: PlannedMark, t: Texts) -> str:
    """Return what a planned date is for."""
    if mark.kind is MarkKind.READING and mark.occasion is not None:
        return t("Reading, {occasion}", occasion=t(OCCASIONS[mark.occasion]))
    if mark.to_phase is not None:
        return t(PHASES[mark.to_phase])
    return t("Planned end")
