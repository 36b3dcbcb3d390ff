"""A received course may say anything that its form allows: it is counted as far as it makes sense, and never fails."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from evaluation.asking_tables import LATE, cell
from evaluation.coded_people import START, Made, at_start, form, hold, random_courses, reading, star
from exit_desktop.domain.calendar import ClosingKind, Occasion, Phase
from exit_desktop.evaluation.choices import ReportChoices
from exit_desktop.exchange.coded import CodedClosing, CodedCourse, CodedReplan, CodedTransition
from exit_desktop.services.desk import Desk
from exit_desktop.services.reports import exact_report

DAYS = (date.min, date(1989, 12, 31), START, START, START + timedelta(90), date(2101, 1, 1), date.max)


def twisted(chance: random.Random, coded: CodedCourse) -> CodedCourse:
    """The course with days, numbers and doublets that no program of ours writes."""
    days = [chance.choice(DAYS) for _ in range(8)]
    strange = (
        replace(one, held_on=chance.choice(DAYS), hours=chance.choice((-1, 2**70, 7)), parts=one.parts * 2)
        for one in coded.submissions
    )
    return replace(
        coded,
        start=days[0],
        phase_months=chance.choice((0, -4, 4, 10**9)),
        transitions=(CodedTransition(Phase.TWO, days[1]), CodedTransition(Phase.TWO, days[1])),
        replans=(CodedReplan(days[2], days[3], 10**9), CodedReplan(START, START, 3), CodedReplan(START, START, -3)),
        closings=(
            CodedClosing(days[4], ClosingKind.FULL, None, days[5]),
            CodedClosing(days[6], ClosingKind.EARLY, None, START + timedelta(100)),
            CodedClosing(days[7], ClosingKind.EARLY, None, None),
            CodedClosing(days[7], ClosingKind.FULL, None, None),
        ),
        submissions=(*strange, *coded.submissions),
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_no_strange_course_fails(desk: Desk, seed: int) -> None:
    chance = random.Random(seed)
    hold(desk, [twisted(chance, coded) for coded in random_courses(seed, 60)])
    for on in (date(1990, 1, 1), START, LATE, date(2100, 12, 31)):
        for table in exact_report(desk, ReportChoices(on), lambda: None).tables.values():
            assert all(0 <= one.count <= one.answered or not one.answered for row in table.cells for one in row)
            assert all(one.missing >= 0 for row in table.cells for one in row), table.key


def test_a_score_outside_its_scale_is_missing(desk: Desk) -> None:
    made = at_start(1)
    made.submissions.append(reading(START + timedelta(60), Occasion.M02, life_situation=star(6) | {"housing": 100}))
    hold(desk, [made.coded()])
    tables = exact_report(desk, ReportChoices(LATE), lambda: None).tables
    assert cell(tables["5.3"], "housing", "m02").answered == 0
    assert cell(tables["5.3"], "money", "m02").answered == 1


def test_an_instrument_in_the_wrong_sitting_does_not_count(desk: Desk) -> None:
    made = Made(1)
    wrong = form("start_form", START, Occasion.M00)
    made.submissions.append(replace(wrong, parts=reading(START, Occasion.M00, life_situation=star(5)).parts))
    hold(desk, [made.coded()])
    assert exact_report(desk, ReportChoices(LATE), lambda: None).people == 0
