"""Rows of what was put off until a date."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from exit_desktop.domain.today_rows import Key, LineKind
from exit_desktop.vault.rows import day, members

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

_KINDS = members(LineKind)


def read_snoozes(connection: "Connection") -> dict[tuple[str, LineKind, str], date]:
    """Return until when each thing is put off, by course id, kind and ref."""
    rows = connection.execute(
        "SELECT c.uid, s.kind, s.ref, s.until_on FROM snooze s LEFT JOIN course c ON c.id = s.course_id"
    )
    return {(r[0].hex() if r[0] else "", _KINDS[r[1]], r[2]): day(r[3]) for r in rows if r[1] in _KINDS}


def write_snooze(connection: "Connection", course_id: str, keys: Iterable[Key], until: date | None) -> None:
    """Put things of one course off until a date, or bring them back; "" stands for the worker's own."""
    row = connection.execute("SELECT id FROM course WHERE uid = :uid", {"uid": bytes.fromhex(course_id)}).fetchone()
    course = row[0] if row else None
    for kind, ref in keys:
        values = {"course": course, "kind": kind, "ref": ref}
        connection.execute("DELETE FROM snooze WHERE course_id IS :course AND kind = :kind AND ref = :ref", values)
        if until is not None and (course is not None or not course_id):
            connection.execute(
                "INSERT INTO snooze (course_id, kind, ref, until_on) VALUES (:course, :kind, :ref, :until)",
                {**values, "until": until.isoformat()},
            )


def drop_past_snoozes(connection: "Connection", today: date) -> None:
    """Forget what has come back by itself."""
    connection.execute("DELETE FROM snooze WHERE until_on <= :today", {"today": today.isoformat()})
