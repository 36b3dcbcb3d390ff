"""Where a new activity is written: what waits in the fields is a draft until "Add" makes it an activity."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from exit_desktop.domain.plans import Activity, Doer
from exit_desktop.services.labels import DOERS
from exit_desktop.services.plans import put_activity
from exit_desktop.system.ids import new_id
from exit_desktop.system.language import mark
from exit_desktop.ui.course.plan.in_step import change_here, column_of
from exit_desktop.ui.course.plan.new_entry import NewEntry
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.choices import Choice
from exit_desktop.ui.widgets.ctrl_enter import on_ctrl_enter
from exit_desktop.ui.widgets.fields import DateField, FormRow, TextLine
from exit_desktop.ui.widgets.guard_line import GuardLine
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


def draft_places(course_id: str, wish_id: str) -> tuple[str, str, str]:
    """Return where the drafts of what, by when and who wait."""
    place = f"plan/{course_id}/{wish_id}/new"
    return place, f"{place}/by", f"{place}/who"


class ActivityFields(QWidget):
    """What, who and by when; `closed` when the worker folds them away."""

    closed = Signal()

    def __init__(self, work: CourseWork, course_id: str, wish_id: str) -> None:
        super().__init__()
        self._work, self.t = work, work.session.t
        self._course_id, self._wish_id = course_id, wish_id
        self.what, self.by = TextLine(most=1000), DateField(work.session.today())
        self.who = Choice(self.t, DOERS)
        self.who.set_value(Doer.TOGETHER)
        self.add, self._close = Button(), LinkButton()
        self._build()
        self.retranslate()
        self._take_draft()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        what, who, by = self._rows
        what.set_words(t("What is to be done"))
        who.set_words(t("Who"))
        by.set_words(t("By when"))
        self.add.setText(t("Add"))
        self.add.setToolTip(t("Ctrl+Enter"))
        self._close.setText(t("Close"))
        self.who.retranslate()

    def _build(self) -> None:
        theme = self._work.session.theme
        self._rows = tuple(FormRow(theme, field) for field in (self.what, self.who, self.by))
        column = column_of(self, theme.px(4))
        across = QHBoxLayout()
        across.setSpacing(theme.px(10))
        for part, stretch in zip(self._rows, (5, 2, 2), strict=True):
            across.addWidget(part, stretch)
        column.addLayout(across)
        column.addWidget(GuardLine(self._work, self.what))
        column.addLayout(row(self.add, self._close, 1))
        self.setFocusProxy(self.what)
        self._close.clicked.connect(self.closed)
        self.add.clicked.connect(self._add)
        on_ctrl_enter(self, self._add)

    def _take_draft(self) -> None:
        drafts = self._work.session.drafts
        what, by, who = draft_places(self._course_id, self._wish_id)
        drafts.attach(self.what, what)
        drafts.attach(self.by, by)
        if drafts.text(who) in tuple(Doer):
            self.who.set_value(Doer(drafts.text(who)))
        self.who.activated.connect(self._keep_who)

    def _keep_who(self, _index: int) -> None:
        who = draft_places(self._course_id, self._wish_id)[2]
        self._work.session.drafts.keep(who, str(self.who.value))

    def _add(self) -> None:
        what, by = self._rows[0], self._rows[2]
        text = self.what.text().strip()
        what.set_fault("" if text else self.t("Write what is to be done first."))
        by.set_fault("" if self.by.readable else self.t("Write a day such as 3/9."))
        if not text or not self.by.readable:
            return
        activity = Activity(new_id(), text, self.who.value or Doer.TOGETHER, by=self.by.value)
        wish_id = self._wish_id
        if change_here(self._work, self._course_id, lambda desk, course: put_activity(desk, course, wish_id, activity)):
            self._empty()

    def _empty(self) -> None:
        self.what.set_saved("")
        self.by.set_value(None)
        for place in draft_places(self._course_id, self._wish_id):
            self._work.session.drafts.drop(place)
        self.what.setFocus()


def new_activity(work: CourseWork, course_id: str, wish_id: str) -> NewEntry[ActivityFields]:
    """Return the way to a new activity under a wish, unfolded where a draft waits behind it."""
    made = NewEntry(work.session.t, mark("Add an activity"), partial(ActivityFields, work, course_id, wish_id))
    if any(work.session.drafts.text(place) for place in draft_places(course_id, wish_id)[:2]):
        made.unfold()
    return made
