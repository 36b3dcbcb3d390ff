"""Hears what keyboard and mouse send to the windows of the program, dialogs and menus too.

A filter on the application would hear every event of every widget in Python (500 for each citizen that is chosen), and
at the first private part of Qt that it met, PySide would make all of its classes (40 ms and 2 MB).
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication


class Windows(QObject):
    """Lets filters hear each window that there is, and each that takes the keyboard from now on."""

    def __init__(self, parent: QObject, *filters: QObject) -> None:
        super().__init__(parent)
        self._filters = filters
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self.listen)
        self.listen()

    def listen(self) -> None:
        """Hear every window that is there now; one that is heard already is not heard twice."""
        for window in QGuiApplication.topLevelWindows():
            for one in self._filters:
                window.installEventFilter(one)
