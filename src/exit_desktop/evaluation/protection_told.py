"""Hides what would be told by what the tables of S004 are known to have to do with each other."""

from collections.abc import Iterator, Mapping, Sequence

from exit_desktop.evaluation.protection_audit import Mark
from exit_desktop.evaluation.protection_figures import Figure, Name
from exit_desktop.evaluation.protection_forms import Why
from exit_desktop.evaluation.protection_grids import Orders
from exit_desktop.evaluation.protection_known import SAME, SUMS, WITHIN, SumOf, Within
from exit_desktop.evaluation.table import RowsAre

_Figures = Mapping[Name, Figure]


def hide_known(figures: _Figures, orders: Sequence[Orders]) -> None:
    """Add to `orders` what must be hidden because of a sum, a part or a difference that two tables tell."""
    for known in SUMS:
        for sums, parts in _sums(figures, known):
            if not all(_wholly_told(one) for one in (*sums, *parts)):
                for one in parts:
                    orders[one.at].whole.setdefault(one.seat, Why.NESTED)
    for within in WITHIN:
        for inner, outer in _within(figures, within):
            _hide_difference(inner, outer, orders)
    for one, other in _same(figures):
        _hide_other(one, other, orders)
        _hide_other(other, one, orders)


def hide_parts_of_sum(whole: Figure, parts: Sequence[Figure], order: Orders) -> None:
    """Hide so much of the parts that they do not tell a hidden sum."""
    seats = [part.seat for part in parts]
    if whole.placed.gone:
        table = parts[0].table
        rows = range(len(table.rows)) if table.rows_are is RowsAre.PARTS else {row for row, _ in seats}
        order.whole.update({(r, c): Why.NESTED for r in rows for _, c in seats if (r, c) not in order.whole})
        return
    if whole.placed.spare is Mark.HIDDEN:
        order.spare.update({seat: Why.NESTED for seat in seats if seat not in order.spare})
    large = [part for part in parts if part.large]
    if not whole.told and large and all(part.told for part in parts):
        least = min(large, key=lambda part: (part.cell.count, part.seat))
        order.counts.setdefault(least.seat, Why.NESTED)


def _sums(figures: _Figures, known: SumOf) -> Iterator[tuple[list[Figure], list[Figure]]]:
    """Yield, row by row, the sums and their parts that stand in the report."""
    for row in dict.fromkeys(row for table, row, _ in figures if table == known.table):
        sums = [figures[name] for c in known.sums if (name := (known.table, row, c)) in figures]
        parts = [figures[name] for c in known.columns if (name := (known.of, row, c)) in figures]
        if sums and parts:
            yield sums, parts


def _wholly_told(one: Figure) -> bool:
    """Return whether each number of a figure is told, so that it can give no other one back."""
    small = any(one.placed.grid.is_small(people) for people in (one.cell.count, one.cell.missing, one.others))
    return one.told and one.placed.spare is Mark.SHOWN and not small


def _within(figures: _Figures, known: Within) -> Iterator[tuple[Figure, list[Figure]]]:
    for (table, row, column), inner in figures.items():
        names = [(known.outer, one, column) for one in known.outer_rows]
        if (table, row) == (known.inner, known.inner_row) and all(name in figures for name in names):
            yield inner, [figures[name] for name in names]


def _hide_difference(inner: Figure, outer: Sequence[Figure], orders: Sequence[Orders]) -> None:
    more = sum(one.cell.count for one in outer) - inner.cell.count
    if 0 < more < inner.threshold:
        hidden = outer[0] if len(outer) == 1 else inner
        orders[hidden.at].counts.setdefault(hidden.seat, Why.COMPANY)


def _same(figures: _Figures) -> Iterator[tuple[Figure, Figure]]:
    for table, row, other_table, other_row in SAME:
        for name, one in figures.items():
            other = figures.get((other_table, other_row, name[2]))
            if name[:2] == (table, row) and other is not None and one.cell.count == other.cell.count:
                yield one, other


def _hide_other(untold: Figure, other: Figure, orders: Sequence[Orders]) -> None:
    if _count_told(untold) or not untold.large:
        return
    if other.table.rows_are is RowsAre.MEANS:
        orders[other.at].spare.setdefault(other.seat, Why.NESTED)
    elif other.told:
        orders[other.at].counts.setdefault(other.seat, Why.NESTED)


def _count_told(one: Figure) -> bool:
    """Return whether a count is told; of a mean, how many it is of."""
    if one.table.rows_are is RowsAre.MEANS:
        return not one.placed.gone and one.placed.spare is Mark.SHOWN
    return one.told
