"""Keeps None alive under Python 3.11.

PySide6 6.12 gives back one reference to None too many with every call that returns nothing. From Python 3.12 on None is
immortal and nothing happens; 3.11 ends with "Fatal Python error: none_dealloc" after some thousand calls. Until the
binding is mended, None is given more references than a working day could use up.
"""

import ctypes
import sys

_PLENTY = 1 << 30


def keep_none_alive() -> None:
    """Give None enough references for the life of the process; does nothing where None is immortal."""
    if sys.version_info < (3, 12) and sys.getrefcount(None) < _PLENTY:
        ctypes.c_ssize_t.from_address(id(None)).value += _PLENTY
