"""Hours month by month as bars in the window."""

from __future__ import annotations

from PySide6.QtCore import QSize

from exit_desktop.charts.drawing import Drawing, Measure, Size
from exit_desktop.charts.hours import HoursView, draw_hours
from exit_desktop.system.language import Texts
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.chart_marks import ChartWidget


class HoursWidget(ChartWidget):
    """Shows an `HoursView`; every month says its hours when the keyboard or the mouse comes to it."""

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__(theme, t)
        self._view = HoursView(())

    @property
    def view(self) -> HoursView:
        """What is shown."""
        return self._view

    def show_view(self, view: HoursView) -> None:
        """Show other months."""
        self._view = view
        self.refresh()

    def lay_out(self, size: Size, measure: Measure) -> Drawing:
        """Return the bars."""
        return draw_hours(self._view, size, self._t, measure)

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which the hours can be read."""
        return self.sized(280, 150)

    def sizeHint(self) -> QSize:
        """Return the room that looks best."""
        return self.sized(520, 190)
