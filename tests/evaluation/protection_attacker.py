"""A reader who wants to know more than was told, and shares no line with what protects.

Writes down everything that is shown as sums over unknown groups of people (by answer, town, and whether they stayed,
left or came between two releases), with what anybody knows besides: no group is less than empty, every question was
asked of the same people, kinds of misuse of those with misuse. Then asks of each number from 1 to 4 whether it follows:
by elimination, which takes in all subsets, sums and differences inside and across tables and releases at once, and by
drawing bounds tight, which takes in what "<5" beside "<5" tells.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evaluation.protection_people import GROUPS, QUESTIONS, TOWNS, WHERE
from exit_desktop.evaluation.protection_forms import ProtectedReport, ProtectedTable, Shown
from exit_desktop.evaluation.table import Cell, ExactTable, RowsAre

_PRIME = (1 << 61) - 1
GROUPED = ("helped", "in_debt")
"""Questions whose tables have groups of people for columns, not towns."""
_NOTHING, _NOT_ASKED = "nothing said", "not asked"
Group = tuple[str, str, str, object]
"""Release group, town, question, answer."""
Sum = dict[Group, int]


@dataclass(frozen=True, slots=True)
class Told:
    """A sum of groups that is known to lie from `low` to `high`."""

    sum: Sum
    low: int
    high: int | None


def groups_of(
    table: ExactTable | ProtectedTable, row: int, column: int, there: Sequence[str], everywhere: Sequence[str] = TOWNS
) -> dict[str, Sum]:
    """Return the sums that stand at a figure of a table: count, answered, missing, and who answered otherwise."""
    name, _, answer = table.rows[row].partition(":")
    question = QUESTIONS[name]
    grouped = name in GROUPED or table.columns[column] != "all"
    towns = WHERE[table.columns[column]] if grouped else everywhere
    key = next((a for a in question.answers if str(a) == answer), True)

    def over(answers: Iterable[object]) -> Sum:
        return {(g, town, name, a): 1 for g in there for town in towns for a in answers}

    counted = question.answers if table.rows_are is RowsAre.MEANS else [key]
    others = [a for a in question.answers if a not in counted]
    return {
        "count": over(counted),
        "answered": over(question.answers),
        "missing": over([_NOTHING]),
        "others": over(others),
    }


def what_is_told(report: ProtectedReport, there: Sequence[str], everywhere: Sequence[str] = TOWNS) -> Iterator[Told]:
    """Yield everything that a report shows; `everywhere` are the towns that it is about."""
    for table in report.tables:
        for r, row in enumerate(table.cells):
            for c, cell in enumerate(row):
                sums = groups_of(table, r, c, there, everywhere)
                shown = {"count": cell.count, "answered": cell.answered, "missing": cell.missing}
                yield from (Told(sums[name], *_bounds(one)) for name, one in shown.items() if not one.hidden)


def _bounds(shown: Shown) -> tuple[int, int | None]:
    return shown.low or 0, shown.high


def what_anybody_knows(there: Sequence[str]) -> Iterator[Told]:
    """Yield what holds in any report: questions of the same people."""
    for group in there:
        for town in (*TOWNS, *GROUPS):
            everybody = _everybody(group, town, "state" if town in TOWNS else GROUPED[0])
            for name, question in QUESTIONS.items():
                if (name in GROUPED) is (town in GROUPS):
                    yield Told(_minus(_everybody(group, town, name), everybody), 0, 0)
                    inner = question.name in ("alcohol", "cannabis")
                    asked: Sum = {(group, town, "misuse", a): 1 for a in (False, _NOTHING)} if inner else {}
                    yield Told(_minus({(group, town, name, _NOT_ASKED): 1}, asked), 0, 0)
        for town in TOWNS:
            # Who was paid, was paid or considered it; who said nothing of the one said nothing of the other.
            silent: list[Sum] = [
                {(group, town, name, _NOTHING): 1} for name in ("paid_or_considered", "paid_last_month")
            ]
            yield Told(_minus(*silent), 0, 0)
        both = [
            [_everybody(group, one, name) for one in among] for among, name in ((TOWNS, "state"), (GROUPS, "helped"))
        ]
        yield Told(_minus(*(_joined(some) for some in both)), 0, 0)


def _joined(sums: Sequence[Sum]) -> Sum:
    return {group: times for one in sums for group, times in one.items()}


def _everybody(group: str, town: str, name: str) -> Sum:
    return {(group, town, name, a): 1 for a in (*QUESTIONS[name].answers, _NOTHING, _NOT_ASKED)}


def _minus(one: Mapping[Group, int], other: Mapping[Group, int]) -> Sum:
    made = dict(one)
    for group, times in other.items():
        made[group] = made.get(group, 0) - times
    return {group: times for group, times in made.items() if times}


class Elimination:
    """What follows from equations, by Gauss over a prime field."""

    def __init__(self, equations: Iterable[Sum]) -> None:
        self._rows: dict[Group, Sum] = {}
        for equation in equations:
            left = self._reduced(equation)
            if left:
                pivot = min(left, key=str)
                inverse = pow(left[pivot], _PRIME - 2, _PRIME)
                self._rows[pivot] = {g: t * inverse % _PRIME for g, t in left.items()}

    def follows(self, asked: Sum) -> bool:
        """Return whether the sum is settled by the equations."""
        return not self._reduced(asked)

    def _reduced(self, asked: Sum) -> Sum:
        left = {group: times % _PRIME for group, times in asked.items()}
        waiting = [group for group in left if group in self._rows]
        while waiting:
            pivot = waiting.pop()
            times = left.get(pivot, 0)
            if not times:
                continue
            for group, part in self._rows[pivot].items():
                new = (left.get(group, 0) - times * part) % _PRIME
                if new:
                    left[group] = new
                    if group in self._rows:
                        waiting.append(group)
                else:
                    left.pop(group, None)
        return left


class Bounds:
    """What lies between which numbers, drawn tight over and over."""

    def __init__(self, told: Sequence[Told], rounds: int = 12) -> None:
        self._low: dict[Group, int] = {}
        self._high: dict[Group, int | None] = {}
        for _ in range(rounds):
            if not any([self._draw(one) for one in told]):
                break

    def of(self, asked: Sum) -> tuple[int | None, int | None]:
        """Return the least and the most that a sum can be."""
        low: int | None = 0
        high: int | None = 0
        for group, times in asked.items():
            least, most = self._low.get(group, 0), self._high.get(group)
            ends = (least, most) if times > 0 else (most, least)
            low = None if low is None or ends[0] is None else low + times * ends[0]
            high = None if high is None or ends[1] is None else high + times * ends[1]
        return low, high

    def _draw(self, told: Told) -> bool:
        """Draw the bounds of each group of one sum tight; return whether one moved."""
        moved = False
        for group, times in told.sum.items():
            low, high = self.of({g: t for g, t in told.sum.items() if g != group})
            ends = (
                None if high is None else told.low - high,
                None if low is None or told.high is None else told.high - low,
            )
            least, most = ends if times > 0 else (_opposite(ends[1]), _opposite(ends[0]))
            if least is not None and least > self._low.get(group, 0):
                self._low[group], moved = least, True
            before = self._high.get(group)
            if most is not None and (before is None or most < before):
                self._high[group], moved = most, True
        return moved


def _opposite(number: int | None) -> int | None:
    return None if number is None else -number


@dataclass(frozen=True, slots=True)
class Wanted:
    """A number of one to four people that nobody should come to know."""

    what: str
    sum: Sum
    value: int


def small_numbers(
    tables: Sequence[ExactTable], there: Sequence[str], threshold: int, everywhere: Sequence[str] = TOWNS
) -> Iterator[Wanted]:
    """Yield every small number of exact tables: counts, others, no answer, how many answered."""
    for table in tables:
        for r, row in enumerate(table.cells):
            for c, cell in enumerate(row):
                sums = groups_of(table, r, c, there, everywhere)
                for name, value in _numbers(table, cell).items():
                    if 0 < value < threshold:
                        yield Wanted(f"{name} of {table.key} {table.rows[r]} {table.columns[c]}", sums[name], value)


def _numbers(table: ExactTable, cell: Cell) -> dict[str, int]:
    numbers = {"count": cell.count, "answered": cell.answered, "missing": cell.missing}
    return numbers | ({"others": cell.answered - cell.count} if table.rows_are is RowsAre.CHOICES else {})


def small_differences(tables: Sequence[ExactTable], there: Sequence[str], threshold: int) -> Iterator[Wanted]:
    """Yield how many considered it without being paid, where that is a small number: two tables tell it together."""
    at = {table.key: table for table in tables}
    more = at["F5.5"].cells[0][0].count - at["F5.4"].cells[0][0].count
    if 0 < more < threshold:
        sums = [groups_of(at[key], 0, 0, there)["count"] for key in ("F5.5", "F5.4")]
        yield Wanted("considered, not paid", _minus(*sums), more)


def small_steps(
    before: Sequence[ExactTable],
    after: Sequence[ExactTable],
    there: tuple[Sequence[str], Sequence[str]],
    threshold: int,
) -> Iterator[Wanted]:
    """Yield how far a number moved between two releases, where that is a small number."""
    for one, other in zip(before, after, strict=True):
        for r, row in enumerate(one.cells):
            for c, cell in enumerate(row):
                sums = groups_of(one, r, c, there[0]), groups_of(one, r, c, there[1])
                now = _numbers(one, other.cells[r][c])
                for name, value in _numbers(one, cell).items():
                    if 0 < abs(now[name] - value) < threshold:
                        step = _minus(sums[1][name], sums[0][name])
                        yield Wanted(f"step of {name} of {one.key} {one.rows[r]}", step, now[name] - value)


def recovered(told: Sequence[Told], wanted: Iterable[Wanted]) -> list[str]:
    """Return which of the wanted numbers follow from what was told."""
    elimination = Elimination(one.sum for one in told if one.low == one.high)
    bounds = Bounds(told)
    return [one.what for one in wanted if elimination.follows(one.sum) or _settled(*bounds.of(one.sum))]


def _settled(low: int | None, high: int | None) -> bool:
    return low is not None and low == high
