"""The tree of what leaves and what stays, as Qt asks for it: two columns, a box to tick at each citizen."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from exit_desktop.ui.sharing.leaving_nodes import Node

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
# Stands for the enquiries among the aliases that can be ticked; no alias holds an unseen character.
ENQUIRIES = "\0"


class LeavingModel(QAbstractItemModel):
    """`chosen_changed` when a citizen is ticked or not."""

    chosen_changed = Signal()

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._top: list[Node] = []
        self._boxes: dict[int, str] = {}
        self._left_out: set[str] = set()

    def show_nodes(self, top: list[Node], boxes: dict[int, str]) -> None:
        """Show other lines; `boxes` gives the alias of each top line that can be ticked. Boxes keep their state."""
        # Views may still ask for the old lines while the model resets: they live to the end of this function.
        before = self._top
        self.beginResetModel()
        self._top, self._boxes = top, boxes
        for place, node in enumerate(top):
            node.place = place
        self._left_out &= set(boxes.values())
        self.endResetModel()
        before.clear()

    def clear(self) -> None:
        """Let everything go."""
        self._left_out.clear()
        self.show_nodes([], {})

    @property
    def ticked(self) -> tuple[str, ...]:
        """The aliases that are ticked."""
        aliases = (alias for alias in dict.fromkeys(self._boxes.values()) if alias != ENQUIRIES)
        return tuple(alias for alias in aliases if alias not in self._left_out)

    @property
    def left_out(self) -> int:
        """How many citizens the worker left out."""
        return len(self._left_out - {ENQUIRIES})

    @property
    def with_enquiries(self) -> bool:
        """Whether there are enquiries and they are ticked."""
        return ENQUIRIES in self._boxes.values() and ENQUIRIES not in self._left_out

    def tick_all(self, on: bool) -> None:
        """Tick every citizen, or none."""
        self._left_out = set() if on else set(self._boxes.values())
        if self._top:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._top) - 1, 1))
        self.chosen_changed.emit()

    def node(self, index: Index) -> Node | None:
        """Return the line at an index."""
        return cast("Node", index.internalPointer()) if index.isValid() else None

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """Return the index of a line."""
        lines = self._beneath(parent)
        if not (0 <= row < len(lines) and 0 <= column < 2):
            return QModelIndex()
        return self.createIndex(row, column, lines[row])

    # Qt has two methods of this name; the other one, of QObject, is not used here.
    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        """Return the index of the line above."""
        node = self.node(index)
        if node is None or node.parent is None:
            return QModelIndex()
        return self.createIndex(node.parent.place, 0, node.parent)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many lines stand beneath."""
        return 0 if parent.column() > 0 else len(self._beneath(parent))

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        """Return that there are two columns."""
        return 2

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        """Return whether a line opens, without making what is beneath."""
        node = self.node(parent)
        return bool(self._top) if node is None else parent.column() == 0 and node.opens

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, or the state of its box."""
        node = self.node(index)
        if node is None:
            return None
        first = index.column() == 0
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return node.label if first else self.text_of(node)
        if role == Qt.ItemDataRole.CheckStateRole and first and node.parent is None and node.place in self._boxes:
            out = self._boxes[node.place] in self._left_out
            return Qt.CheckState.Unchecked if out else Qt.CheckState.Checked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a citizen or take the tick away."""
        node = self.node(index)
        if role != Qt.ItemDataRole.CheckStateRole or node is None or node.place not in self._boxes:
            return False
        alias = self._boxes[node.place]
        on = Qt.CheckState(cast("int", value)) is Qt.CheckState.Checked
        (self._left_out.discard if on else self._left_out.add)(alias)
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._top) - 1, 1))
        self.chosen_changed.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        node = self.node(index)
        if node is not None and node.parent is None and index.column() == 0 and node.place in self._boxes:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words above a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._t("What") if section == 0 else self._t("How it is sent")

    def text_of(self, node: Node) -> str:
        """Return the second column of a line."""
        if node.parent is None and self._boxes.get(node.place) in self._left_out:
            return self._t("stays here: not chosen")
        return node.text

    def _beneath(self, parent: Index) -> list[Node]:
        node = self.node(parent)
        return self._top if node is None else node.children
