"""The focus areas as a ring in the window, the chosen ones lit."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from exit_desktop.charts.drawing import Drawing, Mark, Measure, Size
from exit_desktop.charts.ring import RingView, draw_ring, ring_hit
from exit_desktop.system.language import Texts
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.chart_marks import ChartWidget, MarkButton


class RingWidget(ChartWidget):
    """Shows a `RingView`; `toggled(index)` when the worker chooses an area or lets it go."""

    toggled = Signal(int)

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__(theme, t)
        self._view = RingView(())
        self.opened.connect(self._toggle)

    @property
    def view(self) -> RingView:
        """What is shown."""
        return self._view

    def show_view(self, view: RingView) -> None:
        """Show other areas or other choices."""
        self._view = view
        self.refresh()

    def lay_out(self, size: Size, measure: Measure) -> Drawing:
        """Return the ring, the area under the keyboard with a stronger edge."""
        focused = self._current if self._holds_focus() and self._view.areas else None
        return draw_ring(replace(self._view, focused=focused), size, self._t, measure)

    def make_mark(self) -> QWidget:
        """Return a button that is on or off, as the area is chosen or not."""
        button = super().make_mark()
        if isinstance(button, MarkButton):
            button.setCheckable(True)
        return button

    def fill_mark(self, widget: QWidget, mark: Mark) -> None:
        """Say whether the area is chosen."""
        if isinstance(widget, MarkButton):
            widget.setChecked(self._view.areas[mark.order].chosen)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the area whose segment or label side was clicked."""
        at, size = event.position(), self.drawing.size
        index = ring_hit(self._view, size, at.x() / self.scale, at.y() / self.scale)
        if index is not None:
            self.go_to(index)
            self.toggled.emit(index)

    def focus_moved(self) -> None:
        """Draw the keyboard's place into the picture."""
        self.refresh()

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which the labels can be read."""
        return self.sized(250, 210)

    def sizeHint(self) -> QSize:
        """Return the room that looks best."""
        return self.sized(300, 260)

    def _toggle(self, mark_id: str) -> None:
        self.toggled.emit(int(mark_id.partition(":")[2]))
