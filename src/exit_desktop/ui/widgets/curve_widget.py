"""Well-being as a curve in the window."""

from __future__ import annotations

from PySide6.QtCore import QSize

from exit_desktop.charts.curve import CurveView, draw_curve
from exit_desktop.charts.drawing import Drawing, Measure, Size
from exit_desktop.system.language import Texts
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.chart_marks import ChartWidget


class CurveWidget(ChartWidget):
    """Shows a `CurveView`; `opened("point:KEY")` leads to a reading."""

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__(theme, t)
        self._view = CurveView(())

    @property
    def view(self) -> CurveView:
        """What is shown."""
        return self._view

    def show_view(self, view: CurveView) -> None:
        """Show other points."""
        self._view = view
        self.refresh()

    def lay_out(self, size: Size, measure: Measure) -> Drawing:
        """Return the curve."""
        return draw_curve(self._view, size, self._t, measure)

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which the numbers can be read."""
        return self.sized(220, 150)

    def sizeHint(self) -> QSize:
        """Return the room that looks best."""
        return self.sized(320, 190)
