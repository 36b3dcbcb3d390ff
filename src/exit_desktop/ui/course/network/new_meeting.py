"""Where a new meeting with the network is written: a draft until "Add"."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from exit_desktop.domain.network import NetworkMeeting
from exit_desktop.services.network import put_meeting
from exit_desktop.system.ids import new_id
from exit_desktop.system.language import mark
from exit_desktop.ui.course.plan.in_step import change_here, column_of
from exit_desktop.ui.course.plan.new_entry import NewEntry
from exit_desktop.ui.course.plan.saved_text import GrowingArea
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.ctrl_enter import on_ctrl_enter
from exit_desktop.ui.widgets.fields import DateField, FormRow, TextLine
from exit_desktop.ui.widgets.guard_line import GuardLine
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


def draft_places(course_id: str) -> tuple[str, str, str]:
    """Return where the drafts of day, who and note wait."""
    place = f"network/{course_id}/new-meeting"
    return f"{place}/on", f"{place}/who", f"{place}/note"


class NewMeeting(QWidget):
    """When, who came, what was said; `closed` when folded away."""

    closed = Signal()

    def __init__(self, work: CourseWork, course_id: str) -> None:
        super().__init__()
        self._work, self.t, self._course_id = work, work.session.t, course_id
        theme, today = work.session.theme, work.session.today()
        self.on, self.who, self.note = DateField(today, today), TextLine(most=1000), GrowingArea(theme, lines=2)
        self._rows = tuple(FormRow(theme, field) for field in (self.on, self.who, self.note))
        self.add, self._close = Button(), LinkButton()
        column = column_of(self, theme.px(4))
        on, who, note = self._rows
        for part in (on, who, GuardLine(work, self.who), note, GuardLine(work, self.note)):
            column.addWidget(part)
        column.addLayout(row(self.add, self._close, 1))
        self.setFocusProxy(self.on)
        # A stop by name: only so can the fields be put in their place in the order of Tab, all of them together.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        drafts = work.session.drafts
        on_place, who_place, note_place = draft_places(course_id)
        drafts.attach(self.on, on_place)
        drafts.attach(self.who, who_place)
        drafts.attach(self.note, note_place)
        self._close.clicked.connect(self.closed)
        self.add.clicked.connect(self._add)
        on_ctrl_enter(self, self._add)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        on, who, note = self._rows
        on.set_words(t("Date"))
        who.set_words(t("Who came: roles"))
        note.set_words(t("What was said and agreed"))
        self.add.setText(t("Add"))
        self.add.setToolTip(t("Ctrl+Enter"))
        self._close.setText(t("Close"))

    def _add(self) -> None:
        on = self.on.value
        self._rows[0].set_fault("" if on else self.t("Write a day such as 3/9."))
        if on is None:
            return
        meeting = NetworkMeeting(new_id(), on, self.who.text().strip(), self.note.text().strip())
        if change_here(self._work, self._course_id, lambda desk, course: put_meeting(desk, course, meeting)):
            self._empty()
            self.closed.emit()

    def _empty(self) -> None:
        self.on.set_value(self._work.session.today())
        self.who.set_saved("")
        self.note.set_saved("")
        for place in draft_places(self._course_id):
            self._work.session.drafts.drop(place)


def new_meeting(work: CourseWork, course_id: str) -> NewEntry[NewMeeting]:
    """Return the way to a new one, unfolded where a draft waits behind it."""
    made = NewEntry(work.session.t, mark("Add a meeting"), partial(NewMeeting, work, course_id))
    if any(work.session.drafts.text(place) for place in draft_places(course_id)[1:]):
        made.unfold()
    return made
