"""The scores of the made-up readings: sums that give the published means and classes of S004 tables 5.1-5.3."""

from collections.abc import Sequence
from random import Random

from evaluation.published.figures import AREA_MEANS, AREAS
from evaluation.published.people import EVERYBODY, with_reading
from evaluation.published.spread import Grid, filled, some
from exit_desktop.domain.calendar import Occasion

_SUM_AT_START = sum(
    # Half up, of 68 people.
    (2 * 68 * tenths + 10) // 20
    for tenths in AREA_MEANS["m00"][1]
)
_CHANGES = {
    Occasion.M02: ((5, -4), (6, 1), (18, 6), (10, 14)),
    Occasion.M06: ((2, -4), (8, 1), (10, 7), (16, 20)),
}
"""How many rose by about how much, over the sum of ten areas (S004 table 5.2: 5/6/18/10 and 2/8/10/16)."""
_ENDS = {-4: (-12, -3), 1: (-2, 2), 6: (3, 10), 7: (3, 10), 14: (11, 40), 20: (11, 40)}

Scores = dict[int, tuple[int, ...]]


def areas_at(occasion: Occasion) -> Scores:
    """Return the ten areas of everybody who has a reading for this occasion."""
    people = with_reading(occasion)
    totals = _totals(occasion, people)
    if occasion.value in AREA_MEANS:
        columns = _area_sums(occasion, len(people))
    else:
        each = sum(totals)
        columns = [each // len(AREAS) + (n < each % len(AREAS)) for n in range(len(AREAS))]
    return _by_person(people, filled(totals, columns, 1, 10))


def _by_person(people: Sequence[int], grid: Grid) -> Scores:
    return {person: tuple(row) for person, row in zip(people, grid, strict=True)}


def _area_sums(occasion: Occasion, people: int) -> list[int]:
    return [(2 * people * tenths + 10) // 20 for tenths in AREA_MEANS[occasion.value][1]]


def _at_start() -> dict[int, int]:
    """Return the sum of ten areas at the start: from 46 to 78, the mean as published."""
    drawn = Random("published/areas at the start")
    totals = {person: 63 + drawn.randrange(-16, 16) for person in EVERYBODY}
    return _brought_to(totals, _SUM_AT_START, {person: (45, 79) for person in EVERYBODY})


def _brought_to(totals: dict[int, int], wanted: int, ends: dict[int, tuple[int, int]]) -> dict[int, int]:
    """Return the totals moved by one, person after person, until they add up; each stays between its ends."""
    brought = dict(totals)
    while sum(brought.values()) != wanted:
        step = 1 if sum(brought.values()) < wanted else -1
        able = [p for p, total in brought.items() if ends[p][0] <= total + step <= ends[p][1]]
        for person in able[: abs(wanted - sum(brought.values()))]:
            brought[person] += step
    return brought


def _totals(occasion: Occasion, people: Sequence[int]) -> list[int]:
    start = _at_start()
    if occasion is Occasion.M00:
        return [start[person] for person in people]
    if occasion in _CHANGES:
        changed = _changed(occasion, people, start)
        return [changed[person] for person in people]
    if occasion is Occasion.M04:
        ends = {person: (20, 98) for person in people}
        rose = {person: start[person] + 8 for person in people}
        brought = _brought_to(rose, sum(_area_sums(occasion, len(people))), ends)
        return [brought[person] for person in people]
    return [min(96, start[person] + 13) for person in people]


def _changed(occasion: Occasion, people: Sequence[int], start: dict[int, int]) -> dict[int, int]:
    """Return the later sums by class of change; those who rose most began lowest."""
    by_start = sorted(people, key=lambda person: (-start[person], person))
    totals, ends = {}, {}
    place = 0
    for count, change in _CHANGES[occasion]:
        for person in by_start[place : place + count]:
            least, most = _ENDS[change]
            totals[person] = start[person] + change
            ends[person] = (start[person] + least, min(98, start[person] + most))
        place += count
    return _brought_to(totals, sum(_area_sums(occasion, len(people))), ends)


_RAW_SUMS = {Occasion.M00: 680, Occasion.M06: 459}
"""Forty and fifty-one of a hundred, four times the mean raw sum of 68 and of 36 people (S004 figure 5.1)."""
_AT_RISK = {Occasion.M00: 45, Occasion.M06: 16}
_IMPROVED = {Occasion.M02: 20, Occasion.M06: 22}


def wellbeing_at(occasion: Occasion) -> Scores:
    """Return the five answers of everybody who has a reading for this occasion."""
    people = with_reading(occasion)
    raw = _raw(occasion)
    return {person: _five(raw[person]) for person in people}


def _five(raw: int) -> tuple[int, ...]:
    return tuple(raw // 5 + (n < raw % 5) for n in range(5))


def _raw(occasion: Occasion) -> dict[int, int]:
    start = _raw_at_start()
    if occasion is Occasion.M00:
        return start
    people = with_reading(occasion)
    if occasion is Occasion.M06:
        return _raw_at_six_months(people, start)
    better = some(people, _IMPROVED.get(occasion, len(people) // 2), f"better {occasion}")
    return {person: start[person] + 4 if person in better else max(0, start[person] - 1) for person in people}


def _raw_at_start() -> dict[int, int]:
    """Return the raw sums at the start: 45 of 68 at twelve or less, none so high that no rise would count."""
    at_risk = some(EVERYBODY, _AT_RISK[Occasion.M00], "at risk")
    drawn = Random("published/wellbeing at the start")
    raw = {p: drawn.randrange(4, 12) if p in at_risk else drawn.randrange(13, 17) for p in EVERYBODY}
    ends = {p: (3, 12) if p in at_risk else (13, 18) for p in EVERYBODY}
    return _brought_to(raw, _RAW_SUMS[Occasion.M00], ends)


def _raw_at_six_months(people: Sequence[int], start: dict[int, int]) -> dict[int, int]:
    """Return the raw sums after six months: 16 of 36 at twelve or less, 22 better by a tenth of their start.

    Of the 16 who began lowest eight are better; of the others fourteen, and the rest are where they were.
    """
    by_start = sorted(people, key=lambda person: (start[person], person))
    at_risk, out = by_start[: _AT_RISK[Occasion.M06]], by_start[_AT_RISK[Occasion.M06] :]
    better = {*at_risk[:8], *out[: _IMPROVED[Occasion.M06] - 8]}
    ends = {}
    for person in people:
        least, most = (0, 12) if person in at_risk else (13, 24)
        before = start[person]
        ends[person] = (max(least, before + 2), most) if person in better else (least, max(least, min(most, before)))
    return _brought_to({p: ends[p][0] if p in better else ends[p][1] for p in people}, _RAW_SUMS[Occasion.M06], ends)
