"""Means beside a number of people that is told as a span: a rounded mean must not tell which number it is."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction

from exit_desktop.evaluation.protection_audit import Mark
from exit_desktop.evaluation.protection_grids import Orders, Placed, Seat
from exit_desktop.evaluation.protection_known import PAIRED
from exit_desktop.evaluation.rounding import whole_half_up
from exit_desktop.evaluation.table import Cell, ColumnsAre, ExactTable, RowsAre

# The index of WHO-5 goes by steps of four; sums that are a multiple of it are taken to do so.
_COARSEST = 4


_Placing = Sequence[Mapping[Seat, Placed]]
_Alike = list[tuple[int, Seat, Cell]]


def guess_means(tables: Sequence[ExactTable], placed: _Placing, orders: Sequence[Orders]) -> None:
    """Withhold means that tell how many answered, and one beside a town whose mean alone is withheld."""
    for table, where, order in zip(tables, placed, orders, strict=True):
        if table.rows_are is RowsAre.MEANS and table.columns_are is ColumnsAre.PARTS:
            _keep_company(table, where, order)
    _withhold_pairs(tables, placed, orders)
    for same in _alike(tables, placed):
        at, seat, cell = same[0]
        threshold = placed[at][seat].grid.threshold
        people = cell.answered + cell.missing
        others = (n for n in range(people - threshold + 1, people) if n not in (0, cell.answered))
        if not any(all(_could_be(one, n) for _, _, one in same) for n in others):
            for held, place, _ in same:
                orders[held].means.add(place)


def _alike(tables: Sequence[ExactTable], placed: _Placing) -> list[_Alike]:
    """Return the means about the same people, where how many answered is told as a span."""
    alike: defaultdict[tuple[str, int, int], _Alike] = defaultdict(list)
    for at, (table, where) in enumerate(zip(tables, placed, strict=True)):
        for seat, one in where.items() if table.rows_are is RowsAre.MEANS else ():
            cell = table.cells[seat[0]][seat[1]]
            if one.spare is Mark.SMALL and not one.gone and cell.answered >= 2 * one.grid.threshold:
                alike[table.columns[seat[1]], cell.answered, cell.missing].append((at, seat, cell))
    return list(alike.values())


def _could_be(cell: Cell, people: int) -> bool:
    """Return whether as many people could have the same mean to one decimal."""
    if cell.total is None:
        return True
    step = _COARSEST if cell.total % _COARSEST == 0 else 1
    tenths = whole_half_up(10 * cell.total / cell.answered)
    near = int(cell.total * people / cell.answered / step)
    return any(whole_half_up(Fraction(10 * one * step, people)) == tenths for one in range(near - 1, near + 3))


def _withhold_pairs(tables: Sequence[ExactTable], placed: _Placing, orders: Sequence[Orders]) -> None:
    """Withhold means of the same people which, beside those of all, tell of the few who are not among them."""
    at = {table.key: n for n, table in enumerate(tables)}
    for pair, every in PAIRED:
        if pair not in at or every not in at:
            continue
        table, others = tables[at[pair]], tables[at[every]]
        for column, occasion in enumerate(table.columns):
            answered = {"later": _answered(others, occasion), "start": _answered(others, others.columns[0])}
            for row, name in enumerate(table.rows):
                apart = answered.get(name, 0) - table.cells[row][column].answered
                if 0 < apart < 2 * placed[at[pair]][row, column].grid.threshold:
                    # The change would give back what is withheld.
                    orders[at[pair]].means.update({(row, column), (table.rows.index("change"), column)})


def _answered(table: ExactTable, column: str) -> int:
    return table.cells[0][table.columns.index(column)].answered if column in table.columns else 0


def _keep_company(table: ExactTable, where: Mapping[Seat, Placed], order: Orders) -> None:
    """Withhold a second mean where one town's alone would be told by the others and the mean of all."""
    for row, cells in enumerate(table.cells):
        told = [c for c in range(len(cells)) if _tells(cells[c], where[row, c]) and (row, c) not in order.means]
        untold = [c for c, cell in enumerate(cells) if cell.answered and c not in told]
        if len(untold) == 1 and told:
            order.means.add((row, min(told, key=lambda c: (cells[c].answered, c))))


def _tells(cell: Cell, placed: Placed) -> bool:
    return cell.answered >= 2 * placed.grid.threshold and not placed.gone
