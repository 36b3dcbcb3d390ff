"""macOS: a window that is left out of pictures, recordings and shared screens (NSWindow.sharingType none).

Through the Objective-C runtime, as Qt gives the window's view as its handle. Written after Apple's pages on NSWindow
and objc_msgSend, and reviewed; not tried on macOS yet. Apple says that newer ways of recording may not ask for it.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from collections.abc import Callable

LEFT_OUT, SEEN = 0, 1  # NSWindowSharingNone, NSWindowSharingReadOnly


class MacCapture:
    """Speaks to AppKit; where it is missing nothing is possible."""

    def __init__(self) -> None:
        library = ctypes.util.find_library("objc")
        self._objc = ctypes.CDLL(library) if library else None
        if self._objc is not None:
            self._objc.sel_registerName.restype = ctypes.c_void_p
            self._objc.sel_registerName.argtypes = [ctypes.c_char_p]

    @property
    def possible(self) -> bool:
        """Whether AppKit can be spoken to."""
        return self._objc is not None

    def exclude(self, handle: int, on: bool) -> bool:
        """Leave the window of this view out, or let it be seen again."""
        if self._objc is None:
            return False
        window = self._send(ctypes.c_void_p, handle, b"window")
        if not window:
            return False
        self._send(None, window, b"setSharingType:", LEFT_OUT if on else SEEN)
        return self._send(ctypes.c_ulong, window, b"sharingType") == (LEFT_OUT if on else SEEN)

    def listen(self, _shows: Callable[[int], None]) -> None:
        """AppKit tells it only to Objective-C classes: the guard looks by itself."""

    def _send(self, result: type | None, receiver: int, name: bytes, *numbers: int) -> int | None:
        if self._objc is None:
            return None
        # Every message has a signature of its own; on Apple's processors a wrong one is a crash.
        kinds = [ctypes.c_void_p, ctypes.c_void_p, *([ctypes.c_ulong] * len(numbers))]
        send = ctypes.CFUNCTYPE(result, *kinds)(("objc_msgSend", self._objc))
        answer: int | None = send(receiver, self._objc.sel_registerName(name), *numbers)
        return answer
