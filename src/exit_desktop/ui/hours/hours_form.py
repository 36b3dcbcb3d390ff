"""Where hours without a citizen are written; a draft until "Add"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit

from exit_desktop.domain.contacts import WorkEntry
from exit_desktop.errors import Failure
from exit_desktop.services.contacts import record_own_hours
from exit_desktop.system.ids import new_id
from exit_desktop.ui.hours.own_work import OWN_WORK, OwnWork, kind_of
from exit_desktop.ui.widgets.buttons import LinkButton, PrimaryButton
from exit_desktop.ui.widgets.choices import ChipRow
from exit_desktop.ui.widgets.ctrl_enter import on_ctrl_enter
from exit_desktop.ui.widgets.fields import DateField, TextArea
from exit_desktop.ui.widgets.guard_line import GuardLine
from exit_desktop.ui.widgets.in_sight import bring_into_sight
from exit_desktop.ui.widgets.labels import wants
from exit_desktop.ui.widgets.panels import Panel, row
from exit_desktop.ui.widgets.short_fields import MinutesField, Named

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.session import Session

PLACE = "hours/new"


class HoursForm(Panel):
    """The fields of an entry, new or to be changed; `written` when it is kept."""

    written = Signal()

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__(session.theme)
        self._session, self._desk, self.t = session, desk, session.t
        self._id = ""
        theme = session.theme
        self.kind: ChipRow[OwnWork] = ChipRow(self.t, OWN_WORK, theme.px(6))
        self.on, self.minutes = DateField(session.today(), session.today()), MinutesField(theme)
        self.on.setFixedWidth(theme.px(110))
        self.note = TextArea(theme, lines=2)
        self._on, self._minutes = Named(theme, self.on), Named(theme, self.minutes)
        self._guard = GuardLine(session, self.note)
        self._fault = wants(theme)
        self.add, self._give_up = PrimaryButton(), LinkButton()
        self.body.addWidget(self.kind)
        self.body.addLayout(row(self._on, self._minutes, 1, spacing=theme.px(12)))
        for part in (self.note, self._guard, self._fault):
            self.body.addWidget(part)
        self.body.addLayout(row(self.add, self._give_up, 1))
        self._connect()
        self.retranslate()
        self._show_draft()

    def change(self, entry: WorkEntry) -> None:
        """Put an entry into the fields, to be written anew."""
        self._session.drafts.drop(PLACE)
        self._fill(entry)
        self.minutes.setFocus()

    def clear(self) -> None:
        """Drop what stands in the fields; the draft stays in its file."""
        self._fill(None)

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self.set_heading(t("Write hours without a citizen"))
        self.kind.retranslate()
        self.kind.name(t("What the hours went to"))
        self._on.set_name(t("Date"))
        self._minutes.set_name(t("Time spent"))
        self.minutes.setPlaceholderText(t("1:30"))
        self.note.setAccessibleName(t("Note"))
        self.note.setPlaceholderText(t("A few words, if you like"))
        self.add.setText(t("Save") if self._id else t("Add"))
        self.add.setToolTip(t("Ctrl+Enter"))
        self._give_up.setText(t("Empty the fields"))

    def _connect(self) -> None:
        self.kind.chosen.connect(self._keep)
        self.on.textEdited.connect(self._keep)
        self.minutes.textEdited.connect(self._keep)
        self.note.textChanged.connect(self._keep)
        self.note.finished.connect(self._write)
        self.add.clicked.connect(self._write)
        self._give_up.clicked.connect(self._forget)
        on_ctrl_enter(self, self._write)

    def _fill(self, entry: WorkEntry | None) -> None:
        with QSignalBlocker(self.note):
            self._id = entry.id if entry else ""
            self.kind.set_value(kind_of(entry) if entry else OwnWork.TEAM_MEETING)
            self.on.set_value(entry.on if entry else self._session.today())
            self.minutes.set_value(entry.minutes if entry else 0)
            self.note.set_saved(entry.note if entry else "")
        self._guard.forget()
        self._say("")
        self.add.setText(self.t("Save") if self._id else self.t("Add"))

    def _show_draft(self) -> None:
        self._fill(None)
        try:
            kept = msgspec.json.decode(self._session.drafts.text(PLACE) or "[]", type=list[str])
        except msgspec.MsgspecError:
            return
        if len(kept) == 5 and kept[1] in set(OwnWork):
            with QSignalBlocker(self.note):
                self._id = kept[0]
                self.kind.set_value(OwnWork(kept[1]))
                self.on.setText(kept[2])
                self.minutes.setText(kept[3])
                self.note.setPlainText(kept[4])
            self.retranslate()

    def _keep(self) -> None:
        body = [self._id, str(self.kind.value), self.on.text(), self.minutes.text(), self.note.text()]
        written = bool(self.minutes.text() or self.note.text())
        self._session.drafts.keep(PLACE, msgspec.json.encode(body).decode() if written else "")

    def _write(self) -> None:
        on, minutes = self.on.value, self.minutes.value
        if on is None:
            self._refuse(self.on, self.t("That is no date. Write it as 23/11 or 23.11.2026."))
            return
        if not minutes:
            self._refuse(self.minutes, self.t("How long did it take? Write 45, 1:30 or 1,5 h."))
            return
        entry = WorkEntry(self._id or new_id(), on, self.kind.value, minutes, self.note.text().rstrip())
        try:
            record_own_hours(self._desk, entry)
        except Failure as failure:
            self._session.tell(failure)
            return
        self._forget()
        self.written.emit()

    def _refuse(self, field: QLineEdit, sentence: str) -> None:
        self._say(sentence)
        field.setFocus()
        field.selectAll()
        bring_into_sight(self._fault)

    def _forget(self) -> None:
        self._session.drafts.drop(PLACE)
        self._fill(None)

    def _say(self, sentence: str) -> None:
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
