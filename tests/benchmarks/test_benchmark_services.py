"""What saving, printing and sending cost beside the bare work of the libraries underneath.

Repeat: `BENCHMARKS=full python -m pytest -m benchmark tests/benchmarks/test_benchmark_services.py`.
"""

import json
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyrage
import pytest

from benchmarks.conftest import FULL, TODAY, Vaults
from benchmarks.measuring import Table, milliseconds, side_by_side
from exit_desktop.domain.contacts import Contact, Minutes, WorkKind
from exit_desktop.domain.courses import Course, Sharing
from exit_desktop.exchange.cards import read_card
from exit_desktop.services.bundles import export_bundle
from exit_desktop.services.contacts import record_contact
from exit_desktop.services.courses import list_courses, load_course
from exit_desktop.services.desk import Desk
from exit_desktop.services.sharing import own_card
from exit_desktop.services.vaults import Role, WorkerDetails, save_worker
from exit_desktop.system.ids import new_id

if TYPE_CHECKING:
    from exit_desktop.vault.rows import Connection

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(900)]
Desks = Callable[[int], Desk]


class Recorded:
    """A connection that keeps what was asked of it, so that the bare work can be done again."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self.asked: list[tuple[str, Any]] = []

    def execute(self, sql: str, values: Any = ()) -> Any:  # the driver's own type
        """Pass one statement on."""
        self.asked.append((sql, values))
        return self._connection.execute(sql, values)

    def executemany(self, sql: str, rows: Any) -> Any:  # the driver's own type
        """Pass several on."""
        self.asked += [(sql, row) for row in list(rows)]
        return self._connection.executemany(sql, rows)


def middle_course(desk: Desk) -> Course:
    """Return the course with the middling number of contacts."""
    courses = [load_course(desk, row.course_id) for row in list_courses(desk)[:40]]
    return sorted(courses, key=lambda one: len(one.contacts))[len(courses) // 2]


def test_saving_a_contact(table: Table, desk_of: Desks) -> None:
    desk = desk_of(200)
    held = [middle_course(desk)]

    def save() -> None:
        contact = Contact(new_id(), TODAY, note="Talt om nøgler og bolig.", minutes=(Minutes(WorkKind.PRACTICAL, 40),))
        held.append(record_contact(desk, held[-1], contact))

    save()
    before = len(held[-1].contacts)
    mine, theirs = side_by_side(save, bare_writes(desk, held[0]), 60)
    assert len(load_course(desk, held[0].id).contacts) == before + 120, "both wrote sixty"
    table.tell("saving a contact; bare transaction, synchronous=FULL", mine, theirs, "<= 1.5 x or + 2 ms")


def bare_writes(desk: Desk, course: Course) -> Callable[[], None]:
    """Return the transaction that writes as many bytes into as many rows of the same tables as saving a contact."""
    with desk.vault.reading() as connection:
        key = connection.execute("SELECT id FROM course WHERE uid = :u", {"u": bytes.fromhex(course.id)}).fetchone()[0]
        due = connection.execute("SELECT * FROM due WHERE course_id = :c", {"c": key}).fetchall()
        log = connection.execute("SELECT * FROM usage_log ORDER BY 1 DESC LIMIT 1").fetchone()
    columns = ", ".join("?" * len(log))

    def write() -> None:
        with desk.vault.job():
            connection = desk.vault._writer
            assert connection is not None
            connection.execute("BEGIN IMMEDIATE")
            new = connection.execute(
                "INSERT INTO contact (uid, course_id, on_date, kind, party, state, place, place_words, with_whom, note)"
                " SELECT randomblob(16), course_id, on_date, kind, party, state, place, '', '', :note FROM contact"
                " WHERE course_id = :course LIMIT 1",
                {"course": key, "note": "Talt om nøgler og bolig."},
            ).lastrowid
            connection.execute(
                "INSERT INTO contact_minutes (contact_id, kind, minutes) VALUES (?, 'practical_tasks', 40)", (new,)
            )
            connection.execute("UPDATE course SET talks = talks, written_at = written_at WHERE id = ?", (key,))
            connection.execute("DELETE FROM due WHERE course_id = ?", (key,))
            connection.executemany("INSERT INTO due VALUES (?, ?, ?, ?, ?)", due)
            next_number = connection.execute("SELECT max(rowid) + 1 FROM usage_log").fetchone()[0]
            connection.execute(f"INSERT INTO usage_log VALUES ({columns})", (next_number, *log[1:]))
            connection.execute("UPDATE vault SET commit_number = commit_number + 1")
            connection.execute("COMMIT")

    return write


def test_plan_paper(table: Table, vaults: Vaults) -> None:
    made = vaults(200)
    script = Path(__file__).with_name("plan_paper.py")
    command = [sys.executable, str(script), str(made.vault), made.passphrase]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert found["pdf"]
    table.tell("plan as PDF, the first in a process", found["first"], None, "<= 300 ms")
    table.tell("plan as PDF, warm", found["warm"], None, "<= 50 ms")


@pytest.mark.parametrize("count", [500, 1_000] if FULL else [100, 200])
def test_exporting(table: Table, desk_of: Desks, count: int) -> None:
    desk = desk_of(count)
    with desk.vault.writing() as connection:
        connection.execute("UPDATE course SET sharing = :full, anonymous = 0", {"full": Sharing.FULL})
    save_worker(desk.vault, WorkerDetails("KO1", role=Role.COORDINATOR))
    card = read_card(own_card(desk).content)
    first = milliseconds(lambda: export_bundle(desk, card))
    with desk.vault.reading() as connection:
        selects = recorded_selects(desk, connection)

    def bare() -> None:
        with desk.vault.reading() as connection:
            rows = [[list(row) for row in connection.execute(sql, values)] for sql, values in selects]
        text = json.dumps(rows, ensure_ascii=False, default=bytes.hex).encode()
        pyrage.encrypt(zlib.compress(text), [pyrage.x25519.Recipient.from_str(card.identity.recipient)])

    packages = []
    mine, theirs = side_by_side(lambda: packages.append(export_bundle(desk, card)), bare, 3)
    assert sum(package.units for package in packages[0]) >= count
    table.tell(f"exporting {count} full courses; SELECT + JSON + zlib + age", mine, theirs, "<= 1.5 x, <= 5 s at 1,000")
    table.tell(f"exporting {count} full courses the first time (plans become fast)", first, None, "")


def recorded_selects(desk: Desk, connection: "Connection") -> list[tuple[str, Any]]:
    """Return every statement that reading all courses asks of the database."""
    from exit_desktop.vault.courses import read_courses

    recorder: Any = Recorded(connection)
    assert sum(1 for _ in read_courses(recorder))
    return list(recorder.asked)
