"""A course with contacts, a plan and forms, as the tests of prefilled answers want it."""

from dataclasses import replace
from datetime import date, timedelta

from exit_desktop.domain.answers import Answer, Respondent, Value
from exit_desktop.domain.calendar import Occasion
from exit_desktop.domain.contacts import Contact, Minutes, WorkKind
from exit_desktop.domain.courses import Course
from exit_desktop.domain.submissions import Part, Submission, SubmissionKind
from support.courses import make_contact, uid

FORM_DAY = date(2026, 9, 3)


def make_form(kind: SubmissionKind = SubmissionKind.ONGOING_FORM, on: date = FORM_DAY, number: int = 900) -> Submission:
    """A form begun on a day."""
    return Submission(uid(number), kind, on, Occasion.M02, parts=(Part(kind.value, 1),))


def before(days: int, number: int = 0, **fields: object) -> Contact:
    """A meeting so many days before the form."""
    return make_contact(10_000 + 100 * days + number, FORM_DAY - timedelta(days=days), **fields)


def met(course: Course, times: int, **fields: object) -> Course:
    """The course with so many contacts in the days before the form, no two on one day."""
    return replace(course, contacts=tuple(before(day, 0, **fields) for day in range(1, times + 1)))


def answer(question: str, value: Value, kind: SubmissionKind = SubmissionKind.ONGOING_FORM) -> Answer:
    """The worker's answer to a question of a form."""
    return Answer(instrument=kind.value, version=1, question=question, respondent=Respondent.WORKER, value=value)


def minutes(amount: int, kind: WorkKind = WorkKind.TRANSPORT) -> tuple[Minutes, ...]:
    """So many minutes of one kind of work."""
    return (Minutes(kind, amount),)
