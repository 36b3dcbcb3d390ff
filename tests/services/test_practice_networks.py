"""The networks of practice: fitting the story and its phase, nothing ahead of its time, every column in use."""

from datetime import date

import pytest

from exit_desktop.domain.calendar import Phase
from exit_desktop.domain.courses import Course
from exit_desktop.domain.network import LONGEST_ROLE, TaskHolder
from exit_desktop.services.invention.citizens import invent_citizens

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def begun() -> tuple[Course, ...]:
    """The started courses of five dozen."""
    return tuple(course for course in invent_citizens(60, 5, TODAY) if course.calendar.start)


def test_every_begun_course_has_people_in_both_halves_and_tasks(begun: tuple[Course, ...]) -> None:
    assert all({person.professional for person in course.network} == {True, False} for course in begun)
    assert all(course.handover.tasks for course in begun)


def test_orientation_has_an_empty_map() -> None:
    fresh = [course for course in invent_citizens(60, 5, TODAY) if course.calendar.start is None]
    assert fresh and not any(course.network or course.handover.tasks for course in fresh)


def test_every_column_of_the_board_is_in_use(begun: tuple[Course, ...]) -> None:
    assert {task.holder for course in begun for task in course.handover.tasks} == set(TaskHolder)


def test_more_is_taken_over_in_the_third_phase_than_in_the_first(begun: tuple[Course, ...]) -> None:
    def share(phase: Phase) -> float:
        tasks = [task for course in begun if course.phase is phase for task in course.handover.tasks]
        return sum(task.holder in (TaskHolder.NETWORK, TaskHolder.CITIZEN) for task in tasks) / len(tasks)

    assert share(Phase.ONE) == 0 < share(Phase.TWO) < share(Phase.THREE)


def test_every_taker_is_in_the_network(begun: tuple[Course, ...]) -> None:
    for course in begun:
        takers = {task.taker for task in course.handover.tasks if task.taker}
        assert takers <= {person.id for person in course.network}


def test_a_task_is_tried_out_before_it_is_moved_and_after_the_start(begun: tuple[Course, ...]) -> None:
    for course in begun:
        for task in course.handover.tasks:
            days = [day for day in (course.calendar.start, task.tried_out_on, task.moved_on, TODAY) if day]
            assert days == sorted(days)


def test_roles_and_names_are_short_enough(begun: tuple[Course, ...]) -> None:
    people = [person for course in begun for person in course.network]
    assert all(0 < len(person.role) <= LONGEST_ROLE and len(person.name) <= LONGEST_ROLE for person in people)
    assert 0 < sum(bool(person.name) for person in people) < len(people)
