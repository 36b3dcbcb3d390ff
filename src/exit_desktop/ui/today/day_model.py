"""The rows behind the page of the day; words are made for those in sight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from exit_desktop.domain.today import Day
from exit_desktop.domain.today_rows import Group, Key, TodayLine
from exit_desktop.system.language import Texts, mark
from exit_desktop.ui.today.line_words import GROUPS, LineWords, line_words, spoken
from exit_desktop.ui.today.rows import PUT_OFF, Heading, Line, More, Row, Section, discreet_rows, rows_of
from exit_desktop.ui.today.when import moment_words

ROW = Qt.ItemDataRole.UserRole
WORDS = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class DayModel(QAbstractListModel):
    """Holds one day. `discreet` leaves only the times of appointments."""

    def __init__(self, t: Texts, today: Callable[[], date]) -> None:
        super().__init__()
        self._t, self.today = t, today
        self._day: Day | None = None
        self._rows: tuple[Row, ...] = ()
        self._opened: set[Section] = set()
        self.discreet = False

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the keyboard stand on lines, not on headings."""
        if isinstance(self.row_of(index), Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, its words, or the line as a screen reader says it."""
        row = self.row_of(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role == WORDS:
            return self._words(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row).lead
        if role in _SPOKEN and not (role == Qt.ItemDataRole.ToolTipRole and self.discreet):
            return self._said(row)
        return None

    def show_day(self, day: Day | None) -> None:
        """Hold another day; groups that were opened stay open."""
        self._day = day
        self._arrange()

    def open_section(self, section: Section) -> None:
        """Show all lines of a group."""
        self._opened.add(section)
        self._arrange()

    def set_discreet(self, on: bool) -> None:
        """Leave only the times, or show all again."""
        self.discreet = on
        self._arrange()

    def row_of(self, index: Index) -> Row | None:
        """Return the row at an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def line_of(self, index: Index) -> TodayLine | None:
        """Return the line at an index; None for a heading."""
        row = self.row_of(index)
        return row.line if isinstance(row, Line) else None

    def index_of(self, course_id: str, key: Key) -> QModelIndex:
        """Return where the line of a thing stands; an invalid index if it has gone."""
        for at, row in enumerate(self._rows):
            if isinstance(row, Line) and row.line.course_id == course_id and key in row.line.keys:
                return self.index(at, 0)
        return QModelIndex()

    def standing_near(self, at: int) -> QModelIndex:
        """Return the first row from `at` on that can be stood on, else the last one before it."""
        stands = [number for number, row in enumerate(self._rows) if not isinstance(row, Heading)]
        after = next((number for number in stands if number >= at), None)
        return self.index(after if after is not None else (stands[-1] if stands else -1), 0)

    def speak_anew(self) -> None:
        """Say every line in the language in force."""
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def _arrange(self) -> None:
        self.beginResetModel()
        day = self._day
        if day is None:
            self._rows = ()
        else:
            self._rows = discreet_rows(day) if self.discreet else rows_of(day, self._opened)
        self.endResetModel()

    def _words(self, row: Row) -> LineWords:
        t = self._t
        if isinstance(row, Heading):
            return LineWords(section_words(row.section, t), t.number(row.count), "")
        if isinstance(row, More):
            if row.section == PUT_OFF:
                return LineWords(t.plural("Show {count}", "Show {count}", row.count), "", "")
            return LineWords(t.plural("Show {count} more", "Show {count} more", row.count), "", "")
        if self.discreet:
            about = row.line.about
            at = getattr(about, "at", None)
            return LineWords(moment_words(row.line.on, at, self.today(), t), "", "")
        words = line_words(row.line, t, self.today())
        if row.back_on is None:
            return words
        back = t("comes back {date}", date=t.date(row.back_on, "short"))
        return LineWords(words.lead, words.text, back)

    def _said(self, row: Row) -> str:
        words = self._words(row)
        if isinstance(row, Line):
            said = words.lead if self.discreet else spoken(row.line, self._t, self.today())
            if row.back_on is not None:
                said = self._t("{sentence} {detail}.", sentence=said, detail=words.detail.removesuffix("."))
            if row.first:
                named = section_words(row.section, self._t)
                return self._t("{group}, {count}. {sentence}", group=named, count=row.count, sentence=said)
            return said
        return f"{words.lead} {words.text}".strip()


PUT_OFF_WORDS = mark("Put off until later")


def section_words(section: Section, t: Texts) -> str:
    """Return the name of a group."""
    return t(GROUPS[section]) if isinstance(section, Group) else t(PUT_OFF_WORDS)
