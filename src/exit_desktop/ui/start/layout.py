"""How a start page stands: one calm column in the middle of the window, scrolling when the window is small."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exit_desktop.ui.theme import Theme
from exit_desktop.ui.widgets.panels import scrolled
from exit_desktop.ui.widgets.scroll_area import ScrollArea

COLUMN = 480


class Column(QWidget):
    """A column as wide as a reading line at most; parts are added to `body`."""

    def __init__(self, theme: Theme, width: int = COLUMN) -> None:
        super().__init__()
        self._theme, self._width = theme, width
        self._inner = QWidget()
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        down = QVBoxLayout()
        down.addStretch(2)
        down.addWidget(self._inner)
        down.addStretch(3)
        across = QHBoxLayout(self)
        across.addStretch(1)
        across.addLayout(down, 100)
        across.addStretch(1)
        self._fit()
        theme.changed.connect(self._fit)

    def sizeHint(self) -> QSize:
        """Ask for the column's width and the height that its wrapped texts need."""
        width = self._theme.px(self._width)
        return QSize(width, self.body.totalHeightForWidth(width) + self._theme.px(48))

    def in_page(self) -> ScrollArea:
        """Return the column in a page that scrolls."""
        return scrolled(self)

    def _fit(self) -> None:
        self._inner.setMaximumWidth(self._theme.px(self._width))
        self.body.setSpacing(self._theme.px(12))
        space = self._theme.px(24)
        self.setContentsMargins(space, space, space, space)
