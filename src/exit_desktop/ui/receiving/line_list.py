"""A quiet list: a line says who and what, beneath it what became of it, in clay only what wants doing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from exit_desktop.ui.receiving.line_delegate import LineDelegate
from exit_desktop.ui.widgets.ctrl_enter import ENTERS

if TYPE_CHECKING:
    from exit_desktop.ui.theme import Theme

LEAST_HEIGHT = 190
# The first lines are laid out at once, the rest in turns.
AT_ONCE = 100
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `key` knows it again when the list is read anew, `about` is what it stands for."""

    key: str
    head: str = field(repr=False)
    below: str = field(repr=False, default="")
    wants: str = field(repr=False, default="")
    badge: str = ""
    about: object = field(repr=False, default=None)

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        return ". ".join(part.rstrip(".") for part in (self.head, self.badge, self.below, self.wants) if part)


class LineModel(QAbstractListModel):
    """Holds the lines; no widget for any of them."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the first words of a line, or all of them for a screen reader."""
        line = self.line(index.row())
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.head
        return line.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    def line(self, at: int) -> Line | None:
        """Return one line."""
        return self._lines[at] if 0 <= at < len(self._lines) else None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Hold other lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def add(self, line: Line) -> None:
        """Add a line on top."""
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._lines.insert(0, line)
        self.endInsertRows()

    def place_of(self, key: str) -> int:
        """Return where a line stands; 0 if it is gone."""
        return next((at for at, line in enumerate(self._lines) if line.key == key), 0)


class LineList(QListView):
    """`chosen_changed` when the keyboard or a click chooses another line, `opened` on Enter or a double click."""

    chosen_changed = Signal()
    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines = LineModel()
        self.setModel(self.lines)
        self._cells = LineDelegate(theme, self.lines.line, self._room)
        self.setItemDelegate(self._cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(AT_ONCE)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._tell_chosen)
        self.doubleClicked.connect(self._tell_opened)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def chosen(self) -> Line | None:
        """The line that is chosen."""
        return self.lines.line(self.currentIndex().row())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; what was chosen stays chosen."""
        before = self.chosen
        self.lines.show_lines(lines)
        place = self.lines.place_of(before.key if before else "")
        # A line further down has a place only when all above it are laid out.
        far = QListView.LayoutMode.SinglePass if place >= AT_ONCE else QListView.LayoutMode.Batched
        if self.layoutMode() is not far:
            self.setLayoutMode(far)
        if lines:
            self.setCurrentIndex(self.lines.index(place, 0))
        self.chosen_changed.emit()

    def clear(self) -> None:
        """Let everything go."""
        self._cells.forget()
        self.show_lines(())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; everything else as in any list."""
        if event.key() in ENTERS and self.chosen is not None:
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def _tell_chosen(self) -> None:
        self.chosen_changed.emit()

    def _tell_opened(self) -> None:
        self.opened.emit()

    def _room(self) -> int:
        return self.viewport().width()

    def _fit(self) -> None:
        self._cells.forget()
        self.setMinimumHeight(self._theme.px(LEAST_HEIGHT))
        self.scheduleDelayedItemsLayout()
