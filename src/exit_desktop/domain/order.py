"""The order in which the records of a course stand, everywhere the same, so that equal courses are equal bytes."""

from dataclasses import replace
from datetime import time

from exit_desktop.domain.contacts import Contact
from exit_desktop.domain.courses import Course
from exit_desktop.domain.expectations import reason_order
from exit_desktop.domain.submissions import Submission


def contact_order(contact: Contact) -> tuple[object, ...]:
    """Sort key of the contact log: by date, without a time first."""
    return (contact.on, contact.at is not None, contact.at or time.min, contact.id)


def _tidy_contact(contact: Contact) -> Contact:
    minutes = tuple(sorted(contact.minutes, key=lambda entry: entry.kind))
    return contact if minutes == contact.minutes else replace(contact, minutes=minutes)


def _tidy_submission(submission: Submission) -> Submission:
    parts = tuple(sorted(submission.parts, key=lambda part: part.instrument))
    answers = tuple(sorted(submission.answers, key=lambda a: (a.instrument, a.question, a.respondent)))
    if parts == submission.parts and answers == submission.answers:
        return submission
    return replace(submission, parts=parts, answers=answers)


def in_order(course: Course) -> Course:
    """Return the course with every collection in its one order; an unchanged record stays the same object.

    Re-plans and submissions of one day keep the order in which they were made: a re-plan moves what the one before
    has left, and of two readings the later one counts.
    """
    calendar = course.calendar
    return replace(
        course,
        calendar=replace(
            calendar,
            transitions=tuple(sorted(calendar.transitions, key=lambda t: (t.on, t.id))),
            replans=tuple(sorted(calendar.replans, key=lambda r: r.made_on)),
            pauses=tuple(sorted(calendar.pauses, key=lambda p: (p.from_on, p.id))),
            closings=tuple(sorted(calendar.closings, key=lambda c: (c.on, c.id))),
            corrections=tuple(sorted(calendar.corrections, key=lambda c: (c.made_on, c.id))),
        ),
        submissions=tuple(sorted(map(_tidy_submission, course.submissions), key=lambda s: s.held_on)),
        plans=tuple(sorted(course.plans, key=lambda p: p.number)),
        contacts=tuple(sorted(map(_tidy_contact, course.contacts), key=contact_order)),
        network=tuple(sorted(course.network, key=lambda person: person.id)),
        handover=replace(
            course.handover,
            tasks=tuple(sorted(course.handover.tasks, key=lambda task: task.id)),
            meetings=tuple(sorted(course.handover.meetings, key=lambda meeting: (meeting.on, meeting.id))),
        ),
        consents=tuple(sorted(course.consents, key=lambda consent: (consent.given_on, consent.id))),
        milestones=tuple(sorted(course.milestones, key=lambda milestone: (milestone.on, milestone.id))),
        gate_reasons=tuple(sorted(course.gate_reasons, key=reason_order)),
        not_suitable=tuple(sorted(course.not_suitable, key=lambda one: one.indicator)),
    )
