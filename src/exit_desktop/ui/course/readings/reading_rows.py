"""What the list of readings, or of forms, tells: those made, the one under way, those due now and those to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from exit_desktop.domain.calendar import (
    CourseState,
    MarkKind,
    Occasion,
    PlannedMark,
    planned_marks,
    reading_window,
)
from exit_desktop.domain.closing import of_earlier_end
from exit_desktop.domain.courses import Course
from exit_desktop.domain.forms import FORM_KINDS, form_of
from exit_desktop.domain.submissions import MadeBy, Submission, SubmissionKind
from exit_desktop.system.language import mark

DUE_BEFORE = timedelta(days=14)


class RowState(Enum):
    """Where a reading stands."""

    DONE = "done"
    UNDER_WAY = "under_way"
    DUE = "due"
    COMING = "coming"
    PASSED = "passed"


STATES = {
    RowState.DONE: mark("Made"),
    RowState.UNDER_WAY: mark("Begun"),
    RowState.DUE: mark("Due now"),
    RowState.COMING: mark("To come"),
    RowState.PASSED: mark("Not made"),
}


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One line: a submission that there is, or an occasion that is waited for."""

    on: date
    state: RowState
    occasion: Occasion | None
    submission: Submission | None = None
    kind: SubmissionKind = SubmissionKind.READING

    @property
    def alone(self) -> bool:
        """Whether the worker filled it in without the citizen."""
        return self.submission is not None and self.submission.made_by is MadeBy.WORKER_ALONE


def reading_rows(course: Course, today: date, forms: bool = False) -> tuple[ReadingRow, ...]:
    """Return the readings, or the forms, of a course and the occasions without one, in the order of their dates."""
    kinds = FORM_KINDS if forms else (SubmissionKind.READING,)
    held = [s for s in course.submissions if s.kind in kinds]
    rows = [ReadingRow(s.held_on, _held(s), s.occasion, s, s.kind) for s in held]
    taken = {(s.kind, s.occasion) for s in held if not of_earlier_end(course, s)}
    if course.state in (CourseState.ACTIVE, CourseState.PAUSED):
        marks = planned_marks(course.calendar)
        for planned in marks:
            if planned.kind is not MarkKind.READING or planned.occasion is None:
                continue
            kind = form_of(planned.occasion) if forms else SubmissionKind.READING
            if (kind, planned.occasion) not in taken:
                state = RowState.COMING if course.state is CourseState.PAUSED else _waited(marks, planned, today)
                rows.append(ReadingRow(planned.on, state, planned.occasion, kind=kind))
    return tuple(sorted(rows, key=lambda row: row.on))


def _held(submission: Submission) -> RowState:
    return RowState.UNDER_WAY if submission.finished_on is None else RowState.DONE


def _waited(marks: tuple[PlannedMark, ...], planned: PlannedMark, today: date) -> RowState:
    window = reading_window(marks, planned.occasion) if planned.occasion else None
    if window is None:
        return RowState.COMING
    if today > window[1]:
        return RowState.PASSED
    return RowState.DUE if today >= planned.on - DUE_BEFORE else RowState.COMING
