"""Where the keyboard stood in a tab, told without a word of what stood there, so that an unlock can give it back."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


def keyboard_place(tab: QWidget | None, focus: QWidget | None) -> str:
    """Return which field of a tab has the keyboard, as its number among those in sight; empty if none has."""
    fields = _fields(tab) if tab is not None else []
    return str(fields.index(focus)) if focus in fields else ""


def give_keyboard_back(tab: QWidget, place: str) -> bool:
    """Put the cursor at the end of the field that `keyboard_place` told; False if there is none in that place."""
    fields = _fields(tab)
    if not place.isdecimal() or int(place) >= len(fields):
        return False
    field = fields[int(place)]
    field.setFocus()
    if isinstance(field, QPlainTextEdit):
        field.moveCursor(QTextCursor.MoveOperation.End)
    elif isinstance(field, QLineEdit):
        field.end(False)
    return True


def _fields(tab: QWidget) -> list[QWidget]:
    """Return the fields in their order; Qt gives them as they were made, which is the same each time."""
    made = tab.findChildren(QWidget)
    return [one for one in made if isinstance(one, QLineEdit | QPlainTextEdit) and one.isVisibleTo(tab)]
