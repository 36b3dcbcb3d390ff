"""Notices that time went by without the program: the machine slept, or its clock was moved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

APART_S = 5.0
LONGEST_GAP_S = 30.0
_LOOK_EVERY_MS = 1000


class ClockJump(QObject):
    """Emits `jumped` when the machine seems to have slept between two looks, which are a second apart.

    `wall` goes as the calendar, `steady` only forward (both in seconds). Where `steady` stands still in a sleep, five
    seconds between the two tell it (security.md 3.2); where both count on, half a minute without a look does, as a
    window that is busy for some seconds has not slept. Install it as an event filter on every window: the first thing
    that a window does after a sleep is to paint, and the look comes before it.
    """

    jumped = Signal()

    def __init__(self, wall: Callable[[], float], steady: Callable[[], float]) -> None:
        super().__init__()
        self._clocks = (wall, steady)
        self._seen = (wall(), steady())
        self._tick = QTimer(self, interval=_LOOK_EVERY_MS)
        self._tick.timeout.connect(self.look)
        self._tick.start()

    def look(self) -> bool:
        """Compare with the last look, and tell whether time has jumped since."""
        before, self._seen = self._seen, (self._clocks[0](), self._clocks[1]())
        wall, steady = (now - then for then, now in zip(before, self._seen, strict=True))
        jumped = abs(wall - steady) > APART_S or steady > LONGEST_GAP_S
        if jumped:
            self.jumped.emit()
        return jumped

    def eventFilter(self, _watched: QObject, _event: QEvent) -> bool:
        """Look before a window does anything; what it was about to do is done."""
        self.look()
        return False
