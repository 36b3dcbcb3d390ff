"""What the courses lead to: each table of chapter 5 on a few courses made by hand."""

from datetime import timedelta
from fractions import Fraction

import pytest

from evaluation.asking_tables import cell, counts, mean_of, report_of
from evaluation.coded_people import START, Made, reading, star, who5
from exit_desktop.domain.answers import AnswerState, Value
from exit_desktop.domain.calendar import ClosingKind, Occasion
from exit_desktop.domain.scoring import ImprovementRule
from exit_desktop.evaluation.rounding import mean, percent
from exit_desktop.evaluation.table import Cell, RowsAre, Unit
from exit_desktop.exchange.coded import CodedClosing
from exit_desktop.services.desk import Desk

M00, M02, M06 = Occasion.M00, Occasion.M02, Occasion.M06
SIX, END_DAY = START + timedelta(181), START + timedelta(365)


def well(number: int, start: int, later: int | None = None) -> Made:
    """WHO-5 at the start, and after two months."""
    made = Made(number)
    made.submissions.append(reading(START, M00, life_situation=star(5), who5=who5(start)))
    if later is not None:
        made.submissions.append(reading(START + timedelta(60), M02, who5=who5(later)))
    return made


def situated(number: int, start: int, later: int | None = None) -> Made:
    """A life situation whose ten areas add up to this, at the start and after six months."""
    made = Made(number)
    made.submissions.append(reading(START, M00, life_situation=star(*_adding_up_to(start))))
    if later is not None:
        made.submissions.append(reading(SIX, M06, life_situation=star(*_adding_up_to(later))))
    return made


def _adding_up_to(total: int) -> tuple[int, ...]:
    return tuple(total // 10 + (1 if area < total % 10 else 0) for area in range(10))


def selling(number: int, **said: Value | AnswerState) -> Made:
    made = Made(number)
    made.submissions.append(reading(START, M00, life_situation=star(5), selling=said))
    return made


def test_f5_1_compares_different_people_and_beside_it_the_same(desk: Desk) -> None:
    report = report_of(desk, well(1, 10, 15), well(2, 0))
    assert mean_of(report.tables["F5.1"], "who5_index", "m00") == 20
    assert mean_of(report.tables["F5.1"], "who5_index", "m02") == 60
    assert cell(report.tables["F5.1"], "who5_index", "m02") == Cell(1, 1, 1, Fraction(60))
    paired = report.tables["F5.1p"]
    assert [mean_of(paired, row, "m02") for row in ("start", "later", "change")] == [40, 60, 20]


def test_who5_with_an_answer_missing_has_no_score(desk: Desk) -> None:
    made = well(1, 20)
    said = {**who5(20), "calm": AnswerState.WONT_SAY}
    made.submissions.append(reading(START + timedelta(60), M02, who5=said))
    report = report_of(desk, made)
    assert cell(report.tables["F5.2"], "at_risk", "m02") == Cell(0, 0, 1)
    assert counts(report.tables["3.2"], "m02") == {"who5": 1}


def test_f5_2_draws_the_line_between_12_and_13(desk: Desk) -> None:
    table = report_of(desk, well(1, 12), well(2, 13), well(3, 0)).tables["F5.2"]
    assert cell(table, "at_risk", "m00") == Cell(2, 3)
    assert percent(cell(table, "at_risk", "m00")) == 67


@pytest.mark.parametrize(("rule", "improved"), [(ImprovementRule.TEN_PERCENT, 3), (ImprovementRule.TEN_POINTS, 1)])
def test_f5_3_goes_by_the_rule_that_was_chosen(desk: Desk, rule: ImprovementRule, improved: int) -> None:
    people = (well(1, 10, 13), well(2, 10, 11), well(3, 0, 1), well(4, 23, 25), well(5, 25, 25), well(6, 12))
    table = report_of(desk, *people, who5=rule).tables["F5.3"]
    assert table.rule == rule.value
    assert [cells[0].count for cells in table.cells] == [improved, 3 - improved, 2]
    assert {(cells[0].answered, cells[0].missing) for cells in table.cells} == {(5, 1)}


def test_f5_4_and_f5_5_leave_out_who_did_not_answer(desk: Desk) -> None:
    people = (
        selling(1, paid_last_month=True),
        selling(2, paid_last_month=False, considered_last_month=True),
        selling(3, paid_last_month=False, considered_last_month=False),
        selling(4, paid_last_month=False, considered_last_month=AnswerState.WONT_SAY),
        selling(5, paid_last_month=AnswerState.WONT_SAY),
    )
    report = report_of(desk, *people)
    assert cell(report.tables["F5.4"], "paid_last_month", "m00") == Cell(1, 4, 1)
    assert cell(report.tables["F5.5"], "paid_or_considered", "m00") == Cell(2, 3, 2)


def test_5_1_asks_those_who_were_paid_and_pools_measurements_apart(desk: Desk) -> None:
    one, other = selling(1, paid_last_month=True, motivation=("debt", "goods")), selling(2, paid_last_month=True)
    later: dict[str, Value | AnswerState] = {"paid_last_month": True, "motivation": ("debt",)}
    one.submissions.append(reading(SIX, M06, selling=later))
    one.submissions.append(reading(END_DAY, Occasion.M10, selling=later))
    report = report_of(desk, one, other, selling(3, paid_last_month=False))
    assert cell(report.tables["5.1"], "debt", "m00") == Cell(1, 1, 1)
    pooled = report.tables["5.1p"]
    assert pooled.unit is Unit.FORMS
    assert cell(pooled, "debt", "m00_to_m06") == Cell(2, 2, 1)
    assert cell(pooled, "debt", "all") == Cell(3, 3, 1)


def test_f5_6_needs_all_ten_areas(desk: Desk) -> None:
    made = situated(2, 64)
    made.submissions.append(reading(SIX, M06, life_situation=star(7) | {"housing": AnswerState.WONT_SAY}))
    report = report_of(desk, situated(1, 62, 74), made)
    assert str(mean(cell(report.tables["F5.6"], "ten_areas", "m00"))) == "6.3"
    assert cell(report.tables["F5.6"], "ten_areas", "m06") == Cell(1, 1, 1, Fraction(37, 5))
    assert mean_of(report.tables["F5.6p"], "change", "m06") == pytest.approx(1.2)


def test_5_2_draws_its_lines_on_the_sum(desk: Desk) -> None:
    rises = (-3, -2, 2, 3, 10, 11)
    people = [situated(number, 60, 60 + rise) for number, rise in enumerate(rises, 1)]
    table = report_of(desk, *people, situated(9, 60)).tables["5.2"]
    assert table.rows_are is RowsAre.PARTS
    assert counts(table, "m06") == {"regression": 1, "no_change": 2, "moderate": 2, "substantial": 1}
    assert cell(table, "moderate", "m06") == Cell(2, 6, 1)


def test_5_3_tells_each_area_unpaired_and_paired(desk: Desk) -> None:
    people = (situated(1, 50, 70), situated(2, 90))
    report = report_of(desk, *people)
    assert mean_of(report.tables["5.3"], "money", "m00") == 7
    assert mean_of(report.tables["5.3"], "money", "m06") == 7
    assert mean_of(report.tables["5.3d"], "money", "m06") == 0
    assert mean_of(report.tables["5.3p"], "money", "m06") == 2
    assert report.tables["F5.7"].columns == ("m00", "m06")


@pytest.mark.parametrize(("kind", "column"), [(ClosingKind.FULL, "end"), (ClosingKind.EARLY, "end_early")])
def test_early_ends_stand_apart(desk: Desk, kind: ClosingKind, column: str) -> None:
    made = well(1, 10)
    made.submissions.append(reading(END_DAY, Occasion.END, who5=who5(20)))
    made.closings = (CodedClosing(END_DAY, kind, None, None),)
    table = report_of(desk, made).tables["F5.1"]
    assert mean_of(table, "who5_index", column) == 80
    assert sum(one.count for one in table.cells[0][-2:]) == 1


def test_an_end_reading_counts_from_the_end_on_and_no_more_when_taken_up_again(desk: Desk) -> None:
    made = well(1, 10)
    again = END_DAY + timedelta(30)
    made.submissions.append(reading(END_DAY - timedelta(3), Occasion.END, who5=who5(20)))
    made.closings = (CodedClosing(END_DAY, ClosingKind.FULL, None, again),)
    for on, count in ((END_DAY - timedelta(1), 0), (END_DAY, 1), (again - timedelta(1), 1), (again, 0)):
        report = report_of(desk, made, on=on)
        assert cell(report.tables["F5.1"], "who5_index", "end").count == count, on
        assert cell(report.tables["6.2a"], "full", "all").count == count
