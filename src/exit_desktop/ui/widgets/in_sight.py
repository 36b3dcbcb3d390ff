"""Brings a part of a page into sight once the page has found its shape."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def bring_into_sight(part: QWidget) -> None:
    """Scroll to `part` as soon as the work of now is done: what folds or comes above it would push it out again."""

    def scroll() -> None:
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        show_at_once(part)

    QTimer.singleShot(0, part, scroll)


def show_at_once(part: QWidget) -> None:
    """Scroll to the whole of `part`, or to its top where it is higher than the room."""
    area = _area_around(part)
    page = area.widget() if area is not None else None
    if area is None or page is None:
        return
    if part.height() > area.viewport().height():
        area.verticalScrollBar().setValue(part.mapTo(page, QPoint(0, 0)).y())
    else:
        area.ensureWidgetVisible(part)


def _area_around(part: QWidget) -> QScrollArea | None:
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around
