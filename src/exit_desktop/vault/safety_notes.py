"""Rows of safety notes, which stand beside a course and never in its document."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from exit_desktop.vault.courses import course_key
from exit_desktop.vault.rows import day

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


@dataclass(frozen=True, slots=True)
class SafetyNote:
    """A short note before a home visit; it is never exported and goes away by itself."""

    words: str = field(repr=False)
    expires_on: date


def read_note(connection: "Connection", course_id: str) -> SafetyNote | None:
    """Return the safety note of a course."""
    row = connection.execute(
        "SELECT s.words, s.expires_on FROM safety_note s JOIN course c ON c.id = s.course_id WHERE c.uid = :uid",
        {"uid": bytes.fromhex(course_id)},
    ).fetchone()
    return None if row is None else SafetyNote(row[0], day(row[1]))


def write_note(connection: "Connection", course_id: str, note: SafetyNote | None) -> None:
    """Write the safety note of a course, or remove it."""
    key = course_key(connection, course_id)
    connection.execute("DELETE FROM safety_note WHERE course_id = :course", {"course": key})
    if note is not None:
        connection.execute(
            "INSERT INTO safety_note (course_id, words, expires_on) VALUES (:course, :words, :on)",
            {"course": key, "words": note.words, "on": note.expires_on.isoformat()},
        )


def drop_expired(connection: "Connection", today: date) -> None:
    """Erase every safety note whose date has passed."""
    connection.execute("DELETE FROM safety_note WHERE expires_on < :today", {"today": today.isoformat()})


def has_expired(connection: "Connection", today: date) -> bool:
    """Return whether the date of any safety note has passed."""
    row = connection.execute(
        "SELECT 1 FROM safety_note WHERE expires_on < :today LIMIT 1", {"today": today.isoformat()}
    ).fetchone()
    return row is not None
