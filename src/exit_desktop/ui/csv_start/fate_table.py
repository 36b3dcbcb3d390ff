"""What becomes of each row of the files, as a calm table in which the sentence has most of the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView

from exit_desktop.ui.widgets.line_table import LineTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exit_desktop.ui.theme import Theme

LEAST_HEIGHT = 190


class FateTable(LineTable):
    """The row, the name that stands there, and the fate in one sentence."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setMinimumHeight(theme.px(LEAST_HEIGHT))

    def show_fates(self, headers: Sequence[str], lines: Sequence[Sequence[str]]) -> None:
        """Show other rows under these headings; the first one is chosen."""
        self.show_lines(headers, [("", cells) for cells in lines])
        self._give_widths()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sentence the room that the row's number and a name of usual length leave."""
        super().resizeEvent(event)
        self._give_widths()

    def _give_widths(self) -> None:
        if self.columnCount():
            header = self.horizontalHeader()
            header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(1, self.viewport().width() // 5)
            self.resizeRowsToContents()
