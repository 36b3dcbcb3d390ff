"""Rows of contact cards, of what was sent, and of the tombstones that are to be sent."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


@dataclass(frozen=True, slots=True)
class HeldCard:
    """A card as it came, and whether its words were typed."""

    sender: str
    card: bytes = field(repr=False)
    role: str
    code: str = field(repr=False)
    practice: bool
    seen_at: str
    confirmed_at: str | None = None
    revoked_at: str | None = None
    # Whose writings these go on from: the sender's own, or those of the first in a row of cards that follow each other.
    line: str = ""


@dataclass(frozen=True, slots=True)
class SentBundle:
    """A package that left this vault."""

    id: str
    number: int
    sha256: str
    created_at: str
    recipient: str
    units: int
    answerable: bool = True


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A course that the coordinator is to forget, under the wire id that it had."""

    wire_id: str
    made_on: date
    reason: str
    ownership: int
    revision: int


def read_cards(connection: "Connection") -> tuple[HeldCard, ...]:
    """Return the cards of others, by code."""
    rows = connection.execute(
        "SELECT sender, card, role, code, practice, seen_at, confirmed_at, revoked_at, line FROM card"
        " ORDER BY code, sender"
    )
    return tuple(HeldCard(r[0], r[1], r[2], r[3], bool(r[4]), r[5], r[6], r[7], r[8]) for r in rows)


def keep_card(connection: "Connection", card: HeldCard) -> None:
    """Keep a card, or its newer writing; what was confirmed stays confirmed, for the keys are the same.

    Whoever was withdrawn once stays so. The line is settled when the card is confirmed.
    """
    connection.execute(
        "INSERT INTO card (sender, card, role, code, practice, seen_at, confirmed_at, revoked_at, line)"
        " VALUES (:sender, :card, :role, :code, :practice, :seen_at, :confirmed_at,"
        " (SELECT at FROM revoked_sender WHERE sender = :sender), :line)"
        " ON CONFLICT (sender) DO UPDATE SET card = :card, role = :role, code = :code, practice = :practice,"
        " line = CASE WHEN confirmed_at IS NULL THEN :line ELSE line END,"
        " confirmed_at = coalesce(confirmed_at, :confirmed_at)",
        {
            "sender": card.sender,
            "card": card.card,
            "role": card.role,
            "code": card.code,
            "practice": card.practice,
            "seen_at": card.seen_at,
            "confirmed_at": card.confirmed_at,
            "line": card.line or card.sender,
        },
    )


def revoke(connection: "Connection", sender: str, at: str) -> None:
    """Write down that a sender is trusted no more, whether or not their card is here."""
    values = {"sender": sender, "at": at}
    connection.execute("INSERT INTO revoked_sender VALUES (:sender, :at) ON CONFLICT (sender) DO NOTHING", values)
    connection.execute("UPDATE card SET revoked_at = :at WHERE sender = :sender AND revoked_at IS NULL", values)


def follow_card(connection: "Connection", older: str, newer: str) -> None:
    """Let what went to and came from an older key go on under the key that took its place: numbers, and receipts."""
    values = {"older": older, "newer": newer}
    connection.execute("UPDATE sent_bundle SET recipient = :newer WHERE recipient = :older", values)
    connection.execute("UPDATE OR REPLACE answered SET receiver = :newer WHERE receiver = :older", values)
    connection.execute("UPDATE OR IGNORE received_bundle SET sender = :newer WHERE sender = :older", values)


def read_revoked(connection: "Connection") -> tuple[str, ...]:
    """Return the sender ids that are trusted no more, the newest first."""
    return tuple(row[0] for row in connection.execute("SELECT sender FROM revoked_sender ORDER BY at DESC, sender"))


def forget_card(connection: "Connection", sender: str) -> None:
    """Remove a card."""
    connection.execute("DELETE FROM card WHERE sender = :sender", {"sender": sender})


def last_sent(connection: "Connection", recipient: str | None = None) -> SentBundle | None:
    """Return the package that was sent last in the numbering in force, to one recipient or to anybody."""
    row = connection.execute(
        "SELECT hex(uid), number, hex(sha256), created_at, recipient, units, answerable FROM sent_bundle"
        " WHERE package_epoch = (SELECT package_epoch FROM vault) AND recipient = coalesce(:recipient, recipient)"
        " ORDER BY number DESC, id DESC LIMIT 1",
        {"recipient": recipient},
    ).fetchone()
    if row is None:
        return None
    return SentBundle(row[0].lower(), row[1], row[2].lower(), row[3], row[4], row[5], bool(row[6]))


def keep_sent(connection: "Connection", bundle: SentBundle) -> int:
    """Write down that a package left, in the numbering in force; return its row."""
    cursor = connection.execute(
        "INSERT INTO sent_bundle (uid, number, sha256, created_at, recipient, units, answerable, package_epoch)"
        " VALUES (:uid, :number, :sha256, :created_at, :recipient, :units, :answerable,"
        " (SELECT package_epoch FROM vault))",
        {
            "uid": bytes.fromhex(bundle.id),
            "number": bundle.number,
            "sha256": bytes.fromhex(bundle.sha256),
            "created_at": bundle.created_at,
            "recipient": bundle.recipient,
            "units": bundle.units,
            "answerable": bundle.answerable,
        },
    )
    return int(cursor.lastrowid)


def keep_sent_course(connection: "Connection", wire_id: str) -> None:
    """Write down that a course left, or may have left, under this wire id."""
    connection.execute(
        "INSERT INTO sent_course (wire_uid) VALUES (:wire) ON CONFLICT (wire_uid) DO NOTHING",
        {"wire": bytes.fromhex(wire_id)},
    )


def has_left(connection: "Connection", wire_id: str) -> bool:
    """Return whether a course has left this vault under this wire id."""
    row = connection.execute("SELECT 1 FROM sent_course WHERE wire_uid = :wire", {"wire": bytes.fromhex(wire_id)})
    return row.fetchone() is not None


def forget_sent_course(connection: "Connection", wire_id: str) -> None:
    """Forget that a course left: it is gone, and a tombstone says so where one is wanted."""
    connection.execute("DELETE FROM sent_course WHERE wire_uid = :wire", {"wire": bytes.fromhex(wire_id)})


def read_tombstones(connection: "Connection", receiver: str | None = None) -> tuple[Tombstone, ...]:
    """Return the tombstones that travel to one receiver: all until they answer that it is gone; None: every one."""
    rows = connection.execute(
        "SELECT hex(wire_uid), made_on, reason, ownership, revision FROM tombstone AS t WHERE NOT EXISTS"
        " (SELECT 1 FROM answered AS a WHERE a.wire_uid = t.wire_uid AND a.receiver = :receiver"
        " AND a.outcome = 'forgotten' AND (a.ownership, a.revision) >= (t.ownership, t.revision))"
        " ORDER BY made_on, wire_uid",
        {"receiver": receiver},
    )
    return tuple(Tombstone(r[0].lower(), date.fromisoformat(r[1]), r[2], r[3], r[4]) for r in rows)


def keep_tombstone(connection: "Connection", tombstone: Tombstone) -> None:
    """Write a tombstone for what was sent under a wire id."""
    connection.execute(
        "INSERT INTO tombstone (wire_uid, made_on, reason, ownership, revision)"
        " VALUES (:wire, :on, :reason, :ownership, :revision) ON CONFLICT (wire_uid) DO UPDATE SET made_on = :on,"
        " reason = :reason, ownership = :ownership, revision = max(revision, :revision), received_at = NULL",
        {
            "wire": bytes.fromhex(tombstone.wire_id),
            "on": tombstone.made_on.isoformat(),
            "reason": tombstone.reason,
            "ownership": tombstone.ownership,
            "revision": tombstone.revision,
        },
    )
