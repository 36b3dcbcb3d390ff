"""How soon the overview across all courses is there, beside the bare SELECTs that it asks of the database.

Repeat: `BENCHMARKS=full python -m pytest -m benchmark tests/benchmarks/test_benchmark_across_courses.py`. The
indicators are worked out on the worker thread, and how long the window waits meanwhile is told; caseload and hours
are not.
"""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.conftest import FULL
from benchmarks.measuring import Table, milliseconds, side_by_side
from benchmarks.test_benchmark_services import Recorded
from exit_desktop.services.caseload import read_caseload
from exit_desktop.services.desk import Desk
from exit_desktop.services.fidelity import read_caseload_findings, tally
from exit_desktop.services.time_spent import read_time
from exit_desktop.vault.course_method import read_started_courses

if TYPE_CHECKING:
    from exit_desktop.vault.rows import Connection

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(900)]


def asked_of(connection: "Connection") -> list[tuple[str, Any]]:
    """Return every statement that reading the started courses asks of the database."""
    recorder: Any = Recorded(connection)
    assert sum(1 for _ in read_started_courses(recorder))
    return list(recorder.asked)


def longest_wait(desk: Desk) -> float:
    """Return the longest milliseconds that a small reading takes while all courses are read on another thread."""

    def look() -> None:
        with desk.vault.reading() as connection:
            connection.execute("SELECT commit_number FROM vault").fetchone()

    job = threading.Thread(target=lambda: read_caseload_findings(desk))
    job.start()
    waits = [0.0]
    while job.is_alive():
        waits.append(milliseconds(look))
        job.join(timeout=0.002)
    return max(waits)


@pytest.mark.parametrize("count", [200, 10_000 if FULL else 1_000])
def test_the_method_across_all_courses(table: Table, desk_of: Callable[[int], Desk], count: int) -> None:
    desk = desk_of(count)
    with desk.vault.reading() as connection:
        statements = asked_of(connection)

    def bare() -> None:
        with desk.vault.reading() as connection:
            for sql, values in statements:
                connection.execute(sql, values).fetchall()

    mine, theirs = side_by_side(lambda: read_caseload_findings(desk), bare, 3)
    table.tell(f"the method across {count} courses, on the worker thread", mine, theirs, "")
    table.tell("the longest that the window waits to read meanwhile", longest_wait(desk), None, "<= 100 ms")
    found = read_caseload_findings(desk)
    table.tell(
        f"the sums of {count} courses, in the window", milliseconds(lambda: tally(found)), None, "<= 16 ms at 200"
    )


@pytest.mark.parametrize("count", [200, 10_000 if FULL else 1_000])
def test_caseload_and_hours(table: Table, desk_of: Callable[[int], Desk], count: int) -> None:
    desk = desk_of(count)
    goal = "<= 100 ms" if count == 200 else ""
    table.tell(f"the caseload of {count} courses", milliseconds(lambda: read_caseload(desk)), None, goal)
    table.tell(f"the hours of {count} courses", milliseconds(lambda: read_time(desk)), None, goal)
