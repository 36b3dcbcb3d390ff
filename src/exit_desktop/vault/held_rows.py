"""Rows of courses and enquiries that others sent, and of what each sender says of themselves."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


# Rows of the driver are untyped tuples; they get their types in the dataclass that they fill.
_Row = tuple[Any, ...]


class Place(StrEnum):
    """What a writing is here: held and counted, in conflict with it, set aside by choice, or a tombstone."""

    HELD = "held"
    OTHER = "other"
    SET_ASIDE = "set_aside"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One writing that holds for a wire id, without its body; `bundle_id` is the package that brought it."""

    id: int
    wire_id: str
    line: str
    ownership: int
    revision: int
    sha256: bytes
    place: Place
    kind: str
    practice: bool
    bundle_id: int


@dataclass(frozen=True, slots=True)
class SenderSays:
    """What a sender says of themselves in one package."""

    line: str
    made_at: str
    worker_id: str
    code: str = field(repr=False)
    project: str = field(repr=False)
    weekly_minutes: int
    role: str
    practice: bool


def read_writings(connection: "Connection", wire_id: str) -> list[HeldRow]:
    """Return the writings that hold for a wire id."""
    rows = connection.execute(
        "SELECT id, line, ownership, revision, sha256, place, kind, practice, bundle_id FROM held_course"
        " WHERE wire_uid = :wire ORDER BY id",
        {"wire": bytes.fromhex(wire_id)},
    )
    return [
        HeldRow(row[0], wire_id, row[1], row[2], row[3], row[4], Place(row[5]), row[6], bool(row[7]), row[8])
        for row in rows
    ]


def find_writing(connection: "Connection", row_id: int) -> HeldRow | None:
    """Return one writing by its row."""
    row = connection.execute(
        "SELECT hex(wire_uid), line, ownership, revision, sha256, place, kind, practice, bundle_id FROM held_course"
        " WHERE id = :id",
        {"id": row_id},
    ).fetchone()
    if row is None:
        return None
    wire, line, ownership, revision, sha, place, kind, practice, bundle = row
    return HeldRow(row_id, wire.lower(), line, ownership, revision, sha, Place(place), kind, bool(practice), bundle)


def keep_writing(connection: "Connection", row: HeldRow, body: bytes | None) -> int:
    """Write a writing with its packed body (None for a tombstone); return its row, whatever `row.id` says."""
    cursor = connection.execute(
        "INSERT INTO held_course (wire_uid, line, ownership, revision, sha256, place, kind, practice, bundle_id, body)"
        " VALUES (:wire, :line, :ownership, :revision, :sha256, :place, :kind, :practice, :bundle, :body)",
        {
            "wire": bytes.fromhex(row.wire_id),
            "line": row.line,
            "ownership": row.ownership,
            "revision": row.revision,
            "sha256": row.sha256,
            "place": row.place.value,
            "kind": row.kind,
            "practice": row.practice,
            "bundle": row.bundle_id,
            "body": body,
        },
    )
    return int(cursor.lastrowid)


def remove_writing(connection: "Connection", row_id: int) -> None:
    """Remove a writing, and what was counted of it."""
    connection.execute("DELETE FROM held_course WHERE id = :id", {"id": row_id})


def read_body(connection: "Connection", row_id: int) -> bytes:
    """Return the packed body of a writing that has one."""
    row = connection.execute("SELECT body FROM held_course WHERE id = :id", {"id": row_id}).fetchone()
    return bytes(row[0])


def read_conflicts(connection: "Connection") -> list[tuple[int, int]]:
    """Return the rows of what is held and of each writing that is in conflict with it."""
    rows = connection.execute(
        "SELECT h.id, o.id FROM held_course AS o JOIN held_course AS h ON h.wire_uid = o.wire_uid AND h.place = 'held'"
        " WHERE o.place = 'other' AND o.sha256 <> h.sha256 ORDER BY o.id"
    )
    return [(row[0], row[1]) for row in rows]


def count_held(connection: "Connection") -> int:
    """Return how many courses and enquiries of others are held."""
    return int(connection.execute("SELECT count(*) FROM held_course WHERE place = 'held'").fetchone()[0])


def keep_sender_says(connection: "Connection", says: SenderSays) -> None:
    """Keep what a sender says of themselves, if their newest package says it; of two made at once, one of them."""
    connection.execute(
        "INSERT INTO held_worker VALUES (:line, :made_at, :uid, :code, :project, :minutes, :role, :practice)"
        " ON CONFLICT (line) DO UPDATE SET made_at = :made_at, uid = :uid, code = :code, project = :project,"
        " weekly_minutes = :minutes, role = :role, practice = :practice"
        " WHERE (:made_at, :uid, :code, :project, :minutes, :role, :practice)"
        " > (made_at, uid, code, project, weekly_minutes, role, practice)",
        {
            "line": says.line,
            "made_at": says.made_at,
            "uid": bytes.fromhex(says.worker_id),
            "code": says.code,
            "project": says.project,
            "minutes": says.weekly_minutes,
            "role": says.role,
            "practice": says.practice,
        },
    )


def read_sender_says(connection: "Connection", line: str) -> SenderSays | None:
    """Return what one sender says of themselves."""
    row = connection.execute(
        "SELECT line, made_at, hex(uid), code, project, weekly_minutes, role, practice FROM held_worker"
        " WHERE line = :line",
        {"line": line},
    ).fetchone()
    return None if row is None else _sender_says(row)


def read_senders_say(connection: "Connection") -> tuple[SenderSays, ...]:
    """Return what every sender says of themselves, by code."""
    rows = connection.execute(
        "SELECT line, made_at, hex(uid), code, project, weekly_minutes, role, practice FROM held_worker"
        " ORDER BY code, line"
    )
    return tuple(map(_sender_says, rows))


def _sender_says(row: _Row) -> SenderSays:
    return SenderSays(row[0], row[1], row[2].lower(), row[3], row[4], row[5], row[6], bool(row[7]))
