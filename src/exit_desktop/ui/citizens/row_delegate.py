"""Paints a line of the list: the alias, where the course stands, and what is next, in clay only once it is due."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from exit_desktop.services.courses import CourseRow
from exit_desktop.system.language import Texts
from exit_desktop.ui.citizens.list_model import CHOSEN, CitizenModel
from exit_desktop.ui.citizens.row_words import second_line, third_line
from exit_desktop.ui.theme import Size, Theme

_ALONG = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


class CitizenDelegate(QStyledItemDelegate):
    """A line without anything due is a line of text lower; heights are known without making words."""

    def __init__(self, theme: Theme, t: Texts, model: CitizenModel) -> None:
        super().__init__(model)
        self._theme, self._t, self._model = theme, t, model
        theme.changed.connect(self._measure)
        self._measure()

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """Return the height of two lines, or of three where something is due."""
        return self._high if self._model.has_due(index.row()) else self._low

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one line."""
        row = self._model.row_of(index)
        if row is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, bool(index.data(CHOSEN)), bool(state & QStyle.StateFlag.State_HasFocus))
        self._lines(painter, rect, row)
        painter.restore()

    def _measure(self) -> None:
        theme = self._theme
        self._alias_font = theme.font(Size.BODY, bold=True)
        self._small_font = theme.font(Size.SMALL)
        self._alias_height = QFontMetrics(self._alias_font).lineSpacing()
        self._small_height = QFontMetrics(self._small_font).lineSpacing()
        self._pad = theme.px(8)
        two = self._alias_height + self._small_height + 2 * self._pad + theme.px(3)
        self._low = QSize(theme.px(120), two)
        self._high = QSize(theme.px(120), two + self._small_height + theme.px(1))

    def _ground(self, painter: QPainter, rect: QRect, chosen: bool, focused: bool) -> None:
        theme, box = self._theme, QRectF(rect).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.colour("teal"), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("chosen") if chosen else Qt.BrushStyle.NoBrush)
        if chosen or focused:
            painter.drawRoundedRect(box, theme.px(8), theme.px(8))

    def _lines(self, painter: QPainter, rect: QRect, row: CourseRow) -> None:
        theme, today = self._theme, self._model.today()
        line = rect.adjusted(theme.px(10), self._pad, -theme.px(4), 0)
        line.setHeight(self._alias_height)
        self._alias(painter, line, row)
        painter.setFont(self._small_font)
        line.translate(0, self._alias_height + theme.px(2))
        line.setHeight(self._small_height)
        metrics = painter.fontMetrics()
        where = second_line(row, self._t, today, lambda words: metrics.horizontalAdvance(words) <= line.width())
        self._write(painter, line, where, "muted")
        line.translate(0, self._small_height + theme.px(1))
        due = third_line(row, self._t, today)
        if due.text:
            self._write(painter, line, due.text, "clay" if due.wants else "muted")

    def _write(self, painter: QPainter, line: QRect, words: str, tone: str) -> None:
        painter.setPen(self._theme.colour(tone))
        fitted = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, _ALONG, fitted)

    def _alias(self, painter: QPainter, line: QRect, row: CourseRow) -> None:
        badge = self._t("anonymous") if row.anonymous else ""
        wide = self._badge_width(badge)
        painter.setFont(self._alias_font)
        room = line.adjusted(0, 0, -wide, 0)
        self._write(painter, room, row.alias, "ink")
        if badge:
            taken = min(QFontMetrics(self._alias_font).horizontalAdvance(row.alias), room.width())
            self._badge(painter, line.adjusted(taken + self._theme.px(8), 0, 0, 0), badge)

    def _badge_width(self, words: str) -> int:
        if not words:
            return 0
        return QFontMetrics(self._small_font).horizontalAdvance(words) + self._theme.px(24)

    def _badge(self, painter: QPainter, place: QRect, words: str) -> None:
        theme = self._theme
        painter.setFont(self._small_font)
        width = QFontMetrics(self._small_font).horizontalAdvance(words) + theme.px(14)
        box = QRectF(place.x(), place.y() + 0.5, width, place.height() - 1)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(theme.colour("muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
