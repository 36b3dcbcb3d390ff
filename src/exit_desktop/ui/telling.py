"""What is told, and how: a failure's sentence, a short note, a word for a screen reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from exit_desktop.services.telling import sentence_of

__all__ = ["Message", "announce", "sentence_of"]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence in the worker's language; `wants` if it asks for attention; at most one act.

    A `passing` one goes by itself after a while: it only confirms what can be seen anyway.
    """

    text: str
    wants: bool = False
    act_text: str = ""
    act: Callable[[], None] | None = None
    passing: bool = False


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say a text when it is done with what it is saying."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - 5 ms, not before first paint

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
