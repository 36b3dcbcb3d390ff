"""What a system can do against pictures of a window, behind one small door: real on Windows and macOS."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Protocol


class CapturePort(Protocol):
    """A system's way of leaving a window out of pictures, recordings and shared screens."""

    @property
    def possible(self) -> bool:
        """Whether this system knows such a way."""

    def exclude(self, handle: int, on: bool) -> bool:
        """Leave the window with this system handle out, or let it be seen again; return whether the system agreed."""

    def listen(self, shows: Callable[[int], None]) -> None:
        """Tell the handle of each window just before it is first seen, where the system tells that."""


class NotPossible:
    """Linux: neither X11 nor Wayland lets a window ask for it."""

    possible = False

    def exclude(self, _handle: int, _on: bool) -> bool:
        """Do nothing."""
        return False

    def listen(self, _shows: Callable[[int], None]) -> None:
        """Do nothing."""


def port_of_this_system() -> CapturePort:
    """Return what this system can do."""
    if sys.platform == "win32":
        from exit_desktop.ui.screen_guard.windows import WindowsCapture  # noqa: PLC0415 - only there

        return WindowsCapture()
    if sys.platform == "darwin":
        from exit_desktop.ui.screen_guard.mac import MacCapture  # noqa: PLC0415 - only there

        return MacCapture()
    return NotPossible()
