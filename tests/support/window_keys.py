"""Presses keys as the window system sends them: to the window, which hands them on to whatever has the keyboard."""

from PySide6.QtCore import QKeyCombination, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def press_soon(front: QWidget, keys: str) -> None:
    """Press a chord once events are handled; it is not let go, as what it closes would be gone by then."""
    chord = QKeyCombination.fromCombined(QKeySequence(keys)[0].toCombined())  # type: ignore[index]  # the stub has none
    handle = front.windowHandle()
    QTimer.singleShot(0, lambda: QTest.keyPress(handle, chord.key(), chord.keyboardModifiers()))
