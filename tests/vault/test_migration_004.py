"""The fourth migration: what left is known by course, and what happened on one day has an order."""

import sqlite3
from collections.abc import Iterator

import pytest

from exit_desktop.vault.migrations import migrate

WIRES = {"full": b"f" * 16, "coded": b"c" * 16, "nothing": b"n" * 16}


@pytest.fixture
def third() -> Iterator[sqlite3.Connection]:
    """The tables of schema 3 with three courses that differ in sharing; in clear text, for their words are none."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection, 3)
    connection.execute("INSERT INTO citizen VALUES (1, randomblob(16), 'a', 'a', 'da')")
    for sharing, wire in WIRES.items():
        connection.execute(
            "INSERT INTO course (uid, citizen_id, wire_uid, wire_code, owner, ownership, revision, written_at, sharing,"
            " anonymous, came_through, target_group, target_note, acute_help, orientation_on, phase_months,"
            " retention_reason, long_term_plan, responsible_actor, state, phase, talks) VALUES (randomblob(16), 1, ?,"
            " '', '', 1, 1, '', ?, 0, '', '', '', '', '', 4, '', '', '', '', 1, 0)",
            (wire, sharing),
        )
    yield connection
    connection.close()


def _left(connection: sqlite3.Connection) -> set[bytes]:
    migrate(connection, 4)
    return {row[0] for row in connection.execute("SELECT wire_uid FROM sent_course")}


def test_nothing_has_left_a_vault_that_never_sent(third: sqlite3.Connection) -> None:
    assert _left(third) == set()


def test_what_may_have_left_counts_as_gone(third: sqlite3.Connection) -> None:
    third.execute("INSERT INTO sent_bundle VALUES (1, randomblob(16), 1, x'00', '', '', 1, NULL)")
    assert _left(third) == {WIRES["full"], WIRES["coded"]}


def test_replans_of_one_day_stand_as_they_were_written(third: sqlite3.Connection) -> None:
    for number, made_on in enumerate(["2026-11-23", "2026-11-02", "2026-11-23"]):
        third.execute("INSERT INTO replan VALUES (?, randomblob(16), 1, ?, '', 7, '')", (number, made_on))
    migrate(third, 4)
    assert third.execute("SELECT id, position FROM replan ORDER BY id").fetchall() == [(0, 1), (1, 0), (2, 2)]


def _submissions(connection: sqlite3.Connection, *finished: str | None) -> list[int]:
    for number, on in enumerate(finished):
        connection.execute(
            "INSERT INTO submission (id, uid, course_id, kind, held_on, occasion, language, finished_on, made_by)"
            " VALUES (?, randomblob(16), 1, 'reading', '2026-11-23', 'm04', 'da', ?, 'together')",
            (number, on),
        )
    migrate(connection, 4)
    return [row[0] for row in connection.execute("SELECT id FROM submission ORDER BY position")]


def test_a_corrected_reading_stays_before_the_one_that_was_finished_later(third: sqlite3.Connection) -> None:
    assert _submissions(third, "2026-11-25", "2026-11-23") == [1, 0]


def test_readings_finished_on_one_day_stand_as_they_were_written(third: sqlite3.Connection) -> None:
    assert _submissions(third, "2026-11-23", "2026-11-23") == [0, 1]


def test_a_reading_that_is_not_finished_stands_last(third: sqlite3.Connection) -> None:
    assert _submissions(third, None, "2026-11-24") == [1, 0]
