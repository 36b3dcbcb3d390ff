"""Nothing of a window can be read, by nobody, until it is lifted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class Veil(QWidget):
    """Lies over a window and hides what is in it, for other screens, pictures of it and screen readers.

    The window itself stays, and with it whoever waits for its answer. No key but the program's own gets past it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setGeometry(window.rect())
        inside = [part for part in window.children() if isinstance(part, QWidget) and part is not self]
        self._hidden = [part for part in inside if part.isVisible() and not part.isWindow()]
        for part in self._hidden:
            part.hide()
        window.installEventFilter(self)
        self.show()
        self.raise_()

    def lift(self) -> None:
        """Bring back what was hidden, and go."""
        for part in self._hidden:
            part.show()
        self._hidden.clear()
        self.hide()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let no key through: Escape would answer a dialog that nobody sees."""
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the window."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False
