"""The fields of one support task; each is saved when it is left or chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from exit_desktop.domain.network import SupportTask, TaskHolder, person_order
from exit_desktop.domain.networking import move_task
from exit_desktop.services.labels import TASK_HOLDERS
from exit_desktop.ui.course.network.network_words import person_name
from exit_desktop.ui.course.plan.in_step import Folded, column_of
from exit_desktop.ui.course.plan.saved_text import SavedText
from exit_desktop.ui.widgets.choices import Choice
from exit_desktop.ui.widgets.fields import DateField, FormRow

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.ui.course.work import CourseWork

Save = Callable[[Callable[[SupportTask], SupportTask]], bool]


class TaskForm(QWidget):
    """Shows a task; `save(change)` writes one change."""

    def __init__(self, work: CourseWork, place: str, save: Save) -> None:
        super().__init__()
        self._work, self.t, self._save = work, work.session.t, save
        theme, today = work.session.theme, work.session.today()
        self.what = SavedText(work, f"{place}/what", partial(self._write, "what"), line=True)
        self.went = SavedText(work, f"{place}/how_it_went", self._write_how)
        self.holder, self.taker = Choice(self.t, TASK_HOLDERS), Folded()
        self.since, self.tried = DateField(today), DateField(today)
        fields = (self.holder, self.taker, self.since, self.tried)
        self._rows = tuple(FormRow(theme, field) for field in fields)
        column = column_of(self, theme.px(8))
        for part in (self.what, *self._rows, self.went):
            column.addWidget(part)
        # A name and a role can be read in it.
        self.taker.setMinimumContentsLength(18)
        self.setFocusProxy(self.what)
        # A stop by name: only so can the fields be put in their place in the order of Tab, all of them together.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._connect()

    def show_task(self, task: SupportTask, course: Course, cafe: bool) -> None:
        """Show what is kept; what is being written just now stays."""
        self.what.show_text(task.what)
        self.went.show_text(task.how_it_went)
        self.holder.set_value(task.holder)
        self.taker.clear()
        self.taker.addItem(self.t("Nobody named yet"), None)
        for person in sorted(course.network, key=person_order):
            self.taker.addItem(person_name(person, self.t, with_name=not cafe), person.id)
        self.taker.setCurrentIndex(max(0, self.taker.findData(task.taker)))
        self._rows[1].setVisible(task.holder is not TaskHolder.CITIZEN)
        for field, value in ((self.since, task.moved_on), (self.tried, task.tried_out_on)):
            if not field.hasFocus():
                field.set_value(value)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self.what.set_words(t("What is to be taken over"))
        self.went.set_words(t("How it went"))
        names = (t("Who does it now"), t("Who takes it over"), t("Since"), t("Tried out on"))
        for line, name in zip(self._rows, names, strict=True):
            line.set_words(name)
        self.holder.retranslate()

    def _connect(self) -> None:
        self.holder.activated.connect(self._holder_chosen)
        self.taker.activated.connect(self._taker_chosen)
        self.since.picked.connect(self._since_picked)
        self.tried.picked.connect(self._tried_picked)

    def _write(self, name: str, text: str) -> bool:
        return self._save(lambda task: replace(task, **{name: text}))  # type: ignore[arg-type] # a text by its name

    def _write_how(self, text: str) -> bool:
        today = self._work.session.today()

        def change(task: SupportTask) -> SupportTask:
            tried = task.tried_out_on or (today if text.strip() else None)
            return replace(task, how_it_went=text, tried_out_on=tried)

        return self._save(change)

    def _holder_chosen(self, _index: int) -> None:
        holder, today = self.holder.value or TaskHolder.WORKER, self._work.session.today()
        self._save(lambda task: move_task(task, holder, today))

    def _taker_chosen(self, index: int) -> None:
        taker: str | None = self.taker.itemData(index)
        self._save(lambda task: replace(task, taker=taker))

    def _since_picked(self, _value: object) -> None:
        on = self.since.value
        self._save(lambda task: replace(task, moved_on=on))

    def _tried_picked(self, _value: object) -> None:
        on = self.tried.value
        self._save(lambda task: replace(task, tried_out_on=on))
