"""Reports over other slices of the same people: what all towns have together is the sum of what each of them has.

A report of all beside reports of some towns tells of the rest, and of what one of them hid. Each way in which the
released reports and the new one make up a whole is an equation for every figure. Where one of them hid something, all
together would tell it: the last to be released is left out. Where the equation leaves a small number only one value,
the new report hides its own figure.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from exit_desktop.evaluation.protection_bounds import Span, drawn_tight
from exit_desktop.evaluation.protection_figures import Figure
from exit_desktop.evaluation.protection_forms import HIDDEN, ProtectedCell, Release, ReleasedCell, Shown, Why
from exit_desktop.evaluation.protection_grids import Orders, seen
from exit_desktop.evaluation.table import RowsAre

_MOST_EQUATIONS = 64
_FEW_EQUATIONS = 2
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
    """Return the ways in which the new report and the newest ones of other slices make up a whole, or parts of it."""
    newest = {one.scope: one for one in sorted(released, key=lambda one: one.made_on) if one.scope != scope}
    pool = [
        Slice(one.scope, {(c.table, c.row, c.column): c for c in one.cells}) for one in newest.values() if one.scope
    ]
    if not scope or not pool:
        return []
    pool = [Slice(scope, None), *sorted(pool, key=lambda one: sorted(one.scope))]
    found: list[Equation] = []
    for whole in sorted(pool, key=lambda one: -len(one.scope)):
        parts = [one for one in pool if one.scope < whole.scope]
        for cover, rest in _covers(whole.scope, parts):
            if cover and len(found) < _MOST_EQUATIONS and any(one.cells is None for one in (whole, *cover)):
                found.append((whole, *cover, *([Slice(rest, {})] if rest else [])))
    return found


_Cover = tuple[tuple[Slice, ...], frozenset[str]]


def _covers(scope: frozenset[str], parts: Sequence[Slice]) -> Iterator[_Cover]:
    """Yield the choices of parts that share nobody, those with the fewest left over first, and who is left over."""
    if not scope:
        yield (), frozenset()
        return
    first = min(scope)
    for one in parts:
        if first in one.scope and one.scope <= scope:
            for others, rest in _covers(scope - one.scope, parts):
                yield (one, *others), rest
    for others, rest in _covers(scope - {first}, parts):
        yield others, rest | {first}


def hide_between_slices(figures: Sequence[Figure], equations: Sequence[Equation], orders: Sequence[Orders]) -> None:
    """Add to `orders` what the new report must not tell beside those of other slices."""
    if not equations:
        return
    questions: dict[tuple[object, ...], list[Figure]] = {}
    for one in figures:
        if not one.placed.gone:
            row = None if one.table.rows_are is RowsAre.PARTS else one.seat[0]
            questions.setdefault((one.at, row, one.seat[1]), []).append(one)
    shown = {one.name: seen(one.table, one.seat, one.placed, orders[one.at]) for one in figures}
    for equation in equations:
        people = _people(figures, shown, equation)
        small = {column for column, spans in people.items() if _small_one(spans, figures[0].threshold)}
        strict = len(equations) > _FEW_EQUATIONS
        for question in questions.values():
            told = [[_cell(one, member, shown) for one in question] for member in equation]
            about = _about(question[0], people[question[0].column], _own(equation))
            if question[0].column in small or _gives_away(question[0], told, about, strict):
                _leave_out(question[0], orders[question[0].at])
            else:
                for n, one in enumerate(question):
                    _weigh(one, [row[n] for row in told], _own(equation), orders[one.at])


def _about(figure: Figure, people: Sequence[Shown], own: int) -> Sequence[Shown]:
    """Return how many people a question is about in each slice, where it is asked of everybody."""
    asked = figure.cell.answered + figure.cell.missing
    return people if people[own].exact == asked else [HIDDEN] * len(people)


def _own(equation: Equation) -> int:
    return next(n for n, one in enumerate(equation) if one.cells is None)


def _cell(one: Figure, member: Slice, shown: Mapping[_Key, ProtectedCell]) -> _Told:
    return shown[one.name] if member.cells is None else member.cells.get(one.name, _UNTOLD)


def _people(
    figures: Sequence[Figure], shown: Mapping[_Key, ProtectedCell], equation: Equation
) -> dict[str, list[Shown]]:
    """Return, by column, how many people each slice is about, as far as its tables tell."""
    people: dict[str, list[Shown]] = {}
    for column in {one.column for one in figures}:
        people[column] = []
        for member in equation:
            told = (_cell(one, member, shown) for one in figures if one.column == column)
            exact = [(c.answered.exact or 0) + (c.missing.exact or 0) for c in told if _wholly(c)]
            people[column].append(Shown(max(exact), max(exact)) if exact else HIDDEN)
    return people


def _small_one(people: Sequence[Shown], threshold: int) -> bool:
    """Return whether the numbers of people leave a small number for one of the slices."""
    found = (_only_value(people, n) for n in range(len(people)))
    return any(only is not None and 0 < only < threshold for only in found)


def _gives_away(figure: Figure, told: Sequence[Sequence[_Told]], about: Sequence[Shown], strict: bool) -> bool:
    """Return whether all that is told of a question, row by row and slice by slice, settles a small number.

    `strict` takes for granted that it does where two slices tell and one of them hides: many slices are not weighed.
    """
    every = [cell for member in told for cell in member]
    telling = [member for member in told if any(_tells(cell) for cell in member)]
    if len(telling) < 2:
        return False
    if all(_wholly(cell) for cell in every) or figure.table.rows_are is RowsAre.MEANS:
        return False
    if strict:
        return not all(_wholly(cell) for member in telling for cell in member)
    if all(_tells(cell) for cell in every):
        return True
    spans: dict[Hashable, Span] = {}
    sums: list[tuple[Hashable, Sequence[Hashable]]] = []
    for m, member in enumerate(told):
        rows = [(m, str(n)) for n in range(len(member))]
        spans |= {place: _bounds(cell.count) for place, cell in zip(rows, member, strict=True)}
        parts = figure.table.rows_are is RowsAre.PARTS
        spans |= {(m, "answered"): _bounds(member[0].answered), (m, "missing"): _bounds(member[0].missing)}
        spans[m, "others"] = (0, 0) if parts else (0, None)
        spans[m, "people"] = _bounds(about[m])
        sums.append(((m, "answered"), [*rows, (m, "others")]))
        sums.append(((m, "people"), [(m, "answered"), (m, "missing")]))
    for name in [place[1] for place in spans if isinstance(place, tuple) and place[0] == 0]:
        sums.append(((0, name), [(m, name) for m in range(1, len(told))]))
    tight = drawn_tight(spans, sums)
    return any(span[0] == span[1] and 0 < span[0] < figure.threshold for span in tight.values())


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
