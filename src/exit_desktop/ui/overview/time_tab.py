"""Where the hours go: a picture of the months, and the hours by kind in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exit_desktop.errors import Failure
from exit_desktop.services.time_spent import MonthOfWork, read_time
from exit_desktop.ui.course.overview.words_table import WordsTable
from exit_desktop.ui.overview.time_words import hours_table, hours_view, month_sentence
from exit_desktop.ui.widgets.buttons import LinkButton
from exit_desktop.ui.widgets.hours_widget import HoursWidget
from exit_desktop.ui.widgets.labels import Label, heading, muted
from exit_desktop.ui.widgets.panels import Panel, row, scrolled

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

WIDEST, CHART = 1100, 210
# So many months stand in the table; the picture has a year.
IN_THE_TABLE = 6


class TimeTab(QWidget):
    """`hours_wanted` leads to where hours without a citizen are written."""

    hours_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self.t = session, session.t
        self._months: tuple[MonthOfWork, ...] = ()
        theme = session.theme
        self._name, self._about, self.newest = heading(theme), muted(theme), Label(theme)
        self.chart, self.table = HoursWidget(theme, self.t), WordsTable(theme)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.hours = LinkButton()
        self._picture, self._figures = Panel(theme), Panel(theme)
        self._build()
        self.hours.clicked.connect(self.hours_wanted)
        self.table.resized.connect(self._fit)
        theme.changed.connect(self._fit)
        session.changed.connect(self._follow)
        self.retranslate()

    def load(self) -> None:
        """Read the hours anew."""
        try:
            self._months = read_time(self._session.desk)
        except Failure as failure:
            self._session.tell(failure)
        self._lay_out()

    def take_focus(self) -> None:
        """Put the keyboard on the picture, or on the way to write hours while there are none."""
        (self.chart if self._months else self.hours).setFocus()

    def clear(self) -> None:
        """Let everything go."""
        self._months = ()
        self._lay_out()
        self.chart.refresh_now()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self._name.setText(t("Where the hours go"))
        self._about.setText(t("Hours with or for citizens come from their contacts, the others from your own hours."))
        self.hours.setText(t("Write hours without a citizen"))
        self._picture.set_heading(t("Hours month by month"))
        self._figures.set_heading(t("Hours by kind of work"))
        self.table.setAccessibleName(t("Hours by kind of work"))
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written while this was not in sight."""
        super().showEvent(event)
        self.load()

    def _build(self) -> None:
        theme = self._session.theme
        page = QWidget()
        page.setMaximumWidth(theme.px(WIDEST))
        column = QVBoxLayout(page)
        column.setContentsMargins(2, theme.px(8), 2, 2)
        column.setSpacing(theme.px(10))
        self._picture.body.addWidget(self.newest)
        self._picture.body.addWidget(self.chart)
        self._figures.body.addWidget(self.table)
        for part in (self._name, self._about, self._picture, self._figures):
            column.addWidget(part)
        column.addLayout(row(self.hours, 1))
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(page))

    def _lay_out(self) -> None:
        t, months = self.t, self._months
        self.newest.setText(month_sentence(months[-1], t) if months else t("No hours are written yet."))
        self.chart.show_view(hours_view(months, t))
        self.chart.setVisible(bool(months))
        self._figures.setVisible(bool(months))
        self.table.show_table(hours_table(months[-IN_THE_TABLE:], t))
        self._fit()

    def _fit(self) -> None:
        self.chart.setFixedHeight(self._session.theme.px(CHART))
        self.table.even_out()
        # Room for the bar that scrolls across where the months do not fit.
        self.table.setFixedHeight(self.table.whole_height + self.table.horizontalScrollBar().sizeHint().height())

    def _follow(self, _kind: str, _id: str) -> None:
        if self.isVisible():
            self.load()
