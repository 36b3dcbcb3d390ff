"""How soon the day is there, across all courses, beside the bare SELECTs that it asks of the database.

Repeat: `BENCHMARKS=full python -m pytest -m benchmark tests/benchmarks/test_benchmark_today.py`.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.conftest import FULL, TODAY
from benchmarks.measuring import Table, side_by_side
from benchmarks.test_benchmark_services import Recorded
from exit_desktop.domain.today_rows import QUIET_DAYS
from exit_desktop.services.desk import Desk
from exit_desktop.services.today import read_day
from exit_desktop.vault.settings import read_settings
from exit_desktop.vault.snoozes import read_snoozes
from exit_desktop.vault.today_rows import read_attempts, read_rows

if TYPE_CHECKING:
    from exit_desktop.vault.rows import Connection

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(900)]
GOALS = {200: "<= 100 ms", 1_000: "", 10_000: "<= 1,000 ms"}


def asked_of(connection: "Connection") -> list[tuple[str, Any]]:
    """Return every statement of a day; of the attempts as many as there are courses that may be quiet."""
    recorder: Any = Recorded(connection)
    rows = read_rows(recorder, TODAY, 12)
    longest = max(QUIET_DAYS.values())
    since = {key: one.last_contact_on for key, one in rows.courses.items() if one.last_contact_on}
    read_attempts(recorder, {key: on for key, on in since.items() if (TODAY - on).days >= longest})
    read_settings(recorder)
    read_snoozes(recorder)
    return list(recorder.asked)


@pytest.mark.parametrize("count", [200, 10_000 if FULL else 1_000])
def test_the_day_across_all_courses(table: Table, desk_of: Callable[[int], Desk], count: int) -> None:
    desk = desk_of(count)
    with desk.vault.reading() as connection:
        statements = asked_of(connection)

    def bare() -> None:
        with desk.vault.reading() as connection:
            for sql, values in statements:
                connection.execute(sql, values).fetchall()

    assert read_day(desk).lines
    mine, theirs = side_by_side(lambda: read_day(desk), bare, 9)
    table.tell(f"the day across {count} courses; its bare SELECTs", mine, theirs, GOALS[count])
