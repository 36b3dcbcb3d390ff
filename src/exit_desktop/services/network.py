"""The support network and its handover: people, tasks, meetings, the plan for afterwards and who is responsible."""

from dataclasses import dataclass, replace
from datetime import date
from unicodedata import normalize

from exit_desktop.domain import networking
from exit_desktop.domain.calendar import check_day
from exit_desktop.domain.citizens import whole_characters
from exit_desktop.domain.courses import Course
from exit_desktop.domain.network import (
    LONGEST_ROLE,
    STRONGEST,
    WEAKEST,
    NetworkMeeting,
    NetworkPerson,
    SupportTask,
    TaskHolder,
)
from exit_desktop.errors import RoleMissing, RoleTooLong, TaskEmpty, TextTooLong
from exit_desktop.services.bin import BinnedPerson, delete_to_bin
from exit_desktop.services.desk import Desk, commit_course

LONGEST_WORDS = 10_000
PERSON, TASK, MEETING = "network_person", "support_task", "network_meeting"


@dataclass(frozen=True, slots=True)
class Move:
    """Whose hands a task goes to, since when; `taker` is None where it is not said, or the taker stays."""

    to: TaskHolder
    on: date
    taker: str | None = None


def put_person(desk: Desk, course: Course, person: NetworkPerson) -> Course:
    """Write a person of the network, new or changed. Raises RoleMissing, RoleTooLong, TextTooLong."""
    role, name = _one_line(person.role), _one_line(person.name)
    if not role:
        raise RoleMissing
    if max(len(role), len(name)) > LONGEST_ROLE:
        raise RoleTooLong(most=LONGEST_ROLE)
    strength = min(STRONGEST, max(WEAKEST, person.strength))
    knows, note = _words(person.knows), _words(person.note)
    checked = replace(person, role=role, name=name, strength=strength, knows=knows, note=note)
    return _commit(desk, course, networking.with_person(course, checked), PERSON)


def move_person(desk: Desk, course: Course, person_id: str, professional: bool, strength: int) -> Course:
    """Put a person elsewhere on the map: to the other half, nearer or farther."""
    person = _person(course, person_id)
    return (
        course
        if person is None
        else put_person(desk, course, replace(person, professional=professional, strength=strength))
    )


def remove_person(desk: Desk, course: Course, person_id: str) -> Course:
    """Take a person off the map; they wait 30 days in the bin, and what they were to take has no taker."""
    person = _person(course, person_id)
    if person is None:
        return course
    binned = BinnedPerson(person, networking.taken_by(course, person_id))
    return delete_to_bin(desk, course, networking.without_person(course, person_id), PERSON, binned)


def put_task(desk: Desk, course: Course, task: SupportTask) -> Course:
    """Write a support task, new or changed. Raises TaskEmpty, TextTooLong, DateNotPossible."""
    what = " ".join(_words(task.what).split())
    if not what:
        raise TaskEmpty
    check_day(task.moved_on)
    check_day(task.tried_out_on)
    checked = replace(task, what=what, how_it_went=_words(task.how_it_went))
    return _commit(desk, course, networking.with_task(course, checked), TASK)


def move_task(desk: Desk, course: Course, task_id: str, move: Move) -> Course:
    """Put a task in other hands; a taker who is not named stays the one who was."""
    task = next((one for one in course.handover.tasks if one.id == task_id), None)
    if task is None:
        return course
    moved = networking.move_task(task, move.to, move.on)
    return put_task(desk, course, replace(moved, taker=move.taker or moved.taker))


def try_out(desk: Desk, course: Course, task_id: str, on: date | None, how_it_went: str) -> Course:
    """Write that a task was tried out by others, and how it went; without a date it was not."""
    task = next((one for one in course.handover.tasks if one.id == task_id), None)
    return course if task is None else put_task(desk, course, replace(task, tried_out_on=on, how_it_went=how_it_went))


def remove_task(desk: Desk, course: Course, task_id: str) -> Course:
    """Take a task off the board; it waits 30 days in the bin."""
    task = next((one for one in course.handover.tasks if one.id == task_id), None)
    if task is None:
        return course
    return delete_to_bin(desk, course, networking.without_task(course, task_id), TASK, task)


def put_meeting(desk: Desk, course: Course, meeting: NetworkMeeting) -> Course:
    """Write a meeting with the network, new or changed. Raises TextTooLong, DateNotPossible."""
    check_day(meeting.on)
    checked = replace(meeting, who_came=_words(meeting.who_came), note=_words(meeting.note))
    return _commit(desk, course, networking.with_meeting(course, checked), MEETING)


def remove_meeting(desk: Desk, course: Course, meeting_id: str) -> Course:
    """Take a network meeting away; it waits 30 days in the bin."""
    meeting = next((one for one in course.handover.meetings if one.id == meeting_id), None)
    if meeting is None:
        return course
    return delete_to_bin(desk, course, networking.without_meeting(course, meeting_id), MEETING, meeting)


def write_long_term_plan(desk: Desk, course: Course, text: str) -> Course:
    """Write the plan for the time after the course."""
    handover = replace(course.handover, long_term_plan=_words(text))
    return _commit(desk, course, replace(course, handover=handover), "handover")


def name_responsible(desk: Desk, course: Course, text: str) -> Course:
    """Write who is responsible after the course: a role, or a service."""
    handover = replace(course.handover, responsible_actor=_words(text))
    return _commit(desk, course, replace(course, handover=handover), "handover")


def _commit(desk: Desk, before: Course, after: Course, kind: str) -> Course:
    same = set(after.network) == set(before.network) and _content(after) == _content(before)
    return before if same else commit_course(desk, before, after, kind)


def _content(course: Course) -> object:
    handover = course.handover
    return set(handover.tasks), set(handover.meetings), handover.long_term_plan, handover.responsible_actor


def _person(course: Course, person_id: str) -> NetworkPerson | None:
    return next((one for one in course.network if one.id == person_id), None)


def _one_line(text: str) -> str:
    return " ".join(normalize("NFC", whole_characters(text)).split())


def _words(text: str) -> str:
    if len(text) > LONGEST_WORDS:
        raise TextTooLong(most=LONGEST_WORDS)
    return whole_characters(text)
