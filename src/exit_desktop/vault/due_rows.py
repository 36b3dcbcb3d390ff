"""Rows of what is due: written with each course, and anew for all when a file comes from an earlier version.

Anew they are worked out from what a course waits for and nothing else: whole courses would take three times as long.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from exit_desktop.domain.calendar import Calendar, Occasion
from exit_desktop.domain.contacts import Contact, ContactKind, ContactState, Party, PlaceKind
from exit_desktop.domain.courses import WaitingCourse
from exit_desktop.domain.due import due_items
from exit_desktop.domain.network import Handover, NetworkPerson
from exit_desktop.domain.plans import PlanVersion
from exit_desktop.domain.submissions import Submission, SubmissionKind
from exit_desktop.vault.course_calendar import CLOSINGS, PAUSES, REPLANS, TRANSITIONS
from exit_desktop.vault.course_network import TASKS
from exit_desktop.vault.course_plans import PLANS
from exit_desktop.vault.rows import day, day_or_none, members

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

_FORMS, _OCCASIONS = members(SubmissionKind), members(Occasion)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An open course with what it waits for, and nothing else; it is no course to write."""

    key: int
    calendar: Calendar
    submissions: tuple[Submission, ...] = field(repr=False)
    plans: tuple[PlanVersion, ...] = field(repr=False)
    contacts: tuple[Contact, ...] = field(repr=False)
    handover: Handover = field(repr=False)
    network: tuple[NetworkPerson, ...] = field(repr=False)


def write_due(connection: "Connection", key: int, course: WaitingCourse) -> None:
    """Write what is due in a course, in place of what was."""
    connection.execute("DELETE FROM due WHERE course_id = :course", {"course": key})
    _insert(connection, _rows(key, course))


def write_due_anew(connection: "Connection") -> None:
    """Write what is due in every open course, in place of all that an earlier version knew of."""
    connection.execute("DELETE FROM due")
    # One course at a time: what ten thousand wait for is never in memory at once.
    _insert(connection, (row for course in _read_waiting(connection) for row in _rows(course.key, course)))


def _rows(key: int, course: WaitingCourse) -> list[dict[str, object]]:
    return [
        {
            "course": key,
            "on": item.on.isoformat(),
            "until": item.until.isoformat(),
            "kind": item.kind,
            "ref": item.ref,
        }
        for item in due_items(course)
    ]


def _insert(connection: "Connection", rows: Iterable[dict[str, object]]) -> None:
    connection.executemany(
        "INSERT INTO due (course_id, on_date, until_on, kind, ref) VALUES (:course, :on, :until, :kind, :ref)", rows
    )


def _read_waiting(connection: "Connection") -> Iterator[_Waiting]:
    rows = connection.execute(
        "SELECT id, orientation_on, start_on, phase_months FROM course WHERE state <> 'closed' ORDER BY id"
    ).fetchall()
    for r in rows:
        key = int(r[0])
        yield _Waiting(
            key,
            Calendar(
                day(r[1]),
                day_or_none(r[2]),
                r[3],
                TRANSITIONS.read(connection, key),
                REPLANS.read(connection, key),
                PAUSES.read(connection, key),
                CLOSINGS.read(connection, key),
            ),
            submissions=_read_finished(connection, key),
            plans=PLANS.read(connection, key),
            contacts=_read_planned(connection, key),
            handover=Handover(TASKS.read(connection, key)),
            network=_read_people(connection, key),
        )


def _read_finished(connection: "Connection", course: int) -> tuple[Submission, ...]:
    rows = connection.execute(
        "SELECT kind, held_on, occasion, finished_on FROM submission"
        " WHERE course_id = :course AND finished_on IS NOT NULL",
        {"course": course},
    )
    return tuple(
        Submission(
            "", _FORMS[r[0]], day(r[1]), None if r[2] is None else _OCCASIONS[r[2]], finished_on=day_or_none(r[3])
        )
        for r in rows
    )


def _read_planned(connection: "Connection", course: int) -> tuple[Contact, ...]:
    rows = connection.execute(
        "SELECT hex(uid), on_date FROM contact"
        " WHERE course_id = :course AND state = 'planned' AND party = 'citizen' ORDER BY on_date, at_time, uid",
        {"course": course},
    )
    kind, state = ContactKind.MEETING, ContactState.PLANNED
    return tuple(Contact(r[0].lower(), day(r[1]), None, kind, Party.CITIZEN, state, PlaceKind.NONE) for r in rows)


def _read_people(connection: "Connection", course: int) -> tuple[NetworkPerson, ...]:
    rows = connection.execute("SELECT hex(uid) FROM network_person WHERE course_id = :course", {"course": course})
    return tuple(NetworkPerson(r[0].lower(), "") for r in rows)
