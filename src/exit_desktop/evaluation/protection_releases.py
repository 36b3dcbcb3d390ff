"""What a report must not tell because of those that were released before it.

Two reports over nearly the same people tell, taken from each other, of the few who came between (Statistics Denmark
and Eurostat name it differencing). Reports over single towns tell of the last town once their sum is released.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exit_desktop.evaluation.protection_forms import HIDDEN, Release, ReleasedCell, Shown, Why
from exit_desktop.evaluation.protection_grids import Orders, Seat
from exit_desktop.evaluation.protection_known import REST
from exit_desktop.evaluation.rounding import whole_half_up
from exit_desktop.evaluation.table import Cell, ExactTable, RowsAre

_MOST_SUMS = 32
_Key = tuple[str, str, str]
_Numbers = dict[_Key, ReleasedCell]


@dataclass(frozen=True, slots=True)
class _Earlier:
    """What was told over these slices of people, or can be worked out for them from what was told."""

    scope: frozenset[str]
    numbers: _Numbers


def earlier_orders(
    tables: Sequence[ExactTable], threshold: int, released: Sequence[Release], scope: frozenset[str]
) -> list[Orders]:
    """Return, for each table, what earlier releases forbid to tell."""
    known = [one for one in _known(released) if not scope or not one.scope or scope & one.scope]
    orders = [Orders() for _ in tables]
    for table, order in zip(tables, orders, strict=True):
        for seat, cell in _seats(table):
            key = (table.key, table.rows[seat[0]], table.columns[seat[1]])
            for one in known:
                told = one.numbers.get(key)
                if told is not None:
                    _hold(order, _Beside(table, seat, cell, told), threshold)
        _hold_rest(table, order, known, threshold)
        _spread(table, order)
    return orders


def _seats(table: ExactTable) -> Iterator[tuple[Seat, Cell]]:
    for r, row in enumerate(table.cells):
        for c, cell in enumerate(row):
            yield (r, c), cell


@dataclass(frozen=True, slots=True)
class _Beside:
    """A figure of now beside what was told of it before."""

    table: ExactTable
    seat: Seat
    now: Cell
    told: ReleasedCell

    @property
    def count(self) -> int | None:
        """How far the count has moved; None where it was not told."""
        return _step(self.now.count, self.told.count)

    @property
    def answered(self) -> int | None:
        """How far the number of those who answered has moved."""
        return _step(self.now.answered, self.told.answered)

    @property
    def missing(self) -> int | None:
        """How far the number of those without an answer has moved."""
        return _step(self.now.missing, self.told.missing)

    @property
    def others(self) -> int | None:
        """How far the number of those who said no has moved."""
        choices = self.table.rows_are is RowsAre.CHOICES
        if not choices or self.answered is None or self.count is None:
            return None
        return self.answered - self.count

    def near(self, people: int) -> bool:
        """Return whether fewer than so many people may have come or gone, as far as was told."""
        about = self.told.answered.low
        return about is None or abs(self.now.answered - about) < people


def _step(now: int, told: Shown) -> int | None:
    return None if told.exact is None else now - told.exact


def _hold(order: Orders, beside: _Beside, threshold: int) -> None:
    seat, told = beside.seat, beside.told

    def few(step: int | None) -> bool:
        return step is not None and 0 < abs(step) < threshold

    if few(beside.answered) or (beside.answered == 0 and (few(beside.count) or few(beside.missing))):
        order.whole[seat] = Why.RELEASED
    elif beside.table.rows_are is not RowsAre.MEANS:
        # What was hidden for the company of a small number stays so while it may be the same number.
        still = told.masked and beside.near(threshold if told.answered.exact is not None else 2 * threshold)
        moved = few(beside.count) or few(beside.others)
        if moved or still:
            order.counts[seat] = Why.RELEASED if moved else order.counts.get(seat, Why.COMPANY)
    if few(beside.missing):
        order.spare[seat] = Why.RELEASED
    if told.mean_tenths is not None and _of_few(beside, threshold):
        order.means.add(seat)


def _of_few(beside: _Beside, threshold: int) -> bool:
    """Return whether the change of a mean would tell of fewer people than a mean may speak of."""
    cell = beside.now
    same = cell.total is not None and whole_half_up(10 * cell.total / max(1, cell.answered)) == beside.told.mean_tenths
    if beside.answered == 0 or (beside.told.answered.hidden and same):
        return not same
    return beside.near(2 * threshold if beside.answered is not None else 3 * threshold)


def _hold_rest(table: ExactTable, order: Orders, known: Sequence[_Earlier], threshold: int) -> None:
    """Leave a column out where what it lacks of the whole has moved by a few: both together tell that too."""
    for part, whole in [(c, REST[table.key, c]) for c in table.columns if (table.key, c) in REST]:
        seats = [table.columns.index(part), table.columns.index(whole)]
        for r, row in enumerate(table.rows):
            now = [table.cells[r][c] for c in seats]
            for one in known:
                told = [one.numbers.get((table.key, row, column)) for column in (part, whole)]
                if any(0 < abs(step) < threshold for step in _rest_steps(now, told)):
                    order.whole[r, seats[0]] = Why.RELEASED


def _rest_steps(now: list[Cell], told: list[ReleasedCell | None]) -> Iterator[int]:
    """Yield how far the rest has moved: those counted, those who answered, those without an answer, the others."""
    if told[0] is None or told[1] is None:
        return
    steps = [
        None if a is None or b is None else (now_b - now_a) - (b - a)
        for now_a, now_b, a, b in (
            (now[0].count, now[1].count, told[0].count.exact, told[1].count.exact),
            (now[0].answered, now[1].answered, told[0].answered.exact, told[1].answered.exact),
            (now[0].missing, now[1].missing, told[0].missing.exact, told[1].missing.exact),
        )
    ]
    yield from (step for step in steps if step is not None)
    if steps[0] is not None and steps[1] is not None:
        yield steps[1] - steps[0]


def _spread(table: ExactTable, order: Orders) -> None:
    """Leave a whole column out where one of its parts is: the others would tell it."""
    if table.rows_are is RowsAre.PARTS:
        for column in {c for _, c in order.whole}:
            order.whole.update({(r, column): Why.RELEASED for r in range(len(table.rows))})
        for column in {c for _, c in order.spare}:
            order.spare.update({(r, column): Why.RELEASED for r in range(len(table.rows))})


def _known(released: Sequence[Release]) -> list[_Earlier]:
    """Return what was told, and what sums over separate towns and differences from a sum tell besides.

    Of several ways to the same towns the first is taken, from the newest releases.
    """
    newest = sorted(released, key=lambda one: one.made_on, reverse=True)
    told = [_Earlier(one.scope, {(c.table, c.row, c.column): c for c in one.cells}) for one in newest]
    known, made = list(told), set[frozenset[str]]()
    for one in known:
        for other in told:
            scope, sign = _together(one.scope, other.scope)
            if scope and scope not in made and len(made) < _MOST_SUMS:
                made.add(scope)
                known.append(_combined(one, other, scope, sign))
    return known


def _together(one: frozenset[str], other: frozenset[str]) -> tuple[frozenset[str], int]:
    """Return whom two reports tell of together, and whether as their sum or as the first without the second."""
    if one and other and not one & other:
        return one | other, 1
    return (one - other, -1) if other and other < one else (frozenset(), 0)


def _combined(one: _Earlier, other: _Earlier, scope: frozenset[str], sign: int) -> _Earlier:
    shared = one.numbers.keys() & other.numbers.keys()
    return _Earlier(scope, {key: _combine(one.numbers[key], other.numbers[key], sign) for key in sorted(shared)})


def _combine(one: ReleasedCell, other: ReleasedCell, sign: int) -> ReleasedCell:
    return ReleasedCell(
        one.table,
        one.row,
        one.column,
        _signed(one.count, other.count, sign),
        _signed(one.answered, other.answered, sign),
        _signed(one.missing, other.missing, sign),
    )


def _signed(one: Shown, other: Shown, sign: int) -> Shown:
    if one.exact is None or other.exact is None:
        return HIDDEN
    return Shown(one.exact + sign * other.exact, one.exact + sign * other.exact)
