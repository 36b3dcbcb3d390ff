"""Every table equals what plain loops over the coded documents count, on random courses, dates and choices."""

import random
from datetime import date, timedelta

import pytest

from evaluation.coded_people import CATALOGUE, Made, held_row, hold, random_courses
from evaluation.plain_counting import Plain, Told
from exit_desktop.domain.answers import AnswerState
from exit_desktop.domain.not_started import Enquiry
from exit_desktop.domain.scoring import ImprovementRule
from exit_desktop.evaluation.choices import ReportChoices
from exit_desktop.evaluation.table import ExactTable
from exit_desktop.exchange.coded import code_course
from exit_desktop.exchange.coded_not_started import code_enquiry
from exit_desktop.instruments.definition import Kind
from exit_desktop.services.counted import keep_counted_of_held_enquiry
from exit_desktop.services.desk import Desk
from exit_desktop.services.invention.citizens import DOZEN, invent_citizens
from exit_desktop.services.reports import exact_report
from support.enquiries import about


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


def test_both_ways_agree_on_the_invented_citizens(desk: Desk) -> None:
    invented = invent_citizens(DOZEN, 7, date(2026, 11, 23), desk.vault.uid)
    courses = [code_course(course, desk.catalogue, "K7", "Odense") for course in invented]
    hold(desk, courses)
    for on in (date(2026, 3, 1), date(2026, 11, 23)):
        report, plain = exact_report(desk, ReportChoices(on), lambda: None), Plain(courses, ReportChoices(on))
        assert report.people == len(plain.people) > 0
        counted = {key: told(table) for key, table in report.tables.items() if not key.startswith("4.2")}
        assert counted == plain.tables


def test_enquiries_agree_too(desk: Desk) -> None:
    instrument, chance = desk.catalogue.get("not_started"), random.Random(4)
    made = [_enquiry(chance, number) for number in range(40)]
    with desk.vault.writing() as connection:
        for enquiry in made:
            coded = code_enquiry(enquiry, instrument, "K7")
            keep_counted_of_held_enquiry(connection, held_row(connection, Made(int(enquiry.id, 16)).coded()), coded)
    report = exact_report(desk, ReportChoices(date(2026, 6, 29), first=date(2026, 2, 1)), lambda: None)
    inside = [one for one in made if date(2026, 2, 1) <= one.on <= date(2026, 5, 31)]
    assert report.enquiries == len(inside)
    for key, question in (("4.2a", "gender"), ("4.2b", "citizenship"), ("4.2d", "reason"), ("4.2e", "heard_from")):
        said = [answer.value for one in inside if (answer := one.answer(question)) and answer.has_value]
        asked = instrument.question(question)
        assert asked is not None
        groups = [(asked.option(str(value)) or asked.options[0]).reports_as or value for value in said]
        known = [group for group in groups if group != "missing"]
        rows = zip(report.tables[key].rows, report.tables[key].cells, strict=True)
        for row, (cell,) in rows:
            assert (cell.count, cell.answered, cell.missing) == (known.count(row), len(known), len(inside) - len(known))
    helped = sum(one.helped_on for one in inside)
    assert [row[0].count for row in report.tables["4.2c"].cells] == [helped, len(inside) - helped]


def _enquiry(chance: random.Random, number: int) -> Enquiry:
    on = date(2026, 1, 1) + timedelta(days=chance.randrange(250))
    questions = CATALOGUE.get("not_started").questions
    said = [
        about(one.key, chance.random() < 0.5 if one.kind is Kind.YES_NO else chance.choice(one.options).key)
        if chance.random() < 0.8
        else about(one.key, state=AnswerState.NOT_ASKED)
        for one in questions
        if one.kind is not Kind.MULTIPLE
    ]
    return Enquiry(f"{5000 + number:032x}", on, "Odense", tuple(said))
