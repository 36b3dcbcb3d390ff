"""Rows of the bin: a deleted contact or activity waits here before it is gone."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from exit_desktop.vault.courses import course_key
from exit_desktop.vault.rows import day

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


@dataclass(frozen=True, slots=True)
class BinnedRecord:
    """A deleted record as its JSON bytes."""

    id: str
    kind: str
    body: bytes
    deleted_on: date


def put_in_bin(connection: "Connection", course_id: str, record: BinnedRecord) -> None:
    """Keep a record that is being deleted."""
    connection.execute(
        "INSERT INTO bin (uid, course_id, kind, body, deleted_on) VALUES (:uid, :course, :kind, :body, :on)"
        " ON CONFLICT (uid) DO UPDATE SET body = :body, deleted_on = :on",
        {
            "uid": bytes.fromhex(record.id),
            "course": course_key(connection, course_id),
            "kind": record.kind,
            "body": record.body,
            "on": record.deleted_on.isoformat(),
        },
    )


def read_bin(connection: "Connection", course_id: str) -> tuple[BinnedRecord, ...]:
    """Return what waits in the bin of a course, the newest first."""
    rows = connection.execute(
        "SELECT hex(b.uid), b.kind, b.body, b.deleted_on FROM bin b JOIN course c ON c.id = b.course_id"
        " WHERE c.uid = :course ORDER BY b.deleted_on DESC, b.id DESC",
        {"course": bytes.fromhex(course_id)},
    )
    return tuple(BinnedRecord(r[0].lower(), r[1], r[2], day(r[3])) for r in rows)


def take_from_bin(connection: "Connection", record_id: str) -> None:
    """Remove a record from the bin, because it was put back."""
    connection.execute("DELETE FROM bin WHERE uid = :uid", {"uid": bytes.fromhex(record_id)})


def empty_bin(connection: "Connection", before: date) -> int:
    """Erase what was deleted before a date; return how many records."""
    return int(connection.execute("DELETE FROM bin WHERE deleted_on < :day", {"day": before.isoformat()}).rowcount)


def has_old_bin(connection: "Connection", before: date) -> bool:
    """Return whether anything was deleted before a date."""
    row = connection.execute(
        "SELECT 1 FROM bin WHERE deleted_on < :day LIMIT 1", {"day": before.isoformat()}
    ).fetchone()
    return row is not None
