"""Whether a reader can work a hidden number out: an exact audit of the counts that hang together.

People of one question stand in a grid: a row for each answer (and one for those who gave none), a column for each town
or measurement. The reader is taken to know how many stand in each column, and in each row where the columns are towns.
A hidden number is safe when another grid, with another number in its place, would look exactly the same to the reader.
All such grids differ by steps of one along closed walks through hidden places (the counts are a flow in a network:
Ahuja, Magnanti, Orlin, Network Flows, theorem 3.5 on flow decomposition), so looking for a walk decides it exactly.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

Place = tuple[int, int]
_Node = tuple[str, int]
_OUTSIDE: _Node = ("outside", 0)


class Mark(Enum):
    """What a reader sees at a place."""

    SHOWN = 0
    # "<5": one to threshold minus one.
    SMALL = 1
    # Not told, and known to be no small number, for that would be marked as such.
    HIDDEN = 2
    # Has no place on the page: those who said no.
    UNPRINTED = 3
    # What a small sum over towns, told as "<5" elsewhere, lacks of the most that it can be.
    SLACK = 4


@dataclass(slots=True)
class Grid:
    """Counts that hang together. `tied` rows have a sum that the reader knows; `gone` columns are not told at all.

    `spare` is the row of those who gave no answer: it is hidden for the company of another only where nothing else is.
    Columns from `columns` on are no towns: they hold the slack of small sums, and nobody knows how much that is.
    """

    threshold: int
    values: list[list[int]]
    marks: list[list[Mark]]
    spare: int
    tied: list[bool]
    columns: int
    guarded: set[Place] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)
    # What the reader knows from elsewhere, whatever is shown here.
    known: set[Place] = field(default_factory=set)

    def span(self, place: Place) -> tuple[int, int | None]:
        """Return the least and the most that a reader can think of at a place."""
        row, column = place
        value, mark = self.values[row][column], self.marks[row][column]
        if place in self.known and mark is not Mark.UNPRINTED:
            return value, value
        if mark is Mark.SLACK:
            return 0, self.threshold - 2
        if column in self.gone or mark is Mark.UNPRINTED:
            return 0, None
        if mark is Mark.SMALL:
            return 1, self.threshold - 1
        if mark is Mark.HIDDEN and value >= self.threshold:
            return self.threshold, None
        return value, value

    def population(self, column: int) -> int:
        """Return how many people stand in a column."""
        return sum(row[column] for row in self.values)

    def open(self, column: int) -> bool:
        """Return whether nobody knows how many stand in a column."""
        return column in self.gone or column >= self.columns

    def is_small(self, number: int) -> bool:
        """Return whether a number is one that must not be told."""
        return 0 < number < self.threshold


def safe(grid: Grid, place: Place) -> bool:
    """Return whether another grid that looks the same holds another number at this place."""
    row, column = place
    if column in grid.gone:
        return True
    low, high = grid.span(place)
    value = grid.values[row][column]
    here, there = ("row", row), ("column", column)
    up = high is None or value < high
    return (up and _walk(grid, there, here, place)) or (value > low and _walk(grid, here, there, place))


def _walk(grid: Grid, start: _Node, goal: _Node, without: Place) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        for node in _next(grid, waiting.pop(), without):
            if node == goal:
                return True
            if node not in seen:
                seen.add(node)
                waiting.append(node)
    return False


def _next(grid: Grid, node: _Node, without: Place) -> Iterator[_Node]:
    """Yield where a step leads: out of a row the next number goes up by one, out of a column it goes down by one."""
    kind, at = node
    if node == _OUTSIDE:
        yield from (("row", r) for r, tied in enumerate(grid.tied) if not tied)
        yield from (("column", c) for c in range(len(grid.values[0])) if grid.open(c))
        return
    for place in _places(grid, kind, at):
        low, high = grid.span(place)
        value = grid.values[place[0]][place[1]]
        if place != without and (value > low if kind == "column" else high is None or value < high):
            yield ("row", place[0]) if kind == "column" else ("column", place[1])
    if (not grid.tied[at]) if kind == "row" else grid.open(at):
        yield _OUTSIDE


def _places(grid: Grid, kind: str, at: int) -> list[Place]:
    if kind == "row":
        return [(at, column) for column in range(len(grid.values[at]))]
    return [(row, at) for row in range(len(grid.values))]
