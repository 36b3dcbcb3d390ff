"""What every place that scrolls is made of."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea


class QWidget(QScrollArea):
    """A place that scrolls, under the name of a plain widget.

    Qt goes by the name of the class when it chooses how a screen reader sees a widget. What it gives for "QScrollArea"
    reads past its list when a scroll bar is asked for that has gone since the reader counted (Qt 6.12,
    QAccessibleAbstractScrollArea::child), and the program ends; for "QWidget" it answers that nothing is there.
    """


ScrollArea = QWidget
