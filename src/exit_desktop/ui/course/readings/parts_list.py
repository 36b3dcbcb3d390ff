"""The parts of a long form under each other, with how far each has come: one stop for Tab, the arrows go along it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from exit_desktop.ui.theme import Theme

WIDTH, COUNT_WIDTH, SPACE = 232, 58, 10
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)
_COUNT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_TITLE, _DONE = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1

Index = QModelIndex | QPersistentModelIndex


class PartsList(QListWidget):
    """`wanted(number)` when another part is to be in sight, by mouse or arrow key; `entered` to go on into it."""

    wanted = Signal(int)
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_PartLine(self, theme))
        self.setFixedWidth(theme.px(WIDTH))
        self.currentRowChanged.connect(self._tell)
        for way_in in (self.clicked, self.activated):
            way_in.connect(self._enter)
        theme.changed.connect(self._fit)

    def show_parts(self, parts: list[tuple[str, str]], at: int) -> None:
        """Write the parts anew, each with its title and how far it has come, and mark the one in sight."""
        with QSignalBlocker(self):
            if self.count() != len(parts):
                self.clear()
                self.addItems([title for title, _ in parts])
            for number, (title, done) in enumerate(parts):
                item = self.item(number)
                item.setData(_TITLE, title)
                item.setData(_DONE, done)
                item.setText(f"{title}  {done}")
            self.setCurrentRow(at)

    def _fit(self) -> None:
        self.setFixedWidth(self._theme.px(WIDTH))
        self.doItemsLayout()

    def _tell(self, number: int) -> None:
        if number >= 0:
            self.wanted.emit(number)

    def _enter(self, _index: QModelIndex) -> None:
        self.entered.emit()


class _PartLine(QStyledItemDelegate):
    """Draws the title, over two lines if it is long, and how far it has come at the right."""

    def __init__(self, parts: PartsList, theme: Theme) -> None:
        super().__init__(parts)
        self._parts, self._theme = parts, theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one part."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        shown.text = ""
        widget = shown.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, widget)
        rect = self._inside(shown.rect)
        painter.save()
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(self._title_place(rect), _WRAP, str(index.data(_TITLE)))
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(rect, _COUNT, str(index.data(_DONE)))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for a title of one or two lines, also when a scroll bar comes beside it later."""
        parts = self._parts
        least = parts.width() - 2 * parts.frameWidth() - parts.verticalScrollBar().sizeHint().width()
        place = self._title_place(self._inside(QRect(0, 0, least, 1000)))
        metrics = option.fontMetrics
        tall = metrics.boundingRect(place, _WRAP, str(index.data(_TITLE))).height()
        return QSize(parts.viewport().width(), tall + self._theme.px(12))

    def _inside(self, rect: QRect) -> QRect:
        space = self._theme.px(SPACE)
        return rect.adjusted(space, 0, -space, 0)

    def _title_place(self, rect: QRect) -> QRect:
        return rect.adjusted(0, 0, -self._theme.px(COUNT_WIDTH), 0)
