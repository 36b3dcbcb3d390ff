"""The end of a course as the closing form tells it, and how long what was written is kept afterwards."""

from dataclasses import dataclass
from datetime import date

from exit_desktop.domain.answers import Respondent, Value
from exit_desktop.domain.calendar import EARLY_REASONS, ClosingKind, ClosingReason, Occasion, closed_on
from exit_desktop.domain.courses import Course, CourseParts
from exit_desktop.domain.steps import planned_closing_kind
from exit_desktop.domain.submissions import Submission, SubmissionKind, answers_to

CLOSING_FORM = "closing_form"
SERVICES_NOW, NO_SERVICES = "services_now", "none"


@dataclass(frozen=True, slots=True)
class Ending:
    """How a course ended, and why where it was early and that was said."""

    kind: ClosingKind
    reason: ClosingReason | None = None


def again_on(course: CourseParts) -> date:
    """Return the day from which the end is in sight: the last time that the course was taken up again, or its first."""
    return max((one.reopened_on for one in course.calendar.closings if one.reopened_on), default=date.min)


def of_earlier_end(course: CourseParts, made: Submission) -> bool:
    """Return whether a reading or form was made for an end before the course was taken up again; it counts no more."""
    return made.occasion is Occasion.END and (made.finished_on or made.held_on) < again_on(course)


def finished_by_now(course: CourseParts) -> frozenset[tuple[SubmissionKind, Occasion | None]]:
    """Return which kinds are finished for which occasions; for the end, what was made for this end."""
    done = (one for one in course.submissions if one.finished_on is not None)
    return frozenset((one.kind, one.occasion) for one in done if not of_earlier_end(course, one))


def end_submission(course: CourseParts, kind: SubmissionKind, finished: bool = True) -> Submission | None:
    """Return the newest reading or form that was made for this end; of a closing before it, none."""
    made = (
        one
        for one in course.submissions
        if one.kind is kind
        and one.occasion is Occasion.END
        and (one.finished_on is not None) is finished
        and not of_earlier_end(course, one)
    )
    return max(made, key=lambda one: (one.held_on, one.finished_on or one.held_on), default=None)


def services_said(form: Submission) -> tuple[str, ...]:
    """Return the services that a form names by their keys; none where it was not answered."""
    instrument = form.parts[0].instrument if form.parts else ""
    answer = answers_to(form, instrument, Respondent.WORKER).get(SERVICES_NOW)
    value: Value = answer.value if answer and answer.has_value else ()
    return value if isinstance(value, tuple) else ()


def said_ending(course: Course) -> Ending | None:
    """Return what the finished closing form says of the end; None while it is not written, or does not say."""
    form = end_submission(course, SubmissionKind.CLOSING_FORM)
    if form is None:
        return None
    said = {key: a.value for key, a in answers_to(form, CLOSING_FORM, Respondent.WORKER).items() if a.has_value}
    if said.get("ended_how") not in (ClosingKind.FULL, ClosingKind.EARLY):
        return None
    kind = ClosingKind(str(said["ended_how"]))
    reason = next((one for one in EARLY_REASONS if one == said.get("early_reason")), None)
    return Ending(kind, reason if kind is ClosingKind.EARLY else None)


def ending_on(course: Course, on: date) -> Ending:
    """Return what an end on that day amounts to: what the closing form says goes before what the calendar says."""
    by_date = planned_closing_kind(course, on)
    said = said_ending(course)
    return Ending(by_date) if said is None or by_date is ClosingKind.NOT_STARTED else said


def erased_on(course: Course, usual: date | None) -> date | None:
    """Return the day from which a closed course is to be erased; `usual` where no date was set. None while it runs."""
    return None if closed_on(course.calendar) is None else course.retention.on or usual
