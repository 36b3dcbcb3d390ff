"""What a lock needs beside the screens: its keys also while a dialog is in front, and no case text in the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QClipboard, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog


class LockKeys(QObject):
    """Emits `lock_pressed` at Ctrl+L and `hide_pressed` at F9 while a dialog, a menu or a list is in front.

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
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        locks = keys == Qt.Modifier.CTRL | Qt.Key.Key_L and (popup or modal) is not None
        # The citizen who has the screen leaves it by the worker's hand alone.
        over = isinstance(modal, QDialog) or (popup is not None and modal is None)
        hides = keys == QKeyCombination(Qt.Key.Key_F9) and over
        if not (locks or hides):
            return False
        if popup is not None:
            popup.close()
        (self.lock_pressed if locks else self.hide_pressed).emit()
        return True


def empty_clipboard() -> None:
    """Take back what was copied here; what another program put there stays."""
    clipboard = QApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
