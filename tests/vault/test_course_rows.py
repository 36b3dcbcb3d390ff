"""A course written and read again is the same course; a change touches only what differs."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from exit_desktop.domain.contacts import ContactState
from exit_desktop.domain.courses import Course
from exit_desktop.domain.due import DueKind
from exit_desktop.errors import CourseChangedElsewhere, CourseNotFound
from exit_desktop.vault.course_list import read_course_rows
from exit_desktop.vault.courses import delete_course, read_course, write_course
from exit_desktop.vault.open_vault import Vault
from support.courses import TODAY, make_contact, make_course, make_plan, uid

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def _saved(vault: Vault, before: Course | None, after: Course) -> Course:
    with vault.writing() as connection:
        return write_course(connection, before, after, NOW)


def _read(vault: Vault, course: Course) -> Course:
    with vault.reading() as connection:
        return read_course(connection, course.id)


def _full_course() -> Course:
    contacts = tuple(make_contact(100 + n, date(2026, 7, 2 + n)) for n in range(20))
    return replace(make_course(), contacts=contacts, plans=(make_plan(),))


def test_a_course_comes_back_as_it_was_written(vault: Vault) -> None:
    written = _saved(vault, None, _full_course())
    assert _read(vault, written) == written
    assert written.revision == 1


def test_each_change_raises_the_revision_by_one(vault: Vault) -> None:
    first = _saved(vault, None, make_course())
    second = _saved(vault, first, replace(first, contacts=(make_contact(5),)))
    assert second.revision == 2
    assert _read(vault, second) == second


def test_an_unchanged_contact_keeps_its_row(vault: Vault) -> None:
    first = _saved(vault, None, _full_course())
    with vault.reading() as connection:
        before = connection.execute("SELECT id FROM contact ORDER BY id").fetchall()
    changed = replace(first.contacts[0], note="Gik en tur.")
    _saved(vault, first, replace(first, contacts=(changed, *first.contacts[1:])))
    with vault.reading() as connection:
        after = connection.execute("SELECT id FROM contact ORDER BY id").fetchall()
    assert len(set(before) & set(after)) == len(before) - 1


def test_a_change_on_an_older_revision_is_refused_and_writes_nothing(vault: Vault) -> None:
    first = _saved(vault, None, make_course())
    newer = _saved(vault, first, replace(first, contacts=(make_contact(5),)))
    with pytest.raises(CourseChangedElsewhere):
        _saved(vault, first, replace(first, contacts=(make_contact(6),)))
    assert _read(vault, newer) == newer


def test_a_deleted_course_leaves_no_citizen_and_no_contact(vault: Vault) -> None:
    course = _saved(vault, None, _full_course())
    with vault.writing() as connection:
        delete_course(connection, course.id)
        left = connection.execute(
            "SELECT (SELECT count(*) FROM citizen), (SELECT count(*) FROM contact), (SELECT count(*) FROM activity)"
        ).fetchone()
    assert tuple(left) == (0, 0, 0)
    with pytest.raises(CourseNotFound):
        _read(vault, course)


def test_the_list_tells_the_nearest_thing_due(vault: Vault) -> None:
    meeting = make_contact(5, date(2026, 11, 25), state=ContactState.PLANNED)
    _saved(vault, None, replace(make_course(start=None), contacts=(meeting, make_contact(6, date(2026, 11, 20)))))
    with vault.reading() as connection:
        row = read_course_rows(connection, TODAY)[0]
    assert (row.due_kind, row.due_on, row.due_ref) == (DueKind.MEETING, date(2026, 11, 25), uid(5))
    assert (row.talks, row.last_contact_on) == (1, date(2026, 11, 20))


def test_the_list_forgets_what_is_told_no_more(vault: Vault) -> None:
    meeting = make_contact(5, date(2026, 11, 1), state=ContactState.PLANNED)
    _saved(vault, None, replace(make_course(start=None), contacts=(meeting,)))
    with vault.reading() as connection:
        row = read_course_rows(connection, TODAY)[0]
    assert row.due_on is None
