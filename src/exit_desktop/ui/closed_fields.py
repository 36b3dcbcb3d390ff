"""Closes every field to writing while the disk of the vault cannot be written: no word is typed that is then lost."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit

# A field that only looks for something says so in this property.
FINDS = "finds"


class ClosedFields(QObject):
    """Makes each field that gets the keyboard one to read in, except those that only look for something."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusObjectChanged.connect(self._close)

    def _close(self, field: QObject | None) -> None:
        if not isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox) or field.property(FINDS):
            return
        # A secret is typed to look at the ways in, not to be kept.
        if not isinstance(field, QLineEdit) or field.echoMode() == QLineEdit.EchoMode.Normal:
            field.setReadOnly(True)
