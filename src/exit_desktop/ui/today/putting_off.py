"""Until when a line is put off: tomorrow, next week, or a day of one's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QMenu, QVBoxLayout, QWidget

from exit_desktop.ui.widgets.buttons import Button, PrimaryButton
from exit_desktop.ui.widgets.fields import DateField, FormRow
from exit_desktop.ui.widgets.labels import title
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.session import Session

_WEEK = 7


def next_week(today: date) -> date:
    """Return the coming Monday."""
    return today + timedelta(days=_WEEK - today.weekday())


def add_put_off(menu: QMenu, t: Texts, today: date, chosen: Callable[[date | None], None]) -> None:
    """Add the ways to put a line off; `chosen(date)`, or `chosen(None)` for a day of one's own."""
    tomorrow, monday = today + timedelta(days=1), next_week(today)
    menu.addAction(t("Put off until tomorrow")).triggered.connect(lambda: chosen(tomorrow))
    week = t("Put off until next week, {date}", date=t.date(monday, "short"))
    menu.addAction(week).triggered.connect(lambda: chosen(monday))
    menu.addAction(t("Put off until another day …")).triggered.connect(lambda: chosen(None))


class PutOffDialog(QDialog):
    """Asks for a day after today; `chosen(date)`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent)
        self._session = session
        self.t = session.t
        theme, t = session.theme, session.t
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Forløb")
        self.setAccessibleName(t("Put off"))
        self.day = DateField(session.today(), next_week(session.today()))
        self._row = FormRow(
            theme, self.day, t("Show it again on"), t("The arrow keys go a day, page up and page down a week.")
        )
        self.act, self.back = PrimaryButton(t("Put off")), Button(t("Cancel"))
        self.act.clicked.connect(self._choose)
        self.back.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        space = theme.px(22)
        column.setContentsMargins(space, space, space, space)
        column.setSpacing(theme.px(12))
        column.addWidget(title(theme, t("Put off")))
        column.addWidget(self._row)
        column.addLayout(row(self.act, self.back, 1))
        self.setFixedWidth(min(theme.px(420), self.screen().availableSize().width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put off with Enter; Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.back.hasFocus():
            self._choose()
            return
        super().keyPressEvent(event)

    def _choose(self) -> None:
        day = self.day.value
        if day is None or day <= self._session.today():
            self._row.set_fault(self.t("Choose a day after today."))
            return
        self.accept()
        self.chosen.emit(day)
