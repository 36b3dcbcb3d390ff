"""What a form can say by itself: each rule works out one answer as of the form's date, and names what it counted.

A period "before the form's date" ends the day before it: the last of its 60 (or 30) days is the day before, and what
takes place on the date itself belongs to the next form. Nothing here is an answer until the worker confirms it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from exit_desktop.domain.answers import Value
from exit_desktop.domain.calendar import Phase, phase_of, standing_closing, whole_months
from exit_desktop.domain.contacts import Contact, ContactKind, ContactState, WorkKind, is_with_citizen
from exit_desktop.domain.courses import Course
from exit_desktop.domain.forms import newest_form
from exit_desktop.domain.plans import (
    PlanVersion,
    agreements_of,
    current_plan,
    is_adjusted,
    last_evaluated,
)
from exit_desktop.domain.submissions import Submission

CONTACT_DAYS, HOURS_DAYS = 60, 30
# Per week (S004 figure 6.1 prints "about weekly or more"); below the last, but more than none, is "less".
FREQUENCIES = (
    (Fraction("1.5"), "several_a_week"),
    (Fraction("0.75"), "weekly"),
    (Fraction("0.4"), "every_second_week"),
    (Fraction("0.2"), "monthly"),
)
OTHER_CONTACT = (ContactKind.PHONE, ContactKind.TEXT, ContactKind.MAIL)


class SourceKind(StrEnum):
    """Where a proposed answer comes from."""

    CONTACTS = "contacts"
    PLAN = "plan"
    FORM = "form"
    CALENDAR = "calendar"
    HANDOVER = "handover"


@dataclass(frozen=True, slots=True)
class Source:
    """What was counted: the ids of contacts, plan lines or an earlier form, how much it came to, and as of when."""

    kind: SourceKind
    ids: tuple[str, ...] = ()
    counted: int = 0
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Prefilled:
    """A proposed answer with what it was worked out from."""

    value: Value
    sources: tuple[Source, ...]


Rule = Callable[[Course, Submission], Prefilled | None]


def days_before(contacts: Iterable[Contact], on: date, days: int) -> tuple[Contact, ...]:
    """Return the contacts of the `days` days before a date, the date itself left out, oldest first."""
    first = on - timedelta(days=days)
    return tuple(sorted((c for c in contacts if first <= c.on < on), key=lambda c: c.on))


def frequency_of(count: int, days: int = CONTACT_DAYS) -> str:
    """Return how often something was that took place `count` times in so many days."""
    a_week = Fraction(7 * count, days)
    few = "less" if count else "none"
    return next((name for cut, name in FREQUENCIES if a_week >= cut), few)


def whole_hours(minutes: int) -> int:
    """Return minutes as whole hours, half an hour up."""
    return (minutes + 30) // 60


def _frequency(course: Course, form: Submission, kinds: tuple[ContactKind, ...]) -> Prefilled:
    near = days_before(course.contacts, form.held_on, CONTACT_DAYS)
    met = tuple(contact.id for contact in near if is_with_citizen(contact) and contact.kind in kinds)
    return Prefilled(frequency_of(len(met)), (Source(SourceKind.CONTACTS, met, len(met)),))


def _meetings(course: Course, form: Submission) -> Prefilled:
    return _frequency(course, form, (ContactKind.MEETING,))


def _other_contact(course: Course, form: Submission) -> Prefilled:
    return _frequency(course, form, OTHER_CONTACT)


def _hours(kind: WorkKind) -> Rule:
    def rule(course: Course, form: Submission) -> Prefilled:
        near = days_before(course.contacts, form.held_on, HOURS_DAYS)
        done = {c.id: _minutes(c, kind) for c in near if c.state is not ContactState.PLANNED}
        worked = {key: minutes for key, minutes in done.items() if minutes}
        total = sum(worked.values())
        return Prefilled(whole_hours(total), (Source(SourceKind.CONTACTS, tuple(worked), total),))

    return rule


def _minutes(contact: Contact, kind: WorkKind) -> int:
    return sum(entry.minutes for entry in contact.minutes if entry.kind is kind)


def _phase(course: Course, form: Submission) -> Prefilled | None:
    phase = phase_of(course.calendar, form.held_on)
    if phase is Phase.ORIENTATION:
        return None
    since = max((t.on for t in course.calendar.transitions if t.to_phase is phase), default=course.calendar.start)
    return Prefilled(int(phase), (Source(SourceKind.CALENDAR, on=since),))


def _versions(course: Course, form: Submission) -> tuple[PlanVersion, ...]:
    return tuple(plan for plan in course.plans if plan.opened_on <= form.held_on)


def _told(plan: PlanVersion) -> tuple[Source, ...]:
    return (Source(SourceKind.PLAN, (plan.id,), plan.number, plan.opened_on),)


def _plan_exists(course: Course, form: Submission) -> Prefilled:
    plan = current_plan(_versions(course, form))
    return Prefilled(plan is not None, _told(plan) if plan else (Source(SourceKind.PLAN),))


def _citizen_took_part(course: Course, form: Submission) -> Prefilled | None:
    plan = current_plan(_versions(course, form))
    return None if plan is None or plan.citizen_took_part is None else Prefilled(plan.citizen_took_part, _told(plan))


def _agreements_made(course: Course, form: Submission) -> Prefilled | None:
    plan = current_plan(_versions(course, form))
    needed, made = agreements_of(plan)
    if not needed:
        return None
    return Prefilled(len(made) == len(needed), (Source(SourceKind.PLAN, tuple(a.id for a in needed), len(made)),))


def _plan_evaluated(course: Course, form: Submission) -> Prefilled | None:
    if not _versions(course, form):
        return None
    looked_at = last_evaluated(_versions(course, form), form.held_on)
    if looked_at is None:
        return Prefilled(False, (Source(SourceKind.PLAN),))
    return Prefilled(True, (Source(SourceKind.PLAN, (looked_at.id,), looked_at.number, looked_at.frozen_on),))


def _plan_adjusted(course: Course, form: Submission) -> Prefilled | None:
    looked_at = last_evaluated(_versions(course, form), form.held_on)
    if looked_at is None:
        return None
    source = Source(SourceKind.PLAN, (looked_at.id,), looked_at.number, looked_at.frozen_on)
    return Prefilled(is_adjusted(course.plans, form.held_on), (source,))


def _areas_worked_on(course: Course, form: Submission) -> Prefilled | None:
    earlier = newest_form(course, form)
    since = earlier.held_on if earlier else date.min
    focuses = [focus for plan in _in_force(_versions(course, form), since) for focus in plan.focuses]
    if not focuses:
        return None
    areas = tuple(dict.fromkeys(focus.area.value for focus in focuses))
    ids = tuple(dict.fromkeys(focus.id for focus in focuses))
    return Prefilled(areas, (Source(SourceKind.PLAN, ids, len(areas), earlier.held_on if earlier else None),))


def _in_force(versions: tuple[PlanVersion, ...], since: date) -> tuple[PlanVersion, ...]:
    """Return the versions that the plan had at any time after `since`."""
    ordered = sorted(versions, key=lambda plan: plan.number)
    ended = (*(later.opened_on for later in ordered[1:]), date.max)
    return tuple(plan for plan, until in zip(ordered, ended, strict=False) if until > since)


def _ended_how(course: Course, _form: Submission) -> Prefilled | None:
    ended = standing_closing(course.calendar)
    return None if ended is None else Prefilled(ended.kind.value, (Source(SourceKind.CALENDAR, on=ended.on),))


def _early_reason(course: Course, _form: Submission) -> Prefilled | None:
    ended = standing_closing(course.calendar)
    if ended is None or ended.reason is None:
        return None
    return Prefilled(ended.reason.value, (Source(SourceKind.CALENDAR, on=ended.on),))


def _months_in_course(course: Course, form: Submission) -> Prefilled | None:
    start, ended = course.calendar.start, standing_closing(course.calendar)
    until = ended.on if ended else form.held_on
    if start is None or until < start:
        return None
    return Prefilled(whole_months(start, until), (Source(SourceKind.CALENDAR, on=until),))


def _long_term_plan(course: Course, _form: Submission) -> Prefilled | None:
    return _written(course.handover.long_term_plan)


def _responsible_actor(course: Course, _form: Submission) -> Prefilled | None:
    return _written(course.handover.responsible_actor)


def _written(words: str) -> Prefilled | None:
    # That nothing is written here is no sign that there is nothing: then the worker is asked.
    return Prefilled(True, (Source(SourceKind.HANDOVER),)) if words.strip() else None


RULES: dict[str, Rule] = {
    "phase": _phase,
    "meetings_frequency": _meetings,
    "other_contact_frequency": _other_contact,
    **{f"hours_{kind.value}": _hours(kind) for kind in WorkKind},
    "plan_exists": _plan_exists,
    "citizen_took_part": _citizen_took_part,
    "agreements_made": _agreements_made,
    "plan_evaluated": _plan_evaluated,
    "plan_adjusted": _plan_adjusted,
    "areas_worked_on": _areas_worked_on,
    "ended_how": _ended_how,
    "early_reason": _early_reason,
    "months_in_course": _months_in_course,
    "long_term_plan": _long_term_plan,
    "responsible_actor": _responsible_actor,
}
"""The rule behind each name that a question can have under `computed`, but for `latest_form`, which needs its key."""
