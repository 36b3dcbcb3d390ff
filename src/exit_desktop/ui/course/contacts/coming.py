"""The meetings that are planned: what is to come, and what became of those whose time has come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from exit_desktop.domain.contacts import Contact, ContactState
from exit_desktop.services.contacts import delete_contact, end_series, record_contact
from exit_desktop.ui.course.contacts import log_words
from exit_desktop.ui.course.contacts.plan_form import PlanForm
from exit_desktop.ui.widgets.buttons import Button, LinkButton
from exit_desktop.ui.widgets.fields import DateField
from exit_desktop.ui.widgets.flow import FlowLayout
from exit_desktop.ui.widgets.labels import heading, muted, small
from exit_desktop.ui.widgets.layout_parts import parts_in_order
from exit_desktop.ui.widgets.panels import Panel, clear_layout, row, rule
from exit_desktop.ui.widgets.short_fields import Named, TimeField

if TYPE_CHECKING:
    from exit_desktop.domain.courses import Course
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.course.work import CourseWork

SHOWN = 3


class PlannedLine(QWidget):
    """One planned contact with what can be done about it; `became(id)` when it has become a contact of the log."""

    became = Signal(str)

    def __init__(self, work: CourseWork, contact: Contact) -> None:
        super().__init__()
        self._work, self.t, self.contact = work, work.session.t, contact
        self._due = contact.on <= work.session.today()
        theme = work.session.theme
        # Made when it is asked for: most meetings stay on their day.
        self._move_row: QFrame | None = None
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        column.setSpacing(theme.px(4))
        column.addLayout(self._words())
        column.addLayout(self._acts())

    def _words(self) -> QVBoxLayout:
        t, theme, contact = self.t, self._work.session.theme, self.contact
        kind, whom = log_words.subject(contact, t)
        words = heading(theme, log_words.when(contact, t))
        parts = [kind, whom, log_words.where(contact, t), t("every week") if contact.series else ""]
        about = muted(theme, " · ".join(part for part in parts if part))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(words)
        column.addWidget(about)
        if contact.note:
            column.addWidget(small(theme, log_words.first_line(contact)))
        return column

    def _acts(self) -> FlowLayout:
        t = self.t
        acts = [(t("Move to another day"), self._ask_day), (t("Remove"), self._remove)]
        if self.contact.series:
            acts.append((t("End the weekly meetings"), self._end_series))
        flow = FlowLayout(None, self._work.session.theme.px(6))
        if self._due:
            held = Button(t("It took place"))
            held.clicked.connect(partial(self._settle, ContactState.HELD))
            missed = Button(t("Did not come"))
            missed.clicked.connect(partial(self._settle, ContactState.DID_NOT_COME))
            for button in (held, missed):
                button.setAccessibleDescription(log_words.told_line(self.contact, t))
                flow.addWidget(button)
        for words, act in acts:
            link = LinkButton(words)
            link.setAccessibleDescription(log_words.told_line(self.contact, t))
            link.clicked.connect(act)
            flow.addWidget(link)
        return flow

    def _make_move_row(self) -> QFrame:
        session = self._work.session
        self.on, self.at = DateField(session.today(), self.contact.on), TimeField(self.t)
        self.at.set_value(self.contact.at)
        on, at = Named(session.theme, self.on), Named(session.theme, self.at)
        on.set_name(self.t("New date"))
        at.set_name(self.t("Time"))
        self.on.setFixedWidth(session.theme.px(110))
        self.at.setFixedWidth(session.theme.px(76))
        move = Button(self.t("Move"))
        move.clicked.connect(self._move)
        self.on.returnPressed.connect(self._move)
        self.at.returnPressed.connect(self._move)
        frame = QFrame()
        line = row(on, at, move, 1)
        line.setAlignment(move, Qt.AlignmentFlag.AlignBottom)
        frame.setLayout(line)
        return frame

    def _ask_day(self) -> None:
        if self._move_row is None:
            self._move_row = self._make_move_row()
            self._column.addWidget(self._move_row)
        self.on.setFocus()
        self.on.selectAll()

    def _settle(self, state: ContactState) -> None:
        if self._work.change(partial(_write, replace(self.contact, state=state))):
            self.became.emit(self.contact.id)

    def _move(self) -> None:
        on: date | None = self.on.value
        at: time | None = self.at.value
        if on is not None and self.at.readable:
            self._work.change(partial(_write, replace(self.contact, on=on, at=at)))

    def _remove(self) -> None:
        work = self._work
        if work.change(partial(_remove, self.contact.id)):
            work.session.note(self.t("The meeting is removed. It waits 30 days in the bin."), self.t("Undo"), work.undo)

    def _end_series(self) -> None:
        work, series = self._work, self.contact.series
        if series and work.change(partial(_end, series, self.contact.on)):
            work.session.note(self.t("The weekly meetings end here."), self.t("Undo"), work.undo)


class Coming(Panel):
    """Planned contacts, the nearest first, with a way to plan another; `became(id)` as in its lines."""

    became = Signal(str)

    def __init__(self, work: CourseWork) -> None:
        super().__init__(work.session.theme)
        self._work, self.t = work, work.session.t
        self._planned: tuple[Contact, ...] = ()
        self._all = False
        self.plan, self._more = LinkButton(), LinkButton()
        self.form = PlanForm(work)
        self.form.hide()
        self._name = heading(work.session.theme)
        self._empty = muted(work.session.theme)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(work.session.theme.px(4))
        self.body.addLayout(row(self._name, 1, self.plan))
        for part in (self.form, self._empty):
            self.body.addWidget(part)
        self.body.addLayout(self._rows)
        self.body.addLayout(row(self._more, 1))
        self.plan.clicked.connect(self.begin)
        self._more.clicked.connect(self._show_all)
        self.form.closed.connect(self._end_form)
        self.retranslate()

    def show_course(self, course: Course | None) -> None:
        """Show what is planned in a course."""
        planned = log_words.coming(course.contacts) if course else ()
        if self.form.show_course(course):
            self._open_form()
        elif course is None:
            self._end_form()
        if planned != self._planned:
            self._planned = planned
            self._lay_out()

    def begin(self) -> None:
        """Open the fields of a coming meeting."""
        self._open_form()
        self.form.take_focus()

    def lines(self) -> tuple[PlannedLine, ...]:
        """Return the lines shown."""
        return tuple(part for part in parts_in_order(self._rows) if isinstance(part, PlannedLine))

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self._name.setText(t("Coming meetings"))
        self.setAccessibleName(t("Coming meetings"))
        self.plan.setText(t("Plan a meeting"))
        self._empty.setText(t("No meeting is planned."))
        self.form.retranslate()
        self._lay_out()

    def _lay_out(self) -> None:
        clear_layout(self._rows)
        today = self._work.session.today()
        due = sum(contact.on <= today for contact in self._planned)
        shown = self._planned if self._all else self._planned[: due + SHOWN]
        for number, contact in enumerate(shown):
            if number:
                self._rows.addWidget(rule())
            line = PlannedLine(self._work, contact)
            line.became.connect(self.became)
            self._rows.addWidget(line)
        left = len(self._planned) - len(shown)
        self._more.setVisible(left > 0)
        self._more.setText(self.t.plural("Show {count} more", "Show {count} more", left))
        self._empty.setHidden(bool(self._planned) or not self.form.isHidden())

    def _show_all(self) -> None:
        self._all = True
        self._lay_out()

    def _open_form(self) -> None:
        self.form.show()
        self.plan.hide()
        self._empty.hide()

    def _end_form(self) -> None:
        self.form.hide()
        self.plan.show()
        self._empty.setHidden(bool(self._planned))


def _write(contact: Contact, desk: Desk, course: Course) -> Course:
    return record_contact(desk, course, contact)


def _remove(contact_id: str, desk: Desk, course: Course) -> Course:
    return delete_contact(desk, course, contact_id)


def _end(series: str, from_on: date, desk: Desk, course: Course) -> Course:
    return end_series(desk, course, series, from_on)
