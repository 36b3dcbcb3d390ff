"""The table of the usage log: as calm as other tables, for any number of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from exit_desktop.ui.widgets.cell_delegate import CellDelegate

if TYPE_CHECKING:
    from exit_desktop.ui.theme import Theme
    from exit_desktop.ui.usage_log.log_model import LogModel

# Of the width: when, what, whose, who.
_SHARES = (26, 40, 22, 12)
_WHAT = 1
# Narrower than this, in points at 100 %, the words of a cell take two lines.
_WIDE = 860
_VERY_HIGH = 10_000


class LogTable(QTableView):
    """Every line is as high as the next: only what was done is measured, once for each of its words."""

    def __init__(self, theme: Theme, model: LogModel) -> None:
        super().__init__()
        self._theme, self._log = theme, model
        self._cells = CellDelegate(theme, long_names=True)
        self.setModel(model)
        self.setItemDelegate(self._cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for grown in (theme.changed, model.modelReset, model.rowsInserted, model.dataChanged):
            grown.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.viewport().width()
        for column, share in enumerate(_SHARES):
            self.horizontalHeader().resizeSection(column, wide * share // sum(_SHARES))
        lines = max(1 if wide >= self._theme.px(_WIDE) else 2, self._lines_told())
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() * lines + 2 * self._theme.px(7))
        self.setMinimumHeight(self._theme.px(200))

    def _lines_told(self) -> int:
        """Return how many lines the longest of what was done takes in its column."""
        metrics, room = self.fontMetrics(), self.columnWidth(_WHAT) - 2 * self._theme.px(8)
        taken = (
            metrics.boundingRect(0, 0, max(1, room), _VERY_HIGH, Qt.TextFlag.TextWordWrap, words).height()
            for words in self._log.acts_told
        )
        return -(-max(taken, default=1) // metrics.lineSpacing())
