"""A whole course is one document: rows, JSON and value say the same."""

from datetime import UTC, date, datetime

import msgspec
import pytest

from exit_desktop.domain.courses import Course
from exit_desktop.domain.order import in_order
from exit_desktop.services.courses import load_course
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.services.invention.citizens import invent_citizens

COURSES = list(invent_citizens(12, 7, date(2026, 11, 23)))


@pytest.mark.parametrize("course", COURSES, ids=[f"situation {n}" for n in range(len(COURSES))])
def test_an_invented_course_comes_back_from_its_rows_as_it_was(desk: Desk, course: Course) -> None:
    written = commit_course(desk, None, course, "citizen")
    assert load_course(desk, course.id) == written
    assert in_order(course).contacts == written.contacts


@pytest.mark.parametrize("course", COURSES, ids=[f"situation {n}" for n in range(len(COURSES))])
def test_an_invented_course_comes_back_from_its_canonical_bytes(course: Course) -> None:
    data = msgspec.json.encode(course, order="sorted")
    again = msgspec.json.decode(data, type=Course)
    assert again == course
    assert msgspec.json.encode(again, order="sorted") == data


def test_the_revision_and_the_moment_stand_in_the_document(desk: Desk) -> None:
    written = commit_course(desk, None, COURSES[0], "citizen")
    assert (written.revision, written.written_at) == (1, datetime(2026, 11, 23, 12, tzinfo=UTC))
