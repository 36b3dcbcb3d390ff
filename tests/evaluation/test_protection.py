"""What a reader sees of a small number, of what stands beside it, and of a report that has too few people."""

import os
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from random import Random

import pytest

from evaluation.protection_people import draw_people, report_about
from exit_desktop.evaluation import rounding
from exit_desktop.evaluation.protection import protect
from exit_desktop.evaluation.protection_areas import propose_areas
from exit_desktop.evaluation.protection_forms import HIDDEN, Empty, ProtectedTable, Shown, Why
from exit_desktop.evaluation.table import Cell, ColumnsAre, ExactTable, RowsAre, Unit

FULL = os.environ.get("FAULTS") == "full"
SMALL = Shown(1, 4)


def exactly(number: int) -> Shown:
    return Shown(number, number)


def one_column(counts: list[int], missing: int = 0, key: str = "4.4a", rows_are: RowsAre = RowsAre.PARTS) -> ExactTable:
    """Return a table of one column: parts of all, or choices of `sum(counts)` people who answered."""
    cells = tuple((Cell(count, sum(counts), missing),) for count in counts)
    return table(cells, key, rows_are)


def table(
    cells: tuple[tuple[Cell, ...], ...],
    key: str = "4.4a",
    rows_are: RowsAre = RowsAre.CHOICES,
    columns_are: ColumnsAre = ColumnsAre.LOOKS,
) -> ExactTable:
    rows, columns = (tuple(f"{key}-{n}" for n in range(length)) for length in (len(cells), len(cells[0])))
    return ExactTable(key, rows_are, columns_are, Unit.PEOPLE, rows, columns, cells, f"S004 table {key}")


def mean(total: int, answered: int, missing: int = 0, key: str = "F5.1") -> ExactTable:
    return table(((Cell(answered, answered, missing, Fraction(total)),),), key, RowsAre.MEANS)


def counts_of(protected: ProtectedTable) -> list[Shown]:
    return [row[0].count for row in protected.cells]


def test_zero_and_what_reaches_the_threshold_are_shown_and_the_rest_is_marked() -> None:
    made = protect([one_column([30, 0, 3, 2])]).tables[0]
    assert counts_of(made) == [exactly(30), exactly(0), SMALL, SMALL]
    assert made.cells[0][0].percent == exactly(86)
    assert made.cells[2][0].percent == HIDDEN
    assert made.cells[2][0].why is Why.SMALL


def test_a_small_number_alone_gets_the_smallest_other_for_company() -> None:
    made = protect([one_column([30, 12, 3, 9])]).tables[0]
    assert counts_of(made) == [exactly(30), exactly(12), SMALL, HIDDEN]
    assert made.cells[3][0].why is Why.COMPANY


def test_two_marks_that_leave_one_possibility_get_company_too() -> None:
    made = protect([one_column([30, 4, 4, 9])]).tables[0]
    assert counts_of(made) == [exactly(30), SMALL, SMALL, HIDDEN]


def test_few_who_said_no_hide_how_many_said_yes() -> None:
    made = protect([table(((Cell(18, 20),),))]).tables[0].cells[0][0]
    assert (made.count, made.percent, made.answered) == (HIDDEN, HIDDEN, exactly(20))


def test_few_without_an_answer_make_the_number_of_answers_and_the_percentage_a_span() -> None:
    made = protect([table(((Cell(36, 49, 3),),))]).tables[0].cells[0][0]
    assert (made.count, made.missing) == (exactly(36), SMALL)
    assert (made.answered, made.percent) == (Shown(48, 51), Shown(71, 75))


def test_nothing_is_told_of_a_question_about_fewer_people_than_the_threshold() -> None:
    made = protect([table(((Cell(3, 4),),)), one_column([40, 30], key="4.5")]).tables[0].cells[0][0]
    assert (made.count, made.answered, made.why) == (HIDDEN, HIDDEN, Why.FEW)


@pytest.mark.parametrize(("answered", "tenths"), [(9, None), (10, 63)])
def test_a_mean_is_told_from_twice_the_threshold(answered: int, tenths: int | None) -> None:
    total = 63 if answered == 10 else 57
    assert protect([mean(total, answered)]).tables[0].cells[0][0].mean_tenths == tenths


def test_a_mean_that_tells_how_many_answered_is_withheld() -> None:
    # In steps of four, 40.8 is the mean of 10 people, and of no other number from 8 to 11.
    assert protect([mean(408, 10, 2)]).tables[0].cells[0][0].mean_tenths is None


def test_a_table_about_a_hidden_number_of_people_is_left_out() -> None:
    debt = table(((Cell(44, 47),),), "7.1")
    kinds = table(((Cell(20, 44),), (Cell(12, 44),)), "7.2")
    made = protect([debt, kinds])
    assert made.tables[0].cells[0][0].count == HIDDEN
    assert {row[0].why for row in made.tables[1].cells} == {Why.NESTED}


def test_a_small_town_is_left_out_with_the_next_small_one() -> None:
    cells = tuple(tuple(Cell(n, 2 * n) for n in (1, 12, 30)) for _ in range(2))
    made = protect([table(cells, "4.4t", RowsAre.PARTS, ColumnsAre.PARTS)]).tables[0]
    assert [cell.why for cell in made.cells[0]] == [Why.FEW, Why.FEW, None]


@pytest.mark.parametrize("drawn", range(3))
def test_no_column_leaves_a_small_number_only_one_value(drawn: int) -> None:
    rng = Random(drawn)
    for _ in range(300 if FULL else 25):
        counts, missing = [rng.choice((0, 1, 2, 3, 4, 5, 6, 9)) for _ in range(3)], rng.choice((0, 0, 1, 4, 7))
        seen = [row[0] for row in protect([one_column(counts, missing)]).tables[0].cells]
        spans = [(c.count.low or 0, 14 if c.count.high is None else c.count.high) for c in (*seen,)]
        spans.append((seen[0].missing.low or 0, 14 if seen[0].missing.high is None else seen[0].missing.high))
        like = [one for one in product(*(range(a, b + 1) for a, b in spans)) if sum(one) == sum(counts) + missing]
        for place, value in enumerate([*counts, missing]):
            assert not 0 < value < 5 or len({one[place] for one in like}) > 1 or sum(counts) + missing < 5


def test_the_same_tables_give_the_same_report_and_released_again_too() -> None:
    tables = report_about(draw_people(Random(3), 80))
    first = protect(tables)
    assert protect(tables) == first
    again = protect(tables, released=[first.release(date(2026, 6, 30))])
    assert [t.cells for t in again.tables if t.key != "F5.1"] == [t.cells for t in first.tables if t.key != "F5.1"]


def test_a_column_with_one_more_person_than_was_released_is_left_out() -> None:
    earlier = protect([one_column([30, 12, 8])]).release(date(2026, 6, 30))
    made = protect([one_column([30, 13, 8])], released=[earlier])
    assert {row[0].why for row in made.tables[0].cells} == {Why.RELEASED}
    assert made.empty is Empty.TOO_NEAR_EARLIER


def test_the_last_town_is_not_told_by_the_sum_of_all() -> None:
    towns = {"aarhus": [20, 9], "odense": [14, 12]}
    released = [
        protect([one_column(counts)], scope=frozenset({town})).release(date(2026, 6, 30))
        for town, counts in towns.items()
    ]
    everywhere = frozenset({"aarhus", "odense", "aalborg"})
    made = protect([one_column([20 + 14 + 7, 9 + 12 + 2])], released=released, scope=everywhere)
    assert [cell.exact for cell in counts_of(made.tables[0])] == [None, None]
    fine = protect([one_column([20 + 14 + 7, 9 + 12 + 8])], released=released, scope=everywhere)
    assert [cell.exact for cell in counts_of(fine.tables[0])] == [41, 29]


@pytest.mark.parametrize(("counts", "why"), [([2, 1], Empty.TOO_FEW_PEOPLE), ([0, 0], Empty.NOTHING_COUNTED)])
def test_a_report_that_shows_nothing_says_why(counts: list[int], why: Empty) -> None:
    assert protect([one_column(counts)]).empty is why


@pytest.mark.parametrize("threshold", [2, 11])
def test_no_threshold_outside_three_to_ten(threshold: int) -> None:
    with pytest.raises(ValueError, match=str(threshold)):
        protect([], threshold)


def test_towns_are_joined_until_each_area_holds_the_threshold() -> None:
    people = {"aalborg": 8, "aarhus": 11, "kobenhavn": 34, "odense": 3}
    assert propose_areas(people, 5) == (("aalborg", "odense"), ("aarhus",), ("kobenhavn",))
    assert propose_areas({"aalborg": 1, "odense": 2}, 5) == (("aalborg", "odense"),)
    assert propose_areas({}, 5) == ()


def test_a_difference_below_zero_is_rounded_as_in_the_window() -> None:
    apart = mean(-5, 20, key="5.3d")
    shown = protect([apart]).tables[0].cells[0][0]
    assert (shown.mean_tenths, rounding.mean(apart.cells[0][0])) == (-3, Decimal("-0.3"))
