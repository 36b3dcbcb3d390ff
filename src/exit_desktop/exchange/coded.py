"""The coded projection of a course: what a coordinator may see without reading a word (model 15).

It holds coded answers and their states, dates of the calendar and of the measurements, and counts; no alias, no free
text, no names, no places in words, no exact age, and of contacts only sums per calendar month.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from exit_desktop.domain.answers import Answer, AnswerState, Respondent, Value
from exit_desktop.domain.calendar import ClosingKind, ClosingReason, Occasion, PauseReason, Phase
from exit_desktop.domain.closing import CLOSING_FORM, SERVICES_NOW, end_submission
from exit_desktop.domain.contacts import Contact, ContactKind, ContactState, Party, PlaceKind, WorkKind
from exit_desktop.domain.courses import CameThrough, Course, TargetGroup
from exit_desktop.domain.plans import ActivityStatus, FocusArea, FrozenBy, PlanVersion, activities_of, is_adjusted
from exit_desktop.domain.submissions import MadeBy, Submission, SubmissionKind
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.instruments.definition import Kind, Question
from exit_desktop.instruments.engine import asked_answers, visible_questions

# 2: the hours of an ongoing form as one sum, which figure 6.3 needs; the kinds of work still leave as bands.
CODED_SCHEMA = 2


@dataclass(frozen=True, slots=True)
class CodedReplan:
    """When a re-plan was made, from which day, by how many days."""

    made_on: date
    from_on: date
    days: int


@dataclass(frozen=True, slots=True)
class CodedPause:
    """A pause with its reason code."""

    from_on: date
    until_on: date | None
    reason: PauseReason


@dataclass(frozen=True, slots=True)
class CodedClosing:
    """An end with its reason code."""

    on: date
    kind: ClosingKind
    reason: ClosingReason | None
    reopened_on: date | None


@dataclass(frozen=True, slots=True)
class CodedTransition:
    """A recorded transition."""

    to_phase: Phase
    on: date


@dataclass(frozen=True, slots=True)
class CodedAnswer:
    """One coded answer; a number is told by its band."""

    question: str
    respondent: Respondent
    state: AnswerState
    value: Value


@dataclass(frozen=True, slots=True)
class CodedPart:
    """One instrument of a sitting, known by version and SHA-256 of its definition."""

    instrument: str
    version: int
    sha256: str
    answered_on: date | None
    answers: tuple[CodedAnswer, ...]


@dataclass(frozen=True, slots=True)
class CodedSubmission:
    """One sitting; `hours` is the sum of an ongoing form, None unless every kind of work was answered."""

    kind: SubmissionKind
    occasion: Occasion | None
    held_on: date
    finished_on: date | None
    language: str
    made_by: MadeBy
    parts: tuple[CodedPart, ...]
    hours: int | None = None


@dataclass(frozen=True, slots=True)
class CodedContacts:
    """Contacts of one calendar month (YYYY-MM) that are alike in kind, party, place and state; minutes per kind."""

    month: str
    kind: ContactKind
    party: Party
    place: PlaceKind
    state: ContactState
    count: int
    minutes: dict[WorkKind, int]


@dataclass(frozen=True, slots=True)
class CodedPlanVersion:
    """One version of the plan as areas, flags, counts and dates."""

    number: int
    opened_on: date
    frozen_on: date | None
    frozen_by: FrozenBy | None
    review_on: date | None
    citizen_took_part: bool | None
    areas: dict[FocusArea, Phase]
    wishes: int
    activities: dict[ActivityStatus, int]
    agreements: int
    evaluated: int
    goes_on_after: int


@dataclass(frozen=True, slots=True)
class CodedCourse:
    """A course under its wire id, as the coordinator sees it."""

    wire_id: str
    wire_code: str
    worker: str
    project: str
    ownership: int
    revision: int
    anonymous: bool
    came_through: CameThrough
    target_group: TargetGroup
    orientation_on: date
    start: date | None
    phase_months: int
    transitions: tuple[CodedTransition, ...] = ()
    replans: tuple[CodedReplan, ...] = ()
    pauses: tuple[CodedPause, ...] = ()
    closings: tuple[CodedClosing, ...] = ()
    submissions: tuple[CodedSubmission, ...] = ()
    plans: tuple[CodedPlanVersion, ...] = ()
    plan_adjusted: bool = False
    contacts: tuple[CodedContacts, ...] = ()
    services_at_end: tuple[str, ...] = field(default=())
    schema: int = CODED_SCHEMA


def code_course(course: Course, catalogue: Catalogue, worker: str, project: str) -> CodedCourse:
    """Return the coded projection of a course; `worker` and `project` are the sender's code and town."""
    calendar = course.calendar
    return CodedCourse(
        wire_id=course.wire_id,
        wire_code=course.wire_code,
        worker=worker,
        project=project,
        ownership=course.ownership,
        revision=course.revision,
        anonymous=course.anonymous,
        came_through=course.orientation.came_through,
        target_group=course.orientation.target_group,
        orientation_on=calendar.orientation_on,
        start=calendar.start,
        phase_months=calendar.phase_months,
        transitions=tuple(CodedTransition(t.to_phase, t.on) for t in calendar.transitions),
        replans=tuple(CodedReplan(r.made_on, r.from_on, r.days) for r in calendar.replans),
        pauses=tuple(CodedPause(p.from_on, p.until_on, p.reason) for p in calendar.pauses),
        closings=tuple(CodedClosing(c.on, c.kind, c.reason, c.reopened_on) for c in calendar.closings),
        submissions=tuple(_submission(s, catalogue) for s in course.submissions if s.finished_on or _registers(s)),
        plans=tuple(_plan(plan) for plan in course.plans),
        plan_adjusted=is_adjusted(course.plans),
        contacts=_contacts(course.contacts),
        services_at_end=_services_at_end(course, catalogue),
    )


def _services_at_end(course: Course, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the options that the finished closing form of this end names; empty where it says none of them."""
    form = end_submission(course, SubmissionKind.CLOSING_FORM)
    part = next((part for part in form.parts if part.instrument == CLOSING_FORM), None) if form else None
    if form is None or part is None:
        return ()
    instrument = catalogue.get(part.instrument, part.version)
    answer, question = asked_answers(instrument, form).get(SERVICES_NOW), instrument.question(SERVICES_NOW)
    if answer is None or question is None or not answer.has_value or not isinstance(answer.value, tuple):
        return ()
    return tuple(option.key for option in question.options if option.key in answer.value and not option.none_of_these)


def _registers(submission: Submission) -> bool:
    # The registration is never finished: it may be added to for as long as the course runs.
    return submission.kind is SubmissionKind.REGISTRATION


def _submission(submission: Submission, catalogue: Catalogue) -> CodedSubmission:
    parts = []
    for part in submission.parts:
        instrument = catalogue.get(part.instrument, part.version)
        # What a later answer hid is kept here, but says nothing any more.
        asked = {q.key for q in visible_questions(instrument, asked_answers(instrument, submission))}
        mine = (a for a in submission.answers if a.instrument == part.instrument and a.question in asked)
        coded = tuple(code for a in mine if (code := _answer(a, instrument.question(a.question))))
        parts.append(CodedPart(part.instrument, part.version, instrument.sha256, part.answered_on, coded))
    return CodedSubmission(
        submission.kind,
        submission.occasion,
        submission.held_on,
        submission.finished_on,
        submission.language,
        submission.made_by,
        tuple(parts),
        _hours(submission),
    )


def _hours(submission: Submission) -> int | None:
    if submission.kind is not SubmissionKind.ONGOING_FORM:
        return None
    told = {a.question: a.value for a in submission.answers if a.respondent is Respondent.WORKER and a.has_value}
    hours = [told.get(f"hours_{kind.value}") for kind in WorkKind]
    known = [value for value in hours if isinstance(value, int) and not isinstance(value, bool)]
    return sum(known) if len(known) == len(hours) else None


def _answer(answer: Answer, question: Question | None) -> CodedAnswer | None:
    if question is None or question.kind is Kind.TEXT:
        return None
    value = answer.value
    if question.kind is Kind.NUMBER and answer.state is AnswerState.ANSWERED:
        value = _band(value, question)
        if value is None:
            return None
    return CodedAnswer(answer.question, answer.respondent, answer.state, value)


def _band(value: Value, question: Question) -> str | None:
    if not isinstance(value, int):
        return None
    return next((band.key for band in question.bands if band.lowest <= value <= band.highest), None)


def _plan(plan: PlanVersion) -> CodedPlanVersion:
    activities = [activity for _, _, activity in activities_of(plan)]
    return CodedPlanVersion(
        number=plan.number,
        opened_on=plan.opened_on,
        frozen_on=plan.frozen_on,
        frozen_by=plan.frozen_by,
        review_on=plan.review_on,
        citizen_took_part=plan.citizen_took_part,
        areas={focus.area: focus.phase for focus in plan.focuses},
        wishes=sum(len(focus.wishes) for focus in plan.focuses),
        activities=dict(Counter(activity.status for activity in activities)),
        agreements=sum(1 for activity in activities if activity.agreement),
        evaluated=sum(1 for activity in activities if activity.evaluated_on),
        goes_on_after=sum(1 for activity in activities if activity.goes_on_after),
    )


def _contacts(contacts: tuple[Contact, ...]) -> tuple[CodedContacts, ...]:
    alike: dict[tuple[str, ...], list[Contact]] = {}
    for contact in contacts:
        if contact.state is not ContactState.PLANNED:
            key = (f"{contact.on:%Y-%m}", contact.kind, contact.party, contact.place, contact.state)
            alike.setdefault(key, []).append(contact)
    return tuple(_summed(key[0], alike[key]) for key in sorted(alike))


def _summed(month: str, contacts: list[Contact]) -> CodedContacts:
    first = contacts[0]
    minutes: Counter[WorkKind] = Counter()
    for contact in contacts:
        minutes.update({entry.kind: entry.minutes for entry in contact.minutes})
    return CodedContacts(month, first.kind, first.party, first.place, first.state, len(contacts), dict(minutes))
