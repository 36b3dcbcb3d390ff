"""Numbers that stand in more than one table: what one table hides, another one must not tell.

Which tables rest on which is read from the numbers: a table about exactly as many people as another one's hidden count
is taken to be about those people (4.11: kinds of debt among those with debt). A chance likeness hides too much, never
too little. A population that many tables share is no such table's own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from exit_desktop.evaluation.protection_audit import Mark
from exit_desktop.evaluation.protection_forms import Why
from exit_desktop.evaluation.protection_grids import Orders, Placed, Seat, populations
from exit_desktop.evaluation.table import Cell, ColumnsAre, ExactTable, RowsAre

INSIDE: tuple[tuple[str, str], ...] = (("F5.4", "F5.5"),)
"""Tables whose counts contain those of another one, place by place: paid within paid or considered."""

_SHARED_BY = 4
_Placing = Sequence[Mapping[Seat, Placed]]


@dataclass(frozen=True, slots=True)
class _Figure:
    at: int
    table: ExactTable
    seat: Seat
    cell: Cell
    placed: Placed

    @property
    def column(self) -> str:
        return self.table.columns[self.seat[1]]

    @property
    def told(self) -> bool:
        return not self.placed.gone and self.placed.mark is Mark.SHOWN


def further_orders(tables: Sequence[ExactTable], placed: _Placing, orders: Sequence[Orders]) -> None:
    """Add to `orders` what must be hidden because of what is hidden by now."""
    figures = list(_figures(tables, placed))
    counts = [figure for figure in figures if figure.table.rows_are is not RowsAre.MEANS]
    _hide_twins(counts, orders)
    _hide_towns_of_hidden_sums(tables, placed, counts, orders)
    _hide_what_rests(tables, counts, figures, orders)
    _hide_opposites(counts, orders)
    _hide_inside(tables, placed, orders)


def _figures(tables: Sequence[ExactTable], placed: _Placing) -> Iterator[_Figure]:
    for at, (table, where) in enumerate(zip(tables, placed, strict=True)):
        for seat, one in where.items():
            yield _Figure(at, table, seat, table.cells[seat[0]][seat[1]], one)


def _hide_twins(counts: Sequence[_Figure], orders: Sequence[Orders]) -> None:
    """Hide what is hidden elsewhere under the same name with the same numbers."""
    twins: defaultdict[tuple[object, ...], list[_Figure]] = defaultdict(list)
    for one in counts:
        twins[one.table.rows[one.seat[0]], one.column, one.cell].append(one)
    for same in twins.values():
        if len(same) > 1 and not all(one.told for one in same):
            for one in same:
                if one.told:
                    orders[one.at].counts.setdefault(one.seat, Why.NESTED)


def _hide_towns_of_hidden_sums(
    tables: Sequence[ExactTable], placed: _Placing, counts: Sequence[_Figure], orders: Sequence[Orders]
) -> None:
    """Hide in the table by town what is hidden for all towns."""
    untold: defaultdict[tuple[str, Cell], list[_Figure]] = defaultdict(list)
    for one in counts:
        if len(one.table.columns) == 1 and (not one.told or one.placed.spare is Mark.HIDDEN):
            untold[one.table.rows[one.seat[0]], one.cell].append(one)
    for table, where, order in zip(tables, placed, orders, strict=True):
        if table.columns_are is ColumnsAre.PARTS and len(table.columns) > 1 and table.rows_are is not RowsAre.MEANS:
            for row in range(len(table.rows)):
                for whole in untold.get((table.rows[row], _sum(table.cells[row])), ()):
                    _hide_towns(whole, {seat: one for seat, one in where.items() if seat[0] == row}, table, order)


def _sum(cells: Sequence[Cell]) -> Cell:
    return Cell(sum(c.count for c in cells), sum(c.answered for c in cells), sum(c.missing for c in cells))


def _hide_towns(whole: _Figure, towns: Mapping[Seat, Placed], table: ExactTable, order: Orders) -> None:
    if whole.placed.gone:
        rows = range(len(table.rows)) if table.rows_are is RowsAre.PARTS else {row for row, _ in towns}
        order.whole.update({(r, c): Why.NESTED for r in rows for _, c in towns if (r, c) not in order.whole})
        return
    if whole.placed.spare is Mark.HIDDEN:
        order.spare.update({seat: Why.NESTED for seat in towns if seat not in order.spare})
    if not whole.told and all(one.mark is Mark.SHOWN and not one.gone for one in towns.values()):
        held = {seat: table.cells[seat[0]][seat[1]].count for seat in towns}
        large = [seat for seat, one in towns.items() if held[seat] >= one.grid.threshold]
        if large:
            order.counts.setdefault(min(large, key=lambda seat: (held[seat], seat)), Why.NESTED)


def _hide_what_rests(
    tables: Sequence[ExactTable], counts: Sequence[_Figure], figures: Sequence[_Figure], orders: Sequence[Orders]
) -> None:
    """Leave out what is about just as many people as a number that is hidden."""
    sharing = Counter(
        (table.columns[column], people)
        for table in tables
        for column, people in {(seat[1], people) for seat, people in populations(table)}
    )
    about: defaultdict[int, list[_Figure]] = defaultdict(list)
    for one in figures:
        about[one.cell.answered + one.cell.missing].append(one)
    for outer in counts:
        for number in _untold(outer):
            for inner in about[number]:
                if inner.at != outer.at and _may_rest(outer, inner) and sharing[inner.column, number] < _SHARED_BY:
                    _leave_out(inner, orders[inner.at])


def _untold(one: _Figure) -> Iterator[int]:
    """Yield the numbers of a figure, from the threshold on, that a reader does not know."""
    threshold = one.placed.grid.threshold
    if not one.told and one.cell.count >= threshold:
        yield one.cell.count
    others = one.cell.answered - one.cell.count
    known = one.told and one.placed.spare is Mark.SHOWN
    if one.table.rows_are is RowsAre.CHOICES and not known and others >= threshold:
        yield others


def _may_rest(outer: _Figure, inner: _Figure) -> bool:
    return outer.column == inner.column or 1 in (len(outer.table.columns), len(inner.table.columns))


def _leave_out(one: _Figure, order: Orders) -> None:
    rows = range(len(one.table.rows)) if one.table.rows_are is RowsAre.PARTS else (one.seat[0],)
    for row in rows:
        order.whole.setdefault((row, one.seat[1]), Why.NESTED)


def _hide_opposites(counts: Sequence[_Figure], orders: Sequence[Orders]) -> None:
    """Guard a small number among answers of which each person gave at least one, or just one of two."""
    asked: defaultdict[tuple[int, int, int, int], list[_Figure]] = defaultdict(list)
    for one in counts:
        if one.table.rows_are is RowsAre.CHOICES and not one.placed.gone:
            asked[one.at, one.seat[1], one.cell.answered, one.cell.missing].append(one)
    for rows in asked.values():
        for small in (one for one in rows if one.placed.mark is Mark.SMALL):
            _guard(small, [one for one in rows if one is not small], orders[small.at])


def _guard(small: _Figure, others: Sequence[_Figure], order: Orders) -> None:
    told = [one for one in others if one.told and one.cell.count >= one.placed.grid.threshold]
    for one in told:
        if one.cell.count + small.cell.count == small.cell.answered:
            order.counts.setdefault(one.seat, Why.COMPANY)
    most = small.placed.grid.threshold - 1
    left = small.cell.answered - sum(_most(one, most) for one in others)
    if told and left >= most:
        least = min(told, key=lambda one: (one.cell.count, one.seat))
        order.counts.setdefault(least.seat, Why.COMPANY)


def _most(one: _Figure, small: int) -> int:
    """Return the most that a reader can think of."""
    if one.told:
        return one.cell.count
    return small if one.placed.mark is Mark.SMALL else one.cell.answered


def _hide_inside(tables: Sequence[ExactTable], placed: _Placing, orders: Sequence[Orders]) -> None:
    """Hide a count whose difference from one that it contains is a small number."""
    at = {table.key: n for n, table in enumerate(tables)}
    for inner, outer in INSIDE:
        if inner not in at or outer not in at or len(tables[at[inner]].rows) != len(tables[at[outer]].rows):
            continue
        held, holds = tables[at[inner]], tables[at[outer]]
        for seat, one in placed[at[outer]].items():
            threshold = one.grid.threshold
            more = holds.cells[seat[0]][seat[1]].count - held.cells[seat[0]][seat[1]].count
            if seat in placed[at[inner]] and 0 < more < threshold:
                orders[at[outer]].counts.setdefault(seat, Why.COMPANY)
