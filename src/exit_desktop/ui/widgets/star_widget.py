"""The life situation as a star in the window: shown with readings over each other, or filled in on its axes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from exit_desktop.charts.drawing import Drawing, Mark, Measure, Size
from exit_desktop.charts.star import (
    BEST,
    ReadingRole,
    StarArea,
    StarReading,
    StarView,
    draw_star,
    latest_value,
    star_hit,
)
from exit_desktop.system.language import Texts
from exit_desktop.ui.telling import announce
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.chart_marks import ChartWidget, MarkButton

_STEP = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class AxisSlider(QAbstractSlider):
    """One axis for a screen reader: a slider from 1 to 10 whose 0 means that there is no answer."""

    def __init__(self, chart: QWidget) -> None:
        super().__init__(chart)
        self.setRange(0, BEST)
        self.setPageStep(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Leave the star as it is painted."""


class StarWidget(ChartWidget):
    """Shows a `StarView`; when it can be filled in, `answered(area, value or None)` tells each new value of the latest.

    Left and right go from axis to axis, up and down change the value, 1-9 and 0 (for ten) set it, Delete clears it.
    """

    answered = Signal(int, object)

    def __init__(self, theme: Theme, t: Texts, fill_in: bool = False) -> None:
        super().__init__(theme, t)
        self._view = StarView((), ())
        self._fill_in = fill_in
        self._cafe = False

    @property
    def view(self) -> StarView:
        """What is shown."""
        return self._view

    def show_view(self, view: StarView) -> None:
        """Show other readings."""
        self._view = view
        self.refresh()

    def set_cafe_view(self, on: bool) -> None:
        """Show the scores without the names of the areas; a screen reader still hears them."""
        self._cafe = on
        self.refresh()

    def lay_out(self, size: Size, measure: Measure) -> Drawing:
        """Return the star, the axis under the keyboard stronger; nothing before there is an instrument."""
        if not self._view.areas:
            return Drawing(size, (), (), "")
        view = replace(self._view, focused=self._current if self._holds_focus() and self._view.areas else None)
        if self._cafe:
            view = replace(view, areas=tuple(StarArea(area.label, "") for area in view.areas))
        return draw_star(view, size, self._t, measure)

    def make_mark(self) -> QWidget:
        """Return a slider for an axis that can be set, else a plain mark."""
        if not self._fill_in:
            return super().make_mark()
        slider = AxisSlider(self)
        slider.actionTriggered.connect(self._slide)
        return slider

    def fill_mark(self, widget: QWidget, mark: Mark) -> None:
        """Let the slider stand where the star does."""
        if isinstance(widget, AxisSlider):
            widget.setValue(latest_value(self._view, mark.order) or 0)
        elif isinstance(widget, MarkButton):
            widget.setCheckable(False)

    def mark_key(self, event: QKeyEvent) -> bool:
        """Set the value of an axis, or go to the next one."""
        if not self._fill_in or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return super().mark_key(event) if not self._fill_in else False
        key = event.key()
        if key in _CLEAR:
            return self._set(self._current, None)
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            return self._set(self._current, key - Qt.Key.Key_0 or BEST)
        if key in _STEP:
            before = latest_value(self._view, self._current)
            middle = BEST // 2
            value = middle if before is None else min(BEST, max(1, before + _STEP[Qt.Key(key)]))
            return self._set(self._current, value)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            return self.go_to((self._current + step) % max(1, len(self._view.areas)))
        return super().mark_key(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Set the axis that was clicked."""
        if self._fill_in:
            self._set_at(event)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a value along its axis."""
        if self._fill_in and event.buttons() & Qt.MouseButton.LeftButton:
            self._set_at(event)
        else:
            super().mouseMoveEvent(event)

    def focus_moved(self) -> None:
        """Draw the keyboard's place into the picture."""
        self.refresh()

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which the labels can be read."""
        return self.sized(280, 250)

    def sizeHint(self) -> QSize:
        """Return the room that looks best."""
        return self.sized(370, 350)

    def _set_at(self, event: QMouseEvent) -> None:
        at, size = event.position(), self.drawing.size
        hit = star_hit(self._view, size, at.x() / self.scale, at.y() / self.scale)
        if hit is not None:
            dragged = event.type() == event.Type.MouseMove
            area, value = (self._current if dragged else hit[0]), hit[1]
            self.go_to(area)
            self._set(area, value)

    def _slide(self, _action: int) -> None:
        slider = self.sender()
        if isinstance(slider, AxisSlider) and slider in self._widgets:
            self._set(self._widgets.index(slider), slider.sliderPosition() or None)

    def _set(self, area: int, value: int | None) -> bool:
        if latest_value(self._view, area) != value:
            self._view = _with_value(self._view, area, value)
            self.refresh_now()
            self.answered.emit(area, value)
        if area < len(self.drawing.marks):
            announce(self, self.drawing.marks[area].sentence)
        return True


def _with_value(view: StarView, area: int, value: int | None) -> StarView:
    latest = [reading for reading in view.readings if reading.role is ReadingRole.LATEST]
    if not latest:
        values = tuple(value if index == area else None for index in range(len(view.areas)))
        return replace(view, readings=(*view.readings, StarReading("", ReadingRole.LATEST, values)))
    values = tuple(value if index == area else old for index, old in enumerate(latest[-1].values))
    changed = replace(latest[-1], values=values)
    return replace(view, readings=tuple(changed if r is latest[-1] else r for r in view.readings))
