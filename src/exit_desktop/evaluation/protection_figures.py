"""One figure of a report: where it stands, its exact numbers, and what a reader sees of it by now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from exit_desktop.evaluation.protection_audit import Mark
from exit_desktop.evaluation.protection_grids import Placed, Seat
from exit_desktop.evaluation.table import Cell, ExactTable

Placing = Sequence[Mapping[Seat, Placed]]
"""Where the figures of each table stand."""
Name = tuple[str, str, str]
"""Key of the table, of the row, of the column."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure; `at` is the number of its table in the report."""

    at: int
    table: ExactTable
    seat: Seat
    cell: Cell
    placed: Placed

    @property
    def row(self) -> str:
        """The key of its row."""
        return self.table.rows[self.seat[0]]

    @property
    def column(self) -> str:
        """The key of its column."""
        return self.table.columns[self.seat[1]]

    @property
    def name(self) -> Name:
        """Its table, row and column by key."""
        return self.table.key, self.row, self.column

    @property
    def told(self) -> bool:
        """Whether its count is told exactly."""
        return not self.placed.gone and self.placed.mark is Mark.SHOWN

    @property
    def others(self) -> int:
        """How many answered otherwise."""
        return self.cell.answered - self.cell.count

    @property
    def threshold(self) -> int:
        """The least number that may be told."""
        return self.placed.grid.threshold

    @property
    def large(self) -> bool:
        """Whether its count may be told by itself."""
        return self.cell.count >= self.threshold


def figures_of(tables: Sequence[ExactTable], placed: Placing) -> Iterator[Figure]:
    """Yield every figure of a report."""
    for at, (table, where) in enumerate(zip(tables, placed, strict=True)):
        for seat, one in where.items():
            yield Figure(at, table, seat, table.cells[seat[0]][seat[1]], one)
