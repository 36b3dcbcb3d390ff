"""The lines of the day, walked with the arrows: Enter opens, S puts off, the menu key shows what else can be done."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from exit_desktop.ui.today.day_delegate import DayDelegate
from exit_desktop.ui.today.day_model import DayModel
from exit_desktop.ui.today.rows import Line


class DayView(QListView):
    """`opened(index)` on Enter or a click; `put_off(index, where)` on S; `menu_wanted(index, where)` beside it."""

    opened = Signal(QModelIndex)
    put_off = Signal(QModelIndex, QPoint)
    menu_wanted = Signal(QModelIndex, QPoint)

    def __init__(self, model: DayModel, delegate: DayDelegate) -> None:
        super().__init__()
        self._lines, self._delegate = model, delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, put off with S; the first and the last line with Home and End."""
        at = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at.isValid():
            self.opened.emit(at)
        elif event.key() == Qt.Key.Key_S and not event.modifiers() and self._is_line(at):
            self.put_off.emit(at, self._under(at))
        elif event.key() == Qt.Key.Key_Home:
            self.go_to(self._lines.standing_near(0))
        elif event.key() == Qt.Key.Key_End:
            self.go_to(self._lines.standing_near(self._lines.rowCount()))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open a line that is clicked; on its dots show what else can be done."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid() or index != self.currentIndex():
            return
        if self._is_line(index) and self._delegate.dots(self.visualRect(index)).contains(event.position().toPoint()):
            self.menu_wanted.emit(index, self._under(index))
        elif index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.opened.emit(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with a line, on a right click or on the menu key."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if self._is_line(index):
            self.setCurrentIndex(index)
            self.menu_wanted.emit(index, self._under(index) if by_key else event.globalPos())

    def go_to(self, index: QModelIndex) -> None:
        """Stand on a row and bring it into sight; on the first one its heading too."""
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
            if index.row() <= 1:
                self.scrollToTop()

    def _is_line(self, index: QModelIndex) -> bool:
        return isinstance(self._lines.row_of(index), Line) and not self._lines.discreet

    def _under(self, index: QModelIndex) -> QPoint:
        return self.viewport().mapToGlobal(self._delegate.dots(self.visualRect(index)).bottomLeft())
