"""Rows of the reasons written at a gate."""

from typing import TYPE_CHECKING

from exit_desktop.domain.expectations import Expected, Gate, GateReason
from exit_desktop.vault.rows import Collection, day

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


def _read_reasons(connection: "Connection", course: int) -> tuple[GateReason, ...]:
    rows = connection.execute(
        "SELECT hex(uid), gate, expected, words, written_on FROM gate_reason WHERE course_id = :course"
        " ORDER BY written_on, gate, expected, uid",
        {"course": course},
    )
    return tuple(GateReason(r[0].lower(), Gate(r[1]), Expected(r[2]), r[3], day(r[4])) for r in rows)


def _insert_reason(connection: "Connection", course: int, reason: GateReason) -> None:
    connection.execute(
        "INSERT INTO gate_reason (uid, course_id, gate, expected, words, written_on)"
        " VALUES (:uid, :course, :gate, :expected, :words, :on)",
        {
            "uid": bytes.fromhex(reason.id),
            "course": course,
            "gate": reason.gate,
            "expected": reason.expected,
            "words": reason.words,
            "on": reason.written_on.isoformat(),
        },
    )


GATE_REASONS = Collection(_read_reasons, _insert_reason, "DELETE FROM gate_reason WHERE uid = :uid")
