"""The lines of the usage log behind its table, fetched from the vault a page at a time as one reads on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from exit_desktop.errors import Failure
from exit_desktop.services.usage_log import LogFilter, LogLine, read_log_lines, read_names
from exit_desktop.services.usage_words import LogNames, about_words, act_words, what_words
from exit_desktop.system.language import mark

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

PAGE = 200
COLUMNS = (mark("When"), mark("What"), mark("Whose course"), mark("Who"))
Index = QModelIndex | QPersistentModelIndex


class LogModel(QAbstractTableModel):
    """The newest line first; `load` begins anew."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._t = session, session.t
        self._lines: list[LogLine] = []
        self._names = LogNames()
        self._wanted = LogFilter()
        self._more = False

    @property
    def acts_told(self) -> frozenset[str]:
        """What was done and with what, in the words of the lines fetched so far; few, however many lines there are."""
        return frozenset(self._what(*one) for one in {(line.act, line.kind) for line in self._lines})

    def load(self, wanted: LogFilter) -> None:
        """Show the newest page of what is wanted."""
        self.beginResetModel()
        self._wanted, self._lines, self._more = wanted, [], False
        try:
            self._names = replace(read_names(self._session.desk), numbers=self._names.numbers)
            self._lines = self._read(None)
        except Failure as failure:
            self._session.tell(failure)
        self.endResetModel()

    def number(self, numbers: Mapping[str, int]) -> None:
        """Show the number of each course too."""
        self._names = replace(self._names, numbers=numbers)
        self.retranslate()

    def clear(self) -> None:
        """Let everything go."""
        self.beginResetModel()
        self._wanted, self._lines, self._names, self._more = LogFilter(), [], LogNames(), False
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many lines were fetched so far."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether older lines wait."""
        return not parent.isValid() and self._more

    def fetchMore(self, _parent: Index) -> None:
        """Fetch a page of older lines."""
        try:
            older = self._read(self._lines[-1].number)
        except Failure as failure:
            self._more = False
            self._session.tell(failure)
            return
        if older:
            at = len(self._lines)
            self.beginInsertRows(QModelIndex(), at, at + len(older) - 1)
            self._lines += older
            self.endInsertRows()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._t(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell; of the first one a screen reader hears the whole line."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        words = self._words(self._lines[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return words[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, words)) if index.column() == 0 else words[index.column()]
        return None

    def retranslate(self) -> None:
        """Say every line in the language in force."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, len(COLUMNS) - 1))

    def _read(self, before: int | None) -> list[LogLine]:
        found = read_log_lines(self._session.desk, self._wanted, self._names, before, PAGE)
        self._more = len(found) == PAGE
        return found

    def _words(self, line: LogLine) -> tuple[str, str, str, str]:
        t = self._t
        when = t("{date} at {time}", date=t.date(line.at.date()), time=t.time(line.at.time()))
        return when, self._what(line.act, line.kind), about_words(line.course_id, self._names, t), line.who

    def _what(self, act: str, kind: str) -> str:
        return self._t("{act}: {what}", act=act_words(act, self._t), what=what_words(kind, self._t))
