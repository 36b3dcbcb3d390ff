"""Every table equals what plain loops over the coded documents count, on random courses, dates and choices."""

import random
from datetime import date, timedelta

import pytest

from evaluation.coded_people import hold, random_courses
from evaluation.plain_counting import Plain, Told
from exit_desktop.domain.scoring import ImprovementRule
from exit_desktop.evaluation.choices import ReportChoices
from exit_desktop.evaluation.table import ExactTable
from exit_desktop.services.desk import Desk
from exit_desktop.services.reports import exact_report


def told(table: ExactTable) -> Told:
    """A table in the words of the plain count."""
    return {
        (row, column): (cell.count, cell.answered, cell.missing, cell.total)
        for row, cells in zip(table.rows, table.cells, strict=True)
        for column, cell in zip(table.columns, cells, strict=True)
    }


def random_choices(chance: random.Random) -> ReportChoices:
    """A reporting date near the courses, and often a part of them."""
    first = date(2025, 1, 1) + timedelta(days=chance.randrange(200))
    return ReportChoices(
        on=date(2025, 1, 1) + timedelta(days=chance.randrange(60, 1000)),
        first=chance.choice((date.min, first)),
        last=chance.choice((date.max, first + timedelta(days=300))),
        workers=chance.choice(((), ("A",), ("A", "B"))),
        projects=chance.choice(((), ("Nord",), ("Nord", "Syd"), ("",))),
        goal=chance.choice(("", "", "exit", "better_conditions")),
        who5=chance.choice(tuple(ImprovementRule)),
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_both_ways_of_counting_agree_on_any_date(desk: Desk, seed: int) -> None:
    courses = random_courses(seed, 60)
    hold(desk, courses)
    chance = random.Random(seed)
    everything = ReportChoices(date(2027, 6, 1))
    for choices in (everything, *(random_choices(chance) for _ in range(5))):
        report, plain = exact_report(desk, choices, lambda: None), Plain(courses, choices)
        assert (report.registered, report.people) == (plain.registered, len(plain.people))
        assert report.from_ongoing == sum(one.from_ongoing for one in plain.people)
        counted = {key: told(table) for key, table in report.tables.items() if not key.startswith("4.2")}
        assert counted.keys() == plain.tables.keys()
        for key, table in counted.items():
            assert table == plain.tables[key], (key, choices)
