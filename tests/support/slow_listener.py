"""Someone who hears every key before the window does, as a screen reader under load, and hands them on in order."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication


class SlowListener(QObject):
    """Holds back each key that is pressed until `let_go`; what answers before that has overtaken it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app, self._held = app, list[tuple[QObject, QKeyEvent]]()
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a key that goes to the widget with the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and watched.isWidgetType():
            self._held.append((watched, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())))
            return True
        return False

    def let_go(self) -> None:
        """Hand every key on, in the order in which they were pressed."""
        self._app.removeEventFilter(self)
        for widget, key in self._held:
            self._app.sendEvent(widget, key)
        self._held.clear()
