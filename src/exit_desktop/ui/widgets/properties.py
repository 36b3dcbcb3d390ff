"""What the style sheet goes by: a widget says in a property what it is, never which colour it has."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def put(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a property that the style sheet reads, and let the widget look its new part at once."""
    shown = ("true" if value else "false") if isinstance(value, bool) else value
    if widget.property(name) == shown:
        return
    widget.setProperty(name, shown)
    for part in (widget, *widget.findChildren(QWidget)):
        part.style().unpolish(part)
        part.style().polish(part)
