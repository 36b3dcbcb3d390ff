"""Records as a calm table, a line each: opened with Enter, deleted with Delete where that is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from exit_desktop.ui.widgets.cell_delegate import CellDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exit_desktop.ui.theme import Theme

LEAST_HEIGHT = 150
_ID = Qt.ItemDataRole.UserRole


class LineTable(QTableWidget):
    """`opened(id)` on Enter or a double click, `delete_wanted(id)` on Delete; it is read, never written in.

    The first column is as wide as its words, or wraps in twice the room of the others where they may be long
    (`long_names`).
    """

    opened = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, theme: Theme, long_names: bool = False) -> None:
        super().__init__()
        self._theme, self._long_names = theme, long_names
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self._cells = CellDelegate(theme, long_names)
        self.setItemDelegate(self._cells)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.itemDoubleClicked.connect(self._open)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def chosen(self) -> str:
        """The id of the chosen line; empty while none is."""
        item = self.item(self.currentRow(), 0)
        return str(item.data(_ID)) if item is not None else ""

    def show_lines(self, headers: Sequence[str], lines: Sequence[tuple[str, Sequence[str]]], chosen: str = "") -> None:
        """Show other lines, each an id and its cells; the line of `chosen` is chosen, or else the first."""
        self.setRowCount(0)
        self.setColumnCount(len(headers))
        self.setHorizontalHeaderLabels(list(headers))
        self.setRowCount(len(lines))
        for row, (record_id, cells) in enumerate(lines):
            for column, words in enumerate(cells):
                item = _item(record_id, words)
                if column == 0:
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(cells).replace("\n", ", "))
                self.setItem(row, column, item)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        if self._long_names:
            self._share()
        else:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        places = [row for row, (record_id, _) in enumerate(lines) if record_id == chosen]
        if lines:
            self.setCurrentCell(places[0] if places else 0, 0)
        self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open or delete the chosen line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen:
            self.opened.emit(self.chosen)
        elif event.key() == Qt.Key.Key_Delete and self.chosen:
            self.delete_wanted.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each line the height that its words need at this width."""
        super().resizeEvent(event)
        if self._long_names:
            self._share()
        self.resizeRowsToContents()

    def _share(self) -> None:
        """Give the names two shares of the width and each other column one, or more where its heading needs that."""
        header, others = self.horizontalHeader(), range(1, self.columnCount())
        share = self.viewport().width() // (len(others) + 2)
        for column in others:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, max(share, header.sectionSizeHint(column)))

    def _open(self, item: QTableWidgetItem) -> None:
        self.opened.emit(str(item.data(_ID)))

    def _fit(self) -> None:
        self.setMinimumHeight(self._theme.px(LEAST_HEIGHT))
        self.resizeRowsToContents()


def _item(record_id: str, words: str) -> QTableWidgetItem:
    item = QTableWidgetItem(words)
    item.setData(_ID, record_id)
    return item
