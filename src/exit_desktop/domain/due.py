"""What a course waits for next: worked out when the course is written, compared with today when it is listed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from exit_desktop.domain.calendar import (
    CourseState,
    MarkKind,
    Phase,
    PlannedMark,
    add_months,
    phase_of,
    planned_marks,
    reading_window,
    state_of,
)
from exit_desktop.domain.closing import finished_by_now
from exit_desktop.domain.contacts import ContactState, Party
from exit_desktop.domain.courses import WaitingCourse
from exit_desktop.domain.forms import form_of
from exit_desktop.domain.network import waits_for_taker
from exit_desktop.domain.plans import OPEN_STATUSES, activities_of, current_plan
from exit_desktop.domain.submissions import SubmissionKind


class DueKind(StrEnum):
    """What is due."""

    MEETING = "meeting"
    READING = "reading"
    TRANSITION = "transition"
    END = "end"
    ACTIVITY = "activity"
    REVIEW = "review"
    # Sorts after "reading": where both are due on a day, the list tells the talk first.
    FORM = "status_form"
    # Sorts after "meeting" and "reading", for the same reason.
    HANDOVER = "task_handover"


@dataclass(frozen=True, slots=True)
class Due:
    """Something due on a date; it is no longer told after `until`. `ref` is the id of what it stands for."""

    kind: DueKind
    on: date
    until: date
    ref: str | None = None


FOREVER = date.max
# A meeting that nobody wrote up is still asked about for a week.
_MEETING_STAYS = timedelta(days=7)


def due_items(course: WaitingCourse) -> tuple[Due, ...]:
    """Return all that is due in the course, the nearest first; nothing while it is paused or closed."""
    if state_of(course.calendar) in (CourseState.PAUSED, CourseState.CLOSED):
        return ()
    marks = planned_marks(course.calendar)
    planned = (*_measurements(course, marks), *_handover(course, marks), *_marks(course, marks))
    items = [*_meetings(course), *_plan(course), *planned]
    return tuple(sorted(items, key=lambda item: (item.on, item.kind)))


def next_due(items: tuple[Due, ...], today: date) -> Due | None:
    """Return the first item that is still to be told today."""
    return next((item for item in items if item.until >= today), None)


def _meetings(course: WaitingCourse) -> Iterator[Due]:
    for contact in course.contacts:
        if contact.state is ContactState.PLANNED and contact.party is Party.CITIZEN:
            yield Due(DueKind.MEETING, contact.on, contact.on + _MEETING_STAYS, contact.id)


def _plan(course: WaitingCourse) -> Iterator[Due]:
    plan = current_plan(course.plans)
    if plan is None:
        return
    if plan.review_on:
        yield Due(DueKind.REVIEW, plan.review_on, FOREVER, plan.id)
    for _, _, activity in activities_of(plan):
        if activity.by and activity.status in OPEN_STATUSES:
            yield Due(DueKind.ACTIVITY, activity.by, FOREVER, activity.id)


def _measurements(course: WaitingCourse, marks: tuple[PlannedMark, ...]) -> Iterator[Due]:
    """Yield each occasion that has no finished reading, and each that has no finished form."""
    done = finished_by_now(course)
    for mark in marks:
        if mark.kind is not MarkKind.READING or mark.occasion is None:
            continue
        window = reading_window(marks, mark.occasion)
        until = window[1] if window else FOREVER
        for kind, due in ((SubmissionKind.READING, DueKind.READING), (form_of(mark.occasion), DueKind.FORM)):
            if (kind, mark.occasion) not in done:
                yield Due(due, mark.on, until, mark.occasion)


def _handover(course: WaitingCourse, marks: tuple[PlannedMark, ...]) -> Iterator[Due]:
    """Yield each task that nobody would do after the end, a month before the planned end."""
    ends = (mark.on for mark in marks if mark.kind is MarkKind.END)
    for end in ends:
        for task in course.handover.tasks:
            if waits_for_taker(task, course.network):
                yield Due(DueKind.HANDOVER, add_months(end, -1), FOREVER, task.id)


def _marks(course: WaitingCourse, marks: tuple[PlannedMark, ...]) -> Iterator[Due]:
    reached = phase_of(course.calendar)
    for mark in marks:
        if mark.kind is MarkKind.TRANSITION and mark.to_phase == reached + 1:
            yield Due(DueKind.TRANSITION, mark.on, FOREVER, str(int(mark.to_phase)))
        elif mark.kind is MarkKind.END and reached is Phase.THREE:
            yield Due(DueKind.END, mark.on, FOREVER)
