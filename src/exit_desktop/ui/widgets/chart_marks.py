"""A chart in the window: paints a drawing, and lets mouse, keyboard and screen reader reach every mark in it.

Each mark is a small widget of its own without a face, laid over what the chart has painted: that is what a screen
reader finds, with the mark's sentence as its name. The chart is one stop for Tab; the arrow keys go from mark to mark.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from exit_desktop.charts.drawing import Box, Drawing, Mark, Measure, Size
from exit_desktop.system.language import Texts
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.painting import paint_drawing, screen_measure

# Charts count in points; at 100 % their 11-point labels stand a little below the window's own text.
PIXELS_PER_POINT = 1.15
# The picture is painted by then.
AFTER_PAINT_MS = 60
_NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class MarkButton(QAbstractButton):
    """A mark that leads to what it stands for; it has no face, the chart has painted it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Leave the picture as it is."""


class ChartWidget(QWidget):
    """Base of all charts; a chart overrides `lay_out`, and calls `refresh` when it has something else to show.

    `opened(mark id)` when a mark is clicked or Enter or Space is pressed on it; `reached(mark id)` when the keyboard
    comes to it.
    """

    opened = Signal(str)
    reached = Signal(str)

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self._drawing = Drawing(Size(1, 1), (), (), "")
        self._widgets: list[QWidget] = []
        # What the widgets stand for: a moment after a new picture, still the marks of the one before.
        self._made_for: tuple[Mark, ...] = ()
        self._current = 0
        self._stale = True
        self._measured, self._measure = 0.0, screen_measure("")
        self._soon = QTimer(self, singleShot=True, interval=AFTER_PAINT_MS)
        self._soon.timeout.connect(self._sync)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.refresh)

    def lay_out(self, size: Size, measure: Measure) -> Drawing:
        """Return the drawing for this room."""
        raise NotImplementedError

    def make_mark(self) -> QWidget:
        """Return the widget that stands for one mark."""
        button = MarkButton(self)
        button.clicked.connect(self._open_current)
        return button

    def mark_key(self, event: QKeyEvent) -> bool:
        """Do what a key on a mark means; False if it means nothing here."""
        key = event.key()
        if key in _NEXT or key in _BACK:
            return self._step(1 if key in _NEXT else -1)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return self.go_to(0 if key == Qt.Key.Key_Home else len(self._drawing.marks) - 1)
        if key in _OPEN:
            self._open_current()
            return True
        return False

    @property
    def drawing(self) -> Drawing:
        """What is painted."""
        if self._stale:
            self._lay_out_now()
        return self._drawing

    @property
    def current(self) -> Mark | None:
        """The mark that the keyboard stands on, or would come to."""
        marks = self.drawing.marks
        return marks[min(self._current, len(marks) - 1)] if marks else None

    @property
    def scale(self) -> float:
        """Pixels to a point."""
        return PIXELS_PER_POINT * self.logicalDpiX() / 96 * self._theme.scale / 100

    def refresh(self) -> None:
        """Draw anew, once, when the picture is next painted or asked for."""
        self._stale = True
        self.updateGeometry()
        self.update()

    def go_to(self, index: int) -> bool:
        """Put the keyboard on a mark; False if there is none."""
        if self.drawing.marks:
            self._sync()
        if not 0 <= index < len(self._widgets):
            return False
        self._current = index
        self._widgets[index].setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()
        return True

    def sized(self, width: float, height: float) -> QSize:
        """Return a size given in points in pixels."""
        return QSize(round(width * self.scale), round(height * self.scale))

    def _open_current(self) -> None:
        if self._made_for is not self._drawing.marks:
            # Pressed while it still stood for what was drawn before.
            self._sync()
            return
        sender = self.sender()
        if isinstance(sender, MarkButton) and sender in self._widgets:
            self._current = self._widgets.index(sender)
        if self.current is not None:
            self.opened.emit(self.current.id)

    def _step(self, by: int) -> bool:
        return self.go_to(min(max(self._current + by, 0), len(self._drawing.marks) - 1))

    def _lay_out_now(self) -> None:
        self._stale = False
        scale = self.scale
        size = Size(max(1.0, self.width() / scale), max(1.0, self.height() / scale))
        if scale != self._measured:
            self._measured, self._measure = scale, screen_measure(self._theme.font().family(), scale)
        self._drawing = self.lay_out(size, self._measure)
        self.setAccessibleName(self._drawing.summary)
        self._current = max(0, min(self._current, len(self._drawing.marks) - 1))
        # After the picture, so that choosing a citizen does not wait for what only a screen reader sees.
        self._soon.start()

    def _sync(self) -> None:
        if self._stale:
            return
        marks = self._drawing.marks
        for widget in self._widgets[len(marks) :]:
            widget.removeEventFilter(self)
            widget.deleteLater()
        del self._widgets[len(marks) :]
        while len(self._widgets) < len(marks):
            self._widgets.append(self._new_mark())
        self._made_for = marks
        for widget, mark in zip(self._widgets, marks, strict=True):
            box = self._pixels(mark.box)
            widget.setGeometry(box.toAlignedRect())
            widget.setAccessibleName(mark.sentence)
            self.fill_mark(widget, mark)

    def refresh_now(self) -> None:
        """Draw anew and let a screen reader know at once, as after a key."""
        self.refresh()
        self._lay_out_now()
        self._sync()

    def fill_mark(self, widget: QWidget, mark: Mark) -> None:
        """Give a mark's widget more than its place and its name."""

    def focus_moved(self) -> None:
        """Show where the keyboard stands; a chart that draws that itself lays out anew."""
        self.update()

    def room_changed(self, before: QSize, after: QSize) -> bool:
        """Return whether another room means another drawing."""
        return before != after

    def _new_mark(self) -> QWidget:
        widget = self.make_mark()
        widget.setParent(self)
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        widget.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        widget.installEventFilter(self)
        widget.show()
        # A widget that is made late stands last in the window's order of focus: Tab would leap over all that follows.
        QWidget.setTabOrder(self._widgets[-1] if self._widgets else self, widget)
        return widget

    def _pixels(self, box: Box) -> QRectF:
        scale = self.scale
        return QRectF(box.x * scale, box.y * scale, box.width * scale, box.height * scale)

    def _mark_index(self, x: float, y: float) -> int | None:
        mark = self.drawing.mark_at(x / self.scale, y / self.scale)
        return None if mark is None else self.drawing.marks.index(mark)

    def _holds_focus(self) -> bool:
        return any(widget.hasFocus() for widget in self._widgets)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the drawing, and a ring around the mark that the keyboard stands on."""
        painter = QPainter(self)
        colours, family = self._theme.ink_colours(), self._theme.font().family()
        paint_drawing(painter, self.drawing, colours, family, self.scale)
        if self._holds_focus() and self.current is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("teal"), 2))
            grown = self._pixels(self.current.box).adjusted(-3, -3, 3, 3)
            painter.drawRoundedRect(grown & QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new room."""
        super().resizeEvent(event)
        if self.room_changed(event.oldSize(), event.size()):
            self.refresh()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the mark under the mouse."""
        index = self._mark_index(event.position().x(), event.position().y())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self.go_to(index)
            self.opened.emit(self.drawing.marks[index].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the sentence of the mark under the mouse."""
        index = self._mark_index(event.position().x(), event.position().y())
        words = "" if index is None else self.drawing.marks[index].sentence
        QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand focus that comes by Tab on to a mark; a chart without marks keeps it, and is read as a whole."""
        super().focusInEvent(event)
        self.go_to(self._current)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave the chart in one step, whichever mark has the focus."""
        if self._holds_focus() and not forward:
            # The chart itself stands before its marks: without this, Tab backwards would come to it and return.
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            moved = super().focusNextPrevChild(forward)
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            return moved
        return super().focusNextPrevChild(forward)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear keys and focus of the marks."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.mark_key(event)
        if event.type() == QEvent.Type.FocusIn and watched in self._widgets:
            self._current = self._widgets.index(watched)
            self.focus_moved()
            self.reached.emit(self.drawing.marks[self._current].id)
        elif event.type() == QEvent.Type.FocusOut:
            self.focus_moved()
        return super().eventFilter(watched, event)
