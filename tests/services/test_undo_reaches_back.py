"""Undo reaches back in each course by itself, and survives a disk that is full."""

import pytest

from exit_desktop.domain.courses import Course
from exit_desktop.errors import DiskFull
from exit_desktop.services import contacts, courses
from exit_desktop.services.desk import Desk
from exit_desktop.services.undoing import UndoStack, undo_change
from support.courses import make_contact


def _changed(desk: Desk, stack: UndoStack, course: Course, number: int) -> Course:
    after = contacts.record_contact(desk, course, make_contact(number))
    stack.keep(course, after)
    return after


def test_another_course_leaves_the_way_back_of_the_first(desk: Desk) -> None:
    stack = UndoStack()
    first = _changed(desk, stack, courses.register_citizen(desk, "Rav"), 5)
    second = _changed(desk, stack, courses.register_citizen(desk, "Ler"), 6)
    assert undo_change(desk, first, stack).contacts == ()
    assert undo_change(desk, second, stack).contacts == ()


def test_letting_one_go_leaves_the_other(desk: Desk) -> None:
    stack = UndoStack()
    first = _changed(desk, stack, courses.register_citizen(desk, "Rav"), 5)
    second = _changed(desk, stack, courses.register_citizen(desk, "Ler"), 6)
    stack.clear(first.id)
    assert (stack.can_undo(first), stack.can_undo(second)) == (False, True)
    stack.clear()
    assert not stack.can_undo(second)


def test_a_full_disk_leaves_the_way_back(desk: Desk) -> None:
    stack = UndoStack()
    course = _changed(desk, stack, courses.register_citizen(desk, "Rav"), 5)

    def refuse(*_: object) -> None:
        raise DiskFull

    with pytest.MonkeyPatch.context() as patch, pytest.raises(DiskFull):
        patch.setattr("exit_desktop.services.desk.write_course", refuse)
        undo_change(desk, course, stack)
    assert undo_change(desk, course, stack).contacts == ()


def test_several_steps_go_back_one_by_one(desk: Desk) -> None:
    stack = UndoStack()
    course = _changed(desk, stack, courses.register_citizen(desk, "Rav"), 5)
    course = undo_change(desk, _changed(desk, stack, course, 6), stack)
    assert (len(course.contacts), len(undo_change(desk, course, stack).contacts)) == (1, 0)


def test_what_something_else_wrote_is_not_undone(desk: Desk) -> None:
    stack = UndoStack()
    course = _changed(desk, stack, courses.register_citizen(desk, "Rav"), 5)
    elsewhere = contacts.record_contact(desk, course, make_contact(6))
    assert undo_change(desk, elsewhere, stack) is elsewhere


def test_a_new_alias_leaves_no_way_to_the_old_one_in_any_course(desk: Desk) -> None:
    stack = UndoStack()
    course = _changed(desk, stack, courses.register_citizen(desk, "Rav"), 5)
    renamed = courses.change_citizen(desk, course, "Ler", "da")
    stack.keep(course, renamed)
    assert "Rav" not in repr(stack) and not stack.can_undo(renamed)
