"""Rows of the support network and of the handover."""

from typing import TYPE_CHECKING

from exit_desktop.domain.network import NetworkMeeting, NetworkPerson, SupportTask, TaskHolder
from exit_desktop.vault.rows import Collection, day, day_or_none, text_or_none

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


def _read_people(connection: "Connection", course: int) -> tuple[NetworkPerson, ...]:
    rows = connection.execute(
        "SELECT hex(uid), role, name, professional, strength, knows, note FROM network_person"
        " WHERE course_id = :course ORDER BY uid",
        {"course": course},
    )
    return tuple(NetworkPerson(r[0].lower(), r[1], r[2], bool(r[3]), r[4], r[5], r[6]) for r in rows)


def _insert_person(connection: "Connection", course: int, person: NetworkPerson) -> None:
    connection.execute(
        "INSERT INTO network_person (uid, course_id, role, name, professional, strength, knows, note)"
        " VALUES (:uid, :course, :role, :name, :professional, :strength, :knows, :note)",
        {
            "uid": bytes.fromhex(person.id),
            "course": course,
            "role": person.role,
            "name": person.name,
            "professional": person.professional,
            "strength": person.strength,
            "knows": person.knows,
            "note": person.note,
        },
    )


def _read_tasks(connection: "Connection", course: int) -> tuple[SupportTask, ...]:
    rows = connection.execute(
        "SELECT hex(uid), what, holder, taker, moved_on, tried_out_on, how_it_went FROM support_task"
        " WHERE course_id = :course ORDER BY uid",
        {"course": course},
    )
    return tuple(
        SupportTask(r[0].lower(), r[1], TaskHolder(r[2]), r[3], day_or_none(r[4]), day_or_none(r[5]), r[6])
        for r in rows
    )


def _insert_task(connection: "Connection", course: int, task: SupportTask) -> None:
    connection.execute(
        "INSERT INTO support_task (uid, course_id, what, holder, taker, moved_on, tried_out_on, how_it_went)"
        " VALUES (:uid, :course, :what, :holder, :taker, :moved_on, :tried_out_on, :how_it_went)",
        {
            "uid": bytes.fromhex(task.id),
            "course": course,
            "what": task.what,
            "holder": task.holder,
            "taker": task.taker,
            "moved_on": text_or_none(task.moved_on),
            "tried_out_on": text_or_none(task.tried_out_on),
            "how_it_went": task.how_it_went,
        },
    )


def _read_meetings(connection: "Connection", course: int) -> tuple[NetworkMeeting, ...]:
    rows = connection.execute(
        "SELECT hex(uid), on_date, who_came, note FROM network_meeting WHERE course_id = :course ORDER BY on_date, uid",
        {"course": course},
    )
    return tuple(NetworkMeeting(r[0].lower(), day(r[1]), r[2], r[3]) for r in rows)


def _insert_meeting(connection: "Connection", course: int, meeting: NetworkMeeting) -> None:
    connection.execute(
        "INSERT INTO network_meeting (uid, course_id, on_date, who_came, note)"
        " VALUES (:uid, :course, :on, :who_came, :note)",
        {
            "uid": bytes.fromhex(meeting.id),
            "course": course,
            "on": meeting.on.isoformat(),
            "who_came": meeting.who_came,
            "note": meeting.note,
        },
    )


PEOPLE = Collection(_read_people, _insert_person, "DELETE FROM network_person WHERE uid = :uid")
TASKS = Collection(_read_tasks, _insert_task, "DELETE FROM support_task WHERE uid = :uid")
MEETINGS = Collection(_read_meetings, _insert_meeting, "DELETE FROM network_meeting WHERE uid = :uid")
