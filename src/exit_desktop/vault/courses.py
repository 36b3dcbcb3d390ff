"""A whole course between its rows and the one value that the rest of the house works with.

There is one writer. It compares the course as it was with the course as it shall be and writes the records that
differ: saving a contact touches the contact, the course row and what is due, whatever else the course holds.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from exit_desktop.domain.calendar import Calendar, closed_on
from exit_desktop.domain.citizens import Citizen, alias_key
from exit_desktop.domain.contacts import count_talks, last_contact_on
from exit_desktop.domain.courses import (
    CameThrough,
    Course,
    Orientation,
    Retention,
    Sharing,
    TargetGroup,
)
from exit_desktop.domain.network import Handover
from exit_desktop.domain.order import in_order
from exit_desktop.errors import CourseChangedElsewhere, CourseNotFound
from exit_desktop.vault.course_calendar import (
    CLOSINGS,
    CONSENTS,
    CORRECTIONS,
    MILESTONES,
    PAUSES,
    REPLANS,
    TRANSITIONS,
)
from exit_desktop.vault.course_contacts import CONTACTS
from exit_desktop.vault.course_gates import GATE_REASONS
from exit_desktop.vault.course_method import NOT_SUITABLE
from exit_desktop.vault.course_network import MEETINGS, PEOPLE, TASKS
from exit_desktop.vault.course_plans import PLANS
from exit_desktop.vault.course_submissions import SUBMISSIONS
from exit_desktop.vault.due_rows import write_due
from exit_desktop.vault.rows import day, day_or_none, text_or_none, write_collection

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

# Rows of the driver are untyped tuples; they get their types in the dataclass that they fill.
_Row = tuple[Any, ...]


def read_course(connection: "Connection", course_id: str) -> Course:
    """Return the course with this id. Raises CourseNotFound."""
    row = connection.execute(
        "SELECT c.id, hex(c.uid), hex(c.wire_uid), c.wire_code, c.owner, c.ownership, c.revision, c.written_at,"
        " c.sharing, c.anonymous, c.came_through, c.target_group, c.target_note, c.acute_help, c.orientation_on,"
        " c.start_on, c.phase_months, c.retention_on, c.retention_reason, c.long_term_plan, c.responsible_actor,"
        " hex(p.uid), p.alias, p.language FROM course c JOIN citizen p ON p.id = c.citizen_id WHERE c.uid = :uid",
        {"uid": bytes.fromhex(course_id)},
    ).fetchone()
    if row is None:
        raise CourseNotFound
    return _course(connection, row)


def _course(connection: "Connection", r: _Row) -> Course:
    key = int(r[0])
    return Course(
        id=r[1].lower(),
        wire_id=r[2].lower(),
        wire_code=r[3],
        owner=r[4],
        ownership=r[5],
        revision=r[6],
        written_at=datetime.fromisoformat(r[7]),
        sharing=Sharing(r[8]),
        anonymous=bool(r[9]),
        orientation=Orientation(CameThrough(r[10]), TargetGroup(r[11]), r[12], r[13]),
        calendar=_read_calendar(connection, key, r),
        retention=Retention(day_or_none(r[17]), r[18]),
        handover=Handover(TASKS.read(connection, key), MEETINGS.read(connection, key), r[19], r[20]),
        citizen=Citizen(r[21].lower(), r[22], r[23]),
        submissions=SUBMISSIONS.read(connection, key),
        plans=PLANS.read(connection, key),
        contacts=CONTACTS.read(connection, key),
        network=PEOPLE.read(connection, key),
        consents=CONSENTS.read(connection, key),
        milestones=MILESTONES.read(connection, key),
        gate_reasons=GATE_REASONS.read(connection, key),
        not_suitable=NOT_SUITABLE.read(connection, key),
    )


def _read_calendar(connection: "Connection", key: int, r: _Row) -> Calendar:
    return Calendar(
        orientation_on=day(r[14]),
        start=day_or_none(r[15]),
        phase_months=r[16],
        transitions=TRANSITIONS.read(connection, key),
        replans=REPLANS.read(connection, key),
        pauses=PAUSES.read(connection, key),
        closings=CLOSINGS.read(connection, key),
        corrections=CORRECTIONS.read(connection, key),
    )


def find_by_id(connection: "Connection", course_id: str) -> Course | None:
    """Return the course with this id if it is here."""
    try:
        return read_course(connection, course_id)
    except CourseNotFound:
        return None


def read_course_ids(connection: "Connection") -> tuple[str, ...]:
    """Return the id of every course, the oldest row first."""
    return tuple(row[0].lower() for row in connection.execute("SELECT hex(uid) FROM course ORDER BY id"))


def read_courses(connection: "Connection") -> Iterator[Course]:
    """Yield every course."""
    for course_id in read_course_ids(connection):
        yield read_course(connection, course_id)


def write_course(connection: "Connection", before: Course | None, after: Course, now: datetime) -> Course:
    """Write what differs and return the course as it now stands, its revision one higher.

    `before` is the course as it was read (None for a new one). Raises CourseChangedElsewhere when the rows have gone
    on since then. Runs inside the caller's transaction.
    """
    revision = 0 if before is None else before.revision
    written_at = now.astimezone(UTC).replace(microsecond=0)
    return _write(connection, before, replace(in_order(after), revision=revision + 1, written_at=written_at))


def take_course(connection: "Connection", before: Course | None, document: Course) -> None:
    """Write a course that came as a document, with the revision and the moment that it carries."""
    _write(connection, before, in_order(document))


def _write(connection: "Connection", before: Course | None, new: Course) -> Course:
    if before is None:
        key = _insert_course(connection, new)
        before = Course(
            new.id, new.wire_id, new.wire_code, new.owner, new.citizen, Calendar(new.calendar.orientation_on)
        )
    else:
        key = _update_course(connection, before, new)
        _write_citizen(connection, before.citizen, new.citizen)
    _write_records(connection, key, before, new)
    write_due(connection, key, new)
    return new


def _write_records(connection: "Connection", key: int, old: Course, new: Course) -> None:
    write_collection(connection, key, TRANSITIONS, old.calendar.transitions, new.calendar.transitions)
    write_collection(connection, key, REPLANS, old.calendar.replans, new.calendar.replans)
    write_collection(connection, key, PAUSES, old.calendar.pauses, new.calendar.pauses)
    write_collection(connection, key, CLOSINGS, old.calendar.closings, new.calendar.closings)
    write_collection(connection, key, CORRECTIONS, old.calendar.corrections, new.calendar.corrections)
    write_collection(connection, key, SUBMISSIONS, old.submissions, new.submissions)
    write_collection(connection, key, PLANS, old.plans, new.plans)
    write_collection(connection, key, CONTACTS, old.contacts, new.contacts)
    write_collection(connection, key, PEOPLE, old.network, new.network)
    write_collection(connection, key, TASKS, old.handover.tasks, new.handover.tasks)
    write_collection(connection, key, MEETINGS, old.handover.meetings, new.handover.meetings)
    write_collection(connection, key, CONSENTS, old.consents, new.consents)
    write_collection(connection, key, MILESTONES, old.milestones, new.milestones)
    write_collection(connection, key, GATE_REASONS, old.gate_reasons, new.gate_reasons)
    write_collection(connection, key, NOT_SUITABLE, old.not_suitable, new.not_suitable)


def _course_row(course: Course) -> dict[str, object]:
    calendar = course.calendar
    return {
        "uid": bytes.fromhex(course.id),
        "wire_uid": bytes.fromhex(course.wire_id),
        "wire_code": course.wire_code,
        "owner": course.owner,
        "ownership": course.ownership,
        "revision": course.revision,
        "written_at": course.written_at.isoformat(),
        "sharing": course.sharing,
        "anonymous": course.anonymous,
        "came_through": course.orientation.came_through,
        "target_group": course.orientation.target_group,
        "target_note": course.orientation.target_note,
        "acute_help": course.orientation.acute_help,
        "orientation_on": calendar.orientation_on.isoformat(),
        "start_on": text_or_none(calendar.start),
        "phase_months": calendar.phase_months,
        "retention_on": text_or_none(course.retention.on),
        "retention_reason": course.retention.reason,
        "long_term_plan": course.handover.long_term_plan,
        "responsible_actor": course.handover.responsible_actor,
        "state": course.state,
        "phase": int(course.phase),
        "talks": count_talks(course.contacts),
        "last_contact_on": text_or_none(last_contact_on(course.contacts)),
        "ended_on": text_or_none(closed_on(calendar)),
    }


def _insert_course(connection: "Connection", course: Course) -> int:
    citizen = _ensure_citizen(connection, course.citizen)
    cursor = connection.execute(
        "INSERT INTO course (uid, citizen_id, wire_uid, wire_code, owner, ownership, revision, written_at, sharing,"
        " anonymous, came_through, target_group, target_note, acute_help, orientation_on, start_on, phase_months,"
        " retention_on, retention_reason, long_term_plan, responsible_actor, state, phase, talks, last_contact_on,"
        " ended_on) VALUES (:uid, :citizen, :wire_uid, :wire_code, :owner, :ownership, :revision, :written_at,"
        " :sharing, :anonymous, :came_through, :target_group, :target_note, :acute_help, :orientation_on, :start_on,"
        " :phase_months, :retention_on, :retention_reason, :long_term_plan, :responsible_actor, :state, :phase,"
        " :talks, :last_contact_on, :ended_on)",
        {**_course_row(course), "citizen": citizen},
    )
    return int(cursor.lastrowid)


def _update_course(connection: "Connection", before: Course, course: Course) -> int:
    updated = connection.execute(
        "UPDATE course SET wire_uid = :wire_uid, wire_code = :wire_code, owner = :owner, ownership = :ownership,"
        " revision = :revision, written_at = :written_at, sharing = :sharing, anonymous = :anonymous,"
        " came_through = :came_through, target_group = :target_group, target_note = :target_note,"
        " acute_help = :acute_help, orientation_on = :orientation_on, start_on = :start_on,"
        " phase_months = :phase_months, retention_on = :retention_on, retention_reason = :retention_reason,"
        " long_term_plan = :long_term_plan, responsible_actor = :responsible_actor, state = :state, phase = :phase,"
        " talks = :talks, last_contact_on = :last_contact_on, ended_on = :ended_on"
        " WHERE uid = :uid AND revision = :was",
        {**_course_row(course), "was": before.revision},
    )
    if updated.rowcount != 1:
        raise CourseChangedElsewhere
    return course_key(connection, course.id)


def course_key(connection: "Connection", course_id: str) -> int:
    """Return the integer key of a course. Raises CourseNotFound."""
    row = connection.execute("SELECT id FROM course WHERE uid = :uid", {"uid": bytes.fromhex(course_id)}).fetchone()
    if row is None:
        raise CourseNotFound
    return int(row[0])


def _ensure_citizen(connection: "Connection", citizen: Citizen) -> int:
    connection.execute(
        "INSERT INTO citizen (uid, alias, alias_key, language) VALUES (:uid, :alias, :key, :language)"
        " ON CONFLICT (uid) DO UPDATE SET alias = :alias, alias_key = :key, language = :language",
        _citizen_row(citizen),
    )
    row = connection.execute("SELECT id FROM citizen WHERE uid = :uid", {"uid": bytes.fromhex(citizen.id)}).fetchone()
    return int(row[0])


def _write_citizen(connection: "Connection", before: Citizen, after: Citizen) -> None:
    if before != after:
        connection.execute(
            "UPDATE citizen SET alias = :alias, alias_key = :key, language = :language WHERE uid = :uid",
            _citizen_row(after),
        )


def _citizen_row(citizen: Citizen) -> dict[str, object]:
    return {
        "uid": bytes.fromhex(citizen.id),
        "alias": citizen.alias,
        "key": alias_key(citizen.alias),
        "language": citizen.language,
    }


def delete_course(connection: "Connection", course_id: str) -> None:
    """Remove a course with all its records, and its citizen when this was the last course."""
    key = course_key(connection, course_id)
    row = connection.execute("SELECT citizen_id FROM course WHERE id = :key", {"key": key}).fetchone()
    connection.execute("DELETE FROM course WHERE id = :key", {"key": key})
    connection.execute(
        "DELETE FROM citizen WHERE id = :citizen AND NOT EXISTS (SELECT 1 FROM course WHERE citizen_id = :citizen)",
        {"citizen": row[0]},
    )
