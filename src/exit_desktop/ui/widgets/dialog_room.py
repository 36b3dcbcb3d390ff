"""Keeps a dialog within the window it stands over: what it asks scrolls there, what is done with it stays in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from exit_desktop.ui.widgets.panels import scrolled

if TYPE_CHECKING:
    from exit_desktop.ui.theme import Theme

_ASKING = (QEvent.Type.Show, QEvent.Type.LayoutRequest)


def room_of(dialog: QDialog) -> QSize:
    """Return how large a dialog may be: not larger than the window it stands over, or than the screen without one."""
    parent = dialog.parentWidget()
    return parent.window().size() if parent is not None else dialog.screen().availableSize()


class DialogRoom(QObject):
    """The column of a dialog, with a part `inner` that scrolls where the window is low; `width` in pixels at 100 %."""

    def __init__(self, dialog: QDialog, theme: Theme, width: int) -> None:
        super().__init__(dialog)
        self._dialog, self._theme = dialog, theme
        self.column = QVBoxLayout(dialog)
        space = theme.px(22)
        self.column.setContentsMargins(space, space, space, space)
        self.column.setSpacing(theme.px(12))
        content = QWidget()
        self.inner = QVBoxLayout(content)
        self.inner.setContentsMargins(0, 0, 0, 0)
        self.inner.setSpacing(theme.px(12))
        self.area = scrolled(content)
        self.area.setFixedHeight(theme.px(60))
        self._width = theme.px(width)
        dialog.installEventFilter(self)
        if (parent := dialog.parentWidget()) is not None:
            parent.window().installEventFilter(self)

    def fit(self) -> None:
        """Give the words the height they need at this width, and let them scroll where there is less."""
        dialog = self._dialog
        if not dialog.isVisible():
            return
        dialog.setFixedWidth(min(self._width, room_of(dialog).width()))
        # Words that wrap need another height once the width is known.
        wanted = _height(self.inner, self.area.viewport().width())
        others = _height(self.column, dialog.width()) - self.area.minimumHeight()
        room = room_of(dialog).height() - others
        self.inner.setContentsMargins(0, 0, self._theme.px(12) if wanted > room else 0, 0)
        high = min(wanted, max(self._theme.px(60), room))
        if high != self.area.minimumHeight():
            self.area.setFixedHeight(high)
            self.column.activate()
        dialog.resize(dialog.width(), others + high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit when the dialog is shown or says something anew."""
        done = super().eventFilter(watched, event)
        # The kind of event comes first: one that is closed and being deleted has no dialog to compare with any more.
        if event.type() in _ASKING or (event.type() == QEvent.Type.Resize and watched is not self._dialog):
            self.fit()
        return done


def _height(column: QVBoxLayout, width: int) -> int:
    wanted = column.totalHeightForWidth(width)
    return wanted if wanted >= 0 else column.sizeHint().height()
