"""Hears every sign that the vault was left alone, whatever stands in the window."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.lock_signs.clock_jump import ClockJump
from exit_desktop.ui.lock_signs.system_signs import listen_to_system
from exit_desktop.ui.windows import Windows


class LockWatch(QObject):
    """Emits `left(reason)`; watches for as long as `window` lives."""

    left = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._jump = ClockJump(time.time, time.monotonic)
        self._jump.jumped.connect(self._jumped)
        # The windows for what comes from outside, the widget for what the program wants to paint by itself.
        self._windows = Windows(self, self._jump)
        window.installEventFilter(self._jump)
        self._signs = listen_to_system(window)
        self._signs.told.connect(self.left)

    def _jumped(self) -> None:
        self.left.emit(LockReason.CLOCK)
