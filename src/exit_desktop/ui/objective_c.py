"""Speaks to AppKit through the Objective-C runtime of macOS, for the few things that Qt does not say.

Written after Apple's pages on objc_msgSend, and reviewed; not tried on macOS yet.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from typing import Any


class ObjectiveC:
    """Sends messages; where the runtime is missing, every answer is 0."""

    def __init__(self) -> None:
        library = ctypes.util.find_library("objc")
        self._objc = ctypes.CDLL(library) if library else None
        if self._objc is not None:
            self._objc.sel_registerName.restype = ctypes.c_void_p
            self._objc.sel_registerName.argtypes = [ctypes.c_char_p]
            self._objc.objc_getClass.restype = ctypes.c_void_p
            self._objc.objc_getClass.argtypes = [ctypes.c_char_p]

    @property
    def there(self) -> bool:
        """Whether there is a runtime to speak to."""
        return self._objc is not None

    def class_named(self, name: bytes) -> int:
        """Return a class, to be sent messages; 0 where there is none."""
        return int(self._objc.objc_getClass(name) or 0) if self._objc is not None else 0

    def send(self, receiver: int, message: bytes, *numbers: int) -> int:
        """Send a message whose arguments, and whose answer if it has one, are objects or whole numbers."""
        if self._objc is None or not receiver:
            return 0
        # Every message has a signature of its own; on Apple's processors a wrong one is a crash.
        kinds: list[Any] = [ctypes.c_void_p, ctypes.c_void_p, *([ctypes.c_ulong] * len(numbers))]
        call = ctypes.CFUNCTYPE(ctypes.c_ulong, *kinds)(("objc_msgSend", self._objc))
        return int(call(receiver, self._objc.sel_registerName(message), *numbers))

    def text(self, words: str) -> int:
        """Return words as an object of the system."""
        held = ctypes.create_string_buffer(words.encode())
        return self.send(self.class_named(b"NSString"), b"stringWithUTF8String:", ctypes.addressof(held))
