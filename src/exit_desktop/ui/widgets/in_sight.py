"""Brings a part of a page into sight once the page has found its shape."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def bring_into_sight(part: QWidget) -> None:
    """Scroll to `part` as soon as the work of now is done: what folds or comes above it would push it out again."""

    def scroll() -> None:
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        area = _area_around(part)
        if area is not None:
            area.ensureWidgetVisible(part)

    QTimer.singleShot(0, part, scroll)


def _area_around(part: QWidget) -> QScrollArea | None:
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around
