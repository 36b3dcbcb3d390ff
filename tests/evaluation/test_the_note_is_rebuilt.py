"""The exact tables over the made-up set are the published figures of the midterm note, figure by figure."""

from collections.abc import Mapping

import pytest

from evaluation.coded_people import hold
from evaluation.published.courses import published_courses, published_enquiries, without_a_start
from evaluation.published.figures import MEANS, SHARES, Mean, Share
from evaluation.published.people import REPORTING_DATE
from evaluation.published.test_published_set import named
from exit_desktop.evaluation.choices import ReportChoices
from exit_desktop.evaluation.protection import protect
from exit_desktop.evaluation.protection_forms import Shown
from exit_desktop.evaluation.report import ExactReport
from exit_desktop.evaluation.rounding import mean, percent
from exit_desktop.evaluation.table import Cell, ExactTable
from exit_desktop.exchange.coded import code_course
from exit_desktop.services.desk import Desk
from exit_desktop.services.reports import exact_report
from exit_desktop.vault.not_started_rows import write_enquiry

_made: list[ExactReport] = []


@pytest.fixture
def report(desk: Desk) -> ExactReport:
    """The report on the day of the note's data, made once."""
    if not _made:
        everybody = (*published_courses(), *without_a_start())
        hold(desk, (code_course(one.course, desk.catalogue, one.project[:8], one.project) for one in everybody))
        with desk.vault.writing() as connection:
            for enquiry in published_enquiries():
                write_enquiry(connection, enquiry)
        _made.append(exact_report(desk, ReportChoices(on=REPORTING_DATE), lambda: None))
        with desk.vault.writing() as connection:
            connection.execute("DELETE FROM not_started")
    return _made[0]


def cell_of(tables: Mapping[str, ExactTable], figure: Share | Mean) -> Cell:
    """Return the figure of the report that stands for a published one."""
    table = tables[figure.table]
    return table.cells[table.rows.index(figure.row)][table.columns.index(figure.column)]


def test_71_are_registered_and_68_counted(report: ExactReport) -> None:
    assert (report.registered, report.people, report.enquiries) == (71, 68, 38)


@pytest.mark.parametrize("figure", SHARES, ids=named)
def test_a_published_count_and_its_per_cent(report: ExactReport, figure: Share) -> None:
    cell = cell_of(report.tables, figure)
    assert (cell.count, cell.answered) == (figure.count, figure.answered)
    if figure.printed is not None and not figure.reading:
        assert percent(cell) == figure.printed


@pytest.mark.parametrize("figure", MEANS, ids=named)
def test_a_published_mean(report: ExactReport, figure: Mean) -> None:
    cell = cell_of(report.tables, figure)
    made = mean(cell, 0 if figure.whole else 1)
    assert made is not None
    assert (made.as_integer_ratio(), cell.answered) == (figure.printed.as_integer_ratio(), figure.answered)


def test_all_of_it_is_protected_and_released_again_unchanged(report: ExactReport) -> None:
    tables = list(report.tables.values())
    leaving = protect(tables)
    assert leaving.empty is None
    assert protect(tables, released=[leaving.release(REPORTING_DATE)]) == leaving


def test_what_the_note_printed_of_one_or_two_people_is_not_told(report: ExactReport) -> None:
    leaving = {table.key: table for table in protect(list(report.tables.values())).tables}
    assert [row[0].count for row in leaving["6.2c"].cells[:3]] == [Shown(1, 4)] * 3
    assert [row[0].count.exact for row in leaving["4.4a"].cells] == [62, None, None]
    assert [cell.mean_tenths for cell in leaving["F5.6"].cells[0][:4:3]] == [63, 74]
