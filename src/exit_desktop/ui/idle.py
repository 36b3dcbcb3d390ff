"""Notices that nobody is at the keyboard, by a clock that it is handed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

WARNING_SECONDS = 20
SHORTEST, LONGEST = 1, 10
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class IdleTimer(QObject):
    """Emits `going(seconds)` each second of the last 20, `stayed` when someone moves then, `gone` when time is up.

    `seconds` is a clock that only goes forward. Install it as an event filter on every window; `looked` tells, each
    second, that it is time to find windows that have come.
    """

    going = Signal(int)
    stayed = Signal()
    gone = Signal()
    looked = Signal()

    def __init__(self, seconds: Callable[[], float], minutes: int = 5) -> None:
        super().__init__()
        self._seconds = seconds
        self._last = seconds()
        self._warned = False
        self.set_minutes(minutes)
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self.look)

    @property
    def watching(self) -> bool:
        """Whether the timer runs."""
        return self._tick.isActive()

    @property
    def minutes(self) -> int:
        """After how many minutes time is up."""
        return self._limit // 60

    def set_minutes(self, minutes: int) -> None:
        """Wait this long, within 1-10 minutes."""
        self._limit = 60 * max(SHORTEST, min(LONGEST, minutes))

    def start(self) -> None:
        """Begin to watch, from now."""
        self._last, self._warned = self._seconds(), False
        self._tick.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._tick.stop()

    def look(self) -> None:
        """Compare with the clock; called each second."""
        self.looked.emit()
        left = self._limit - (self._seconds() - self._last)
        if left <= 0:
            self.stop()
            self.gone.emit()
        elif left <= WARNING_SECONDS:
            self._warned = True
            self.going.emit(max(1, round(left)))

    def notice(self) -> None:
        """Someone is there."""
        self._last = self._seconds()
        if self._warned:
            self._warned = False
            self.stayed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice keys, mouse and touch; let everything through."""
        if event.type() in _SIGNS_OF_LIFE and self.watching:
            # A time past the limit while the machine slept is for look() to tell, not to be forgiven by one move.
            if self._seconds() - self._last < self._limit:
                self.notice()
            else:
                self.look()
                return True
        return False
