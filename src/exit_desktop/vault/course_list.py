"""The citizen list's own query: one statement over what was worked out when each course was written."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from exit_desktop.domain.calendar import CourseState, Phase
from exit_desktop.domain.due import DueKind
from exit_desktop.vault.rows import day, day_or_none

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


@dataclass(frozen=True, slots=True)
class CourseRow:
    """One line of the list. `due_on` is the nearest date that is still to be told today."""

    course_id: str
    citizen_id: str
    alias: str
    state: CourseState
    phase: Phase
    anonymous: bool
    talks: int
    orientation_on: date
    start_on: date | None
    ended_on: date | None
    last_contact_on: date | None
    due_on: date | None
    due_kind: DueKind | None
    due_ref: str | None


def read_course_rows(connection: "Connection", today: date) -> list[CourseRow]:
    """Return a row for every course, by alias."""
    # SQLite fills the bare columns beside min() from the row that holds the minimum.
    rows = connection.execute(
        "SELECT hex(c.uid), hex(p.uid), p.alias, c.state, c.phase, c.anonymous, c.talks, c.orientation_on, c.start_on,"
        " c.ended_on, c.last_contact_on, d.on_date, d.kind, d.ref FROM course c JOIN citizen p ON p.id = c.citizen_id"
        " LEFT JOIN (SELECT course_id, min(on_date) AS on_date, kind, ref FROM due WHERE until_on >= :today"
        " GROUP BY course_id) d ON d.course_id = c.id ORDER BY p.alias_key",
        {"today": today.isoformat()},
    )
    return [
        CourseRow(
            r[0].lower(),
            r[1].lower(),
            r[2],
            CourseState(r[3]),
            Phase(r[4]),
            bool(r[5]),
            r[6],
            day(r[7]),
            day_or_none(r[8]),
            day_or_none(r[9]),
            day_or_none(r[10]),
            day_or_none(r[11]),
            None if r[12] is None else DueKind(r[12]),
            r[13],
        )
        for r in rows
    ]


def read_aliases(connection: "Connection", other_than: str = "") -> tuple[str, ...]:
    """Return every alias but that of the citizen `other_than`."""
    rows = connection.execute(
        "SELECT alias FROM citizen WHERE uid <> :own ORDER BY alias_key", {"own": bytes.fromhex(other_than)}
    )
    return tuple(row[0] for row in rows)


def find_course(connection: "Connection", key: str) -> str | None:
    """Return the id of the newest course of the citizen with this alias key."""
    row = connection.execute(
        "SELECT hex(c.uid) FROM course c JOIN citizen p ON p.id = c.citizen_id WHERE p.alias_key = :key"
        " ORDER BY c.orientation_on DESC, c.id DESC LIMIT 1",
        {"key": key},
    ).fetchone()
    return None if row is None else str(row[0]).lower()


def read_course_ids_of(connection: "Connection", citizen_id: str) -> tuple[str, ...]:
    """Return the ids of all courses of a citizen, the oldest first."""
    rows = connection.execute(
        "SELECT hex(c.uid) FROM course c JOIN citizen p ON p.id = c.citizen_id WHERE p.uid = :uid"
        " ORDER BY c.orientation_on, c.id",
        {"uid": bytes.fromhex(citizen_id)},
    )
    return tuple(row[0].lower() for row in rows)
