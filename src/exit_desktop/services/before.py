"""What a worker reads in the five minutes before a meeting, gathered from the course; nothing is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from exit_desktop.domain.contacts import Contact, ContactState, next_planned
from exit_desktop.domain.courses import Course
from exit_desktop.domain.due import Due, DueKind, due_items
from exit_desktop.domain.forms import FORM_KINDS
from exit_desktop.domain.network import SupportTask, TaskHolder
from exit_desktop.domain.plans import Activity, Focus, current_plan, next_steps
from exit_desktop.domain.resting import rests
from exit_desktop.domain.scoring import area_changes
from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.domain.today import AHEAD
from exit_desktop.services.desk import Desk
from exit_desktop.services.safety import read_safety_note
from exit_desktop.services.scores import Scores, read_scores
from exit_desktop.vault.safety_notes import SafetyNote

MOST_AGREEMENTS, MOST_DUE, MOST_TRIED = 4, 5, 3
_THREE_READINGS, _ALL = 3, 1000


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is worth knowing before a meeting: the nearest agreements and how many more there are.

    `begun`: since when a reading or form that is due is under way. `since_last` is the change of each area
    since the reading before.
    """

    last_note: Contact | None = field(repr=False)
    meeting: Contact | None = field(repr=False)
    agreements: tuple[tuple[Focus, Activity], ...] = field(repr=False)
    more_agreements: int
    due: tuple[Due, ...]
    begun: Mapping[tuple[DueKind, str | None], date]
    tried: tuple[SupportTask, ...] = field(repr=False)
    scores: Scores = field(repr=False)
    since_last: Mapping[str, int | None]
    safety: SafetyNote | None = field(repr=False)


def prepare_meeting(desk: Desk, course: Course) -> Preparation:
    """Return what a worker reads before meeting the citizen of a course today."""
    today = desk.clock.today()
    scores = read_scores(desk.catalogue, course)
    agreed = next_steps(current_plan(course.plans), most=_ALL)
    return Preparation(
        last_note=newest_note(course, today),
        meeting=next_planned(course.contacts, today),
        agreements=agreed[:MOST_AGREEMENTS],
        more_agreements=max(0, len(agreed) - MOST_AGREEMENTS),
        due=_near(course, today),
        begun=_begun(course),
        tried=_tried_out(course),
        scores=scores,
        since_last=_since_last(scores),
        safety=read_safety_note(desk, course),
    )


def _begun(course: Course) -> Mapping[tuple[DueKind, str | None], date]:
    kinds = {SubmissionKind.READING: DueKind.READING} | dict.fromkeys(FORM_KINDS, DueKind.FORM)
    return {
        (kinds[one.kind], one.occasion): one.held_on
        for one in course.submissions
        if one.finished_on is None and one.kind in kinds
    }


def newest_note(course: Course, today: date) -> Contact | None:
    """Return the newest contact that has a note, whoever it was with."""
    told = [
        contact
        for contact in course.contacts
        if contact.note.strip() and contact.on <= today and contact.state is not ContactState.PLANNED
    ]
    return max(told, key=lambda contact: (contact.on, contact.at or time.min), default=None)


def _near(course: Course, today: date) -> tuple[Due, ...]:
    """Return what is due or will be within two weeks; meetings stand elsewhere, deadlines among the agreements."""
    if rests(course.calendar.pauses, today):
        return ()
    last = today + timedelta(days=AHEAD)
    elsewhere = (DueKind.MEETING, DueKind.ACTIVITY)
    near = [due for due in due_items(course) if due.until >= today and due.on <= last and due.kind not in elsewhere]
    # A task without a taker is one line, however many there are: the board shows each.
    first = next((due for due in near if due.kind is DueKind.HANDOVER), None)
    told = [due for due in near if due.kind is not DueKind.HANDOVER or due is first]
    return tuple(told[:MOST_DUE])


def _tried_out(course: Course) -> tuple[SupportTask, ...]:
    """Return the tasks that are on their way out of the worker's hands, the newest tried out first."""
    moving = [task for task in course.handover.tasks if task.holder is not TaskHolder.WORKER]
    moving.sort(key=lambda task: task.tried_out_on or task.moved_on or date.min, reverse=True)
    return tuple(moving[:MOST_TRIED])


def _since_last(scores: Scores) -> Mapping[str, int | None]:
    """Return the change between the two newest readings; nothing while the one before is the start itself."""
    if len(scores.stars) < _THREE_READINGS:
        return {}
    before, newest = scores.stars[-2:]
    return area_changes(before.values, newest.values)
