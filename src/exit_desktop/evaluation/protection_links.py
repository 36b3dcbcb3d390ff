"""Numbers that stand in more than one table: what one table hides, another one must not tell.

Which tables rest on which is read from the numbers: a table about exactly as many people as another one's hidden count
is taken to be about those people (4.11: kinds of debt among those with debt). A chance likeness hides too much, never
too little. A population that many tables share is no such table's own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from exit_desktop.evaluation.protection_audit import Mark
from exit_desktop.evaluation.protection_figures import Figure, Placing, figures_of
from exit_desktop.evaluation.protection_forms import Why
from exit_desktop.evaluation.protection_grids import Orders, populations
from exit_desktop.evaluation.protection_known import NESTED, OF_ALL
from exit_desktop.evaluation.protection_told import hide_known, hide_parts_of_sum
from exit_desktop.evaluation.table import Cell, ColumnsAre, ExactTable, RowsAre

_SHARED_BY = 4


def further_orders(tables: Sequence[ExactTable], placed: Placing, orders: Sequence[Orders]) -> None:
    """Add to `orders` what must be hidden because of what is hidden by now."""
    figures = list(figures_of(tables, placed))
    counts = [figure for figure in figures if figure.table.rows_are is not RowsAre.MEANS]
    _hide_twins(counts, orders)
    _hide_towns_of_hidden_sums(tables, placed, counts, orders)
    _hide_what_rests(tables, counts, figures, orders)
    _hide_opposites(counts, orders)
    hide_known({one.name: one for one in figures}, orders)


def _hide_twins(counts: Sequence[Figure], orders: Sequence[Orders]) -> None:
    """Hide what is hidden elsewhere under the same name with the same numbers."""
    twins: defaultdict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for one in counts:
        twins[one.row, one.column, one.cell].append(one)
    for same in twins.values():
        if len(same) > 1 and not all(one.told for one in same):
            for one in same:
                if one.told:
                    orders[one.at].counts.setdefault(one.seat, Why.NESTED)


def _hide_towns_of_hidden_sums(
    tables: Sequence[ExactTable], placed: Placing, counts: Sequence[Figure], orders: Sequence[Orders]
) -> None:
    """Hide in the table by town what is hidden for all towns."""
    untold: defaultdict[tuple[str, Cell], list[Figure]] = defaultdict(list)
    for one in counts:
        if len(one.table.columns) == 1 and (not one.told or one.placed.spare is Mark.HIDDEN):
            untold[one.row, one.cell].append(one)
    for at, (table, where) in enumerate(zip(tables, placed, strict=True)):
        columns = range(len(table.columns))
        if table.columns_are is ColumnsAre.PARTS and len(columns) > 1 and table.rows_are is not RowsAre.MEANS:
            for row in range(len(table.rows)):
                for whole in untold.get((table.rows[row], _sum(table.cells[row])), ()):
                    towns = [Figure(at, table, (row, c), table.cells[row][c], where[row, c]) for c in columns]
                    hide_parts_of_sum(whole, towns, orders[at])


def _sum(cells: Sequence[Cell]) -> Cell:
    return Cell(sum(c.count for c in cells), sum(c.answered for c in cells), sum(c.missing for c in cells))


def _hide_what_rests(
    tables: Sequence[ExactTable], counts: Sequence[Figure], figures: Sequence[Figure], orders: Sequence[Orders]
) -> None:
    """Leave out what is about just as many people as a number that is hidden."""
    sharing = Counter(
        (table.columns[column], people)
        for table in tables
        for column, people in {(seat[1], people) for seat, people in populations(table)}
    )
    about: defaultdict[int, list[Figure]] = defaultdict(list)
    for one in figures:
        about[one.cell.answered + one.cell.missing].append(one)
    for outer in counts:
        for number in _untold(outer):
            for inner in about[number]:
                alone = sharing[inner.column, number] < _SHARED_BY and inner.table.key not in OF_ALL
                if _rests(inner, outer, alone):
                    _leave_out(inner, orders[inner.at])


def _rests(inner: Figure, outer: Figure, alone: bool) -> bool:
    """Return whether a figure is about the people of another: as is known of it, or else by their number alone."""
    key = inner.table.key
    known = NESTED.get((key, "")) or NESTED.get((key, inner.column))
    if known is not None:
        alike = inner.column == outer.column or len(outer.table.columns) == 1
        return known == (outer.table.key, outer.row) and alike and inner.row != outer.row
    narrow = 1 in (len(outer.table.columns), len(inner.table.columns))
    return alone and inner.at != outer.at and (inner.column == outer.column or narrow)


def _untold(one: Figure) -> Iterator[int]:
    """Yield the numbers of a figure, from the threshold on, that a reader does not know."""
    threshold = one.placed.grid.threshold
    if not one.told and one.cell.count >= threshold:
        yield one.cell.count
    others = one.cell.answered - one.cell.count
    known = one.told and one.placed.spare is Mark.SHOWN
    if one.table.rows_are is RowsAre.CHOICES and not known and others >= threshold:
        yield others


def _leave_out(one: Figure, order: Orders) -> None:
    rows = range(len(one.table.rows)) if one.table.rows_are is RowsAre.PARTS else (one.seat[0],)
    for row in rows:
        order.whole.setdefault((row, one.seat[1]), Why.NESTED)


def _hide_opposites(counts: Sequence[Figure], orders: Sequence[Orders]) -> None:
    """Guard a small number among answers of which each person gave at least one, or just one of two."""
    asked: defaultdict[tuple[int, int, int, int], list[Figure]] = defaultdict(list)
    for one in counts:
        if one.table.rows_are is RowsAre.CHOICES and not one.placed.gone:
            asked[one.at, one.seat[1], one.cell.answered, one.cell.missing].append(one)
    for rows in asked.values():
        for small in (one for one in rows if one.placed.mark is Mark.SMALL):
            _guard(small, [one for one in rows if one is not small], orders[small.at])


def _guard(small: Figure, others: Sequence[Figure], order: Orders) -> None:
    if sum(one.cell.count for one in (small, *others)) < small.cell.answered:
        # Somebody chose none of them, so nothing follows from the others.
        return
    told = [one for one in others if one.told and one.cell.count >= one.placed.grid.threshold]
    for one in told:
        if one.cell.count + small.cell.count == small.cell.answered:
            order.counts.setdefault(one.seat, Why.COMPANY)
    most = small.placed.grid.threshold - 1
    left = small.cell.answered - sum(_most(one, most) for one in others)
    if told and left >= most:
        least = min(told, key=lambda one: (one.cell.count, one.seat))
        order.counts.setdefault(least.seat, Why.COMPANY)


def _most(one: Figure, small: int) -> int:
    """Return the most that a reader can think of."""
    if one.told:
        return one.cell.count
    return small if one.placed.mark is Mark.SMALL else one.cell.answered
