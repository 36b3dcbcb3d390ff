"""A field and a short list over the window: type a few letters, press Enter, and be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from exit_desktop.ui.closed_fields import FINDS
from exit_desktop.ui.messages import announce
from exit_desktop.ui.palette.entries import Entry, find_entries
from exit_desktop.ui.widgets.ctrl_enter import ENTERS
from exit_desktop.ui.widgets.labels import small

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.theme import Theme

_STEPS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})

HINT_ROLE = int(Qt.ItemDataRole.UserRole)


class _WithHint(QStyledItemDelegate):
    """A line with its hint at the right, in the quieter tone."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the line, then the hint."""
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(self._theme.colour("muted"))
        room = option.rect.adjusted(0, 0, -12, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, index.data(HINT_ROLE) or "")
        painter.restore()


class Palette(QDialog):
    """Go to a citizen, a page or an act; Esc closes it. Made anew each time, so that nothing of it stays."""

    def __init__(self, parent: QWidget, theme: Theme, t: Texts, entries: list[Entry]) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._t = t
        self._entries = entries
        self._found: list[Entry] = []
        self._chosen: Entry | None = None
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Forløb")
        self._build(theme)
        self._search("")

    def place_over(self, window: QWidget) -> None:
        """Stand in the upper middle of the window."""
        width = min(self._field.fontMetrics().averageCharWidth() * 62, window.width() - 40)
        self.resize(width, min(420, window.height() - 80))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + 60)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list while the cursor stays in the field."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _STEPS:
                self._list.keyPressEvent(event)
                self._say_current()
                return True
            if event.key() in ENTERS:
                self._go()
                return True
        return super().eventFilter(watched, event)

    def _build(self, theme: Theme) -> None:
        self.setAccessibleName(self._t("Go to"))
        self._field = QLineEdit()
        self._field.setProperty(FINDS, True)
        self._field.setPlaceholderText(self._t("Citizen, page or act"))
        self._field.setAccessibleName(self._t("Go to a citizen, a page or an act"))
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setItemDelegate(_WithHint(theme, self._list))
        self._list.setAccessibleName(self._t("What fits"))
        self._list.itemActivated.connect(self._go)
        self._list.itemClicked.connect(self._go)
        self._none = small(theme, self._t("Nothing fits. Try fewer letters."))
        column = QVBoxLayout(self)
        space = theme.px(14)
        column.setContentsMargins(space, space, space, space)
        for part in (self._field, self._none, self._list):
            column.addWidget(part)

    def _search(self, typed: str) -> None:
        self._found = find_entries(self._entries, typed)
        self._list.clear()
        for entry in self._found:
            item = QListWidgetItem(entry.text)
            item.setData(HINT_ROLE, entry.hint)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{entry.text}, {entry.hint}" if entry.hint else entry.text
            )
            self._list.addItem(item)
        # With nothing typed no line is chosen: letters that came before the field had the keyboard must not lead Enter
        # to somebody else.
        self._list.setCurrentRow(0 if typed.strip() else -1)
        self._none.setVisible(not self._found)
        self._list.setVisible(bool(self._found))

    def _say_current(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            announce(self._field, item.text())

    def _go(self) -> None:
        row = self._list.currentRow()
        if not 0 <= row < len(self._found):
            return
        chosen = self._found[row]
        self.accept()
        chosen.go()
