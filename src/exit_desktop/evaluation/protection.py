"""From exact tables to the only form that may leave the window: nobody can work out a number of one to four people.

A count under the threshold is shown as "<5". Further numbers are hidden until an exact audit (`protection_audit`)
finds, for each small one, another set of numbers that would look the same; what the reader is taken to know is always
too much rather than too little: every sum over towns, and how many people each question is about.
"""

from collections.abc import Mapping, Sequence

from exit_desktop.evaluation.protection_company import Cost
from exit_desktop.evaluation.protection_figures import figures_of
from exit_desktop.evaluation.protection_forms import (
    Empty,
    ProtectedReport,
    ProtectedTable,
    Release,
    Why,
)
from exit_desktop.evaluation.protection_grids import Orders, Placed, Seat, place, populations, seen
from exit_desktop.evaluation.protection_links import further_orders
from exit_desktop.evaluation.protection_means import guess_means
from exit_desktop.evaluation.protection_releases import earlier_orders
from exit_desktop.evaluation.protection_slices import Equation, equations_of, hide_between_slices
from exit_desktop.evaluation.table import ExactTable

LEAST_THRESHOLD, DEFAULT_THRESHOLD, GREATEST_THRESHOLD = 3, 5, 10
"""Domain decision 10; Statistics Denmark asks for three, common Danish practice is five."""


def protect(
    tables: Sequence[ExactTable],
    threshold: int = DEFAULT_THRESHOLD,
    released: Sequence[Release] = (),
    scope: frozenset[str] = frozenset(),
) -> ProtectedReport:
    """Return the tables as they may leave; `scope` names the slices of people (towns) that they count.

    Raises ValueError for a threshold outside 3 to 10, two tables of one key, or parts that exceed those who answered.
    """
    if not LEAST_THRESHOLD <= threshold <= GREATEST_THRESHOLD or len({t.key for t in tables}) < len(tables):
        raise ValueError(threshold)
    orders = earlier_orders(tables, threshold, released, scope)
    placed = _settled(tables, threshold, orders, equations_of(released, scope))
    guess_means(tables, placed, orders)
    shown = tuple(_protected(*one) for one in zip(tables, placed, orders, strict=True))
    return ProtectedReport(threshold, scope, shown, _why_empty(tables, shown))


def _settled(
    tables: Sequence[ExactTable], threshold: int, orders: Sequence[Orders], equations: Sequence[Equation]
) -> list[Mapping[Seat, Placed]]:
    """Return where the figures stand once nothing more is to be hidden; `orders` grows until then."""
    cost = _cost(tables)
    placed = [place(table, threshold, order, cost) for table, order in zip(tables, orders, strict=True)]
    rules = (
        lambda: further_orders(tables, placed, orders),
        lambda: hide_between_slices(list(figures_of(tables, placed)), equations, orders),
    )
    rule = 0
    while rule < len(rules):
        before = [len(order) for order in orders]
        rules[rule]()
        changed = [n for n, order in enumerate(orders) if len(order) > before[n]]
        for n in changed:
            placed[n] = place(tables[n], threshold, orders[n], cost)
        # What follows from other slices is looked at when all else has settled, and then all else anew.
        rule = 0 if changed else rule + 1
    return placed


def _cost(tables: Sequence[ExactTable]) -> Cost:
    """Return how unwelcome it is to hide a number: more people, and above all a number that other tables rest on."""
    rested_on = {people for table in tables for _, people in populations(table)}
    return lambda number: number + 100_000 * (number in rested_on)


def _protected(table: ExactTable, placed: Mapping[Seat, Placed], orders: Orders) -> ProtectedTable:
    cells = tuple(
        tuple(seen(table, (r, c), placed[r, c], orders) for c in range(len(table.columns)))
        for r in range(len(table.rows))
    )
    return ProtectedTable(
        table.key,
        table.rows_are,
        table.columns_are,
        table.unit,
        table.rows,
        table.columns,
        cells,
        table.source,
        table.rule,
    )


def _why_empty(tables: Sequence[ExactTable], shown: Sequence[ProtectedTable]) -> Empty | None:
    cells = [cell for table in shown for row in table.cells for cell in row]
    if any(cell.count.exact or cell.mean_tenths is not None for cell in cells):
        return None
    if not any(people for table in tables for _, people in populations(table)):
        return Empty.NOTHING_COUNTED
    released = any(cell.why is Why.RELEASED for cell in cells)
    return Empty.TOO_NEAR_EARLIER if released else Empty.TOO_FEW_PEOPLE
