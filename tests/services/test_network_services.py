"""The network as the window keeps it: people, tasks, meetings; one act one revision; the bin; undo; the log of use."""

from dataclasses import replace
from datetime import date

import pytest

from exit_desktop.domain.courses import Course
from exit_desktop.domain.network import NetworkMeeting, NetworkPerson, SupportTask, TaskHolder
from exit_desktop.errors import DateNotPossible, RoleMissing, RoleTooLong, TaskEmpty, TextTooLong
from exit_desktop.services import network
from exit_desktop.services.bin import list_bin, restore_from_bin
from exit_desktop.services.courses import load_course
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.services.network import Move
from exit_desktop.services.undoing import UndoStack, undo_change
from exit_desktop.vault.usage_log import read_log
from support.courses import TODAY, make_course, uid

MOTHER = NetworkPerson(uid(60), "mor", "Mor Lise", strength=3)
POST = SupportTask(uid(70), "Læser breve fra kommunen")


@pytest.fixture
def course(desk: Desk) -> Course:
    """A course with one person and one task that the worker does."""
    made = commit_course(desk, None, make_course(), "citizen")
    return network.put_task(desk, network.put_person(desk, made, MOTHER), POST)


def test_a_person_is_kept_with_all_that_was_said(desk: Desk, course: Course) -> None:
    changed = replace(MOTHER, role=" mor \n", knows="det hele", note="har bil", professional=True)
    network.put_person(desk, course, changed)
    assert load_course(desk, course.id).network == (replace(changed, role="mor"),)


@pytest.mark.parametrize(
    ("fields", "failure"),
    [
        ({"role": "  "}, RoleMissing),
        ({"role": "x" * 61}, RoleTooLong),
        ({"name": "x" * 61}, RoleTooLong),
        ({"note": "x" * 10_001}, TextTooLong),
    ],
)
def test_an_impossible_person_is_refused(
    desk: Desk, course: Course, fields: dict[str, str], failure: type[Exception]
) -> None:
    with pytest.raises(failure):
        network.put_person(desk, course, replace(MOTHER, **fields))  # type: ignore[arg-type]  # texts by name
    assert load_course(desk, course.id) == course


def test_a_person_moves_on_the_map(desk: Desk, course: Course) -> None:
    (moved,) = network.move_person(desk, course, MOTHER.id, True, 1).network
    assert (moved.professional, moved.strength, moved.role) == (True, 1, "mor")


def test_a_person_taken_off_frees_the_tasks_and_comes_back_with_them(desk: Desk, course: Course) -> None:
    course = network.move_task(desk, course, POST.id, Move(TaskHolder.NETWORK, TODAY, MOTHER.id))
    without = network.remove_person(desk, course, MOTHER.id)
    assert (without.network, without.handover.tasks[0].taker) == ((), None)
    back = restore_from_bin(desk, without, list_bin(desk, without)[0])
    assert (back.network, back.handover.tasks[0].taker) == ((MOTHER,), MOTHER.id)


def test_a_task_taken_by_another_since_stays_with_that_one(desk: Desk, course: Course) -> None:
    course = network.move_task(desk, course, POST.id, Move(TaskHolder.NETWORK, TODAY, MOTHER.id))
    course = network.remove_person(desk, course, MOTHER.id)
    course = network.put_person(desk, course, NetworkPerson(uid(61), "nabo"))
    course = network.move_task(desk, course, POST.id, Move(TaskHolder.NETWORK, TODAY, uid(61)))
    assert restore_from_bin(desk, course, list_bin(desk, course)[0]).handover.tasks[0].taker == uid(61)


def test_a_move_has_its_day_and_keeps_the_taker(desk: Desk, course: Course) -> None:
    shared = network.move_task(desk, course, POST.id, Move(TaskHolder.SHARED, date(2026, 11, 2), MOTHER.id))
    (task,) = network.move_task(desk, shared, POST.id, Move(TaskHolder.NETWORK, TODAY)).handover.tasks
    assert (task.holder, task.moved_on, task.taker) == (TaskHolder.NETWORK, TODAY, MOTHER.id)


def test_what_the_citizen_does_has_no_taker(desk: Desk, course: Course) -> None:
    shared = network.move_task(desk, course, POST.id, Move(TaskHolder.SHARED, TODAY, MOTHER.id))
    (task,) = network.move_task(desk, shared, POST.id, Move(TaskHolder.CITIZEN, TODAY)).handover.tasks
    assert (task.holder, task.taker) == (TaskHolder.CITIZEN, None)


def test_a_task_to_where_it_lies_is_no_move(desk: Desk, course: Course) -> None:
    assert network.move_task(desk, course, POST.id, Move(TaskHolder.WORKER, TODAY)) is course


def test_a_task_is_tried_out_with_a_day_and_how_it_went(desk: Desk, course: Course) -> None:
    (task,) = network.try_out(desk, course, POST.id, TODAY, "det bar").handover.tasks
    assert (task.tried_out_on, task.how_it_went) == (TODAY, "det bar")


def test_impossible_tasks_are_refused(desk: Desk, course: Course) -> None:
    with pytest.raises(TaskEmpty):
        network.put_task(desk, course, replace(POST, what=" "))
    with pytest.raises(DateNotPossible):
        network.put_task(desk, course, replace(POST, tried_out_on=date(206, 1, 1)))


def test_tasks_and_meetings_wait_in_the_bin(desk: Desk, course: Course) -> None:
    meeting = NetworkMeeting(uid(80), TODAY, "mor", "Alle kom")
    course = network.put_meeting(desk, course, meeting)
    bare = network.remove_meeting(desk, network.remove_task(desk, course, POST.id), meeting.id)
    assert (bare.handover.tasks, bare.handover.meetings) == ((), ())
    for line in list_bin(desk, bare):
        bare = restore_from_bin(desk, bare, line)
    assert (bare.handover.tasks, bare.handover.meetings) == ((POST,), (meeting,))


def test_the_time_afterwards_is_written_down(desk: Desk, course: Course) -> None:
    course = network.write_long_term_plan(desk, course, "Gruppen om onsdagen")
    network.name_responsible(desk, course, "bostøtten")
    kept = load_course(desk, course.id).handover
    assert (kept.long_term_plan, kept.responsible_actor) == ("Gruppen om onsdagen", "bostøtten")


def test_the_same_again_is_no_change(desk: Desk, course: Course) -> None:
    assert network.put_person(desk, course, MOTHER) is course
    assert network.put_task(desk, course, POST) is course
    assert network.name_responsible(desk, course, "") is course


def test_each_act_is_one_revision_and_one_line_in_the_log(desk: Desk, course: Course) -> None:
    after = network.move_person(desk, course, MOTHER.id, False, 1)
    with desk.vault.reading() as connection:
        (newest,) = read_log(connection, 1)
    assert (after.revision, newest.kind) == (course.revision + 1, "network_person")


def test_undo_puts_a_person_and_their_tasks_back(desk: Desk, course: Course) -> None:
    course = network.move_task(desk, course, POST.id, Move(TaskHolder.SHARED, TODAY, MOTHER.id))
    stack = UndoStack()
    after = network.remove_person(desk, course, MOTHER.id)
    stack.keep(course, after)
    undone = undo_change(desk, after, stack)
    assert (undone.network, undone.handover) == (course.network, course.handover)
    assert list_bin(desk, undone) == ()


def test_a_task_put_back_before_its_taker_is_theirs_again(desk: Desk, course: Course) -> None:
    course = network.move_task(desk, course, POST.id, Move(TaskHolder.NETWORK, TODAY, MOTHER.id))
    course = network.remove_person(desk, network.remove_task(desk, course, POST.id), MOTHER.id)
    deleted = {line.id: line.deleted_on for line in list_bin(desk, course)}
    course = restore_from_bin(desk, course, next(line for line in list_bin(desk, course) if line.id == POST.id))
    (person,) = list_bin(desk, course)
    assert (course.handover.tasks[0].taker, person.deleted_on) == (None, deleted[MOTHER.id])
    assert restore_from_bin(desk, course, person).handover.tasks[0].taker == MOTHER.id
