"""The program's own tables of the made-up set equal every published figure, and may leave once they are protected."""

import time
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest

from evaluation.published.courses import catalogue, published_courses, published_enquiries
from evaluation.published.figures import MEANS, SHARES, Mean, Share
from evaluation.published.people import REPORTING_DATE
from exit_desktop.domain.not_started import NOT_STARTED
from exit_desktop.evaluation.choices import ReportChoices
from exit_desktop.evaluation.facts import Facts, Person, SheetRow, piled
from exit_desktop.evaluation.protection import protect
from exit_desktop.evaluation.protection_forms import Shown
from exit_desktop.evaluation.report import make_tables
from exit_desktop.evaluation.sheets import ENQUIRY
from exit_desktop.evaluation.table import Cell, ExactTable
from exit_desktop.exchange.coded import code_course
from exit_desktop.exchange.coded_not_started import code_enquiry
from exit_desktop.services.counted_facts import counted_facts
from exit_desktop.vault.counted_rows import CountedCourse

ON = REPORTING_DATE.isoformat()


def person_of(key: int, counted: CountedCourse) -> Person:
    ended = next((end for end in counted.ends if end.since <= ON < end.until), None)
    if ended is None:
        return Person(key, counted.project)
    return Person(key, counted.project, ended.kind, ended.reason, ended.months)


def rows_of(key: int, counted: CountedCourse) -> list[SheetRow]:
    return [
        (key, s.measure, s.occasion, s.codes, s.elapsed, s.hours, int(s.in_place_of))
        for s in counted.sheets
        if s.since <= ON < s.until
    ]


def enquiry_codes() -> tuple[bytes, ...]:
    coded = (code_enquiry(one, catalogue().get(NOT_STARTED, 1), "K1") for one in published_enquiries())
    return tuple(ENQUIRY.pack({a.question: (a.state, a.value) for a in one.answers}) for one in coded)


@pytest.fixture(scope="module")
def tables() -> Mapping[str, ExactTable]:
    """Every exact table of the set on its reporting date."""
    counted = [counted_facts(code_course(one.course, catalogue(), "K1", one.project)) for one in published_courses()]
    people = tuple(person_of(key, one) for key, one in enumerate(counted))
    rows = [row for key, one in enumerate(counted) for row in rows_of(key, one)]
    steps = [(key, s.to_phase, s.elapsed) for key, one in enumerate(counted) for s in one.transitions if s.since <= ON]
    facts = Facts(
        ReportChoices(REPORTING_DATE),
        people,
        len(people),
        piled(rows, people),
        tuple(steps),
        ended_on={k: date.fromisoformat(e.since) for k, one in enumerate(counted) for e in one.ends if e.since <= ON},
        enquiries=enquiry_codes(),
    )
    return make_tables(facts)


def cell_of(tables: Mapping[str, ExactTable], figure: Share | Mean) -> Cell:
    table = tables[figure.table]
    return table.cells[table.rows.index(figure.row)][table.columns.index(figure.column)]


@pytest.mark.parametrize("key", sorted({figure.table for figure in SHARES}))
def test_the_counts_of_a_table_are_the_published_ones(tables: Mapping[str, ExactTable], key: str) -> None:
    figures = [figure for figure in SHARES if figure.table == key]
    found = [cell_of(tables, figure) for figure in figures]
    assert [(c.count, c.answered) for c in found] == [(f.count, f.answered) for f in figures]


@pytest.mark.parametrize("key", sorted({figure.table for figure in MEANS}))
def test_the_means_of_a_table_are_the_published_ones(tables: Mapping[str, ExactTable], key: str) -> None:
    for figure in (one for one in MEANS if one.table == key):
        cell, steps = cell_of(tables, figure), 1 if figure.whole else 10
        assert cell.total is not None
        mean = Fraction(int((2 * steps * cell.total / cell.answered + 1) // 2), steps)
        assert (mean, cell.answered) == (figure.printed, figure.answered)


def test_all_of_it_is_protected_in_half_a_second_and_released_again_unchanged(
    tables: Mapping[str, ExactTable],
) -> None:
    begun = time.process_time()
    report = protect(list(tables.values()))
    assert time.process_time() - begun < 0.5
    assert report.empty is None
    assert protect(list(tables.values()), released=[report.release(REPORTING_DATE)]) == report


def test_what_the_note_printed_of_one_or_two_people_is_not_told(tables: Mapping[str, ExactTable]) -> None:
    report = {table.key: table for table in protect(list(tables.values())).tables}
    assert [row[0].count for row in report["6.2c"].cells[:3]] == [Shown(1, 4)] * 3
    assert [row[0].count.exact for row in report["4.4a"].cells] == [62, None, None]
    assert [cell.mean_tenths for cell in report["F5.6"].cells[0][:4:3]] == [63, 74]
