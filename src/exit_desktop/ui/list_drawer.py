"""The list beside the course, or, in a narrow window, a drawer that lies over it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from exit_desktop.ui.theme import Theme

# Below this width, in points at 100 %, the list folds.
FOLDS_BELOW = 1100
LIST_WIDTH = 322
# A page gets along with this, in pixels at 100 %: what does not fit scrolls, so that no page makes the window larger.
# Before a citizen is chosen it has nothing to show but two sentences, and leaves the room to the list.
LEAST_PAGE, LEAST_EMPTY = (320, 280), (100, 280)


class _Cover(QFrame):
    """Lies over the page while the drawer is out; `pressed` when it was clicked."""

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "cover")
        self.hide()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Tell a click beside the drawer."""
        self.pressed.emit()


class ListAndPages(QWidget):
    """Holds the list frame and the pages; `folded_changed(bool)` when the room becomes too narrow or wide enough."""

    folded_changed = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.folded = False
        self._page_wants_room = False
        self._cover = _Cover(self)
        self._cover.pressed.connect(lambda: self.show_list(False))
        self.list_frame = QFrame(self)
        self.list_frame.setProperty("kind", "list")
        self._list_column = QVBoxLayout(self.list_frame)
        self._list_column.setContentsMargins(0, 0, 0, 0)
        self.pages = QStackedWidget()
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._across.addWidget(self.list_frame)
        self._across.addWidget(self.pages, 1)
        theme.changed.connect(self._fit)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._focus_went)
        self._fit()

    def put_list(self, widget: QWidget) -> None:
        """Put the list into its frame."""
        self._list_column.addWidget(widget)

    def show_list(self, shown: bool) -> None:
        """Show or hide the list; as a drawer it comes over the page."""
        self.list_frame.setVisible(shown)
        self._cover.setVisible(shown and self.folded)
        if shown and self.folded:
            self._lay_drawer()

    def give_room(self, wanted: bool) -> None:
        """Say whether the page wants the list's room in a narrow window; before a citizen is chosen it does not."""
        self._page_wants_room = wanted
        self._fit()

    def toggle_list(self) -> None:
        """Show the list if it is hidden, and the other way round."""
        self.show_list(self.list_frame.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc push the drawer back."""
        if event.key() == Qt.Key.Key_Escape and self.folded and self.list_frame.isVisible():
            self.show_list(False)
            return
        super().keyPressEvent(event)

    def _focus_went(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Push the drawer back when the keyboard goes on into the page: nobody sees what lies under the cover."""
        if now is not None and self._cover.isVisible() and self.pages.isAncestorOf(now):
            self.show_list(False)

    def _fit(self) -> None:
        self.list_frame.setFixedWidth(min(self._theme.px(LIST_WIDTH), max(self.width(), 200)))
        least = LEAST_PAGE if self._page_wants_room else LEAST_EMPTY
        self.pages.setMinimumSize(*(self._theme.px(length) for length in least))
        narrow = self._page_wants_room and self.window().width() < self._theme.px(FOLDS_BELOW)
        if narrow != self.folded:
            self.folded = narrow
            if narrow:
                self._across.removeWidget(self.list_frame)
            else:
                self._across.insertWidget(0, self.list_frame)
            self.show_list(not narrow)
            self.folded_changed.emit(narrow)
        elif narrow:
            self._lay_drawer()

    def _lay_drawer(self) -> None:
        self.list_frame.setGeometry(0, 0, self.list_frame.width(), self.height())
        # What lies beside the drawer is cut in the middle of its words: nobody is to read it now.
        self._cover.setGeometry(self.rect())
        self._cover.raise_()
        self.list_frame.setAutoFillBackground(True)
        self.list_frame.raise_()
