"""Keeps PySide from reading the source of every module that is imported.

It looks there for its own name, so that a module may switch Python's names on (`snake_case`, `true_property`). Nothing
here switches them; the reading costs 15 ms before the first page is painted and 8 MB of lines that Python then keeps.
"""

import linecache
from importlib import import_module
from types import ModuleType

from exit_desktop.system.late_signatures import late_signatures


def leave_sources_unread() -> None:
    """Let PySide take every module for one that switches nothing; a PySide that does not ask is left as it is."""
    with late_signatures():
        import_module("PySide6.QtCore")
    feature = import_module("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature.__dict__["_mod_uses_pyside"] = _switches_nothing
    # What it read until here.
    linecache.clearcache()


def _switches_nothing(_module: ModuleType) -> bool:
    return False
