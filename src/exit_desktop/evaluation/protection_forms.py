"""What a table of the evaluation is once small numbers are hidden: the only form that may leave the window."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from exit_desktop.evaluation.table import ColumnsAre, RowsAre, Unit


class Why(StrEnum):
    """Why a figure is not shown, or not shown in full; the first that holds."""

    # One to threshold minus one people.
    SMALL = "small"
    # Shown, it would give back a small number beside it.
    COMPANY = "company"
    # So few people in all, or in this town, that nothing can be told of them.
    FEW = "few"
    # So few have answered that a mean would speak of single people.
    MEAN_OF_FEW = "mean_of_few"
    # Beside what was released earlier it would tell of the few who came between.
    RELEASED = "released"
    # The table rests on a number that is hidden in another one.
    NESTED = "nested"


class Empty(StrEnum):
    """Why a whole report shows nothing."""

    TOO_FEW_PEOPLE = "too_few_people"
    TOO_NEAR_EARLIER = "too_near_earlier"
    NOTHING_COUNTED = "nothing_counted"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader sees of a number: it lies from `low` to `high`; equal is exact, None on both is not told."""

    low: int | None = None
    high: int | None = None

    @property
    def exact(self) -> int | None:
        """The number itself, or None where it is not told exactly."""
        return self.low if self.low == self.high else None

    @property
    def hidden(self) -> bool:
        """Whether nothing is told at all."""
        return self.low is None


HIDDEN = Shown()


@dataclass(frozen=True, slots=True)
class ProtectedCell:
    """One figure as it may leave: "<5" is a count from 1 to 4, a percentage may be a span; `mean_tenths` 63 is 6.3."""

    count: Shown = HIDDEN
    answered: Shown = HIDDEN
    missing: Shown = HIDDEN
    percent: Shown = HIDDEN
    mean_tenths: int | None = None
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class ProtectedTable:
    """A table as it may leave; the fields mean what they mean in `ExactTable`."""

    key: str
    rows_are: RowsAre
    columns_are: ColumnsAre
    unit: Unit
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[ProtectedCell, ...], ...]
    source: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ReleasedCell:
    """What was told of one figure that has left: plain data to remember."""

    table: str
    row: str
    column: str
    count: Shown
    answered: Shown
    missing: Shown
    mean_tenths: int | None = None

    @property
    def masked(self) -> bool:
        """Whether something was told of this figure, although its count was hidden or "<5"."""
        return self.count.exact is None and not (self.count.hidden and self.answered.hidden)


@dataclass(frozen=True, slots=True)
class Release:
    """A report that has left: when, over which slices of people (towns; a town and a goal), and what was told."""

    made_on: date
    scope: frozenset[str]
    cells: tuple[ReleasedCell, ...]


@dataclass(frozen=True, slots=True)
class ProtectedReport:
    """All tables of a report as they may leave, the threshold that was used, and why it is empty where it is."""

    threshold: int
    scope: frozenset[str]
    tables: tuple[ProtectedTable, ...]
    empty: Empty | None = None

    def release(self, made_on: date) -> Release:
        """Return what is to be remembered when this report leaves."""
        cells = (cell for table in self.tables for cell in _released(table))
        return Release(made_on, self.scope, tuple(cells))


def _released(table: ProtectedTable) -> tuple[ReleasedCell, ...]:
    return tuple(
        ReleasedCell(table.key, row, column, cell.count, cell.answered, cell.missing, cell.mean_tenths)
        for row, cells in zip(table.rows, table.cells, strict=True)
        for column, cell in zip(table.columns, cells, strict=True)
    )
