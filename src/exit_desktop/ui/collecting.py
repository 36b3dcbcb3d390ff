"""Throws away what nobody uses any more, on the window's own thread only.

Python looks for it whenever enough was made, on whichever thread that happens. On the worker thread it would take parts
of the window apart, and the program would end without a word.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 1000


class Collector(QObject):
    """Takes Python's own collector out of service and does its work each second, in the generations that are full."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Throw away what is due, the oldest generation that is full first."""
        made, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if made[generation] > limits[generation]:
                gc.collect(generation)
                return
