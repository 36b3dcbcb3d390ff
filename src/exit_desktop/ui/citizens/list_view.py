"""The list itself: one column of lines, walked with the arrows, opened with Enter or a click."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from exit_desktop.ui.citizens.list_model import CitizenModel
from exit_desktop.ui.widgets.ctrl_enter import ENTERS

# The first lines are laid out at once, the rest in turns: ten thousand would take a tenth of a second.
AT_ONCE = 200


class CitizenView(QListView):
    """`opened(index)` when a line is clicked or Enter is pressed on it."""

    opened = Signal(QModelIndex)

    def __init__(self, model: CitizenModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(AT_ONCE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; everything else as in any list."""
        if event.key() in ENTERS and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def go_to(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Put the focus frame on a line and bring it into sight."""
        # A line further down has a place only when all above it are laid out.
        far = index.isValid() and index.row() >= AT_ONCE
        mode = QListView.LayoutMode.SinglePass if far else QListView.LayoutMode.Batched
        if self.layoutMode() is not mode:
            self.setLayoutMode(mode)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
