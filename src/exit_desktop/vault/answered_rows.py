"""Rows of what each package from here carried, and of what its receiver said about it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


@dataclass(frozen=True, slots=True)
class SentUnit:
    """One course, enquiry or tombstone of a package that left."""

    wire_id: str
    kind: str
    ownership: int
    revision: int


@dataclass(frozen=True, slots=True)
class SentPackage:
    """A package that left, with its row; `received_at` once the receiver said that it came."""

    id: int
    bundle: str
    number: int
    sha256: str
    created_at: str
    receiver: str
    units: int
    received_at: str | None


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """What a receiver said of a wire id."""

    wire_id: str
    receiver: str
    ownership: int
    revision: int
    outcome: str
    on_date: str


@dataclass(frozen=True, slots=True)
class SentCourse:
    """A course here as it was last sent to one receiver, and their last answer."""

    alias: str = field(repr=False)
    course_id: str
    receiver: str
    here: tuple[int, int]
    sent: tuple[int, int]
    sent_at: str
    answered: tuple[int, int] | None
    outcome: str | None
    on_date: str | None


@dataclass(frozen=True, slots=True)
class CalledBackRow:
    """A tombstone that was sent to one receiver; `forgotten_on` if they answered that it is gone."""

    receiver: str
    reason: str
    made_on: str
    forgotten_on: str | None


def keep_sent_units(connection: "Connection", sent_id: int, units: Iterable[SentUnit]) -> None:
    """Write down what a package carries."""
    connection.executemany(
        "INSERT INTO sent_unit VALUES (:bundle, :wire, :kind, :ownership, :revision)",
        [
            {
                "bundle": sent_id,
                "wire": bytes.fromhex(one.wire_id),
                "kind": one.kind,
                "ownership": one.ownership,
                "revision": one.revision,
            }
            for one in units
        ],
    )


def read_sent_units(connection: "Connection", sent_id: int) -> tuple[SentUnit, ...]:
    """Return what a package carried."""
    rows = connection.execute(
        "SELECT hex(wire_uid), kind, ownership, revision FROM sent_unit WHERE bundle_id = :id", {"id": sent_id}
    )
    return tuple(SentUnit(row[0].lower(), *row[1:]) for row in rows)


def read_sent(connection: "Connection") -> tuple[SentPackage, ...]:
    """Return the packages that left and can be answered, the newest first."""
    rows = connection.execute(
        "SELECT id, hex(uid), number, hex(sha256), created_at, recipient, units, received_at FROM sent_bundle"
        " WHERE answerable = 1 ORDER BY created_at DESC, id DESC"
    )
    return tuple(SentPackage(row[0], row[1].lower(), row[2], row[3].lower(), *row[4:]) for row in rows)


def note_answered(connection: "Connection", bundle: str, receiver: str, at: str) -> bool:
    """Write down that a package came, if it was sent to this receiver; return whether it was."""
    cursor = connection.execute(
        "UPDATE sent_bundle SET received_at = coalesce(received_at, :at) WHERE uid = :uid AND recipient = :receiver",
        {"at": at, "uid": bytes.fromhex(bundle), "receiver": receiver},
    )
    return bool(cursor.rowcount)


def keep_answer(connection: "Connection", answer: AnswerRow) -> None:
    """Keep what a receiver said of a wire id that went to them, if it is of higher numbers than what they said before.

    Of the same numbers the better outcome stands: what was in conflict may be settled since.
    """
    connection.execute(
        "INSERT INTO answered (wire_uid, receiver, ownership, revision, outcome, on_date)"
        " SELECT :wire, :receiver, :ownership, :revision, :outcome, :on WHERE EXISTS (SELECT 1 FROM sent_unit AS u"
        " JOIN sent_bundle AS b ON b.id = u.bundle_id WHERE u.wire_uid = :wire AND b.recipient = :receiver"
        " AND (u.ownership, u.revision) >= (:ownership, :revision))"
        " ON CONFLICT (wire_uid, receiver) DO UPDATE SET ownership = :ownership, revision = :revision,"
        " outcome = :outcome, on_date = :on WHERE (:ownership, :revision, CASE :outcome WHEN 'forgotten' THEN 3"
        " WHEN 'taken' THEN 2 WHEN 'already_here' THEN 2 WHEN 'conflict' THEN 1 ELSE 0 END)"
        " > (ownership, revision, CASE outcome WHEN 'forgotten' THEN 3 WHEN 'taken' THEN 2"
        " WHEN 'already_here' THEN 2 WHEN 'conflict' THEN 1 ELSE 0 END)",
        {
            "wire": bytes.fromhex(answer.wire_id),
            "receiver": answer.receiver,
            "ownership": answer.ownership,
            "revision": answer.revision,
            "outcome": answer.outcome,
            "on": answer.on_date,
        },
    )


def read_sent_courses(connection: "Connection") -> tuple[SentCourse, ...]:
    """Return the courses here that were sent, for each receiver as they were sent last, by alias."""
    rows = connection.execute(
        """SELECT z.alias, hex(c.uid), s.recipient, c.ownership, c.revision, s.ownership, s.revision, s.created_at,
               a.ownership, a.revision, a.outcome, a.on_date
           FROM (SELECT u.wire_uid, b.recipient, u.ownership, u.revision, max(b.created_at) AS created_at,
                   row_number() OVER (PARTITION BY u.wire_uid, b.recipient
                       ORDER BY u.ownership DESC, u.revision DESC) AS place
                 FROM sent_unit AS u JOIN sent_bundle AS b ON b.id = u.bundle_id
                 WHERE u.kind IN ('course', 'course_coded')
                 GROUP BY u.wire_uid, b.recipient, u.ownership, u.revision) AS s
           JOIN course AS c ON c.wire_uid = s.wire_uid JOIN citizen AS z ON z.id = c.citizen_id
           LEFT JOIN answered AS a ON a.wire_uid = s.wire_uid AND a.receiver = s.recipient
           WHERE s.place = 1 ORDER BY z.alias, s.recipient"""
    )
    return tuple(
        SentCourse(
            alias=row[0],
            course_id=row[1].lower(),
            receiver=row[2],
            here=(row[3], row[4]),
            sent=(row[5], row[6]),
            sent_at=row[7],
            answered=None if row[8] is None else (row[8], row[9]),
            outcome=row[10],
            on_date=row[11],
        )
        for row in rows
    )


def read_called_back(connection: "Connection") -> tuple[CalledBackRow, ...]:
    """Return the tombstones that were sent, for each receiver, the newest first."""
    rows = connection.execute(
        """SELECT DISTINCT b.recipient, t.reason, t.made_on,
               CASE WHEN a.outcome = 'forgotten' AND (a.ownership, a.revision) >= (t.ownership, t.revision)
                   THEN a.on_date END, t.wire_uid
           FROM tombstone AS t JOIN sent_unit AS u ON u.wire_uid = t.wire_uid AND u.kind = 'tombstone'
           JOIN sent_bundle AS b ON b.id = u.bundle_id
           LEFT JOIN answered AS a ON a.wire_uid = t.wire_uid AND a.receiver = b.recipient
           ORDER BY t.made_on DESC, t.wire_uid, b.recipient"""
    )
    return tuple(CalledBackRow(*row[:4]) for row in rows)
