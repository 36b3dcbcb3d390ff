"""Keeps None, True and False alive under Python 3.11.

PySide6 6.12 gives back one reference too many to None with every call that returns nothing, and to True with every
signal that is emitted. From Python 3.12 on these are immortal and nothing happens; 3.11 ends in the middle of the work
with "Fatal Python error: none_dealloc" or "bool_dealloc". Until the binding is mended, they are given more references
than years of work could use up.
"""

import ctypes
import sys

_PLENTY = 1 << 40
_HELD = 1 << 38


def keep_constants_alive() -> None:
    """Give the constants enough references for the life of the process; does nothing where they are immortal."""
    if sys.version_info >= (3, 12):
        return
    for constant in (None, True, False):
        if sys.getrefcount(constant) < _HELD:
            ctypes.c_ssize_t.from_address(id(constant)).value += _PLENTY
