"""A layout that sets its parts in lines and breaks where the room ends, as words in a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from exit_desktop.ui.theme import Theme


class LooseFlow(QLayout):
    """Parts one after the other, as many in a line as there is room for; `centred` sets lower ones half-way down.

    It may take more room than it needs. Where nobody else wants the room, that is a flow for a page that is to be
    there soon: to refuse the room is to name Qt's directions, and PySide would build its whole Qt namespace (30 ms).
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 8, centred: bool = False) -> None:
        super().__init__(parent)
        self._centred = centred
        self._items: list[QLayoutItem] = []
        # A page in sight asks for the same again and again, until a part of it is another one.
        self._least: QSize | None = None
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Take a part at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one part."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one part out."""
        if not 0 <= index < len(self._items):
            return None
        taken = self._items.pop(index)
        self.invalidate()
        return taken

    def hasHeightForWidth(self) -> bool:
        """Return that the height depends on the width."""
        return True

    def invalidate(self) -> None:
        """Ask the parts anew."""
        self._least = None
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at that width."""
        if width not in self._heights:
            self._heights[width] = self._lay_out(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Place the parts."""
        super().setGeometry(rect)
        self._lay_out(rect, place=True)

    def sizeHint(self) -> QSize:
        """Return the least size: lines break below it."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest part."""
        if self._least is None:
            size = QSize()
            for item in self._items:
                size = size.expandedTo(item.minimumSize())
            self._least = size
        return QSize(self._least)

    def _lay_out(self, rect: QRect, place: bool) -> int:
        x, y, line = rect.x(), rect.y(), list[tuple[QLayoutItem, QRect]]()
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            if line and x + hint.width() > rect.right() + 1:
                x, y = rect.x(), y + self._end_line(line, place) + self.spacing()
                line = []
            line.append((item, QRect(QPoint(x, y), hint)))
            x += hint.width() + self.spacing()
        return y + self._end_line(line, place) - rect.y()

    def _end_line(self, line: list[tuple[QLayoutItem, QRect]], place: bool) -> int:
        high = max((at.height() for _, at in line), default=0)
        if place:
            for item, at in line:
                item.setGeometry(at.translated(0, (high - at.height()) // 2 if self._centred else 0))
        return high


class FlowLayout(LooseFlow):
    """A flow that takes no more room than it needs."""

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than needed."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - see above

        return Qt.Orientation(0)


Flow = TypeVar("Flow", bound=LooseFlow)


def buttons(theme: Theme, *parts: QWidget) -> FlowLayout:
    """Return the buttons of a dialog side by side, under each other where their words need the room."""
    return _filled(FlowLayout(spacing=theme.px(8), centred=True), parts)


def loose_buttons(theme: Theme, *parts: QWidget) -> LooseFlow:
    """Return the buttons of a page on which nobody else wants the room."""
    return _filled(LooseFlow(spacing=theme.px(8), centred=True), parts)


def _filled(flow: Flow, parts: Iterable[QWidget]) -> Flow:
    for part in parts:
        flow.addWidget(part)
    return flow
