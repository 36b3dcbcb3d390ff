"""How a support network and its handover change: each function takes a course and returns a new one."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from exit_desktop.domain.courses import Course
from exit_desktop.domain.network import Handover, NetworkMeeting, NetworkPerson, SupportTask, TaskHolder


def with_person(course: Course, person: NetworkPerson) -> Course:
    """Return the course with a person, new or in place of the one with that id."""
    others = tuple(one for one in course.network if one.id != person.id)
    return replace(course, network=(*others, person))


def without_person(course: Course, person_id: str) -> Course:
    """Return the course without a person; what that person was to take over has no taker again."""
    freed = _each_task(course, lambda task: replace(task, taker=None) if task.taker == person_id else task)
    return replace(freed, network=tuple(one for one in course.network if one.id != person_id))


def taken_by(course: Course, person_id: str) -> tuple[str, ...]:
    """Return the ids of the tasks that a person takes or is to take."""
    return tuple(task.id for task in course.handover.tasks if task.taker == person_id)


def with_person_back(course: Course, person: NetworkPerson, takes: Iterable[str]) -> Course:
    """Return the course with a person put back, who takes again what nobody else has taken since."""
    wanted = set(takes)

    def again(task: SupportTask) -> SupportTask:
        free = task.taker is None and task.holder is not TaskHolder.CITIZEN
        return replace(task, taker=person.id) if free and task.id in wanted else task

    return with_person(_each_task(course, again), person)


def with_task(course: Course, task: SupportTask) -> Course:
    """Return the course with a task, new or in place of the one with that id.

    What the citizen does alone has no taker, and a taker who is not in the network is none.
    """
    known = task.taker in {person.id for person in course.network}
    kept = task if known and task.holder is not TaskHolder.CITIZEN else replace(task, taker=None)
    others = tuple(one for one in course.handover.tasks if one.id != kept.id)
    return _with_handover(course, replace(course.handover, tasks=(*others, kept)))


def move_task(task: SupportTask, holder: TaskHolder, on: date) -> SupportTask:
    """Return the task in other hands since a date; unchanged if it lies there already."""
    return task if task.holder is holder else replace(task, holder=holder, moved_on=on)


def without_task(course: Course, task_id: str) -> Course:
    """Return the course without a task."""
    tasks = tuple(task for task in course.handover.tasks if task.id != task_id)
    return _with_handover(course, replace(course.handover, tasks=tasks))


def with_meeting(course: Course, meeting: NetworkMeeting) -> Course:
    """Return the course with a network meeting, new or in place of the one with that id."""
    others = tuple(one for one in course.handover.meetings if one.id != meeting.id)
    return _with_handover(course, replace(course.handover, meetings=(*others, meeting)))


def without_meeting(course: Course, meeting_id: str) -> Course:
    """Return the course without a network meeting."""
    meetings = tuple(meeting for meeting in course.handover.meetings if meeting.id != meeting_id)
    return _with_handover(course, replace(course.handover, meetings=meetings))


def _each_task(course: Course, change: Callable[[SupportTask], SupportTask]) -> Course:
    tasks = tuple(change(task) for task in course.handover.tasks)
    return _with_handover(course, replace(course.handover, tasks=tasks))


def _with_handover(course: Course, handover: Handover) -> Course:
    return replace(course, handover=handover)
