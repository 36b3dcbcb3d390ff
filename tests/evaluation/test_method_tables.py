"""How the method was kept: each table of chapter 6 on a few courses made by hand."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from evaluation.asking_tables import cell, counts, mean_of, report_of
from evaluation.coded_people import START, Made, at_start, form
from exit_desktop.domain.answers import AnswerState
from exit_desktop.domain.calendar import ClosingKind, ClosingReason, Occasion, Phase, add_months
from exit_desktop.evaluation.elapsed import MONTH, elapsed
from exit_desktop.evaluation.rounding import mean
from exit_desktop.evaluation.table import Cell, Unit
from exit_desktop.exchange.coded import CodedClosing, CodedTransition
from exit_desktop.services.desk import Desk

M02, M04, M06 = Occasion.M02, Occasion.M04, Occasion.M06


def under_way(number: int, at: Occasion = M02, /, **said: Any) -> Made:
    made = at_start(number)
    made.submissions.append(form("ongoing_form", add_months(START, int(at[1:])), at, **said))
    return made


def closed(number: int, months: int, kind: ClosingKind, reason: ClosingReason | None = None, **said: Any) -> Made:
    made = at_start(number)
    on = add_months(START, months)
    made.closings = (CodedClosing(on, kind, reason, None),)
    if said:
        made.submissions.append(form("closing_form", on, Occasion.END, **said))
    return made


def test_months_add_up_exactly() -> None:
    assert elapsed(START, date(2026, 2, 28)) == MONTH
    assert elapsed(START, date(2026, 3, 30)) == 2 * MONTH - MONTH // 31
    assert elapsed(START, START - timedelta(5)) == 0
    assert all(MONTH % days == 0 for days in (28, 29, 30, 31))


def test_6_1_goes_by_the_newest_form_and_by_the_recorded_change(desk: Desk) -> None:
    one, other = under_way(1, M04), at_start(2)
    # A newer form of the same occasion takes the place of the first.
    one.submissions.append(form("ongoing_form", add_months(START, 5), M04))
    other.transitions = (CodedTransition(Phase.TWO, add_months(START, 4)),)
    table = report_of(desk, one, other).tables["6.1"]
    assert mean_of(table, "to_phase_two", "newest_form") == 5
    assert cell(table, "to_phase_two", "recorded") == Cell(1, 1, 1, Fraction(4))
    assert mean(cell(table, "to_phase_three", "newest_form")) is None


def test_6_2_tells_ends_months_and_reasons(desk: Desk) -> None:
    lost = ClosingReason.LOST_CONTACT
    people = (
        closed(1, 12, ClosingKind.FULL),
        closed(2, 13, ClosingKind.FULL),
        closed(3, 3, ClosingKind.EARLY, lost),
        closed(4, 10, ClosingKind.EARLY),
        at_start(5),
    )
    tables = report_of(desk, *people).tables
    assert counts(tables["6.2a"], "all") == {"full": 2, "early": 2}
    assert counts(tables["6.2b"], "full") == {"from_12_to_13": 2}
    assert counts(tables["6.2b"], "early") == {"from_3_to_4": 1, "from_10_to_11": 1}
    assert cell(tables["6.2c"], "lost_contact", "early") == Cell(1, 1, 1)


def test_6_3_tells_services_of_all_ends_and_of_early_ones(desk: Desk) -> None:
    people = (
        closed(1, 12, ClosingKind.FULL, services_now=("exercise", "other")),
        closed(2, 5, ClosingKind.EARLY, services_now=("none",)),
        closed(3, 5, ClosingKind.EARLY),
    )
    table = report_of(desk, *people).tables["6.3"]
    assert counts(table, "all") == {"exercise": 1, "other": 1, "none": 1}
    assert cell(table, "exercise", "all") == Cell(1, 2, 1)
    assert cell(table, "none", "end_early") == Cell(1, 1, 1)


def test_6_4_asks_each_row_of_those_whom_it_concerns(desk: Desk) -> None:
    yes: dict[str, Any] = {"plan_exists": True, "citizen_took_part": True, "agreements_made": False}
    later = {**yes, "phase": 2, "plan_evaluated": True, "plan_adjusted": False}
    people = (under_way(1, **yes), under_way(2, plan_exists=False), under_way(3, M06, **later), under_way(4, M06))
    report = report_of(desk, *people)
    table = report.tables["6.4"]
    assert cell(table, "plan_exists", "m02") == Cell(1, 2, 2)
    assert cell(table, "citizen_took_part", "m02") == Cell(1, 1)
    assert cell(table, "agreements_made", "m02") == Cell(0, 1, 3)
    assert cell(table, "plan_evaluated", "m02") == Cell(0, 0)
    assert cell(table, "plan_evaluated", "m06") == Cell(1, 1)
    assert cell(table, "plan_adjusted", "m06") == Cell(0, 1)
    assert report.tables["6.4p"].unit is Unit.FORMS
    assert cell(report.tables["6.4p"], "citizen_took_part", "m02_and_m06") == Cell(2, 2)


@pytest.mark.parametrize(
    ("key", "question", "given"),
    [
        ("F6.1", "meetings_frequency", "weekly"),
        ("F6.2", "other_contact_frequency", "several_a_week"),
        ("F6.5", "areas_worked_on", ("housing", "network")),
        ("F6.6", "activities_worked_on", ("mediation",)),
    ],
)
def test_what_the_ongoing_form_tells(desk: Desk, key: str, question: str, given: str | tuple[str, ...]) -> None:
    said: tuple[dict[str, Any], ...] = ({question: given}, {question: AnswerState.DONT_KNOW})
    people = (under_way(1, **said[0]), under_way(2, **said[1]))
    table = report_of(desk, *people).tables[key]
    rows = given if isinstance(given, tuple) else (given,)
    assert counts(table, "m02") == dict.fromkeys(rows, 1)
    assert cell(table, rows[0], "m02") == Cell(1, 1, 1)


def test_f6_4_asks_where_there_is_a_plan(desk: Desk) -> None:
    people = (under_way(1, plan_exists=True, needs_met="high"), under_way(2, plan_exists=False, needs_met="some"))
    assert counts(report_of(desk, *people).tables["F6.4"], "m02") == {"high": 1}


def test_f6_3_leaves_out_what_cannot_be_right(desk: Desk) -> None:
    told = (0, 1, 39, 40, None)
    people = [under_way(number, hours=hours) for number, hours in enumerate(told, 1)]
    report = report_of(desk, *people)
    assert cell(report.tables["F6.3"], "hours", "m02") == Cell(2, 2, 3, Fraction(40))
    assert counts(report.tables["F6.3b"], "m02") == {"counted": 2, "left_out": 2, "not_filled_in": 1}
