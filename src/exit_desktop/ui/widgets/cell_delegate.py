"""Paints a cell of a table of lines: words that wrap, air around them, a hairline beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from exit_desktop.ui.theme import Theme

_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_VERY_HIGH = 10_000


class CellDelegate(QStyledItemDelegate):
    """Knows nothing of what the words are about."""

    def __init__(self, theme: Theme, long_names: bool = False) -> None:
        super().__init__()
        self._theme, self._long_names = theme, long_names

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room that the words need at the width of their column; short names are not broken."""
        across, down = self._air()
        words = str(index.data() or "")
        if index.column() == 0 and not self._long_names:
            lines = words.split("\n")
            wide = max(map(option.fontMetrics.horizontalAdvance, lines)) + 3 * across
            return QSize(wide, len(lines) * option.fontMetrics.lineSpacing() + 2 * down)
        room = QRect(0, 0, max(1, option.rect.width() - 2 * across), _VERY_HIGH)
        taken = option.fontMetrics.boundingRect(room, int(_WRAPPED), words)
        return QSize(taken.width() + 2 * across, taken.height() + 2 * down)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        theme, rect = self._theme, option.rect
        across, down = self._air()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("chosen"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(theme.colour("ink"))
        painter.setFont(option.font)
        painter.drawText(rect.adjusted(across, down, -across, -1), int(_WRAPPED), str(index.data() or ""))
        painter.restore()

    def _air(self) -> tuple[int, int]:
        return self._theme.px(8), self._theme.px(7)
