"""Lays the counts of a table out as the grids that the audit reads, and tells what a reader sees of each figure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from exit_desktop.evaluation.protection_audit import Grid, Mark
from exit_desktop.evaluation.protection_company import Cost, hide
from exit_desktop.evaluation.protection_forms import HIDDEN, ProtectedCell, Shown, Why
from exit_desktop.evaluation.protection_known import REST
from exit_desktop.evaluation.rounding import whole_half_up
from exit_desktop.evaluation.table import Cell, ColumnsAre, ExactTable, RowsAre

Seat = tuple[int, int]
"""Row and column of a figure in its table."""


@dataclass(slots=True)
class Orders:
    """What else is to be hidden in one table, and why: counts, how many gave no answer, whole figures, means."""

    counts: dict[Seat, Why] = field(default_factory=dict)
    spare: dict[Seat, Why] = field(default_factory=dict)
    whole: dict[Seat, Why] = field(default_factory=dict)
    means: set[Seat] = field(default_factory=set)
    # What the reader knows from other reports anyway ("count", "missing", "others"): it is company for nothing.
    known: set[tuple[Seat, str]] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.counts) + len(self.spare) + len(self.whole) + len(self.means) + len(self.known)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a figure of the table stands: `row` of the grid, and its column."""

    grid: Grid
    row: int
    column: int

    @property
    def mark(self) -> Mark:
        """What a reader sees of the count."""
        return self.grid.marks[self.row][self.column]

    @property
    def spare(self) -> Mark:
        """What a reader sees of how many gave no answer."""
        return self.grid.marks[self.grid.spare][self.column]

    @property
    def gone(self) -> bool:
        """Whether nothing is told of the figure."""
        return self.column in self.grid.gone


def place(table: ExactTable, threshold: int, orders: Orders, cost: Cost) -> Mapping[Seat, Placed]:
    """Return where each figure of a table stands, once everything that must be hidden is."""
    seats: dict[Seat, Placed] = {}
    for rows in _questions(table):
        for columns in _together(table):
            grid = _grid(table, rows, columns, threshold)
            here = {
                (r, c): Placed(grid, n if len(rows) > 1 else 0, m)
                for n, r in enumerate(rows)
                for m, c in enumerate(columns)
            }
            _obey(here, orders)
            hide(grid, cost)
            seats.update(here)
    return seats


def _together(table: ExactTable) -> list[tuple[int, ...]]:
    every = tuple(range(len(table.columns)))
    if table.columns_are is not ColumnsAre.PARTS:
        return [(column,) for column in every]
    return [every] if every else []


def _questions(table: ExactTable) -> list[tuple[int, ...]]:
    every = tuple(range(len(table.rows)))
    if table.rows_are is not RowsAre.PARTS:
        return [(row,) for row in every]
    return [every] if every else []


def _grid(table: ExactTable, rows: tuple[int, ...], columns: tuple[int, ...], threshold: int) -> Grid:
    """Return the grid of one question: a row for each answer, one for the others who answered, one for no answer."""
    first = [table.cells[rows[0]][c] for c in columns]
    values = [[table.cells[r][c].count for c in columns] for r in rows]
    printed = [True] * len(rows)
    rest = [cell.answered - sum(row[n] for row in values) for n, cell in enumerate(first)]
    if min(rest) < 0:
        raise ValueError(table.key)
    if table.rows_are is RowsAre.MEANS:
        printed = [False]
    elif table.rows_are is RowsAre.CHOICES or any(rest):
        values, printed = [*values, rest], [*printed, False]
    values.append([cell.missing for cell in first])
    grid = Grid(threshold, values, [], len(values) - 1, [False] * len(values), len(columns))
    grid.marks = [
        [_first_mark(grid, value) if said else Mark.UNPRINTED for value in row]
        for row, said in zip(values, [*printed, True], strict=True)
    ]
    for n, cell in enumerate(first):
        if grid.is_small(cell.answered) and cell.missing >= threshold:
            grid.marks[grid.spare][n] = Mark.HIDDEN
    whole = REST.get((table.key, table.columns[columns[0]]))
    if whole in table.columns:
        _add_rest(grid, [table.cells[r][table.columns.index(whole)] for r in rows])
    if table.columns_are is ColumnsAre.PARTS or grid.columns > 1:
        _tie(grid)
    return grid


def _add_rest(grid: Grid, whole: Sequence[Cell]) -> None:
    """Add the column that nobody prints: what the column beside it lacks of the whole."""
    said, cell = [one.count for one in whole], whole[0]
    sums = [*said, cell.answered - sum(said)][: len(grid.values) - 1]
    for row, marks, every in zip(grid.values, grid.marks, [*sums, cell.missing], strict=True):
        row.append(every - row[0])
        marks.append(Mark.UNPRINTED)
    grid.columns += 1


def _tie(grid: Grid) -> None:
    """Let the reader know the sum over the towns; of a small one, that it is small."""
    grid.tied = [True] * len(grid.values)
    for row, marks in zip(grid.values, grid.marks, strict=True):
        small = grid.is_small(sum(row))
        row.append(grid.threshold - 1 - sum(row) if small else 0)
        marks.append(Mark.SLACK if small else Mark.SHOWN)


def _first_mark(grid: Grid, value: int) -> Mark:
    return Mark.SMALL if grid.is_small(value) else Mark.SHOWN


def _obey(here: Mapping[Seat, Placed], orders: Orders) -> None:
    for seat, placed in here.items():
        grid = placed.grid
        if seat in orders.whole:
            grid.gone.add(placed.column)
        for name, row in (("count", placed.row), ("missing", grid.spare), ("answered", grid.spare)):
            if (seat, name) in orders.known:
                grid.known.add((row, placed.column))
        for row, asked in ((placed.row, seat in orders.counts), (grid.spare, seat in orders.spare)):
            if asked and grid.marks[row][placed.column] is Mark.SHOWN:
                grid.marks[row][placed.column] = Mark.HIDDEN
            if asked and grid.values[row][placed.column] >= grid.threshold:
                grid.guarded.add((row, placed.column))


def seen(table: ExactTable, seat: Seat, placed: Placed, orders: Orders) -> ProtectedCell:
    """Return what a reader sees of one figure of a table."""
    cell = table.cells[seat[0]][seat[1]]
    threshold = placed.grid.threshold
    if placed.gone:
        return ProtectedCell(why=orders.whole.get(seat, Why.FEW))
    answered = _answered(cell, placed)
    missing = _shown(cell.missing, placed.spare, threshold)
    if table.rows_are is RowsAre.MEANS:
        mean = _mean(cell, threshold, seat in orders.means)
        told = mean is not None or cell.answered == 0
        return ProtectedCell(answered, answered, missing, HIDDEN, mean, None if told else _why_no_mean(seat, orders))
    count = _shown(cell.count, placed.mark, threshold)
    percent = _percent(cell, count, answered, threshold)
    return ProtectedCell(count, answered, missing, percent, None, _why(cell, placed, orders.counts.get(seat)))


def _shown(value: int, mark: Mark, threshold: int) -> Shown:
    if mark is Mark.SMALL:
        return Shown(1, threshold - 1)
    return Shown(value, value) if mark is Mark.SHOWN else HIDDEN


def _answered(cell: Cell, placed: Placed) -> Shown:
    """Return how many answered: a span that tells no more than "<5" without an answer where that is what is shown."""
    grid = placed.grid
    if grid.is_small(cell.answered):
        # Beside parts, towns, or few without an answer, "<5" would say more than that.
        said = placed.spare is Mark.HIDDEN and grid.columns == 1 and not _has_parts(grid)
        return Shown(1, grid.threshold - 1) if said else HIDDEN
    if placed.spare is Mark.SMALL:
        people = cell.answered + cell.missing
        return Shown(max(0, people - grid.threshold + 1), people - 1)
    return Shown(cell.answered, cell.answered) if placed.spare is Mark.SHOWN else HIDDEN


def _has_parts(grid: Grid) -> bool:
    return sum(marks[0] is not Mark.UNPRINTED for marks in grid.marks) > 2


def _percent(cell: Cell, count: Shown, answered: Shown, threshold: int) -> Shown:
    """Return the percentage of what is shown, rounded half up; a span where how many answered is one."""
    number, low, high = count.exact, answered.low, answered.high
    few = min(cell.answered, low or 0, high or 0) < threshold
    if number is None or low is None or high is None or few or 0 < cell.answered - cell.count < threshold:
        return HIDDEN
    return Shown(whole_half_up(Fraction(100 * number, high)), min(100, whole_half_up(Fraction(100 * number, low))))


def _mean(cell: Cell, threshold: int, withheld: bool) -> int | None:
    if withheld or cell.total is None or cell.answered < 2 * threshold:
        return None
    return whole_half_up(10 * cell.total / cell.answered)


def _why_no_mean(seat: Seat, orders: Orders) -> Why:
    return Why.RELEASED if seat in orders.means else Why.MEAN_OF_FEW


def _why(cell: Cell, placed: Placed, ordered: Why | None) -> Why | None:
    grid = placed.grid
    if placed.mark is Mark.SMALL or grid.is_small(cell.answered):
        return Why.SMALL
    return (ordered or Why.COMPANY) if placed.mark is Mark.HIDDEN else None


def populations(table: ExactTable) -> Iterator[tuple[Seat, int]]:
    """Yield how many people each figure of a table is about, those without an answer among them."""
    for r, row in enumerate(table.cells):
        for c, cell in enumerate(row):
            yield (r, c), cell.answered + cell.missing
