"""Reports over other slices of the same people: what all towns have together is the sum of what each of them has.

A report of all beside reports of some towns tells of the rest, and of what one of them hid. Each way in which the
released reports and the new one make up a whole is an equation for every figure. Where one of them hid something, all
together would tell it: the last to be released is left out. Where the equation leaves a small number only one value,
the new report hides its own figure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exit_desktop.evaluation.protection_figures import Figure
from exit_desktop.evaluation.protection_forms import HIDDEN, ProtectedCell, Release, ReleasedCell, Shown, Why
from exit_desktop.evaluation.protection_grids import Orders, seen
from exit_desktop.evaluation.table import RowsAre

_MOST_EQUATIONS = 64
_Key = tuple[str, str, str]
_Told = ProtectedCell | ReleasedCell
_UNTOLD = ProtectedCell()


@dataclass(frozen=True, slots=True)
class Slice:
    """A report over some slices of people; `cells` is None for the new one."""

    scope: frozenset[str]
    cells: dict[_Key, ReleasedCell] | None


Equation = tuple[Slice, ...]
"""A whole, and the parts that make it up."""


def equations_of(released: Sequence[Release], scope: frozenset[str]) -> list[Equation]:
    """Return the ways in which the new report and the newest ones of other slices make up a whole."""
    newest = {
        one.scope: one for one in sorted(released, key=lambda one: one.made_on) if one.scope and one.scope != scope
    }
    pool = [Slice(one.scope, {(c.table, c.row, c.column): c for c in one.cells}) for one in newest.values()]
    if not scope or not pool:
        return []
    pool = [Slice(scope, None), *sorted(pool, key=lambda one: sorted(one.scope))]
    found: list[Equation] = []
    for whole in pool:
        parts = [one for one in pool if one.scope < whole.scope]
        for cover in _covers(whole.scope, parts):
            if len(found) < _MOST_EQUATIONS and any(one.cells is None for one in (whole, *cover)):
                found.append((whole, *cover))
    return found


def _covers(scope: frozenset[str], parts: Sequence[Slice]) -> Iterator[tuple[Slice, ...]]:
    """Yield the choices of parts that share nobody and leave nobody out."""
    if not scope:
        yield ()
        return
    first = min(scope)
    for one in parts:
        if first in one.scope and one.scope <= scope:
            for rest in _covers(scope - one.scope, parts):
                yield (one, *rest)


def hide_between_slices(figures: Sequence[Figure], equations: Sequence[Equation], orders: Sequence[Orders]) -> None:
    """Add to `orders` what the new report must not tell beside those of other slices."""
    for figure in (one for one in figures if equations and not one.placed.gone):
        shown = seen(figure.table, figure.seat, figure.placed, orders[figure.at])
        for equation in equations:
            told = [shown if one.cells is None else one.cells.get(figure.name, _UNTOLD) for one in equation]
            place = next(n for n, one in enumerate(equation) if one.cells is None)
            if all(_tells(one) for one in told) and not all(_wholly(one) for one in told):
                _leave_out(figure, orders[figure.at])
            else:
                _weigh(figure, told, place, orders[figure.at])


def _weigh(figure: Figure, told: Sequence[_Told], place: int, order: Orders) -> None:
    others = ("others",) if figure.table.rows_are is RowsAre.CHOICES else ()
    for number in ("count", "answered", "missing", *others):
        spans = [_span(one, number) for one in told]
        for n, span in enumerate(spans):
            only = _only_value(spans, n)
            if n == place and only is not None:
                order.known.add((figure.seat, number))
            if only is not None and 0 < only < figure.threshold and (span.exact is None or number == "others"):
                _hide_own(figure, number, told[place], order)


def _span(told: _Told, number: str) -> Shown:
    if number != "others":
        return {"count": told.count, "answered": told.answered, "missing": told.missing}[number]
    if told.count.exact is None or told.answered.exact is None:
        return HIDDEN
    return Shown(told.answered.exact - told.count.exact, told.answered.exact - told.count.exact)


def _only_value(spans: Sequence[Shown], at: int) -> int | None:
    """Return the value that the others leave to one number of an equation (the first is the sum of the rest)."""
    low, high = _bounds(spans[at])
    if at == 0:
        ends = [_bounds(span) for span in spans[1:]]
        least, most = sum(a for a, _ in ends), _added([b for _, b in ends])
    else:
        whole, rest = _bounds(spans[0]), [_bounds(s) for n, s in enumerate(spans) if n not in (0, at)]
        most_of_rest = _added([b for _, b in rest])
        least = 0 if most_of_rest is None else whole[0] - most_of_rest
        most = None if whole[1] is None else whole[1] - sum(a for a, _ in rest)
    least, most = max(low, least), high if most is None else most if high is None else min(high, most)
    return least if least == most else None


def _bounds(span: Shown) -> tuple[int, int | None]:
    return span.low or 0, span.high


def _added(ends: Sequence[int | None]) -> int | None:
    known = [end for end in ends if end is not None]
    return sum(known) if len(known) == len(ends) else None


def _hide_own(figure: Figure, number: str, shown: _Told, order: Orders) -> None:
    """Hide the new report's own number; the whole figure where hiding the number would not be enough."""
    if number in ("count", "others") and shown.count.exact and figure.table.rows_are is not RowsAre.MEANS:
        order.counts.setdefault(figure.seat, Why.RELEASED)
    elif number in ("answered", "missing") and shown.missing.exact:
        order.spare.setdefault(figure.seat, Why.RELEASED)
    else:
        _leave_out(figure, order)


def _leave_out(figure: Figure, order: Orders) -> None:
    rows = range(len(figure.table.rows)) if figure.table.rows_are is RowsAre.PARTS else (figure.seat[0],)
    for row in rows:
        order.whole.setdefault((row, figure.seat[1]), Why.RELEASED)


def _tells(told: _Told) -> bool:
    return not (told.count.hidden and told.answered.hidden and told.missing.hidden)


def _wholly(told: _Told) -> bool:
    return None not in (told.count.exact, told.answered.exact, told.missing.exact)
