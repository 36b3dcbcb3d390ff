"""The network as a map in the window: people are opened, dragged nearer or farther, or moved with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy

from exit_desktop.charts.drawing import Drawing, Mark, Measure, Size
from exit_desktop.charts.network import draw_network, frame_of, height_for
from exit_desktop.charts.network_view import STRONGEST, NetworkNode, NetworkView
from exit_desktop.system.language import Texts
from exit_desktop.ui.telling import announce
from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.chart_marks import ChartWidget
from exit_desktop.ui.widgets.painting import screen_measure

_LAST = 2 * STRONGEST - 1


def along(node: NetworkNode) -> int:
    """Return where someone stands on the way across: 0 loose and private, 2 and 3 close, 5 loose and professional."""
    return _LAST - (node.strength - 1) if node.professional else node.strength - 1


def stands_at(place: int) -> tuple[bool, int]:
    """Return (professional, strength) of a place on the way across."""
    return (True, _LAST - place + 1) if place >= STRONGEST else (False, place + 1)


class NetworkWidget(ChartWidget):
    """Shows a `NetworkView`; `moved(id, professional, strength)` when someone is put elsewhere on the map.

    Arrow keys go from one to the next, Enter opens, Alt with left or right moves across the map, plus and minus
    make a tie closer or looser.
    """

    moved = Signal(str, bool, int)

    def __init__(self, theme: Theme, t: Texts) -> None:
        super().__init__(theme, t)
        self._view = NetworkView("")
        self._pressed: tuple[Mark, QPointF] | None = None
        self._dragged: QPointF | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def view(self) -> NetworkView:
        """What is shown."""
        return self._view

    def show_view(self, view: NetworkView) -> None:
        """Show other people, or the same ones elsewhere; whoever the keyboard stood on keeps it."""
        standing = self.current.id if self._holds_focus() and self.current else ""
        self._view = view
        self.refresh()
        if standing:
            self.refresh_now()
            self.go_to_person(standing.partition(":")[2])

    def go_to_person(self, person_id: str) -> bool:
        """Put the keyboard on somebody; False if they are not on the map."""
        ids = [mark.id for mark in self.drawing.marks]
        wanted = f"person:{person_id}"
        return wanted in ids and self.go_to(ids.index(wanted))

    def lay_out(self, size: Size, measure: Measure) -> Drawing:
        """Return the map."""
        return draw_network(self._view, size, self._t, measure)

    def mark_key(self, event: QKeyEvent) -> bool:
        """Move someone, or go to the next one."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
            return bool(step) and self._step_across(step)
        closer = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}.get(Qt.Key(event.key()), 0)
        node = self._node()
        if closer and node is not None:
            return self._move(node, node.professional, min(STRONGEST, max(1, node.strength + closer)))
        return super().mark_key(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of someone."""
        index = self._mark_index(event.position().x(), event.position().y())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self.go_to(index)
            self._pressed = (self.drawing.marks[index], event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry someone along, or tell who is under the mouse."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        far = (event.position() - self._pressed[1]).manhattanLength() >= QApplication.startDragDistance()
        if far or self._dragged is not None:
            self._dragged = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put someone down where the mouse is; a mere click opens."""
        pressed, dragged = self._pressed, self._dragged
        self._pressed = self._dragged = None
        self.unsetCursor()
        self.update()
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if dragged is None:
            self.opened.emit(pressed[0].id)
            return
        size, scale = self.drawing.size, self.scale
        measure = screen_measure(self._theme.font().family(), scale)
        frame = frame_of(self._view, size, self._t, measure)
        node = next((one for one in self._view.nodes if f"person:{one.id}" == pressed[0].id), None)
        if node is not None:
            self._move(node, *frame.place_at(event.position().x() / scale, event.position().y() / scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the map, and the one who is being carried where the mouse is."""
        super().paintEvent(event)
        if self._dragged is None or self._pressed is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._pixels(self._pressed[0].box)
        painter.setPen(QPen(self._theme.colour("teal"), 2, Qt.PenStyle.DashLine))
        painter.drawLine(QRectF(self.rect()).center(), self._dragged)
        painter.setBrush(self._theme.colour("teal_wash"))
        box.moveCenter(self._dragged)
        painter.drawRoundedRect(box, 6, 6)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which everyone can be read."""
        return self.sized(250, height_for(self._view, least=True))

    def sizeHint(self) -> QSize:
        """Return the room that looks best."""
        return self.sized(560, height_for(self._view))

    def _node(self) -> NetworkNode | None:
        standing = self.current.id if self.current else ""
        return next((node for node in self._view.nodes if f"person:{node.id}" == standing), None)

    def _step_across(self, step: int) -> bool:
        node = self._node()
        if node is not None:
            self._move(node, *stands_at(min(_LAST, max(0, along(node) + step))))
        return True

    def _move(self, node: NetworkNode, professional: bool, strength: int) -> bool:
        if (professional, strength) != (node.professional, node.strength):
            self.moved.emit(node.id, professional, strength)
            if self.current is not None:
                announce(self, self.current.sentence)
        return True
