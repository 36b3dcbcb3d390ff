"""What is due next: meetings, readings, transitions, plan; nothing while the course rests."""

from dataclasses import replace
from datetime import date

import pytest

from exit_desktop.domain import steps
from exit_desktop.domain.calendar import Occasion, PauseReason, Replan
from exit_desktop.domain.contacts import ContactState
from exit_desktop.domain.courses import Course
from exit_desktop.domain.due import DueKind, due_items, next_due
from exit_desktop.domain.network import Handover, NetworkPerson, SupportTask, TaskHolder
from exit_desktop.domain.submissions import Submission, SubmissionKind
from support.courses import TODAY, make_contact, make_course, make_plan, uid


def test_what_is_due_stands_in_order_of_date() -> None:
    meeting = make_contact(5, date(2026, 11, 30), state=ContactState.PLANNED)
    course = replace(make_course(), contacts=(meeting,), plans=(replace(make_plan(), review_on=date(2026, 12, 24)),))
    kinds = [item.kind for item in due_items(course) if item.on >= TODAY]
    assert kinds[:3] == [DueKind.ACTIVITY, DueKind.MEETING, DueKind.ACTIVITY]


def test_the_next_phase_stays_due_until_it_is_recorded() -> None:
    course = make_course()
    assert (DueKind.TRANSITION, date(2026, 11, 2)) in {(item.kind, item.on) for item in due_items(course)}
    after = steps.record_transition(course, uid(3), date(2026, 11, 2))
    assert {item.ref for item in due_items(after) if item.kind is DueKind.TRANSITION} == {"3"}


def test_a_finished_reading_is_due_no_more() -> None:
    reading = Submission(uid(4), SubmissionKind.READING, date(2026, 11, 3), Occasion.M04, finished_on=date(2026, 11, 3))
    items = due_items(replace(make_course(), submissions=(reading,)))
    assert Occasion.M04 not in {item.ref for item in items if item.kind is DueKind.READING}


def test_a_form_is_due_beside_its_reading_until_it_is_finished() -> None:
    forms = [item.ref for item in due_items(make_course()) if item.kind is DueKind.FORM]
    assert forms == ["m00", "m02", "m04", "m06", "m08", "m10", "end"]
    form = Submission(uid(4), SubmissionKind.ONGOING_FORM, date(2026, 9, 3), Occasion.M02, finished_on=date(2026, 9, 3))
    items = due_items(replace(make_course(), submissions=(form,)))
    assert Occasion.M02 not in {item.ref for item in items if item.kind is DueKind.FORM}
    assert Occasion.M02 in {item.ref for item in items if item.kind is DueKind.READING}


def test_a_reading_that_was_not_made_is_told_until_the_next_one_takes_over() -> None:
    item = next(item for item in due_items(make_course()) if item.ref == Occasion.M02)
    assert item.until == date(2026, 10, 2)
    assert next_due((item,), date(2026, 10, 3)) is None


def test_nothing_is_due_in_a_pause() -> None:
    paused = steps.pause_course(make_course(), uid(6), date(2026, 9, 1), PauseReason.ABROAD)
    assert due_items(replace(paused, plans=(make_plan(),))) == ()


def test_a_done_activity_is_due_no_more() -> None:
    items = due_items(replace(make_course(), plans=(make_plan(),)))
    assert [item.on for item in items if item.kind is DueKind.ACTIVITY] == [date(2026, 11, 28), date(2026, 12, 5)]


def test_a_meeting_nobody_wrote_up_is_asked_about_for_a_week() -> None:
    meeting = make_contact(5, date(2026, 11, 20), state=ContactState.PLANNED)
    items = due_items(replace(make_course(start=None), contacts=(meeting,)))
    assert next_due(items, date(2026, 11, 27)) is not None
    assert next_due(items, date(2026, 11, 28)) is None


TAKER, NOBODY = uid(60), uid(61)


def with_task(holder: TaskHolder, taker: str | None) -> Course:
    """A course that began on 2 July 2026, with one person in the network and one task."""
    handover = Handover((SupportTask(uid(70), "Breve", holder, taker),))
    return replace(make_course(), network=(NetworkPerson(TAKER, "mor"),), handover=handover)


def handovers(course: Course) -> list[tuple[date, str | None]]:
    """When which task is due."""
    return [(item.on, item.ref) for item in due_items(course) if item.kind is DueKind.HANDOVER]


@pytest.mark.parametrize(
    ("holder", "taker", "waits"),
    [
        (TaskHolder.WORKER, None, True),
        (TaskHolder.WORKER, TAKER, True),
        (TaskHolder.SHARED, None, True),
        (TaskHolder.SHARED, TAKER, False),
        (TaskHolder.NETWORK, None, True),
        (TaskHolder.NETWORK, NOBODY, True),
        (TaskHolder.NETWORK, TAKER, False),
        (TaskHolder.CITIZEN, None, False),
    ],
)
def test_a_task_without_a_taker_is_due_a_month_before_the_end(
    holder: TaskHolder, taker: str | None, waits: bool
) -> None:
    assert handovers(with_task(holder, taker)) == ([(date(2027, 6, 2), uid(70))] if waits else [])


def test_a_task_follows_a_plan_that_was_moved() -> None:
    course = with_task(TaskHolder.WORKER, None)
    moved = steps.replan_course(course, Replan(uid(5), date(2026, 9, 1), date(2026, 9, 1), 28))
    assert handovers(moved) == [(date(2027, 6, 30), uid(70))]


def test_a_task_is_not_asked_about_in_a_pause_or_before_a_start() -> None:
    course = with_task(TaskHolder.WORKER, None)
    paused = steps.pause_course(course, uid(6), date(2026, 9, 1), PauseReason.ABROAD)
    waiting = replace(course, calendar=make_course(start=None).calendar)
    assert (handovers(paused), handovers(waiting)) == ([], [])
