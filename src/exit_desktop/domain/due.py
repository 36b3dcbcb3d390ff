"""What a course waits for next: worked out when the course is written, compared with today when it is listed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from exit_desktop.domain.calendar import CourseState, MarkKind, Phase, planned_marks, reading_window
from exit_desktop.domain.contacts import ContactState, Party
from exit_desktop.domain.courses import Course
from exit_desktop.domain.plans import OPEN_STATUSES, activities_of, current_plan
from exit_desktop.domain.submissions import finished_readings


class DueKind(StrEnum):
    """What is due."""

    MEETING = "meeting"
    READING = "reading"
    TRANSITION = "transition"
    END = "end"
    ACTIVITY = "activity"
    REVIEW = "review"


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


def due_items(course: Course) -> tuple[Due, ...]:
    """Return all that is due in the course, the nearest first; nothing while it is paused or closed."""
    if course.state in (CourseState.PAUSED, CourseState.CLOSED):
        return ()
    items = [*_meetings(course), *_plan(course), *_readings(course), *_marks(course)]
    return tuple(sorted(items, key=lambda item: (item.on, item.kind)))


def next_due(items: tuple[Due, ...], today: date) -> Due | None:
    """Return the first item that is still to be told today."""
    return next((item for item in items if item.until >= today), None)


def _meetings(course: Course) -> Iterator[Due]:
    for contact in course.contacts:
        if contact.state is ContactState.PLANNED and contact.party is Party.CITIZEN:
            yield Due(DueKind.MEETING, contact.on, contact.on + _MEETING_STAYS, contact.id)


def _plan(course: Course) -> Iterator[Due]:
    plan = current_plan(course.plans)
    if plan is None:
        return
    if plan.review_on:
        yield Due(DueKind.REVIEW, plan.review_on, FOREVER, plan.id)
    for _, _, activity in activities_of(plan):
        if activity.by and activity.status in OPEN_STATUSES:
            yield Due(DueKind.ACTIVITY, activity.by, FOREVER, activity.id)


def _readings(course: Course) -> Iterator[Due]:
    done = {reading.occasion for reading in finished_readings(course.submissions)}
    for mark in planned_marks(course.calendar):
        if mark.kind is MarkKind.READING and mark.occasion and mark.occasion not in done:
            window = reading_window(course.calendar, mark.occasion)
            yield Due(DueKind.READING, mark.on, window[1] if window else FOREVER, mark.occasion)


def _marks(course: Course) -> Iterator[Due]:
    reached = course.phase
    for mark in planned_marks(course.calendar):
        if mark.kind is MarkKind.TRANSITION and mark.to_phase == reached + 1:
            yield Due(DueKind.TRANSITION, mark.on, FOREVER, str(int(mark.to_phase)))
        elif mark.kind is MarkKind.END and reached is Phase.THREE:
            yield Due(DueKind.END, mark.on, FOREVER)
