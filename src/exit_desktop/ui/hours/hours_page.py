"""The worker's hours without a citizen: written here, counted by month."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.errors import Failure
from exit_desktop.services.contacts import delete_own_hours, list_own_hours, record_own_hours
from exit_desktop.ui.hours.hours_form import HoursForm
from exit_desktop.ui.hours.own_work import OWN_WORK, HoursMonth, hours_by_month, kind_of, sums_of
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.labels import Label, heading, muted, small, title
from exit_desktop.ui.widgets.panels import Panel, clear_layout, row, rule, scrolled
from exit_desktop.ui.widgets.short_fields import duration

if TYPE_CHECKING:
    from collections.abc import Callable

    from exit_desktop.domain.contacts import WorkEntry
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.session import Session

MONTHS_AT_FIRST = 3


class HoursPage(QWidget):
    """Writes, changes and lists own hours; `retranslate` and `clear` as every screen."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk, self.t = session, desk, session.t
        self._months: tuple[HoursMonth, ...] = ()
        self._shown = MONTHS_AT_FIRST
        theme = session.theme
        self._title, self._about, self._empty = title(theme), muted(theme), muted(theme)
        self.form = HoursForm(session, desk)
        self._more = LinkButton()
        self._panels = QVBoxLayout()
        self._panels.setSpacing(theme.px(14))
        page = QWidget()
        page.setMaximumWidth(theme.px(820))
        column = QVBoxLayout(page)
        space = theme.px(24)
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(theme.px(12))
        for part in (self._title, self._about, self.form, self._empty):
            column.addWidget(part)
        column.addLayout(self._panels)
        column.addLayout(row(self._more, 1))
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(page))
        self.form.written.connect(self.load)
        self._more.clicked.connect(self._show_all)
        self.retranslate()

    def load(self) -> None:
        """Read the hours anew."""
        try:
            self._months = hours_by_month(list_own_hours(self._desk))
        except Failure as failure:
            self._session.tell(failure)
        self._lay_out()

    def clear(self) -> None:
        """Drop everything; the draft stays in its file."""
        self._months = ()
        self.form.clear()
        self._lay_out()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self._title.setText(t("My own hours"))
        self._about.setText(t("Hours that belong to no citizen. Hours with or for a citizen stand in their contacts."))
        self._empty.setText(t("No hours are written yet. A team meeting or an evening of outreach goes here."))
        self._more.setText(t("Show earlier months"))
        self.form.retranslate()
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what may have been written elsewhere."""
        super().showEvent(event)
        self.load()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to where hours are written."""
        super().focusInEvent(event)
        self.form.kind.take_focus()

    def _lay_out(self) -> None:
        clear_layout(self._panels)
        for month in self._months[: self._shown]:
            self._panels.addWidget(self._panel(month))
        self._empty.setHidden(bool(self._months))
        self._more.setVisible(len(self._months) > self._shown)

    def _panel(self, month: HoursMonth) -> Panel:
        theme, t = self._session.theme, self.t
        panel = Panel(theme)
        total, kinds = sums_of(month, t)
        name = t.date(month.first, "month")
        panel.setAccessibleName(name)
        panel.body.addLayout(row(heading(theme, name), 1, _plain(muted(theme, total))))
        panel.body.addWidget(small(theme, kinds))
        for entry in month.entries:
            panel.body.addWidget(rule())
            self._add(panel, entry)
        return panel

    def _add(self, panel: Panel, entry: WorkEntry) -> None:
        theme, t = self._session.theme, self.t
        day = _plain(muted(theme, t.date(entry.on, "short")))
        day.setMinimumWidth(theme.px(60))
        kind = _plain(Label(theme, t(OWN_WORK[kind_of(entry)])))
        spent = _plain(muted(theme, duration(entry.minutes, t)))
        change = self._link(t("Change"), entry, self.form.change)
        delete = self._link(t("Delete"), entry, self._delete)
        panel.body.addLayout(row(day, kind, 1, spent, change, delete, spacing=theme.px(10)))
        if entry.note:
            panel.body.addWidget(small(theme, entry.note))

    def _link(self, words: str, entry: WorkEntry, act: Callable[[WorkEntry], None]) -> LinkButton:
        link = LinkButton(words)
        about = self.t("{date}: {words}", date=self.t.date(entry.on), words=self.t(OWN_WORK[kind_of(entry)]))
        link.setAccessibleDescription(about)
        link.clicked.connect(partial(act, entry))
        return link

    def _delete(self, entry: WorkEntry) -> None:
        if self._try(partial(delete_own_hours, self._desk, entry.id)):
            self._session.note(self.t("The hours are deleted."), self.t("Undo"), partial(self._put_back, entry))

    def _put_back(self, entry: WorkEntry) -> None:
        self._try(partial(record_own_hours, self._desk, entry))

    def _try(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except Failure as failure:
            self._session.tell(failure)
            return False
        self.load()
        return True

    def _show_all(self) -> None:
        self._shown = len(self._months)
        self._lay_out()


def _plain(label: Label) -> Label:
    label.setWordWrap(False)
    return label
