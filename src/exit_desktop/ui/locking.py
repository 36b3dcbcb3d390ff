"""What a lock needs beside the screens: its key also while a dialog is in front, and no case text in the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QClipboard, QKeyEvent
from PySide6.QtWidgets import QApplication


class LockKey(QObject):
    """Emits `pressed` at Ctrl+L while a dialog is in front; without one the window's own act hears it.

    Qt keeps the acts of a window from being heard while a dialog shadows it. Install it on every window.
    """

    pressed = Signal()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take Ctrl+L from a dialog; let everything else through."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.keyCombination() != Qt.Modifier.CTRL | Qt.Key.Key_L or QApplication.activeModalWidget() is None:
            return False
        self.pressed.emit()
        return True


def empty_clipboard() -> None:
    """Take back what was copied here; what another program put there stays."""
    clipboard = QApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
