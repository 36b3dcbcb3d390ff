"""Paints a text of the guidance in the list: its title, and beneath it what was found, in two lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from exit_desktop.ui.theme import Size

if TYPE_CHECKING:
    from exit_desktop.ui.theme import Theme

LINE = Qt.ItemDataRole.UserRole + 1
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
# As many letters as two lines hold for sure.
_LETTERS = 66


def two_lines(line: str) -> str:
    """Return as much of a line as two lines of the list have room for."""
    return line if len(line) <= _LETTERS else f"{line[:_LETTERS].rpartition(' ')[0].rstrip(' ,.:')} …"


class TextDelegate(QStyledItemDelegate):
    """The title is the item's text, the line its `LINE`. All are equally high, so that a letter costs no layout."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self._measure)
        self._measure()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a title and two lines."""
        return QSize(0, self._title_high + self._lines_high + self._theme.px(18))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one text."""
        theme = self._theme
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            focused = state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(theme.colour("teal"), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("chosen"))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), theme.px(8), theme.px(8))
        place = option.rect.adjusted(theme.px(10), theme.px(7), -theme.px(6), 0)
        painter.setFont(self._title_font)
        painter.setPen(theme.colour("ink"))
        title = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(_WRAPPED), title)
        place.adjust(0, self._title_high + theme.px(2), 0, 0)
        place.setHeight(self._lines_high)
        painter.setFont(self._line_font)
        painter.setPen(theme.colour("muted"))
        painter.drawText(place, int(_WRAPPED), str(index.data(LINE) or ""))
        painter.restore()

    def _measure(self) -> None:
        theme = self._theme
        self._title_font, self._line_font = theme.font(Size.BODY, bold=True), theme.font(Size.SMALL)
        self._title_high = QFontMetrics(self._title_font).lineSpacing()
        self._lines_high = 2 * QFontMetrics(self._line_font).lineSpacing()
