"""Copies case text: marked as secret, so that no clipboard history keeps it, and taken back after a few minutes.

Whatever is copied from a field, a label or a menu while a vault is open is marked as it is copied; what Qt copies by
ways of its own (the menu of a field, a selection with the mouse) is marked at once after it.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit

from exit_desktop.ui.locking import empty_clipboard

CLEAR_AFTER_MINUTES = 5
_KDE = "x-kde-passwordManagerHint"
# What Windows and KDE read before they keep what was copied, or send it to another device.
_MARKS = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
    _KDE: b"secret",
}
_MAC_MARK = "org.nspasteboard.ConcealedType"


class SecretCopy(QObject):
    """Copies, and empties the clipboard when its clock has run; what another program put there meanwhile stays."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(CLEAR_AFTER_MINUTES * 60_000)
        self._clock.timeout.connect(empty_clipboard)

    def copy(self, text: str, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
        """Put a text into the clipboard."""
        QApplication.clipboard().setMimeData(marked(text), mode)
        if sys.platform == "darwin" and mode is QClipboard.Mode.Clipboard:
            conceal_on_mac()
        self._clock.start()


class MarkedCopies(QObject):
    """Marks every text that is copied in this program; install it on every window for the keys."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        clipboard = QApplication.clipboard()
        clipboard.dataChanged.connect(self._look_at_clipboard)
        clipboard.selectionChanged.connect(self._look_at_selection)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Copy or cut in the place of Qt, so that the text is never in the clipboard without its mark."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        cuts = event.matches(QKeySequence.StandardKey.Cut)
        if not (cuts or event.matches(QKeySequence.StandardKey.Copy)):
            return False
        place = QApplication.focusWidget()
        text = selected_text(place)
        if not text:
            return False
        copy_secret(self, text)
        if cuts:
            take_out(place)
        return True

    def _look_at_clipboard(self) -> None:
        self._mark(QClipboard.Mode.Clipboard)

    def _look_at_selection(self) -> None:
        self._mark(QClipboard.Mode.Selection)

    def _mark(self, mode: QClipboard.Mode) -> None:
        clipboard = QApplication.clipboard()
        ours = clipboard.ownsClipboard() if mode is QClipboard.Mode.Clipboard else clipboard.ownsSelection()
        data = clipboard.mimeData(mode) if ours else None
        # Cleared, or marked already: nothing to do.
        if data is not None and data.text() and not data.hasFormat(_KDE):
            _copier(self).copy(data.text(), mode)


def marked(text: str) -> QMimeData:
    """Return a text as it may lie in a clipboard."""
    data = QMimeData()
    data.setText(text)
    for name, value in _MARKS.items():
        data.setData(name, value)
    return data


def selected_text(place: QObject | None) -> str:
    """Return what is selected in a field or a label; nothing of a passphrase."""
    if isinstance(place, QLineEdit):
        return place.selectedText() if place.echoMode() is QLineEdit.EchoMode.Normal else ""
    if isinstance(place, QLabel):
        return place.selectedText()
    if isinstance(place, QPlainTextEdit | QTextEdit):
        return place.textCursor().selection().toPlainText()
    return ""


def take_out(place: QObject | None) -> None:
    """Delete what is selected in a field that can be written in."""
    if isinstance(place, QLineEdit) and not place.isReadOnly():
        place.del_()
    elif isinstance(place, QPlainTextEdit | QTextEdit) and not place.isReadOnly():
        place.textCursor().removeSelectedText()


def conceal_on_mac() -> None:
    """Add the mark by which programs of macOS leave a copy out of their histories; not tried on macOS yet."""
    from exit_desktop.ui.objective_c import ObjectiveC  # noqa: PLC0415 - only there

    appkit = ObjectiveC()
    board = appkit.send(appkit.class_named(b"NSPasteboard"), b"generalPasteboard")
    kind = appkit.text(_MAC_MARK)
    kinds = appkit.send(appkit.class_named(b"NSArray"), b"arrayWithObject:", kind)
    appkit.send(board, b"addTypes:owner:", kinds, 0)
    appkit.send(board, b"setString:forType:", appkit.text(""), kind)


def copy_secret(owner: QObject, text: str) -> None:
    """Copy a text; one clock for each `owner`, which goes with the vault: its lock empties the clipboard at once."""
    _copier(owner).copy(text)


def _copier(owner: QObject) -> SecretCopy:
    return owner.findChild(SecretCopy) or SecretCopy(owner)
