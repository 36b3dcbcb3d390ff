"""Ctrl+Enter in a form, heard in the order of typing.

No shortcut: where a screen reader listens, Qt asks it about each key first, and a shortcut overtakes the last letters.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

# Both keys that people call Enter.
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_ctrl_enter(event: QEvent) -> bool:
    """Return whether Ctrl and Enter were pressed, on either side of the keyboard."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() is QEvent.Type.KeyPress
        and event.key() in ENTERS
        and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    )


def is_plain_enter(event: QKeyEvent) -> bool:
    """Return whether Enter was pressed alone, on either side of the keyboard."""
    return event.key() in ENTERS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def on_ctrl_enter(form: QWidget, act: Callable[[], None]) -> None:
    """Let Ctrl+Enter in a form do its act; a text area in it tells `finished` itself and is connected apart."""
    _Listener(form).heard.connect(act)


class _Listener(QObject):
    """Hears what the controls of a form let pass: a key that nobody takes goes to the form around it."""

    heard = Signal()

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        form.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Ctrl+Enter, let everything else through."""
        if not is_ctrl_enter(event):
            return False
        self.heard.emit()
        return True
