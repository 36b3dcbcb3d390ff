"""Asks for a table of the report, and reads it as a person would."""

from datetime import date

from evaluation.coded_people import Made, hold
from exit_desktop.evaluation.choices import ReportChoices
from exit_desktop.evaluation.report import ExactReport
from exit_desktop.evaluation.table import Cell, ExactTable
from exit_desktop.services.desk import Desk
from exit_desktop.services.reports import exact_report

LATE = date(2027, 12, 31)


def report_of(desk: Desk, *people: Made, on: date = LATE, **chosen: object) -> ExactReport:
    """The report over these received courses."""
    hold(desk, [one.coded() for one in people])
    return exact_report(desk, ReportChoices(on, **chosen), lambda: None)  # type: ignore[arg-type]  # named by a test


def counts(table: ExactTable, column: str) -> dict[str, int]:
    """The counts of a column above nothing, by row."""
    at = table.columns.index(column)
    return {row: cells[at].count for row, cells in zip(table.rows, table.cells, strict=True) if cells[at].count}


def cell(table: ExactTable, row: str, column: str) -> Cell:
    """One cell."""
    return table.cells[table.rows.index(row)][table.columns.index(column)]


def mean_of(table: ExactTable, row: str, column: str) -> float:
    """The mean in a cell."""
    found = cell(table, row, column)
    assert found.total is not None
    assert found.count == found.answered
    return float(found.total / found.answered)
