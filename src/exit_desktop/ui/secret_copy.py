"""Copies case text: marked as secret, so that no clipboard history keeps it, and taken back after a few minutes."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtWidgets import QApplication

from exit_desktop.ui.locking import empty_clipboard

CLEAR_AFTER_MINUTES = 5
# What Windows and KDE read before they keep what was copied, or send it to another device.
_MARKS = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
    "x-kde-passwordManagerHint": b"secret",
}


class SecretCopy(QObject):
    """Copies, and empties the clipboard when its clock has run; what another program put there meanwhile stays."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(CLEAR_AFTER_MINUTES * 60_000)
        self._clock.timeout.connect(empty_clipboard)

    def copy(self, text: str) -> None:
        """Put a text into the clipboard."""
        data = QMimeData()
        data.setText(text)
        for name, value in _MARKS.items():
            data.setData(name, value)
        QApplication.clipboard().setMimeData(data)
        self._clock.start()


def copy_secret(owner: QObject, text: str) -> None:
    """Copy a text; one clock for each `owner`, which goes with the vault: its lock empties the clipboard at once."""
    (owner.findChild(SecretCopy) or SecretCopy(owner)).copy(text)
