"""What the courses lead to: tables 5.1-5.3 and figures 5.1-5.7 of S004, at all seven readings.

The averages of the source compare different people at each reading; beside each stands the same people at the start
and later (a `p` after the key), with the change between.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction

from exit_desktop.domain.scoring import (
    AREA_KEYS,
    ChangeClass,
    Improvement,
    change_class,
    who5_at_risk,
    who5_improvement,
    who5_index,
)
from exit_desktop.evaluation.asked import Asked, count_asked, turned
from exit_desktop.evaluation.codes import MISSING_FROM, NO, YES, Measure
from exit_desktop.evaluation.facts import LATER, READINGS, START, Facts
from exit_desktop.evaluation.sheets import SELLING, STAR
from exit_desktop.evaluation.table import Cell, ColumnsAre, ExactTable, RowsAre, Unit

Scores = Mapping[int, int]
"""A whole-number score by course."""

NOTE_READINGS = ("m00", "m02", "m04", "m06")
PAIR = ("start", "later", "change")
MOTIVATION = Asked(
    "5.1", Measure.SELLING, ("motivation",), "S004 table 5.1", READINGS, only_if=(("paid_last_month", YES),)
)
ASKED = (Asked("F5.4", Measure.SELLING, ("paid_last_month",), "S004 figure 5.4", READINGS), MOTIVATION)


def outcomes(facts: Facts) -> tuple[ExactTable, ...]:
    """Return every table of chapter 5."""
    return (
        *_wellbeing(facts),
        *(count_asked(facts, asked) for asked in ASKED),
        _paid_or_considered(facts),
        _motivation_pooled(facts),
        *_life_situation(facts),
        *_by_area(facts),
    )


def _wellbeing(facts: Facts) -> tuple[ExactTable, ...]:
    raw = {at: {key: sum(codes) for key, codes in facts.pile(Measure.WHO5, at).whole().items()} for at in READINGS}
    people, rule = len(facts.people), facts.choices.who5
    means = [[_mean(list(raw[at].values()), people, Fraction(who5_index(1)))] for at in READINGS]
    risky = [[_share([who5_at_risk(score) for score in raw[at].values()], people)] for at in READINGS]
    classes = tuple(one.value for one in (Improvement.IMPROVED, Improvement.NOT_IMPROVED, Improvement.AT_CEILING))
    later = [_classes(raw[START], raw[at], lambda a, b: who5_improvement(a, b, rule), classes) for at in LATER]
    improved = [_parts(counts, people) for counts in later]
    box = "S004 box 5.1"
    return (
        _table("F5.1", RowsAre.MEANS, (("who5_index",), READINGS), means, ("S004 figure 5.1", "all_five_answers")),
        _pairs("F5.1p", raw, people, Fraction(who5_index(1)), box),
        _table("F5.2", RowsAre.CHOICES, (("at_risk",), READINGS), risky, ("S004 figure 5.2", "raw_12_or_less")),
        _table("F5.3", RowsAre.PARTS, (classes, LATER), improved, (f"S004 figure 5.3, {box}", rule.value)),
    )


def _life_situation(facts: Facts) -> tuple[ExactTable, ...]:
    sums = {at: {key: sum(codes) for key, codes in facts.pile(Measure.STAR, at).whole().items()} for at in READINGS}
    people, tenth = len(facts.people), Fraction(1, len(AREA_KEYS))
    means = [[_mean(list(sums[at].values()), people, tenth)] for at in READINGS]
    classes = tuple(one.value for one in ChangeClass)
    counts = [_classes(sums[START], sums[at], lambda a, b: change_class(b - a), classes) for at in LATER]
    changes = [_parts(one, people) for one in counts]
    return (
        _table("F5.6", RowsAre.MEANS, (("ten_areas",), READINGS), means, ("S004 figure 5.6", "all_ten_areas")),
        _pairs("F5.6p", sums, people, tenth, "S004 box 5.3"),
        _table("5.2", RowsAre.PARTS, (classes, LATER), changes, ("S004 table 5.2, box 5.3", "sum_of_ten_areas")),
    )


def _by_area(facts: Facts) -> tuple[ExactTable, ...]:
    values = {at: [_values(facts, at, area) for area in AREA_KEYS] for at in READINGS}
    people = len(facts.people)
    means = {at: [_mean(list(scores.values()), people, Fraction(1)) for scores in values[at]] for at in READINGS}
    both = {at: zip(values[START], values[at], strict=True) for at in LATER}
    paired = [[_pair_cells(*one, people, Fraction(1))[2] for one in both[at]] for at in LATER]
    apart = [[_difference(a, b) for a, b in zip(means[START], means[at], strict=True)] for at in LATER]
    ends = (START, "m06")
    return (
        _table("5.3", RowsAre.MEANS, (AREA_KEYS, READINGS), [means[at] for at in READINGS], ("S004 table 5.3", "")),
        _table("5.3d", RowsAre.MEANS, (AREA_KEYS, LATER), apart, ("S004 table 5.3, last row", "different_people")),
        _table("5.3p", RowsAre.MEANS, (AREA_KEYS, LATER), paired, ("S004 box 5.3", "same_people")),
        _table(
            "F5.7", RowsAre.MEANS, (AREA_KEYS, ends), [means[at] for at in ends], ("S004 figure 5.7", "whole_points")
        ),
    )


def _values(facts: Facts, occasion: str, area: str) -> dict[int, int]:
    pile = facts.pile(Measure.STAR, occasion)
    both = zip(pile.keys, pile.column(STAR, area), strict=True)
    return {key: value for key, value in both if value < MISSING_FROM}


def _paid_or_considered(facts: Facts) -> ExactTable:
    columns = []
    for occasion in READINGS:
        pile = facts.pile(Measure.SELLING, occasion)
        paid, thought = pile.column(SELLING, "paid_last_month"), pile.column(SELLING, "considered_last_month")
        told = list(zip(paid, thought, strict=True))
        either = sum(1 for one in told if one[0] == YES or one == (NO, YES))
        answered = either + told.count((NO, NO))
        columns.append([Cell(either, answered, len(facts.people) - answered)])
    rows = ("paid_or_considered",)
    return _table("F5.5", RowsAre.CHOICES, (rows, READINGS), columns, ("S004 figure 5.5", "both_answered"))


def _motivation_pooled(facts: Facts) -> ExactTable:
    """Table 5.1 over measurements instead of people: the only N that its published shares can come from is 75."""
    counted = count_asked(facts, MOTIVATION)
    columns = []
    for among in (NOTE_READINGS, READINGS):
        places = [READINGS.index(at) for at in among]
        columns.append([_added([row[place] for place in places]) for row in counted.cells])
    names = ("m00_to_m06", "all")
    looks, source = ColumnsAre.LOOKS, "S004 table 5.1, measurements pooled"
    return ExactTable(
        "5.1p", RowsAre.CHOICES, looks, Unit.FORMS, counted.rows, names, turned(columns), source, "forms_pooled"
    )


def _added(cells: list[Cell]) -> Cell:
    return Cell(
        sum(cell.count for cell in cells), sum(cell.answered for cell in cells), sum(cell.missing for cell in cells)
    )


def _mean(scores: list[int], people: int, unit: Fraction) -> Cell:
    return Cell(len(scores), len(scores), people - len(scores), sum(scores) * unit)


def _share(held: list[bool], people: int) -> Cell:
    return Cell(sum(held), len(held), people - len(held))


def _parts(counts: list[int], people: int) -> list[Cell]:
    return [Cell(count, sum(counts), people - sum(counts)) for count in counts]


def _classes(start: Scores, later: Scores, judge: Callable[[int, int], str], classes: tuple[str, ...]) -> list[int]:
    found = [judge(start[key], score) for key, score in later.items() if key in start]
    return [found.count(one) for one in classes]


def _pairs(key: str, scores: Mapping[str, Scores], people: int, unit: Fraction, source: str) -> ExactTable:
    columns = [_pair_cells(scores[START], scores[at], people, unit) for at in LATER]
    return _table(key, RowsAre.MEANS, (PAIR, LATER), columns, (source, "same_people"))


def _pair_cells(start: Scores, later: Scores, people: int, unit: Fraction) -> list[Cell]:
    both = [(start[key], score) for key, score in later.items() if key in start]
    before, after = sum(a for a, _ in both), sum(b for _, b in both)
    return [Cell(len(both), len(both), people - len(both), s * unit) for s in (before, after, after - before)]


def _difference(start: Cell, later: Cell) -> Cell:
    """Return the difference of two means of different people, over the fewer of both."""
    few = min(start.answered, later.answered)
    if not few or start.total is None or later.total is None:
        return Cell(0, 0, later.missing, Fraction(0))
    apart = later.total / later.answered - start.total / start.answered
    return Cell(few, few, max(start.missing, later.missing), apart * few)


def _table(
    key: str,
    rows_are: RowsAre,
    names: tuple[tuple[str, ...], tuple[str, ...]],
    cells: list[list[Cell]],
    told: tuple[str, str],
) -> ExactTable:
    """Return a table from its row and column names, its cells by column, and its source and rule."""
    looks, people = ColumnsAre.LOOKS, Unit.PEOPLE
    return ExactTable(key, rows_are, looks, people, *names, turned(cells), *told)
