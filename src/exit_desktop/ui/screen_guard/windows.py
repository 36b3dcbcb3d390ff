"""Windows: a window that is left out of pictures, recordings and shared screens.

Written after Microsoft's pages on SetWindowDisplayAffinity and WM_SHOWWINDOW, and reviewed; not tried on Windows yet.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication

from exit_desktop.ui.lock_signs.windows import Message

SEEN, BLACK, LEFT_OUT = 0x00, 0x01, 0x11  # WDA_NONE, WDA_MONITOR, WDA_EXCLUDEFROMCAPTURE
SHOWS = 0x0018  # WM_SHOWWINDOW
_ROOT = 2  # GA_ROOT


def shown_window(message: Message) -> int:
    """Return the handle of the window that this message says is about to be seen; 0 if it says no such thing."""
    return int(message.window or 0) if message.message == SHOWS and message.wparam else 0


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, shows: Callable[[int], None]) -> None:
        super().__init__()
        self._shows = shows

    def nativeEventFilter(self, _kind: object, message: object) -> tuple[bool, int]:
        """Read the message and let it pass."""
        handle = shown_window(Message.from_address(int(message)))  # type: ignore[call-overload]  # an address
        if handle:
            self._shows(handle)
        return False, 0


class WindowsCapture:
    """Left out since Windows 10 of May 2020; before that the window is black in every picture."""

    possible = True

    def __init__(self) -> None:
        self._filter: _Filter | None = None

    def exclude(self, handle: int, on: bool) -> bool:
        """Leave the window out, or let it be seen again."""
        if sys.platform != "win32":
            return False
        user = ctypes.windll.user32
        # The system's handles do not fit into the 32 bits that ctypes takes them for.
        window = ctypes.c_void_p(handle)
        user.GetAncestor.restype = ctypes.c_void_p
        root = user.GetAncestor(window, _ROOT)
        if root != handle:
            return True  # a part of a window goes with it
        wishes = (LEFT_OUT, BLACK) if on else (SEEN,)
        return any(user.SetWindowDisplayAffinity(window, wish) for wish in wishes)

    def listen(self, shows: Callable[[int], None]) -> None:
        """Tell of each window before it is seen, by the message that Windows sends it then."""
        app = QCoreApplication.instance()
        if app is not None:
            self._filter = _Filter(shows)
            app.installNativeEventFilter(self._filter)
