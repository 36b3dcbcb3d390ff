"""The fields of one activity; each is saved when it is left or chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from exit_desktop.domain.plans import Activity, ActivityStatus, Doer
from exit_desktop.services.labels import ACTIVITY_STATUSES, DOERS
from exit_desktop.ui.course.plan.in_step import column_of
from exit_desktop.ui.course.plan.saved_text import SavedText
from exit_desktop.ui.course.plan.service_choice import ServiceChoice
from exit_desktop.ui.widgets.choices import Choice
from exit_desktop.ui.widgets.fields import DateField, FormRow
from exit_desktop.ui.widgets.short_fields import TimeField

if TYPE_CHECKING:
    from exit_desktop.services.service_list import Service
    from exit_desktop.ui.course.work import CourseWork

Save = Callable[[Callable[[Activity], Activity]], bool]

TEXTS = ("what", "actor", "agreement", "evaluation")


class ActivityForm(QWidget):
    """Shows an activity; `save(change)` writes one change of it."""

    def __init__(self, work: CourseWork, place: str, save: Save) -> None:
        super().__init__()
        self._work, self.t, self._save = work, work.session.t, save
        self.texts = {name: SavedText(work, f"{place}/{name}", partial(self._write, name)) for name in TEXTS}
        self.who, self.status = Choice(self.t, DOERS), Choice(self.t, ACTIVITY_STATUSES)
        self.service = ServiceChoice(work)
        today = work.session.today()
        self.by, self.evaluated = DateField(today), DateField(today)
        self.at = TimeField(self.t)
        self.goes_on = QCheckBox()
        self._build()
        self._connect()

    def show_activity(self, activity: Activity, services: Sequence[Service]) -> None:
        """Show what is kept; what is being written just now stays."""
        for name, text in self.texts.items():
            text.show_text(getattr(activity, name))
        self.texts["actor"].setVisible(activity.who is Doer.ACTOR)
        self.who.set_value(activity.who)
        self.status.set_value(activity.status)
        self.service.show_services(services, activity.service)
        for field, value in ((self.by, activity.by), (self.evaluated, activity.evaluated_on)):
            if not field.hasFocus():
                field.set_value(value)
        if not self.at.hasFocus():
            self.at.set_value(activity.at)
        self.goes_on.setChecked(activity.goes_on_after)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self.texts["what"].set_words(t("What is to be done"))
        self.texts["actor"].set_words(t("Who does it"), hint=t("A role, such as “the caseworker”; no name"))
        self.texts["agreement"].set_words(t("What was agreed with whoever does it"))
        self.texts["evaluation"].set_words(t("How it went"))
        for line, name in zip(self._rows, self._names(), strict=True):
            line.set_words(name)
        self.goes_on.setText(t("Goes on after the course"))
        self.who.retranslate()
        self.status.retranslate()
        self.service.retranslate()

    def _names(self) -> tuple[str, ...]:
        t = self.t
        return (t("Who"), t("How far it is"), t("By when"), t("Time, if there is one"), t("Looked at on"))

    def _build(self) -> None:
        theme = self._work.session.theme
        fields = (self.who, self.status, self.by, self.at, self.evaluated)
        self._rows = tuple(FormRow(theme, field) for field in fields)
        who, status, by, at, evaluated = self._rows
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        for index, part in enumerate((who, self.service, by, at, status, evaluated)):
            grid.addWidget(part, index // 2, index % 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column = column_of(self, theme.px(8))
        column.addWidget(self.texts["what"])
        column.addWidget(self.texts["actor"])
        column.addLayout(grid)
        for part in (self.texts["agreement"], self.texts["evaluation"], self.goes_on):
            column.addWidget(part)
        self.setFocusProxy(self.texts["what"])

    def _connect(self) -> None:
        self.who.activated.connect(self._who_chosen)
        self.status.activated.connect(self._status_chosen)
        self.service.chosen.connect(self._service_chosen)
        self.by.picked.connect(self._day_picked)
        self.evaluated.picked.connect(self._evaluated_picked)
        self.at.editingFinished.connect(self._time_left)
        self.goes_on.clicked.connect(self._goes_on_clicked)

    def _write(self, name: str, text: str) -> bool:
        if name == "evaluation":
            return self._save(self._evaluation(text))
        return self._save(lambda activity: replace(activity, **{name: text}))  # type: ignore[arg-type] # TEXTS are texts

    def _evaluation(self, text: str) -> Callable[[Activity], Activity]:
        today = self._work.session.today()
        return lambda a: replace(a, evaluation=text, evaluated_on=a.evaluated_on or (today if text.strip() else None))

    def _who_chosen(self, _index: int) -> None:
        who = self.who.value or Doer.TOGETHER
        self._save(lambda activity: replace(activity, who=who))

    def _status_chosen(self, _index: int) -> None:
        status = self.status.value or ActivityStatus.PLANNED
        self._save(lambda activity: replace(activity, status=status))

    def _service_chosen(self, service: str | None) -> None:
        self._save(lambda activity: replace(activity, service=service))

    def _day_picked(self, _value: object) -> None:
        by = self.by.value
        self._save(lambda activity: replace(activity, by=by, at=activity.at if by else None))

    def _evaluated_picked(self, _value: object) -> None:
        on = self.evaluated.value
        self._save(lambda activity: replace(activity, evaluated_on=on))

    def _time_left(self) -> None:
        at = self.at.value
        if self.at.readable:
            self._save(lambda activity: replace(activity, at=at))

    def _goes_on_clicked(self, on: bool) -> None:
        self._save(lambda activity: replace(activity, goes_on_after=on))
