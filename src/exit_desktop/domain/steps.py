"""The steps of a course, from the first talk to the closing: each takes a course and gives the next one.

A gate of the method is a prompt and never a lock (domain decision 8): only what cannot be true is refused.
"""

from dataclasses import replace
from datetime import date

from exit_desktop.domain.calendar import (
    Closing,
    ClosingKind,
    CourseState,
    MarkKind,
    Pause,
    PauseReason,
    Phase,
    Replan,
    StartCorrection,
    Transition,
    add_months,
    check_day,
    closed_on,
    open_pause,
    planned_marks,
    standing_closing,
)
from exit_desktop.domain.courses import Course, Milestone, Retention
from exit_desktop.errors import DateNotPossible, NotPossibleNow

PHASE_LENGTHS = (4, 3)
REOPEN_MONTHS = 3
LONGEST_REPLAN = 3660


def _check(day: date, not_before: date | None) -> None:
    check_day(day)
    if not_before is not None and day < not_before:
        raise DateNotPossible(date=day)


def start_course(course: Course, on: date, phase_months: int = 4) -> Course:
    """Return the course begun on `on` (day 1), with phases of 4 or 3 calendar months."""
    if course.state is not CourseState.ORIENTATION or phase_months not in PHASE_LENGTHS:
        raise NotPossibleNow
    _check(on, None)
    first = min(course.calendar.orientation_on, on)
    calendar = replace(course.calendar, start=on, phase_months=phase_months, orientation_on=first)
    return replace(course, calendar=calendar)


def correct_start(course: Course, correction_id: str, on: date, reason: str, today: date) -> Course:
    """Return the course with another start date and a trace of the wrong one; re-plans stay as they are."""
    was = course.calendar.start
    if was is None or course.state is CourseState.CLOSED:
        raise NotPossibleNow
    _check(on, None)
    later = [t.on for t in course.calendar.transitions] + [p.from_on for p in course.calendar.pauses]
    if any(on > day for day in later):
        raise DateNotPossible(date=on)
    trace = StartCorrection(correction_id, was, today, reason)
    first = min(course.calendar.orientation_on, on)
    calendar = replace(
        course.calendar, start=on, orientation_on=first, corrections=(*course.calendar.corrections, trace)
    )
    return replace(course, calendar=calendar)


def record_transition(course: Course, transition_id: str, on: date, reason: str = "") -> Course:
    """Return the course in its next phase from `on`. It moves no planned mark."""
    if course.state not in (CourseState.ACTIVE, CourseState.PAUSED) or course.phase >= Phase.THREE:
        raise NotPossibleNow
    earlier = max((t.on for t in course.calendar.transitions), default=course.calendar.start)
    _check(on, earlier)
    step = Transition(transition_id, Phase(course.phase + 1), on, reason)
    return replace(course, calendar=replace(course.calendar, transitions=(*course.calendar.transitions, step)))


def take_back_transition(course: Course) -> Course:
    """Return the course without its newest recorded transition."""
    transitions = course.calendar.transitions
    if not transitions or course.state is CourseState.CLOSED:
        raise NotPossibleNow
    newest = max(transitions, key=lambda t: t.to_phase)
    kept = tuple(t for t in transitions if t is not newest)
    return replace(course, calendar=replace(course.calendar, transitions=kept))


def replan_course(course: Course, replan: Replan) -> Course:
    """Return the course with the marks on or after `replan.from_on` moved by its days."""
    if course.calendar.start is None or course.state is CourseState.CLOSED or replan.days == 0:
        raise NotPossibleNow
    _check(replan.from_on, course.calendar.start)
    if abs(replan.days) > LONGEST_REPLAN:
        raise DateNotPossible(date=replan.from_on)
    moved = replace(course, calendar=replace(course.calendar, replans=(*course.calendar.replans, replan)))
    for mark in planned_marks(moved.calendar):
        check_day(mark.on)
    return moved


def pause_course(course: Course, pause_id: str, from_on: date, reason: PauseReason, note: str = "") -> Course:
    """Return the course at rest from `from_on`; nothing is due meanwhile and no mark moves."""
    if course.state is not CourseState.ACTIVE:
        raise NotPossibleNow
    _check(from_on, max((p.until_on or p.from_on for p in course.calendar.pauses), default=course.calendar.start))
    pause = Pause(pause_id, from_on, None, reason, note)
    return replace(course, calendar=replace(course.calendar, pauses=(*course.calendar.pauses, pause)))


def end_pause(course: Course, until_on: date) -> tuple[Course, int]:
    """Return the course going on, and the pause's length in days, by which a re-plan is offered."""
    pause = open_pause(course.calendar)
    if pause is None or course.state is not CourseState.PAUSED:
        raise NotPossibleNow
    _check(until_on, pause.from_on)
    pauses = tuple(replace(p, until_on=until_on) if p is pause else p for p in course.calendar.pauses)
    return replace(course, calendar=replace(course.calendar, pauses=pauses)), (until_on - pause.from_on).days


def close_course(course: Course, closing: Closing) -> Course:
    """Return the course closed. An early end and one never started have a reason; an open pause ends with it."""
    started = course.calendar.start is not None
    if course.state is CourseState.CLOSED or (closing.kind is ClosingKind.NOT_STARTED) == started:
        raise NotPossibleNow
    if closing.kind is not ClosingKind.FULL and closing.reason is None:
        raise NotPossibleNow
    _check(closing.on, _last_step_on(course))
    pauses = tuple(
        replace(p, until_on=max(p.from_on, closing.on)) if p.until_on is None else p for p in course.calendar.pauses
    )
    calendar = replace(course.calendar, pauses=pauses, closings=(*course.calendar.closings, closing))
    return replace(course, calendar=calendar)


def _last_step_on(course: Course) -> date | None:
    calendar = course.calendar
    days = [calendar.start, *(t.on for t in calendar.transitions), *(c.reopened_on for c in calendar.closings)]
    days += [pause.until_on or pause.from_on for pause in calendar.pauses]
    return max((day for day in days if day is not None), default=None)


def may_reopen(course: Course, today: date) -> bool:
    """Return whether the course may be reopened: within three months of its closing (model 2)."""
    closed = closed_on(course.calendar)
    return closed is not None and today <= add_months(closed, REOPEN_MONTHS)


def ended_unstarted(course: Course) -> bool:
    """Return whether the course stands closed without having begun."""
    return course.state is CourseState.CLOSED and course.calendar.start is None


def reopen_course(course: Course, on: date) -> Course:
    """Return the course open again; its closing stays in the trace, and the day of its erasure is off."""
    if not may_reopen(course, on):
        raise NotPossibleNow
    standing = standing_closing(course.calendar)
    if standing is None:
        raise NotPossibleNow
    _check(on, standing.on)
    closings = tuple(replace(c, reopened_on=on) if c is standing else c for c in course.calendar.closings)
    return replace(course, calendar=replace(course.calendar, closings=closings), retention=Retention())


def planned_closing_kind(course: Course, on: date) -> ClosingKind:
    """Return the kind of closing that `on` amounts to: full from a month before the planned end and in phase three."""
    start = course.calendar.start
    if start is None:
        return ClosingKind.NOT_STARTED
    end = next(mark.on for mark in planned_marks(course.calendar) if mark.kind is MarkKind.END)
    planned = add_months(end, -1)
    return ClosingKind.FULL if on >= planned and course.phase is Phase.THREE else ClosingKind.EARLY


def add_milestone(course: Course, milestone: Milestone) -> Course:
    """Return the course with the milestone, in place of one with the same id."""
    check_day(milestone.on)
    kept = tuple(m for m in course.milestones if m.id != milestone.id)
    return replace(course, milestones=(*kept, milestone))


def remove_milestone(course: Course, milestone_id: str) -> Course:
    """Return the course without this milestone."""
    return replace(course, milestones=tuple(m for m in course.milestones if m.id != milestone_id))
