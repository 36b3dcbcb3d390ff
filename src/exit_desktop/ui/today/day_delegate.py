"""Paints the rows of the day: headings, two calm lines each, and three dots where more can be done with a line."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from exit_desktop.ui.theme import Size, Theme
from exit_desktop.ui.today.day_model import ROW, WORDS, DayModel
from exit_desktop.ui.today.line_words import LineWords
from exit_desktop.ui.today.rows import Heading, Line, More

_ALONG = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_DOTS_WIDE = 34


class DayDelegate(QStyledItemDelegate):
    """Heights are known without making words."""

    def __init__(self, theme: Theme, model: DayModel) -> None:
        super().__init__(model)
        self._theme, self._model = theme, model
        theme.changed.connect(self._measure)
        self._measure()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a heading, of one line of text or of two."""
        row = index.data(ROW)
        if isinstance(row, Heading):
            return self._heading_size
        return self._small_size if isinstance(row, More) or self._model.discreet else self._line_size

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row, words = index.data(ROW), index.data(WORDS)
        if not isinstance(words, LineWords):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._heading(painter, rect, words)
        else:
            self._ground(painter, rect, state)
            self._words(painter, rect, words, link=isinstance(row, More))
            if isinstance(row, Line) and not self._model.discreet:
                self._dots(painter, self.dots(rect))
        painter.restore()

    def dots(self, rect: QRect) -> QRect:
        """Return where the three dots of a line stand."""
        wide = self._theme.px(_DOTS_WIDE)
        return QRect(rect.right() - wide, rect.top(), wide, rect.height())

    def _measure(self) -> None:
        theme = self._theme
        self._bold, self._plain, self._small = theme.font(bold=True), theme.font(), theme.font(Size.SMALL)
        self._first_height = QFontMetrics(self._bold).lineSpacing()
        self._second_height = QFontMetrics(self._small).lineSpacing()
        self._pad = theme.px(5)
        low = self._first_height + 2 * self._pad
        wide = theme.px(200)
        self._heading_size = QSize(wide, self._first_height + theme.px(20))
        self._small_size = QSize(wide, low)
        self._line_size = QSize(wide, low + self._second_height + theme.px(2))

    def _heading(self, painter: QPainter, rect: QRect, words: LineWords) -> None:
        theme = self._theme
        line = rect.adjusted(theme.px(10), theme.px(12), 0, -theme.px(2))
        painter.setFont(self._bold)
        painter.setPen(theme.colour("ink"))
        painter.drawText(line, _ALONG, words.lead)
        taken = QFontMetrics(self._bold).horizontalAdvance(words.lead)
        painter.setFont(self._plain)
        painter.setPen(theme.colour("muted"))
        painter.drawText(line.adjusted(taken + theme.px(8), 0, 0, 0), _ALONG, words.text)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(rect.left() + theme.px(10), rect.bottom(), rect.right() - theme.px(8), rect.bottom())

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        theme, box = self._theme, QRectF(rect).adjusted(1, 1, -1, -1)
        focused, hovered = (
            bool(state & QStyle.StateFlag.State_HasFocus),
            bool(state & QStyle.StateFlag.State_MouseOver),
        )
        if not (focused or hovered):
            return
        painter.setPen(QPen(theme.colour("teal"), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("chosen") if hovered else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, theme.px(8), theme.px(8))

    def _words(self, painter: QPainter, rect: QRect, words: LineWords, link: bool) -> None:
        theme = self._theme
        line = rect.adjusted(theme.px(10), self._pad, -theme.px(_DOTS_WIDE + 4), 0)
        line.setHeight(self._first_height)
        painter.setFont(self._plain if link else self._bold)
        self._write(painter, line, words.lead, "teal" if link else "ink")
        if words.text:
            taken = QFontMetrics(self._bold).horizontalAdvance(words.lead) + theme.px(10)
            painter.setFont(self._plain)
            self._write(painter, line.adjusted(min(taken, line.width()), 0, 0, 0), words.text, "ink")
        if words.detail:
            line.translate(0, self._first_height + theme.px(2))
            line.setHeight(self._second_height)
            painter.setFont(self._small)
            self._write(painter, line, words.detail, "clay" if words.wants else "muted")

    def _write(self, painter: QPainter, line: QRect, words: str, tone: str) -> None:
        painter.setPen(self._theme.colour(tone))
        fitted = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, _ALONG, fitted)

    def _dots(self, painter: QPainter, place: QRect) -> None:
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("edge"))
        middle, radius = QPointF(place.center()), theme.px(3) / 2
        for step in (-1, 0, 1):
            painter.drawEllipse(middle + QPointF(step * theme.px(6), 0), radius, radius)
