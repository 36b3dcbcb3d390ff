"""Rows of the contact log, and of the worker's own hours."""

from typing import TYPE_CHECKING

from exit_desktop.domain.contacts import (
    Contact,
    ContactKind,
    ContactState,
    Minutes,
    Party,
    PlaceKind,
    WorkEntry,
    WorkKind,
)
from exit_desktop.vault.rows import Collection, day, members, text_or_none, time_or_none

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

_KINDS, _PARTIES, _STATES = members(ContactKind), members(Party), members(ContactState)
_PLACES, _WORK = members(PlaceKind), members(WorkKind)


def _read_minutes(connection: "Connection", course: int) -> dict[int, tuple[Minutes, ...]]:
    rows = connection.execute(
        "SELECT m.contact_id, m.kind, m.minutes FROM contact c JOIN contact_minutes m ON m.contact_id = c.id"
        " WHERE c.course_id = :course ORDER BY m.contact_id, m.kind",
        {"course": course},
    )
    found: dict[int, tuple[Minutes, ...]] = {}
    for contact, kind, minutes in rows:
        found[contact] = (*found.get(contact, ()), Minutes(_WORK[kind], minutes))
    return found


def _read_contacts(connection: "Connection", course: int) -> tuple[Contact, ...]:
    minutes = _read_minutes(connection, course)
    rows = connection.execute(
        "SELECT id, hex(uid), on_date, at_time, kind, party, state, place, place_words, with_whom, note, series"
        " FROM contact WHERE course_id = :course ORDER BY on_date, at_time, uid",
        {"course": course},
    )
    return tuple(
        Contact(
            r[1].lower(),
            day(r[2]),
            time_or_none(r[3]),
            _KINDS[r[4]],
            _PARTIES[r[5]],
            _STATES[r[6]],
            _PLACES[r[7]],
            r[8],
            r[9],
            minutes.get(r[0], ()),
            r[10],
            r[11],
        )
        for r in rows
    )


def _insert_contact(connection: "Connection", course: int, contact: Contact) -> None:
    cursor = connection.execute(
        "INSERT INTO contact (uid, course_id, on_date, at_time, kind, party, state, place, place_words, with_whom,"
        " note, series) VALUES (:uid, :course, :on, :at, :kind, :party, :state, :place, :place_words, :with_whom,"
        " :note, :series)",
        {
            "uid": bytes.fromhex(contact.id),
            "course": course,
            "on": contact.on.isoformat(),
            "at": text_or_none(contact.at),
            "kind": contact.kind,
            "party": contact.party,
            "state": contact.state,
            "place": contact.place,
            "place_words": contact.place_words,
            "with_whom": contact.with_whom,
            "note": contact.note,
            "series": contact.series,
        },
    )
    for entry in contact.minutes:
        connection.execute(
            "INSERT INTO contact_minutes (contact_id, kind, minutes) VALUES (:contact, :kind, :minutes)",
            {"contact": cursor.lastrowid, "kind": entry.kind, "minutes": entry.minutes},
        )


CONTACTS = Collection(_read_contacts, _insert_contact, "DELETE FROM contact WHERE uid = :uid")


def read_work_hours(connection: "Connection") -> tuple[WorkEntry, ...]:
    """Return the worker's own hours, the newest first."""
    rows = connection.execute("SELECT hex(uid), on_date, kind, minutes, note FROM work_hours ORDER BY on_date DESC, id")
    return tuple(WorkEntry(r[0].lower(), day(r[1]), r[2], r[3], r[4]) for r in rows)


def write_work_entry(connection: "Connection", entry: WorkEntry) -> None:
    """Insert an entry, or replace the one with its id."""
    connection.execute("DELETE FROM work_hours WHERE uid = :uid", {"uid": bytes.fromhex(entry.id)})
    connection.execute(
        "INSERT INTO work_hours (uid, on_date, kind, minutes, note) VALUES (:uid, :on, :kind, :minutes, :note)",
        {
            "uid": bytes.fromhex(entry.id),
            "on": entry.on.isoformat(),
            "kind": entry.kind,
            "minutes": entry.minutes,
            "note": entry.note,
        },
    )


def delete_work_entry(connection: "Connection", entry_id: str) -> None:
    """Remove the entry with this id."""
    connection.execute("DELETE FROM work_hours WHERE uid = :uid", {"uid": bytes.fromhex(entry_id)})
