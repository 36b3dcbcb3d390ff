"""The three forms that go with the readings: which one belongs to which occasion, and which one a day asks for."""

from datetime import date

from exit_desktop.domain.calendar import (
    Calendar,
    CourseState,
    Occasion,
    nearest_occasion,
    propose_occasion,
    reading_months,
)
from exit_desktop.domain.courses import Course
from exit_desktop.domain.submissions import Submission, SubmissionKind

FORM_KINDS = (SubmissionKind.START_FORM, SubmissionKind.ONGOING_FORM, SubmissionKind.CLOSING_FORM)
_FORM_OF = {Occasion.M00: SubmissionKind.START_FORM, Occasion.END: SubmissionKind.CLOSING_FORM}


def form_of(occasion: Occasion) -> SubmissionKind:
    """Return the form that belongs to an occasion: start, closing, or ongoing for all between (S004 table 3.2)."""
    return _FORM_OF.get(occasion, SubmissionKind.ONGOING_FORM)


def occasions_of(kind: SubmissionKind, calendar: Calendar) -> tuple[Occasion, ...]:
    """Return the occasions that a reading or a form of this kind can be for, in the order of the course."""
    if kind is SubmissionKind.START_FORM:
        return (Occasion.M00,)
    if kind is SubmissionKind.CLOSING_FORM:
        return (Occasion.END,)
    months = reading_months(calendar.phase_months) if calendar.start else ()
    planned = tuple(occasion for occasion, _ in months)
    if kind is SubmissionKind.ONGOING_FORM:
        planned = tuple(occasion for occasion in planned if form_of(occasion) is kind)
    return (*planned, Occasion.EXTRA)


def propose_for(kind: SubmissionKind, calendar: Calendar, held_on: date) -> Occasion:
    """Return the occasion of this kind whose planned date is nearest (half way: the later one)."""
    possible = occasions_of(kind, calendar)
    return possible[0] if len(possible) == 1 else nearest_occasion(calendar, held_on, possible)


def form_wanted(course: Course, today: date) -> SubmissionKind:
    """Return the form that a day asks for: the start form first of all, the closing form at the end."""
    if course.state is CourseState.CLOSED:
        return SubmissionKind.CLOSING_FORM
    if course.calendar.start is None:
        return SubmissionKind.START_FORM
    kind = form_of(propose_occasion(course.calendar, today))
    begun = {form.kind for form in course.submissions if form.finished_on}
    return SubmissionKind.ONGOING_FORM if kind is SubmissionKind.START_FORM and kind in begun else kind


def newest_form(course: Course, before: Submission) -> Submission | None:
    """Return the newest finished form that was not made after this one."""
    earlier = (
        form
        for form in course.submissions
        if form.kind in FORM_KINDS and form.finished_on and form.held_on <= before.held_on and form.id != before.id
    )
    return max(earlier, key=lambda form: (form.held_on, form.finished_on or form.held_on), default=None)
