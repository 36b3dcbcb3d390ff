"""What a lock needs beside the screens: its keys also while a dialog is in front, and no case text in the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QClipboard, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog


class LockKeys(QObject):
    """Emits `lock_pressed` at Ctrl+L and `hide_pressed` at F9 while a dialog is in front.

    Without one the window's own acts hear them.

    Qt keeps the acts of a window from being heard while a dialog shadows it. Install it on every window.
    """

    lock_pressed = Signal()
    hide_pressed = Signal()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take these keys from a dialog; let everything else through."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        keys = event.keyCombination()
        in_front = QApplication.activeModalWidget()
        if keys == Qt.Modifier.CTRL | Qt.Key.Key_L and in_front is not None:
            self.lock_pressed.emit()
            return True
        # The citizen who has the screen leaves it by the worker's hand alone.
        if keys == QKeyCombination(Qt.Key.Key_F9) and isinstance(in_front, QDialog):
            self.hide_pressed.emit()
            return True
        return False


def empty_clipboard() -> None:
    """Take back what was copied here; what another program put there stays."""
    clipboard = QApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
