"""Paints a line of a quiet list: words that wrap at the width there is, and a hairline beneath."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from exit_desktop.ui.theme import Size

if TYPE_CHECKING:
    from exit_desktop.ui.receiving.line_list import Line
    from exit_desktop.ui.theme import Theme

_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_WRAPPED_ANYWHERE = _WRAPPED | Qt.TextFlag.TextWrapAnywhere
_VERY_HIGH = 10_000


class LineDelegate(QStyledItemDelegate):
    """Measures each text once for a width: hundreds of lines are laid out at once."""

    def __init__(self, theme: Theme, line_at: Callable[[int], Line | None], room: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._line_at, self._room = theme, line_at, room
        self._heights: dict[tuple[str, str, str, int], int] = {}
        self.forget()

    def forget(self) -> None:
        """Measure anew."""
        self._heights.clear()
        self._bold, self._small = self._theme.font(Size.BODY, bold=True), self._theme.font(Size.SMALL)
        self._bold_metrics, self._small_metrics = QFontMetrics(self._bold), QFontMetrics(self._small)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height that the words need at the width of the list."""
        line, room = self._line_at(index.row()), self._room()
        if line is None:
            return QSize()
        known = (f"{line.head}\0{line.badge}", line.below, line.wants, room)
        if known not in self._heights:
            self._heights[known] = sum(rect.height() for _, rect in self._parts(line, room)) + self._air(line)
        return QSize(1, self._heights[known])

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one line."""
        line = self._line_at(index.row())
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option.rect, option.state)
        down = option.rect.y() + self._theme.px(9)
        for tone, rect in self._parts(line, option.rect.width()):
            self._write(painter, rect.translated(option.rect.x(), down), tone, line)
            down += rect.height() + self._theme.px(2)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        theme, box = self._theme, QRectF(rect).adjusted(1, 1, -1, -2)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(rect.left() + theme.px(10), rect.bottom(), rect.right() - theme.px(10), rect.bottom())
        if chosen:
            # The list around it has the ring of the keyboard.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("chosen"))
            painter.drawRoundedRect(box, theme.px(8), theme.px(8))

    def _write(self, painter: QPainter, rect: QRect, tone: str, line: Line) -> None:
        head = tone == "ink"
        painter.setFont(self._bold if head else self._small)
        painter.setPen(self._theme.colour(tone))
        words = {"ink": line.head, "muted": line.below, "clay": line.wants}[tone]
        painter.drawText(rect, int(_WRAPPED_ANYWHERE if head else _WRAPPED), words)
        if head and line.badge:
            self._badge(painter, rect, line)

    def _badge(self, painter: QPainter, rect: QRect, line: Line) -> None:
        theme = self._theme
        taken = min(self._bold_metrics.horizontalAdvance(line.head), rect.width())
        painter.setFont(self._small)
        high = painter.fontMetrics().lineSpacing()
        left = rect.x() + taken + theme.px(8)
        box = QRectF(left, rect.y() + 0.5, self._badge_width(line) - theme.px(8), high - 1)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(theme.colour("muted"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), line.badge)

    def _badge_width(self, line: Line) -> int:
        if not line.badge:
            return 0
        return self._small_metrics.horizontalAdvance(line.badge) + self._theme.px(24)

    def _parts(self, line: Line, room: int) -> list[tuple[str, QRect]]:
        """Return the tones and boxes of the texts that the line has, each from its own top."""
        theme, across = self._theme, self._theme.px(12)
        wide = max(theme.px(40), room - 2 * across)
        found = [("ink", _box(self._bold_metrics, line.head, wide - self._badge_width(line), _WRAPPED_ANYWHERE))]
        for tone, words in (("muted", line.below), ("clay", line.wants)):
            if words:
                found.append((tone, _box(self._small_metrics, words, wide, _WRAPPED)))
        return [(tone, rect.translated(across, 0)) for tone, rect in found]

    def _air(self, line: Line) -> int:
        return 2 * self._theme.px(9) + self._theme.px(2) * (bool(line.below) + bool(line.wants))


def _box(metrics: QFontMetrics, words: str, wide: int, flags: Qt.AlignmentFlag) -> QRect:
    if metrics.horizontalAdvance(words) < wide:
        # Ten times as fast as to wrap it.
        return QRect(0, 0, wide, metrics.height())
    taken = metrics.boundingRect(QRect(0, 0, wide, _VERY_HIGH), int(flags), words)
    return QRect(0, 0, wide, taken.height())
