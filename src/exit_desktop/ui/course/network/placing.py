"""Keeps widgets in columns in step with their records; one that goes to another column takes its focus along."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from exit_desktop.ui.widgets.chart_marks import ChartWidget
from exit_desktop.ui.widgets.layout_parts import parts_in_order

Shown = TypeVar("Shown", bound=QWidget)
Placed = TypeVar("Placed", bound=QWidget)


def keep_in_columns(
    columns: Sequence[QVBoxLayout],
    shown: dict[str, Shown],
    wanted: Sequence[Sequence[str]],
    make: Callable[[str], Shown],
) -> None:
    """Let each column hold a widget for each of its ids in this order; widgets of ids that are gone go too."""
    standing = QApplication.focusWidget()
    kept = {one for ids in wanted for one in ids}
    for gone in [one for one in shown if one not in kept]:
        _let_go(columns, shown.pop(gone))
    for column, ids in zip(columns, wanted, strict=True):
        for index, one in enumerate(ids):
            if one not in shown:
                shown[one] = make(one)
            if column.indexOf(shown[one]) != index:
                column.insertWidget(index, shown[one])
    holding = [widget for widget in shown.values() if standing is not None and widget.isAncestorOf(standing)]
    for widget in holding:
        # One that went to another column was hidden on the way; only what is shown can hold the keyboard.
        widget.show()
    if standing is not None and holding:
        standing.setFocus()


def _let_go(columns: Sequence[QVBoxLayout], widget: QWidget) -> None:
    """Let a widget go from whichever column it stands in; it keeps its parent, for a window of its own dresses anew."""
    for column in columns:
        column.removeWidget(widget)
    widget.hide()
    widget.deleteLater()


def put_in_place(layout: QLayout, old: QWidget, new: Placed) -> Placed:
    """Let a widget stand where another one stood, and return it."""
    layout.replaceWidget(old, new)
    old.hide()
    old.deleteLater()
    return new


def follow_reading(layout: QLayout) -> None:
    """Let Tab go through the buttons of a layout as they are read: what is made late would stand last in the window."""
    for one, following in pairwise(_stops(layout)):
        QWidget.setTabOrder(one, following)


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for part in parts_in_order(layout):
        yield from _stops(part) if isinstance(part, QLayout) else _stops_in(part)


def _stops_in(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusProxy() is not None:
        # Fields that stand for their first one go as a whole: were they moved one by one, Tab would go in a circle.
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, ChartWidget):
        # Its marks stand behind it and hand the keyboard on.
        yield from (mark for mark in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly))
        return
    inner = widget.layout()
    if inner is not None:
        yield from _stops(inner)
