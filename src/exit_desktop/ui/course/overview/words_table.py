"""A chart's table in the window: what the picture shows, in rows of words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from exit_desktop.charts.table import Table
from exit_desktop.ui.theme import Theme


class WordsTable(QTableWidget):
    """Shows a `Table`; it is read, never written in. `resized` when its lines may need another height."""

    resized = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setWordWrap(True)
        # A line's height follows its words at every width and scale.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def show_table(self, table: Table) -> None:
        """Show other rows."""
        self.clear()
        self.setColumnCount(len(table.headers))
        self.setRowCount(len(table.rows))
        self.setHorizontalHeaderLabels(list(table.headers))
        for line, cells in enumerate(table.rows):
            for column, words in enumerate(cells):
                self.setItem(line, column, _cell(words, column))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        if table.headers:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def even_out(self) -> None:
        """Give the columns behind the first one width: figures of one kind are compared across."""
        header, figures = self.horizontalHeader(), range(1, self.columnCount())
        widest = max((max(self.sizeHintForColumn(n), header.sectionSizeHint(n)) for n in figures), default=0)
        for column in figures:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, widest)

    @property
    def whole_height(self) -> int:
        """The height in which all lines are in sight."""
        return self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + 2 * self.frameWidth()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that wrap otherwise need another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.resized.emit()


def _cell(words: str, _column: int) -> QTableWidgetItem:
    item = QTableWidgetItem(words)
    item.setToolTip(words)
    return item
