"""Work on a page that can wait until what is in sight of it has been painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

# A place that is never painted, for instance since the window is folded away, does not keep its work waiting.
AT_LATEST_MS = 300
# What was painted gets to the screen first, and a key that was pressed meanwhile is heard.
BREATH_MS = 10


class AfterPaint(QObject):
    """Does `act` once after `start`, as soon as `place` has been painted.

    A timer of nothing is too early for that: Qt gathers what is to be painted for some milliseconds.
    """

    def __init__(self, place: QWidget, act: Callable[[], object]) -> None:
        super().__init__(place)
        self._place, self._watches = place, False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._stop_watching)
        self._timer.timeout.connect(act)

    @property
    def waiting(self) -> bool:
        """Whether the work is still to be done."""
        return self._timer.isActive()

    def start(self) -> None:
        """Do the work once the place has been painted."""
        self._timer.start(AT_LATEST_MS)
        if not self._watches:
            self._watches = True
            self._place.installEventFilter(self)

    def stop(self) -> None:
        """Leave the work undone."""
        self._timer.stop()
        self._stop_watching()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Hear of the painting; what the place does with it is its own."""
        if event.type() == QEvent.Type.Paint and self._timer.interval() == AT_LATEST_MS:
            self._timer.start(BREATH_MS)
        return False

    def _stop_watching(self) -> None:
        if self._watches:
            self._watches = False
            self._place.removeEventFilter(self)
