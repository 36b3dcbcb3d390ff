"""The safety note: a few words before a home visit, never exported, gone by itself after its date."""

from datetime import date, timedelta

from exit_desktop.domain.courses import Course
from exit_desktop.errors import TextTooLong
from exit_desktop.services.desk import Act, Desk, append_use
from exit_desktop.vault import safety_notes
from exit_desktop.vault.safety_notes import SafetyNote

LONGEST = 400
USUAL_DAYS = 90


def read_safety_note(desk: Desk, course: Course) -> SafetyNote | None:
    """Return the safety note of a course, None once its date has passed."""
    with desk.vault.reading() as connection:
        note = safety_notes.read_note(connection, course.id)
    return note if note and note.expires_on >= desk.clock.today() else None


def save_safety_note(desk: Desk, course: Course, words: str, expires_on: date | None = None) -> None:
    """Write the safety note until `expires_on` (default 90 days on); empty words remove it. Raises TextTooLong."""
    if len(words) > LONGEST:
        raise TextTooLong(most=LONGEST)
    until = expires_on or desk.clock.today() + timedelta(days=USUAL_DAYS)
    note = SafetyNote(words.strip(), until) if words.strip() else None
    with desk.vault.writing() as connection:
        if safety_notes.read_note(connection, course.id) != note:
            safety_notes.write_note(connection, course.id, note)
            append_use(connection, desk, Act.CHANGED if note else Act.DELETED, "safety_note", course.id)


def drop_expired_notes(desk: Desk, day: date) -> None:
    """Erase every note whose date has passed on `day`. Called at unlock."""
    with desk.vault.writing() as connection:
        safety_notes.drop_expired(connection, day)
