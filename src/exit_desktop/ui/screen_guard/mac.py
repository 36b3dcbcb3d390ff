"""macOS: a window that is left out of pictures, recordings and shared screens (NSWindow.sharingType none).

Qt gives the window's view as its handle. Written after Apple's page on NSWindow, and reviewed; not tried on macOS yet.
Apple says that newer ways of recording may not ask for it.
"""

from __future__ import annotations

from collections.abc import Callable

from exit_desktop.ui.objective_c import ObjectiveC

LEFT_OUT, SEEN = 0, 1  # NSWindowSharingNone, NSWindowSharingReadOnly


class MacCapture:
    """Speaks to AppKit; where it is missing nothing is possible."""

    def __init__(self, appkit: ObjectiveC | None = None) -> None:
        self._appkit = appkit or ObjectiveC()

    @property
    def possible(self) -> bool:
        """Whether AppKit can be spoken to."""
        return self._appkit.there

    def exclude(self, handle: int, on: bool) -> bool:
        """Leave the window of this view out, or let it be seen again."""
        wish = LEFT_OUT if on else SEEN
        window = self._appkit.send(handle, b"window")
        if not window:
            return False
        self._appkit.send(window, b"setSharingType:", wish)
        return self._appkit.send(window, b"sharingType") == wish

    def listen(self, _shows: Callable[[int], None]) -> None:
        """AppKit tells it only to Objective-C classes: the guard looks by itself."""
