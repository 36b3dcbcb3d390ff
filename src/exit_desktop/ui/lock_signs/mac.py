"""What macOS tells every program: the screen was locked, the screen saver began.

Through CoreFoundation's distributed notifications, whose names the system has sent for many years without a promise.
Another user who comes in front locks the screen of this one, so the same name tells it; sleep is told by the jump of
the clock. Written after Apple's pages on CFNotificationCenter, and reviewed; not tried on macOS yet.
"""

from __future__ import annotations

import ctypes
import ctypes.util

from PySide6.QtCore import QObject, Signal

from exit_desktop.ui.lock_reason import LockReason

NAMES = ("com.apple.screenIsLocked", "com.apple.screensaver.didstart")
_UTF8 = 0x08000100
_AT_ONCE = 4  # CFNotificationSuspensionBehaviorDeliverImmediately
_CALLBACK = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 5)


class MacSigns(QObject):
    """Emits `told(reason)`; where CoreFoundation is missing it stays silent."""

    told = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        # Kept: the system calls it for as long as the program runs.
        self._heard = _CALLBACK(self._hear)
        library = ctypes.util.find_library("CoreFoundation")
        if library is not None:
            self._listen(ctypes.CDLL(library))

    def _hear(self, *_what: object) -> None:
        self.told.emit(LockReason.SCREEN)

    def _listen(self, core: ctypes.CDLL) -> None:
        core.CFNotificationCenterGetDistributedCenter.restype = ctypes.c_void_p
        core.CFStringCreateWithCString.restype = ctypes.c_void_p
        core.CFStringCreateWithCString.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32]
        add = core.CFNotificationCenterAddObserver
        add.argtypes = [ctypes.c_void_p, ctypes.c_void_p, _CALLBACK, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_long]
        centre = core.CFNotificationCenterGetDistributedCenter()
        for name in NAMES:
            words = core.CFStringCreateWithCString(None, name.encode(), _UTF8)
            add(centre, None, self._heard, words, None, _AT_ONCE)
