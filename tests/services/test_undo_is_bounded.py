"""Undo keeps the latest courses of a sitting, and no more case content in memory than that."""

from dataclasses import replace

from exit_desktop.services.courses import load_course, register_citizen
from exit_desktop.services.desk import Desk
from exit_desktop.services.undoing import MOST_COURSES, UndoStack
from support.courses import desk

__all__ = ["desk"]


def test_the_way_back_of_the_oldest_course_goes_first(desk: Desk) -> None:
    stack = UndoStack()
    first = register_citizen(desk, "Nr 0", "da")
    course = load_course(desk, first.id)
    for number in range(MOST_COURSES + 1):
        before = replace(course, id=f"{number:032x}")
        stack.keep(before, replace(before, revision=before.revision + 1, owner="K8"))
    assert (len(stack.trails), f"{0:032x}" in stack.trails) == (MOST_COURSES, False)
