"""The queries of the page of the day: rows worked out when courses were written, never whole courses."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from exit_desktop.domain.calendar import CourseState, Phase, add_months
from exit_desktop.domain.contacts import ContactKind, Party, PlaceKind
from exit_desktop.domain.due import DueKind
from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.domain.today import AHEAD, OUTCOME_DAYS, RETENTION_AHEAD, last_meeting_day
from exit_desktop.domain.today_rows import (
    Attempts,
    Begun,
    ClosedCourse,
    DueRow,
    Meeting,
    OpenCourse,
    OpenPause,
    OwnHours,
    Rows,
)
from exit_desktop.vault.rows import day as read_day
from exit_desktop.vault.rows import members, time_or_none

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

_STATES, _PHASES, _DUE_KINDS = members(CourseState), members(Phase), members(DueKind)
_KINDS, _PARTIES, _PLACES = members(ContactKind), members(Party), members(PlaceKind)
_FORMS = members(SubmissionKind)


@lru_cache(maxsize=4096)
def day(text: str) -> date:
    """Return the date that a column holds; ten thousand courses share a few hundred of them."""
    return read_day(text)


def day_or_none(text: str | None) -> date | None:
    """Return the date that a column holds, if any."""
    return None if text is None else day(text)


def read_rows(connection: "Connection", today: date, retention_months: int) -> Rows:
    """Return what a day is made of; attempts and half-written texts are asked for by themselves."""
    courses = read_open_courses(connection, today)
    return Rows(
        courses=courses,
        due=_read_due(connection, courses, today),
        meetings=_read_meetings(connection, courses, today),
        next_meetings=_read_next_meetings(connection, today),
        begun=_read_begun(connection, courses),
        closed=_read_closed(connection, today, retention_months),
        own_work=_read_own_work(connection, today),
    )


def read_open_courses(connection: "Connection", today: date) -> dict[int, OpenCourse]:
    """Return every course that is not closed by its key, with what tells whether it is quiet."""
    woke, pauses = _read_rests(connection, today)
    rows = connection.execute(
        "SELECT c.id, c.uid, p.alias, c.state, c.phase, c.orientation_on, c.start_on, c.last_contact_on"
        " FROM course c JOIN citizen p ON p.id = c.citizen_id WHERE c.state <> 'closed'"
    )
    return {
        r[0]: OpenCourse(
            r[1].hex(),
            r[2],
            _STATES[r[3]],
            _PHASES[r[4]],
            day(r[5]),
            r[6] and day(r[6]),
            r[7] and day(r[7]),
            woke.get(r[0]),
            pauses.get(r[0]),
        )
        for r in rows
    }


def _read_rests(connection: "Connection", today: date) -> tuple[dict[int, date], dict[int, OpenPause]]:
    """Return when each course last went on, and the pause that each is in or will be in."""
    woke: dict[int, date] = {}
    pauses: dict[int, OpenPause] = {}
    for course, from_on, until_on in connection.execute(
        # Of several that have not ended the nearest counts: it is read last.
        "SELECT course_id, from_on, until_on FROM pause ORDER BY from_on DESC"
    ):
        until = day_or_none(until_on)
        if until is None or until > today:
            pauses[course] = OpenPause(day(from_on), until)
        else:
            woke[course] = max(until, woke.get(course, until))
    for course, on in connection.execute(
        "SELECT course_id, max(reopened_on) FROM closing WHERE reopened_on IS NOT NULL GROUP BY course_id"
    ):
        woke[course] = max(day(on), woke.get(course, day(on)))
    return woke, pauses


def _read_due(connection: "Connection", courses: Mapping[int, OpenCourse], today: date) -> tuple[DueRow, ...]:
    # Read from end to end: what is due is a small table, and half of it lies before the last day asked for.
    rows = connection.execute(
        "SELECT course_id, kind, on_date, until_on, ref FROM due"
        " WHERE on_date <= :last AND until_on >= :today AND kind <> 'meeting'",
        {"last": (today + timedelta(days=AHEAD)).isoformat(), "today": today.isoformat()},
    )
    return tuple(DueRow(r[0], _DUE_KINDS[r[1]], day(r[2]), day(r[3]), r[4] or "") for r in rows if r[0] in courses)


def _read_meetings(connection: "Connection", courses: Mapping[int, OpenCourse], today: date) -> tuple[Meeting, ...]:
    first, last = today - timedelta(days=OUTCOME_DAYS), last_meeting_day(today)
    rows = connection.execute(
        "SELECT course_id, uid, on_date, at_time, kind, party, place, place_words, with_whom FROM contact"
        " WHERE state = 'planned' AND on_date BETWEEN :first AND :last",
        {"first": first.isoformat(), "last": last.isoformat()},
    )
    return tuple(
        Meeting(
            r[0],
            r[1].hex(),
            day(r[2]),
            time_or_none(r[3]),
            _KINDS[r[4]],
            _PARTIES[r[5]],
            _PLACES[r[6]],
            r[7],
            r[8],
        )
        for r in rows
        if r[0] in courses
    )


def _read_next_meetings(connection: "Connection", today: date) -> dict[int, date]:
    rows = connection.execute(
        # Left to itself the database goes through every contact there ever was, in the order of the courses.
        "SELECT course_id, min(on_date) FROM contact INDEXED BY contact_planned"
        " WHERE state = 'planned' AND party = 'citizen' AND on_date >= :today GROUP BY course_id",
        {"today": today.isoformat()},
    )
    return {row[0]: day(row[1]) for row in rows}


def _read_begun(connection: "Connection", courses: Mapping[int, OpenCourse]) -> tuple[Begun, ...]:
    rows = connection.execute(
        "SELECT course_id, hex(uid), kind, occasion, held_on FROM submission WHERE finished_on IS NULL"
        " AND kind IN ('reading', 'start_form', 'ongoing_form', 'closing_form')"
    )
    return tuple(Begun(r[0], r[1].lower(), _FORMS[r[2]], r[3] or "", day(r[4])) for r in rows if r[0] in courses)


def _read_closed(connection: "Connection", today: date, retention_months: int) -> tuple[ClosedCourse, ...]:
    last = today + timedelta(days=RETENTION_AHEAD)
    rows = connection.execute(
        "SELECT c.uid, p.alias, c.ended_on, c.retention_on FROM course c JOIN citizen p ON p.id = c.citizen_id"
        " WHERE c.state = 'closed' AND (c.retention_on <= :last OR c.retention_on IS NULL AND c.ended_on <= :ended)",
        # A day more than months clamp: the rule itself looks again.
        {"last": last.isoformat(), "ended": (add_months(last, -retention_months) + timedelta(days=3)).isoformat()},
    )
    return tuple(ClosedCourse(r[0].hex(), r[1], day(r[2]), day_or_none(r[3])) for r in rows)


def _read_own_work(connection: "Connection", today: date) -> tuple[OwnHours, ...]:
    rows = connection.execute(
        "SELECT hex(uid), on_date, kind, minutes FROM work_hours WHERE on_date BETWEEN :today AND :last",
        {"today": today.isoformat(), "last": last_meeting_day(today).isoformat()},
    )
    return tuple(OwnHours(r[0].lower(), day(r[1]), r[2], r[3]) for r in rows)


def read_attempts(connection: "Connection", since: Mapping[int, date]) -> dict[int, Attempts]:
    """Return how often each of these courses was tried from a day on: no answer, did not come, called off."""
    found: dict[int, Attempts] = {}
    for course, first_on in since.items():
        count, first = connection.execute(
            # Each state by its name: so the index that holds all of it answers.
            "SELECT count(*), min(on_date) FROM contact WHERE course_id = :course AND on_date >= :first"
            " AND state IN ('did_not_come', 'cancelled_by_citizen', 'cancelled_by_us', 'no_answer')"
            " AND party = 'citizen'",
            {"course": course, "first": first_on.isoformat()},
        ).fetchone()
        if count:
            found[course] = Attempts(count, day(first))
    return found
