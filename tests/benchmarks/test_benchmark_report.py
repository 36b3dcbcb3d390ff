"""How soon the full report over all courses is there, beside the same answers counted by SQL in plain SQLite.

Repeat: `BENCHMARKS=full python -m pytest -m benchmark tests/benchmarks/test_benchmark_report.py`. Goals: at most twice
the plain count, at most 5 s over 10,000 courses, at most 11 times the time for 10 times the courses. Beside it stands a
row for each answer in an open database in memory, clustered by question: one statement that groups them, and the joins
of each score with that of the start. What the first report has to count anew of own courses is told apart.
"""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from benchmarks.conftest import FULL, TODAY
from benchmarks.measuring import Table, milliseconds, side_by_side
from evaluation.protection_people import draw_people, report_about
from exit_desktop.evaluation.choices import ReportChoices
from exit_desktop.evaluation.codes import NO_ROW, Measure
from exit_desktop.evaluation.facts import READINGS
from exit_desktop.evaluation.protection import protect
from exit_desktop.evaluation.protection_forms import ProtectedReport
from exit_desktop.services.counted import count_own
from exit_desktop.services.desk import Desk
from exit_desktop.services.reports import exact_report

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(3600)]

SIZES = (1_000, 10_000) if FULL else (200, 1_000)
CHOICES = ReportChoices(TODAY)
_TABLE = """CREATE TABLE answer (measure INTEGER, occasion INTEGER, place INTEGER, code INTEGER, counted_id INTEGER,
    since INTEGER, until INTEGER, PRIMARY KEY (measure, occasion, place, code, counted_id, since)) WITHOUT ROWID"""
_GROUPED = """SELECT measure, occasion, place, code, count(*) FROM answer WHERE since <= :on AND until > :on
    AND counted_id IN (SELECT counted_id FROM answer WHERE measure = 1 AND occasion = 0 AND place = 0
        AND since <= :on AND until > :on)
    GROUP BY measure, occasion, place, code"""
_SCORES = """CREATE TEMP TABLE score AS SELECT measure, occasion, counted_id, sum(code) AS score FROM answer
    WHERE measure IN (1, 2) AND since <= :on AND until > :on
    GROUP BY measure, occasion, counted_id HAVING max(code) < 250"""
_PAIRED = """SELECT later.measure, later.occasion, first.score, later.score, count(*) FROM score AS later
    JOIN score AS first ON first.measure = later.measure AND first.counted_id = later.counted_id
    AND first.occasion = 0 GROUP BY later.measure, later.occasion, first.score, later.score"""


def _rows(desk: Desk) -> Iterator[tuple[int, ...]]:
    measures, occasions = list(Measure), list(READINGS)
    with desk.vault.reading() as connection:
        sheets = connection.execute("SELECT measure, occasion, counted_id, since, until, codes FROM counted_sheet")
        for measure, occasion, key, since, until, codes in sheets:
            days = (date.fromisoformat(since).toordinal(), date.fromisoformat(until).toordinal())
            for place, code in enumerate(codes):
                if code != NO_ROW:
                    yield measures.index(measure), occasions.index(occasion), place, code, key, *days


def in_the_open(desk: Desk) -> Callable[[], object]:
    """Return what counts the same answers in plain SQLite."""
    plain = sqlite3.connect(":memory:")
    plain.execute(_TABLE)
    plain.executemany("INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?, ?)", _rows(desk))

    def count() -> None:
        on = {"on": TODAY.toordinal()}
        plain.execute(_GROUPED, on).fetchall()
        plain.execute("DROP TABLE IF EXISTS score")
        plain.execute(_SCORES, on)
        plain.execute(_PAIRED).fetchall()

    return count


def test_the_full_report_beside_plain_sqlite(table: Table, desk_of: Callable[[int], Desk]) -> None:
    taken = [_measured(table, desk_of(size), size) for size in SIZES]
    table.tell(f"the report over {SIZES[1]} courses beside {SIZES[0]}", taken[1], taken[0], "<= 11 x for 10 x")


def test_the_protection_of_a_whole_report(table: Table) -> None:
    people = draw_people(Random(1), 400)
    tables = [replace(made, key=f"{n}{made.key}") for n in range(5) for made in report_about(people)]
    leaving: list[ProtectedReport] = []
    protecting = milliseconds(lambda: leaving.append(protect(tables)))
    assert len(leaving[0].tables) == len(tables)
    table.tell(f"hiding small numbers in {len(tables)} tables", protecting, None, "<= 500 ms")


def _measured(table: Table, desk: Desk, size: int) -> float:
    first = milliseconds(lambda: count_own(desk, _go_on))
    table.tell(f"counting {size} own courses before a first report", first, None, "")
    ours, theirs = side_by_side(lambda: exact_report(desk, CHOICES, _go_on), in_the_open(desk), 3)
    table.tell(f"the full report over {size} courses", ours, theirs, "<= 2 x, <= 5 s at 10,000")
    table.tell("the longest that the window waits to read meanwhile", _longest_wait(desk), None, "<= 50 ms")
    return ours


def _longest_wait(desk: Desk) -> float:
    def look() -> None:
        with desk.vault.reading() as connection:
            connection.execute("SELECT commit_number FROM vault").fetchone()

    job = threading.Thread(target=lambda: exact_report(desk, CHOICES, _go_on))
    job.start()
    waits = [0.0]
    while job.is_alive():
        waits.append(milliseconds(look))
        job.join(timeout=0.002)
    return max(waits)


def _go_on() -> None:
    """Nobody stops a benchmark."""
