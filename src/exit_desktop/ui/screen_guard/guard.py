"""Leaves every window of the program out of pictures and shared screens: dialogs, menus, lists and hints too.

Nothing in Qt tells of a new window but an event, and to hear every event in Python costs 8 microseconds each. So the
guard looks each time the program has nothing else to do, which is right after a new window was drawn; where the system
tells of a window before it is seen (Windows), it hears that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from datetime import time

    from PySide6.QtGui import QWindow

    from exit_desktop.ui.screen_guard.port import CapturePort

SEEN_FOR_MINUTES = 30


class ScreenGuard(QObject):
    """Idle until `begin`; `changed` when the windows may be seen for a while, and when they may not any more."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._port: CapturePort | None = None
        self._left_out: set[int] = set()
        self._refused = False
        # A mark on the windows that are heard already, of this guard alone.
        self._known = f"known to {id(self):x}"
        self.seen_since: time | None = None
        self.timer: QTimer | None = None

    @property
    def possible(self) -> bool:
        """Whether this system can leave windows out."""
        return self._port is not None and self._port.possible

    @property
    def refused(self) -> bool:
        """Whether the system did not do it for one of the windows."""
        return self._refused

    def begin(self, port: CapturePort) -> None:
        """Leave out every window that there is, and each that comes."""
        self._port = port
        if not port.possible:
            return
        from PySide6.QtCore import QAbstractEventDispatcher  # noqa: PLC0415 - after the first paint, and not on Linux
        from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - as above

        port.listen(self._shows)
        dispatcher, app = QAbstractEventDispatcher.instance(), QGuiApplication.instance()
        if dispatcher is not None:
            dispatcher.aboutToBlock.connect(self.look)
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self.look)
        self.look()

    def look(self, *_focused: object) -> None:
        """Leave out the windows that have come since the last look."""
        if self.seen_since is not None or not self.possible:
            return
        for window in _windows():
            if (handle := int(window.winId())) not in self._left_out:
                if not window.property(self._known):
                    window.setProperty(self._known, True)
                    window.visibleChanged.connect(self._forget)
                self._leave_out(handle)

    def let_be_seen(self, since: time) -> None:
        """Let the windows be seen for half an hour, for help from afar."""
        self.seen_since = since
        self._forget()
        for window in _windows():
            if self._port is not None:
                self._port.exclude(int(window.winId()), False)
        self._end_by_itself()
        self.changed.emit()

    def protect(self) -> None:
        """Leave the windows out again. Twice is no harm."""
        was_seen, self.seen_since = self.seen_since is not None, None
        if self.timer is not None:
            self.timer.stop()
        self.look()
        if was_seen:
            self.changed.emit()

    def _end_by_itself(self) -> None:
        if self.timer is None:
            # Made when it is first needed: the guard stands from the start, before the first paint.
            self.timer = QTimer(self, singleShot=True, interval=SEEN_FOR_MINUTES * 60_000)
            self.timer.timeout.connect(self.protect)
        self.timer.start()

    def _shows(self, handle: int) -> None:
        if self.seen_since is None:
            self._leave_out(handle)

    def _leave_out(self, handle: int) -> None:
        done = self._port is not None and self._port.exclude(handle, True)
        self._refused = self._refused or not done
        if done:
            self._left_out.add(handle)

    @Slot()
    def _forget(self) -> None:
        # The next window may get the handle of one that has gone.
        self._left_out.clear()


def _windows() -> list[QWindow]:
    """Return every window that is seen."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - after the first paint

    return [window for window in QGuiApplication.topLevelWindows() if window.isVisible()]
