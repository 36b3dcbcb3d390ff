"""The rows behind the list: all of them are held, filtered and sorted here; words are made for those in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from exit_desktop.domain.calendar import CourseState
from exit_desktop.services.courses import CourseRow
from exit_desktop.system.language import Texts
from exit_desktop.ui.citizens.order import Filter, Order, belongs, by_alias, count_by_filter, in_order
from exit_desktop.ui.citizens.row_words import spoken

CHOSEN = Qt.ItemDataRole.UserRole


class CitizenModel(QAbstractListModel):
    """Shows the rows that filter and search let through, in the order asked for."""

    def __init__(self, t: Texts, today: Callable[[], date]) -> None:
        super().__init__()
        self._t, self.today = t, today
        self.chosen = ""
        self.filter, self.order, self.search = Filter.OPEN, Order(), ""
        self._by_alias: list[CourseRow] = []
        self._sorted: list[tuple[str, CourseRow]] = []
        self._shown: list[CourseRow] = []
        self.counts = count_by_filter(())

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the alias, whether it is chosen, or the line as a screen reader says it."""
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.alias
        if role == CHOSEN:
            return row.course_id == self.chosen
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken(row, self._t, self.today())
        return None

    def set_rows(self, rows: Sequence[CourseRow], kinds: Sequence[tuple[CourseState, bool]] | None = None) -> None:
        """Hold other rows; `kinds` of all courses where these are only the first."""
        self.counts = count_by_filter([(row.state, row.anonymous) for row in rows] if kinds is None else kinds)
        self._by_alias = by_alias(rows)
        self._sort()
        self._arrange()

    def set_filter(self, wanted: Filter) -> None:
        """Let other rows through."""
        self.filter = wanted
        self._arrange()

    def set_search(self, text: str) -> None:
        """Show only aliases that hold this text, any case."""
        self.search = " ".join(text.casefold().split())
        self._arrange()

    def set_order(self, order: Order) -> None:
        """Sort all rows anew."""
        self.order = order
        self._sort()
        self._arrange()

    def found_elsewhere(self) -> int:
        """Return how many rows of other filters the search finds."""
        return sum(self.search in folded for folded, _ in self._sorted) - len(self._shown)

    def index_of(self, course_id: str) -> QModelIndex:
        """Return where a course stands; an invalid index if it is not shown."""
        found = (at for at, row in enumerate(self._shown) if row.course_id == course_id)
        return self.index(next(found, -1), 0)

    def row_of(self, index: QModelIndex | QPersistentModelIndex) -> CourseRow | None:
        """Return the row at an index."""
        return self._shown[index.row()] if index.isValid() else None

    def has_due(self, at: int) -> bool:
        """Return whether the row in that place tells what is next."""
        return self._shown[at].due_on is not None

    def set_chosen(self, course_id: str) -> None:
        """Mark the course that is open beside the list."""
        before, self.chosen = self.chosen, course_id
        for index in (self.index_of(before), self.index_of(course_id)):
            if index.isValid():
                self.dataChanged.emit(index, index)

    def speak_anew(self) -> None:
        """Say every line in the language in force."""
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0))

    def _sort(self) -> None:
        self._sorted = [(row.alias.casefold(), row) for row in in_order(self._by_alias, self.order)]

    def _arrange(self) -> None:
        self.beginResetModel()
        wanted, search = self.filter, self.search
        self._shown = [row for folded, row in self._sorted if search in folded and belongs(row, wanted)]
        self.endResetModel()
