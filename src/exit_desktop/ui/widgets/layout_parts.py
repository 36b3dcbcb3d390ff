"""What stands in a layout, in its order."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def parts_in_order(layout: QLayout) -> list[QWidget | QLayout]:
    """Return the widgets and layouts of a layout as they stand.

    Without `itemAt`: PySide keeps what that returns as long as the layout, and Qt deletes the item with its widget;
    whatever then lay in its place was taken for the item, and the program ended.
    """
    inside = layout.parentWidget()
    widgets = (
        inside.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly) if inside is not None else []
    )
    layouts = [part for part in layout.children() if isinstance(part, QLayout)]
    return sorted([*(part for part in widgets if layout.indexOf(part) >= 0), *layouts], key=layout.indexOf)
