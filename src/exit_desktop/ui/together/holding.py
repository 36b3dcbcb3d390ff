"""Taking the machine back: a key or a ring that is held for two seconds, shown as it fills; or the passphrase."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton

if TYPE_CHECKING:
    from exit_desktop.ui.together.measures import Measures

HOLD_SECONDS = 2.0
TICK_MS = 40
GRACE_SECONDS = 0.15


class Holding(QObject):
    """Counts how long something is held; `filled(share)` while it fills, `done` when it is full.

    `seconds` is a clock that only goes forward; `look` asks it, on a timer while something is held.
    """

    filled = Signal(float)
    done = Signal()
    dropped = Signal()

    def __init__(self, parent: QObject, seconds: Callable[[], float]) -> None:
        super().__init__(parent)
        self._seconds = seconds
        self._since: float | None = None
        self._released: float | None = None
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.look)

    @property
    def held(self) -> bool:
        """Whether something is held just now."""
        return self._since is not None

    def begin(self) -> None:
        """It is held from now on; a key that repeats itself comes up and down again, which is no letting go."""
        self._released = None
        if self._since is None:
            self._since = self._seconds()
            self._tick.start()
            self.filled.emit(0.0)

    def end(self) -> None:
        """It was let go; the count begins anew."""
        if self._since is not None:
            self._since = None
            self._tick.stop()
            self.filled.emit(0.0)

    def release(self) -> None:
        """It came up; if it does not go down again at once, it was let go."""
        if self._since is not None:
            self._released = self._seconds()

    def look(self) -> None:
        """Tell how full it is."""
        if self._since is None:
            return
        if self._released is not None:
            if self._seconds() - self._released > GRACE_SECONDS:
                self.end()
                self.dropped.emit()
            return
        share = min(1.0, (self._seconds() - self._since) / HOLD_SECONDS)
        self.filled.emit(share)
        if share >= 1.0:
            self.end()
            self.done.emit()


class LeaveRing(QPushButton):
    """A ring in the corner that fills while it or its key is held; for a finger as for a key."""

    def __init__(self, measures: Measures) -> None:
        super().__init__()
        self._measures, self._share = measures, 0.0
        self.setAutoDefault(False)
        self.setFixedSize(self.sizeHint())

    def set_share(self, share: float) -> None:
        """Show how full it is, 0-1."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for a finger."""
        return QSize(self._measures.px(56), self._measures.px(56))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Space; every other key is the window's."""
        if event.key() == Qt.Key.Key_Space:
            QAbstractButton.keyPressEvent(self, event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, as much of it filled as the time that it was held."""
        px, colour = self._measures.px, self._measures.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, half = QRectF(self.rect()).center(), px(13)
        ring = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
        painter.setPen(QPen(colour("edge"), px(2)))
        painter.drawEllipse(ring)
        if self._share > 0:
            painter.setPen(QPen(colour("teal"), px(5)))
            painter.drawArc(ring, 90 * 16, round(-self._share * 360 * 16))
        if self.hasFocus():
            painter.setPen(QPen(colour("teal"), px(3)))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), px(12), px(12))
        painter.end()
