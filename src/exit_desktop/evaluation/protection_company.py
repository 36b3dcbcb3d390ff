"""Gives every number that must not be told so much hidden company that nobody can work it out."""

from collections.abc import Callable

from exit_desktop.evaluation.protection_audit import Grid, Mark, Place, safe

Cost = Callable[[int], int]
"""How unwelcome it is to hide a number."""


def hide(grid: Grid, cost: Cost) -> None:
    """Hide further numbers, or whole columns, until each guarded and small number is safe."""
    for column in range(grid.columns):
        if column in grid.gone or grid.is_small(grid.population(column)):
            _leave_out(grid, column)
    for place in _sensitive(grid):
        while place[1] not in grid.gone and not safe(grid, place):
            company = _cheapest_company(grid, place, cost)
            if company is None:
                _leave_out(grid, place[1])
            for row, column in company or ():
                grid.marks[row][column] = Mark.HIDDEN
    for column in range(grid.columns):
        _thicken(grid, column, cost)


def _sensitive(grid: Grid) -> list[Place]:
    """Return the numbers that nobody may work out; where few have answered, how many did not tells how many did."""
    small = {
        (r, c)
        for r, row in enumerate(grid.values)
        for c, value in enumerate(row[: grid.columns])
        if grid.is_small(value) or (r == grid.spare and grid.is_small(grid.population(c) - value))
    }
    return sorted(small | grid.guarded)


def _leave_out(grid: Grid, column: int) -> None:
    """Leave a column out, and with it others until what is left out is no small number by itself (towns only)."""
    grid.gone.add(column)
    if not any(grid.tied):
        return
    others = sorted((grid.population(c), c) for c in range(grid.columns) if grid.population(c))
    for people, other in others:
        told = sum(grid.population(c) for c in grid.gone)
        if people and (len(grid.gone) < 2 or told < 2 * grid.threshold):
            grid.gone.add(other)


def _cheapest_company(grid: Grid, place: Place, cost: Cost) -> tuple[Place, ...] | None:
    """Return the shown places to hide that make this one safe at the least cost; None where there are none."""
    offers = _in_column(grid, place) if not grid.tied[place[0]] else _in_rectangle(grid, place)
    fresh = [tuple(p for p in offer if grid.marks[p[0]][p[1]] is Mark.SHOWN) for offer in offers]
    fit = [offer for offer in fresh if offer and all(_may_hide(grid, p) for p in offer)]
    helping = [offer for offer in fit if _helps(grid, place, offer)] or fit
    return min(helping, key=lambda offer: (_price(grid, offer, cost), offer), default=None)


def _in_column(grid: Grid, place: Place) -> list[tuple[Place, ...]]:
    return [((row, place[1]),) for row in range(len(grid.values))]


def _in_rectangle(grid: Grid, place: Place) -> list[tuple[Place, ...]]:
    row, column = place
    return [
        ((row, column), (row, other), (r, column), (r, other))
        for r in range(len(grid.values))
        for other in range(grid.columns)
        if r != row and other != column
    ]


def _may_hide(grid: Grid, place: Place) -> bool:
    row, column = place
    alone = grid.columns == 1 and row == grid.spare
    return grid.values[row][column] >= grid.threshold and not alone and place not in grid.known


def _helps(grid: Grid, place: Place, offer: tuple[Place, ...]) -> bool:
    for row, column in offer:
        grid.marks[row][column] = Mark.HIDDEN
    helped = safe(grid, place)
    for row, column in offer:
        grid.marks[row][column] = Mark.SHOWN
    return helped


def _price(grid: Grid, offer: tuple[Place, ...], cost: Cost) -> tuple[bool, int]:
    return any(row == grid.spare for row, _ in offer), sum(cost(grid.values[row][column]) for row, column in offer)


def _thicken(grid: Grid, column: int, cost: Cost) -> None:
    """Hide one more number where all that is hidden in a column is together a small number."""
    printed = [r for r in range(len(grid.values)) if r != grid.spare]
    masked = [r for r in printed if grid.marks[r][column] in (Mark.SMALL, Mark.HIDDEN)]
    if column in grid.gone or len(printed) < 3 or not grid.is_small(sum(grid.values[r][column] for r in masked)):
        return
    shown = [r for r in printed if grid.marks[r][column] is Mark.SHOWN and grid.values[r][column] >= grid.threshold]
    if shown:
        row = min(shown, key=lambda r: (cost(grid.values[r][column]), r))
        grid.marks[row][column] = Mark.HIDDEN
