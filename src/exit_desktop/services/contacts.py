"""The contact log: write, change, repeat and delete contacts, and the worker's own hours."""

from dataclasses import replace
from datetime import date, timedelta

from exit_desktop.domain.calendar import check_day
from exit_desktop.domain.citizens import whole_characters
from exit_desktop.domain.contacts import MINUTES_OF_A_DAY, Contact, ContactState, Minutes, WorkEntry, WorkKind
from exit_desktop.domain.courses import Course
from exit_desktop.errors import MinutesNotPossible, NotPossibleNow, TextTooLong
from exit_desktop.services.bin import delete_to_bin
from exit_desktop.services.desk import Act, Desk, append_use, commit_course
from exit_desktop.system.ids import new_id
from exit_desktop.vault.course_contacts import delete_work_entry, read_work_hours, write_work_entry

LONGEST_NOTE = 50_000
MOST_REPEATS = 26


def _check(contact: Contact) -> Contact:
    if max(len(contact.note), len(contact.with_whom), len(contact.place_words)) > LONGEST_NOTE:
        raise TextTooLong(most=LONGEST_NOTE)
    check_day(contact.on)
    minutes: dict[WorkKind, int] = {}
    for entry in contact.minutes:
        minutes[entry.kind] = minutes.get(entry.kind, 0) + entry.minutes
    if any(not 0 <= number <= MINUTES_OF_A_DAY for number in minutes.values()):
        raise MinutesNotPossible
    return replace(
        contact,
        minutes=tuple(Minutes(kind, number) for kind, number in minutes.items() if number),
        note=whole_characters(contact.note),
        with_whom=whole_characters(contact.with_whom),
        place_words=whole_characters(contact.place_words),
    )


def record_contact(desk: Desk, course: Course, contact: Contact) -> Course:
    """Write a contact: a new one, or in place of the one with its id. Raises TextTooLong, MinutesNotPossible."""
    checked = _check(contact)
    kept = tuple(c for c in course.contacts if c.id != checked.id)
    return commit_course(desk, course, replace(course, contacts=(*kept, checked)), "contact")


def repeat_weekly(desk: Desk, course: Course, contact: Contact, times: int) -> Course:
    """Write a planned contact and its weekly repeats, `times` in all (1 to 26); note and minutes are not repeated."""
    if contact.state is not ContactState.PLANNED:
        raise NotPossibleNow
    series = contact.series or new_id()
    first = replace(_check(contact), series=series)
    weeks = range(1, min(max(times, 1), MOST_REPEATS))
    later = (replace(first, id=new_id(), on=first.on + timedelta(weeks=week), note="", minutes=()) for week in weeks)
    kept = tuple(c for c in course.contacts if c.id != first.id)
    return commit_course(desk, course, replace(course, contacts=(*kept, first, *later)), "contact")


def end_series(desk: Desk, course: Course, series: str, from_on: date) -> Course:
    """Remove the planned repeats of an appointment from a date on."""
    kept = tuple(
        c for c in course.contacts if c.series != series or c.state is not ContactState.PLANNED or c.on < from_on
    )
    return commit_course(desk, course, replace(course, contacts=kept), "contact")


def delete_contact(desk: Desk, course: Course, contact_id: str) -> Course:
    """Remove a contact; it waits 30 days in the bin."""
    contact = next(c for c in course.contacts if c.id == contact_id)
    after = replace(course, contacts=tuple(c for c in course.contacts if c.id != contact_id))
    return delete_to_bin(desk, course, after, "contact", contact)


def list_own_hours(desk: Desk) -> tuple[WorkEntry, ...]:
    """Return the worker's hours without a citizen, the newest first."""
    with desk.vault.reading() as connection:
        return read_work_hours(connection)


def record_own_hours(desk: Desk, entry: WorkEntry) -> None:
    """Write hours without a citizen, new or changed. Raises MinutesNotPossible."""
    if not 0 < entry.minutes <= MINUTES_OF_A_DAY:
        raise MinutesNotPossible
    with desk.vault.writing() as connection:
        write_work_entry(connection, entry)
        append_use(connection, desk, Act.CHANGED, "own_hours")


def delete_own_hours(desk: Desk, entry_id: str) -> None:
    """Remove hours without a citizen."""
    with desk.vault.writing() as connection:
        delete_work_entry(connection, entry_id)
        append_use(connection, desk, Act.DELETED, "own_hours")
