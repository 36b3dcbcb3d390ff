"""The citizen list's own query: one statement over what was worked out when each course was written."""

import json
from collections.abc import Callable
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from exit_desktop.domain.calendar import CourseState, Phase
from exit_desktop.domain.due import DueKind
from exit_desktop.domain.resting import rests
from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.domain.today_rows import OpenPause
from exit_desktop.vault.rows import day, day_or_none, members

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

_STATES, _PHASES, _DUE_KINDS = members(CourseState), members(Phase), members(DueKind)
_NOTHING = (None, None, None)


class CourseRow(NamedTuple):
    """One line of the list as seen today: paused while it rests, `due_on` the nearest date that is still to be told.

    `begun_on` where just that reading or form is under way already.
    """

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
    begun_on: date | None = None


class Glance(NamedTuple):
    """The first lines of the list, and of every course its state today and whether it is anonymous."""

    first: list[CourseRow]
    kinds: list[tuple[CourseState, bool]]


# SQLite fills the bare columns beside min() from the row that holds the minimum.
_ROWS = (
    "SELECT p.alias_key, c.uid, p.uid, p.alias, c.state, c.phase, c.anonymous, c.talks, c.orientation_on,"
    " c.start_on, c.ended_on, c.last_contact_on, d.on_date, d.kind, d.ref, c.id FROM course c"
    " JOIN citizen p ON p.id = c.citizen_id"
)
_DUE = "SELECT course_id, min(on_date) AS on_date, kind, ref FROM due WHERE until_on >= :today"
_EVERY_ROW = f"{_ROWS} LEFT JOIN ({_DUE} GROUP BY course_id) d ON d.course_id = c.id"
_ROWS_OF = (
    f"{_ROWS} LEFT JOIN ({_DUE} AND course_id IN (SELECT value FROM json_each(:keys)) GROUP BY course_id) d"
    " ON d.course_id = c.id WHERE c.id IN (SELECT value FROM json_each(:keys))"
)


def count_courses(connection: "Connection") -> int:
    """Return how many courses there are."""
    return int(connection.execute("SELECT count(*) FROM course").fetchone()[0])


def read_course_rows(connection: "Connection", today: date) -> list[CourseRow]:
    """Return a row for every course, by alias."""
    rows = connection.execute(_EVERY_ROW, {"today": today.isoformat()}).fetchall()
    return _as_rows(connection, rows, _read_resting(connection, today))


def glance_at_courses(connection: "Connection", today: date, order: Callable[[str], str], most: int) -> Glance:
    """Return the rows of the first `most` courses that are not closed, in the `order` of their aliases."""
    aliases = dict(connection.execute("SELECT id, alias FROM citizen").fetchall())
    courses = connection.execute("SELECT id, citizen_id, state, anonymous FROM course").fetchall()
    resting, closed = _read_resting(connection, today), CourseState.CLOSED.value
    kinds = [(CourseState.PAUSED if r[0] in resting else _STATES[r[2]], bool(r[3])) for r in courses]
    there = sorted((order(aliases[r[1]]), r[0]) for r in courses if r[2] != closed)
    keys = json.dumps([key for _, key in there[:most]])
    rows = connection.execute(_ROWS_OF, {"today": today.isoformat(), "keys": keys}).fetchall()
    return Glance(_as_rows(connection, rows, resting), kinds)


def _as_rows(connection: "Connection", rows: list[tuple[Any, ...]], resting: set[int]) -> list[CourseRow]:
    # Sorted here: in alias order SQLite would look each course up by itself.
    rows.sort(key=itemgetter(0))
    begun = _read_begun(connection)
    return [
        CourseRow(
            r[1].hex(),
            r[2].hex(),
            r[3],
            CourseState.PAUSED if r[15] in resting else _STATES[r[4]],
            _PHASES[r[5]],
            bool(r[6]),
            r[7],
            day(r[8]),
            r[9] and day(r[9]),
            r[10] and day(r[10]),
            r[11] and day(r[11]),
            *_due_of(_NOTHING if r[15] in resting else r[12:15], begun.get((r[15], r[13], r[14]))),
        )
        for r in rows
    ]


def _due_of(
    due: tuple[str | None, str | None, str | None], begun_on: date | None
) -> tuple[date | None, DueKind | None, str | None, date | None]:
    """Return what is due as a row has it; where nothing is, nothing is under way for it."""
    on, kind, ref = due
    return (day(on), _DUE_KINDS[kind], ref, begun_on) if on and kind else (None, None, None, None)


def _read_begun(connection: "Connection") -> dict[tuple[int, str, str], date]:
    """Return since when what is under way is so, by its course, the kind that is due and the occasion."""
    rows = connection.execute(
        "SELECT course_id, kind, occasion, held_on FROM submission WHERE finished_on IS NULL"
        " AND kind IN ('reading', 'start_form', 'ongoing_form', 'closing_form')"
    )
    kinds = {SubmissionKind.READING.value: DueKind.READING.value}
    return {(r[0], kinds.get(r[1], DueKind.FORM.value), r[2]): day(r[3]) for r in rows}


def _read_resting(connection: "Connection", today: date) -> set[int]:
    """Return the keys of the open courses that rest today."""
    rows = connection.execute(
        "SELECT p.course_id, p.from_on, p.until_on FROM pause p JOIN course c ON c.id = p.course_id"
        " WHERE c.state <> 'closed' AND p.from_on <= :today AND (p.until_on IS NULL OR p.until_on >= :today)",
        {"today": today.isoformat()},
    )
    return {r[0] for r in rows if rests((OpenPause(day(r[1]), day_or_none(r[2])),), today)}


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


def read_course_aliases(connection: "Connection") -> dict[str, str]:
    """Return what the citizen of every course is called, by the course's id."""
    rows = connection.execute("SELECT c.uid, p.alias FROM course c JOIN citizen p ON p.id = c.citizen_id")
    return {row[0].hex(): row[1] for row in rows}


def read_wire_codes(connection: "Connection") -> dict[str, str]:
    """Return the short code of every course that is not closed, by the course's id."""
    rows = connection.execute("SELECT uid, wire_code FROM course WHERE state <> 'closed'")
    return {row[0].hex(): row[1] for row in rows}
