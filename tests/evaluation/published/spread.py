"""Spreads exact numbers over people: who said what is drawn from a name, how many did is given."""

from collections.abc import Iterable, Mapping, Sequence
from random import Random

Grid = list[list[int]]


def some(of: Iterable[int], count: int, name: str) -> list[int]:
    """Return `count` of the people, drawn from the name; the same name draws the same."""
    return sorted(Random(f"published/{name}").sample(sorted(of), count))


def shared_out(of: Iterable[int], counts: Mapping[str, int], name: str) -> dict[int, str]:
    """Return one answer for each of `sum(counts)` people."""
    people = Random(f"published/{name}").sample(sorted(of), sum(counts.values()))
    answers = (answer for answer, count in counts.items() for _ in range(count))
    return dict(zip(people, answers, strict=True))


def chosen(of: Sequence[int], counts: Mapping[str, int], otherwise: str, name: str) -> dict[int, set[str]]:
    """Return what each person chose where several may be chosen; who chose nothing chose `otherwise`."""
    said: dict[int, set[str]] = {person: set() for person in of}
    for answer, count in counts.items():
        for person in some(of, count, f"{name}/{answer}"):
            said[person].add(answer)
    return {person: answers or {otherwise} for person, answers in said.items()}


def filled(rows: Sequence[int], columns: Sequence[int], least: int, most: int) -> Grid:
    """Return whole numbers from `least` to `most` with these sums of rows and of columns.

    Raises ValueError where the sums do not fit each other, or no such numbers exist.
    """
    if sum(rows) != sum(columns):
        raise ValueError((sum(rows), sum(columns)))
    grid = [_in_proportion(row, columns, least, most) for row in rows]
    for column, wanted in enumerate(columns):
        while sum(row[column] for row in grid) != wanted:
            _move_one(grid, columns, column, (least, most))
    return grid


def _in_proportion(row: int, columns: Sequence[int], least: int, most: int) -> list[int]:
    """Return numbers that add up to the row, as near to the columns' share as whole numbers are."""
    share = [min(most, max(least, row * column // sum(columns))) for column in columns]
    while sum(share) != row:
        step = 1 if sum(share) < row else -1
        able = [c for c, value in enumerate(share) if least <= value + step <= most]
        best = min(able, key=lambda c: (step * (share[c] * sum(columns) - row * columns[c]), c))
        share[best] += step
    return share


def _move_one(grid: Grid, columns: Sequence[int], column: int, ends: tuple[int, int]) -> None:
    """Move one from or to another column in the row where it is seen least."""
    off = [sum(row[c] for row in grid) - wanted for c, wanted in enumerate(columns)]
    step = -1 if off[column] > 0 else 1
    able = [
        (abs(row[column] + step - row[c] + step), n, c)
        for n, row in enumerate(grid)
        for c in range(len(columns))
        if off[c] * step > 0 and ends[0] <= row[column] + step <= ends[1] and ends[0] <= row[c] - step <= ends[1]
    ]
    if not able:
        raise ValueError(column)
    _, n, c = min(able)
    grid[n][column] += step
    grid[n][c] -= step
