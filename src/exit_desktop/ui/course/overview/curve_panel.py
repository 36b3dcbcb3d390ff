"""Well-being as a curve, with the risk line and the milestones between the readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from exit_desktop.charts.curve import curve_table
from exit_desktop.domain.courses import Milestone
from exit_desktop.services.charting import curve_view
from exit_desktop.services.scores import WellbeingReading
from exit_desktop.ui.course.overview.words_table import WordsTable
from exit_desktop.ui.widgets.buttons import Chip
from exit_desktop.ui.widgets.curve_widget import CurveWidget
from exit_desktop.ui.widgets.labels import muted
from exit_desktop.ui.widgets.panels import Panel, row

if TYPE_CHECKING:
    from exit_desktop.ui.course.work import CourseWork


# How high the curve stands, in pixels at 100 %: under what has changed, beside the star.
CURVE = 165


class CurvePanel(Panel):
    """`opened(submission id)` when a reading on the curve is opened."""

    opened = Signal(str)

    def __init__(self, work: CourseWork) -> None:
        theme = work.session.theme
        super().__init__(theme)
        self.t, self._theme = work.session.t, theme
        self._cafe = False
        self._shown: tuple[tuple[WellbeingReading, ...], tuple[Milestone, ...]] = ((), ())
        self.curve, self.table = CurveWidget(theme, self.t), WordsTable(theme)
        self._empty, self._as_table = muted(theme), Chip()
        self._as_table.toggled.connect(self._turn)
        self.curve.opened.connect(self._open)
        for part in (self._empty, self.curve, self.table):
            self.body.addWidget(part)
        self.body.addLayout(row(self._as_table, 1))
        self.body.addStretch(1)
        theme.changed.connect(self._fit)
        self._fit()
        self.retranslate()

    def show_readings(self, wellbeing: tuple[WellbeingReading, ...], milestones: tuple[Milestone, ...]) -> None:
        """Show the readings that count, the oldest first."""
        self._shown = (wellbeing, milestones)
        self._fill()

    def clear(self) -> None:
        """Let the readings go."""
        self._shown = ((), ())
        self._fill()
        self.curve.refresh_now()
        self.table.setRowCount(0)

    def set_cafe_view(self, on: bool) -> None:
        """Show the numbers without what they may mean, and without what happened on the way."""
        self._cafe = on
        self._fill()

    def retranslate(self) -> None:
        """Speak the language in force."""
        t = self.t
        self.set_heading(t("Well-being (WHO-5)"))
        self._as_table.setText(t("As a table"))
        self._empty.setText(t("No well-being answered yet. It belongs to each reading."))
        self.table.setAccessibleName(t("Well-being as a table"))
        self._fill()

    def _fill(self) -> None:
        wellbeing, milestones = self._shown
        told = () if self._cafe else milestones
        view = curve_view(wellbeing, told, self.t, show_risk=not self._cafe)
        self.curve.show_view(view)
        self._empty.setVisible(not wellbeing)
        self._as_table.setVisible(bool(wellbeing))
        self._turn(self._as_table.isChecked())

    def _turn(self, table: bool) -> None:
        there = bool(self._shown[0])
        if table:
            self.table.show_table(curve_table(self.curve.view, self.t))
        self.curve.setVisible(there and not table)
        self.table.setVisible(there and table)

    def _fit(self) -> None:
        for part in (self.curve, self.table):
            part.setFixedHeight(self._theme.px(CURVE))

    def _open(self, mark_id: str) -> None:
        kind, _, key = mark_id.partition(":")
        if kind == "point":
            self.opened.emit(key)
