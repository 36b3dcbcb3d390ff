"""Where a coming meeting is planned, once or every week; until "Plan" it is a draft that waits where it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from exit_desktop.domain.contacts import Contact, ContactState
from exit_desktop.services.contacts import MOST_REPEATS, record_contact, repeat_weekly
from exit_desktop.system.ids import new_id
from exit_desktop.ui.course.contacts.form import ContactForm
from exit_desktop.ui.course.contacts.form_state import FormState, FormUse, bare, read_state, state_text
from exit_desktop.ui.widgets.buttons import LinkButton, PrimaryButton
from exit_desktop.ui.widgets.ctrl_enter import on_ctrl_enter
from exit_desktop.ui.widgets.labels import wants
from exit_desktop.ui.widgets.panels import row
from exit_desktop.ui.widgets.properties import put
from exit_desktop.ui.widgets.short_fields import Named

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork


class PlanForm(QWidget):
    """The fields of a coming meeting; `closed` when it was planned or given up."""

    closed = Signal()

    def __init__(self, work: CourseWork) -> None:
        super().__init__()
        self._work, self.t = work, work.session.t
        self._course_id = ""
        theme = work.session.theme
        self.form = ContactForm(work.session, FormUse.PLAN)
        self.times = QLineEdit()
        self.times.setFixedWidth(theme.px(76))
        self.times.setMaxLength(3)
        self._times = Named(theme, self.times)
        self._fault = wants(theme)
        self._fault.hide()
        self.plan, self._give_up = PrimaryButton(), LinkButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.form)
        column.addWidget(self._times)
        column.addWidget(self._fault)
        column.addLayout(row(self.plan, self._give_up, 1))
        self._connect()
        self.retranslate()

    @property
    def place(self) -> str:
        """Where the draft of this course waits."""
        return f"contact/{self._course_id}/plan"

    def show_course(self, course: Course | None) -> bool:
        """Show the draft of a course; return whether one waited."""
        if (course.id if course else "") == self._course_id:
            return bool(course and self._work.session.drafts.text(self.place))
        self._course_id = course.id if course else ""
        draft = read_state(self._work.session.drafts.text(self.place)) if course else None
        self._show(draft)
        return draft is not None

    def take_focus(self) -> None:
        """Begin with the date."""
        self.form.on.setFocus()
        self.form.on.selectAll()

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.form.retranslate()
        self._times.set_name(self.t("Weeks in a row"))
        self.plan.setText(self.t("Plan the meeting"))
        self._give_up.setText(self.t("Give up"))

    def _connect(self) -> None:
        self.form.edited.connect(self._keep)
        self.times.textEdited.connect(self._keep)
        self.form.finished.connect(self._write)
        self.plan.clicked.connect(self._write)
        self._give_up.clicked.connect(self._forget)
        on_ctrl_enter(self, self._write)

    def _empty(self) -> Contact:
        return Contact("", self._work.session.today() + timedelta(days=7), state=ContactState.PLANNED)

    def _show(self, draft: FormState | None) -> None:
        self.form.empty(self._empty())
        self.times.setText("1")
        if draft:
            self.form.show_state(draft)
            self.times.setText(draft.times)
        self._say("")

    def _keep(self) -> None:
        if not self._course_id:
            return
        state = replace(self.form.state(), times=self.times.text())
        untouched = replace(FormState(), state=state.state, times="1")
        self._work.session.drafts.keep(self.place, "" if bare(state) == untouched else state_text(state))

    def _weeks(self) -> int | None:
        text = self.times.text().strip() or "1"
        return int(text) if text.isdecimal() and 1 <= int(text) <= MOST_REPEATS else None

    def _say(self, sentence: str) -> None:
        put(self.times, "fault", bool(sentence))
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))

    def _write(self) -> None:
        contact, weeks = self.form.read(replace(self._empty(), id=new_id())), self._weeks()
        self._say("" if weeks else self.t("A meeting can be planned 1 to {most} weeks in a row.", most=MOST_REPEATS))
        if contact is None or weeks is None:
            self.form.go_to_fault()
            return
        planned = replace(contact, state=ContactState.PLANNED, minutes=())
        if self._work.change(partial(_plan, planned, weeks)):
            self._forget()

    def _forget(self) -> None:
        self._work.session.drafts.drop(self.place)
        self._show(None)
        self.closed.emit()


def _plan(contact: Contact, weeks: int, desk: Desk, course: Course) -> Course:
    return record_contact(desk, course, contact) if weeks == 1 else repeat_weekly(desk, course, contact, weeks)
