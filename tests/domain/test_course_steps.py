"""The steps of a course: what moves, what stays, and what cannot be true."""

from dataclasses import replace
from datetime import date

import pytest

from exit_desktop.domain import steps
from exit_desktop.domain.calendar import (
    Closing,
    ClosingKind,
    ClosingReason,
    CourseState,
    MarkKind,
    PauseReason,
    Phase,
    Replan,
    planned_marks,
)
from exit_desktop.domain.courses import Course
from exit_desktop.errors import DateNotPossible, NotPossibleNow
from support.courses import TODAY, make_course, uid


def _closed(course: Course, on: date) -> Course:
    kind = steps.planned_closing_kind(course, on)
    reason = None if kind is ClosingKind.FULL else ClosingReason.CITIZENS_WISH
    return steps.close_course(course, Closing(uid(5), on, kind, reason))


def test_starting_ends_the_orientation() -> None:
    course = steps.start_course(make_course(start=None), TODAY)
    assert (course.state, course.phase) == (CourseState.ACTIVE, Phase.ONE)


def test_a_start_before_the_first_talk_moves_the_orientation_back() -> None:
    course = steps.start_course(make_course(start=None), date(2026, 5, 4))
    assert course.calendar.orientation_on == date(2026, 5, 4)


def test_a_recorded_transition_moves_no_later_mark() -> None:
    course = make_course()
    late = steps.record_transition(course, uid(3), date(2026, 12, 24))
    assert late.phase is Phase.TWO
    assert planned_marks(late.calendar) == planned_marks(course.calendar)


def test_a_transition_before_the_one_before_is_refused() -> None:
    course = steps.record_transition(make_course(), uid(3), date(2026, 11, 2))
    with pytest.raises(DateNotPossible):
        steps.record_transition(course, uid(4), date(2026, 10, 1))


def test_a_transition_can_be_taken_back() -> None:
    course = steps.record_transition(make_course(), uid(3), date(2026, 11, 2))
    assert steps.take_back_transition(course).phase is Phase.ONE


def test_a_pause_moves_nothing_and_tells_its_length_when_it_ends() -> None:
    course = make_course()
    paused = steps.pause_course(course, uid(6), date(2026, 9, 1), PauseReason.HOSPITAL)
    assert paused.state is CourseState.PAUSED
    resumed, days = steps.end_pause(paused, date(2026, 9, 22))
    assert (resumed.state, days) == (CourseState.ACTIVE, 21)
    assert planned_marks(resumed.calendar) == planned_marks(course.calendar)


def test_a_replan_moves_the_end() -> None:
    moved = steps.replan_course(make_course(), Replan(uid(7), TODAY, TODAY, 21, "hospital"))
    ends = [mark.on for mark in planned_marks(moved.calendar) if mark.kind is MarkKind.END]
    assert ends == [date(2027, 7, 23)]


def test_an_early_end_needs_a_reason() -> None:
    with pytest.raises(NotPossibleNow):
        steps.close_course(make_course(), Closing(uid(5), TODAY, ClosingKind.EARLY))


def test_closing_in_phase_three_near_the_planned_end_is_a_full_course() -> None:
    course = steps.record_transition(make_course(), uid(3), date(2026, 11, 2))
    course = steps.record_transition(course, uid(4), date(2027, 3, 2))
    assert steps.planned_closing_kind(course, date(2027, 6, 20)) is ClosingKind.FULL
    assert steps.planned_closing_kind(course, date(2027, 4, 1)) is ClosingKind.EARLY


def test_closing_ends_an_open_pause() -> None:
    paused = steps.pause_course(make_course(), uid(6), date(2026, 9, 1), PauseReason.PRISON)
    closed = _closed(paused, TODAY)
    assert closed.state is CourseState.CLOSED
    assert closed.calendar.pauses[0].until_on == TODAY


def test_a_course_is_reopened_within_three_months_and_keeps_its_closing() -> None:
    closed = _closed(make_course(), date(2026, 11, 30))
    reopened = steps.reopen_course(closed, date(2027, 2, 28))
    assert reopened.state is CourseState.ACTIVE
    assert reopened.calendar.closings[0].reopened_on == date(2027, 2, 28)


def test_after_three_months_it_is_a_new_course() -> None:
    closed = _closed(make_course(), date(2026, 11, 30))
    with pytest.raises(NotPossibleNow):
        steps.reopen_course(closed, date(2027, 3, 1))


def test_a_wrong_start_leaves_a_trace_and_moves_the_marks() -> None:
    corrected = steps.correct_start(make_course(), uid(8), date(2026, 7, 12), "skrevet forkert", TODAY)
    assert corrected.calendar.corrections[0].was == date(2026, 7, 2)
    assert planned_marks(corrected.calendar)[0].on == date(2026, 7, 12)


def test_an_orientation_that_ends_without_a_course_is_not_an_early_end() -> None:
    closing = Closing(uid(5), TODAY, ClosingKind.NOT_STARTED, ClosingReason.DID_NOT_WISH)
    assert steps.close_course(make_course(start=None), closing).state is CourseState.CLOSED
    with pytest.raises(NotPossibleNow):
        steps.close_course(make_course(), replace(closing))
