"""What a proposed answer comes from, in words, and the lines that it was counted from. No widget is made here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from exit_desktop.domain.answers import Answer, Value
from exit_desktop.domain.contacts import Contact, Minutes
from exit_desktop.domain.courses import Course
from exit_desktop.domain.plans import Activity, activities_of
from exit_desktop.domain.prefilling import CONTACT_DAYS, HOURS_DAYS, Prefilled, Source, SourceKind
from exit_desktop.instruments.definition import Instrument, Question
from exit_desktop.instruments.wording import value_text
from exit_desktop.services.labels import CONTACT_KINDS, CONTACT_STATES, FOCUS_AREAS, FORMS, PARTIES
from exit_desktop.system.language import Texts
from exit_desktop.ui.course.readings.prefill_line import Proposal
from exit_desktop.ui.widgets.short_fields import duration

HOURS = "hours_"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One thing that was counted, and the place that shows it; no place for words that stand here in full."""

    words: str = field(repr=False)
    place: str = ""


Teller = Callable[[Course, Prefilled, Texts], str]


def proposals_in_words(
    course: Course, instrument: Instrument, found: Mapping[str, Prefilled], t: Texts
) -> dict[str, Proposal]:
    """Return the proposals to the questions of an instrument, in words."""
    told = {}
    for key, prefilled in found.items():
        question = instrument.question(key)
        if question is not None:
            words = proposed_words(question, prefilled.value, t)
            told[key] = Proposal(prefilled.value, words, from_what(course, question, prefilled, t))
    return told


def proposed_words(question: Question, value: Value, t: Texts) -> str:
    """Return a proposed value in words; hours are named."""
    if question.computed.startswith(HOURS) and isinstance(value, int):
        return t.plural("{count} hour", "{count} hours", value)
    return value_text(question, value, t)


def from_what(course: Course, question: Question, found: Prefilled, t: Texts) -> str:
    """Return a sentence that says what a proposal was worked out from."""
    if found.sources[0].kind is SourceKind.FORM:
        return _from_form(course, found, t)
    if question.computed.startswith(HOURS):
        return _from_minutes(course, found, t)
    return TELLERS[question.computed](course, found, t)


def _from_form(course: Course, found: Prefilled, t: Texts) -> str:
    source = found.sources[0]
    form = next((s for s in course.submissions if s.id in source.ids), None)
    if form is None or source.on is None:
        return ""
    return t("{form}, {date}.", form=t(FORMS[form.kind]), date=t.date(source.on))


def _from_minutes(_course: Course, found: Prefilled, t: Texts) -> str:
    source = found.sources[0]
    if not source.counted:
        return t("No time is written for this in the contacts of the last {days} days.", days=HOURS_DAYS)
    # Outside the call: a bare `t` among the values hides the second form from the search for words.
    time = duration(source.counted, t)
    return t.plural(
        "{time} in {days} days, from {count} contact.",
        "{time} in {days} days, from {count} contacts.",
        len(source.ids),
        time=time,
        days=HOURS_DAYS,
    )


def _meetings(_course: Course, found: Prefilled, t: Texts) -> str:
    count = found.sources[0].counted
    if not count:
        return t("No meetings in {days} days, from the contacts.", days=CONTACT_DAYS)
    often = how_often(count, t)
    return t.plural(
        "{count} meeting in {days} days, from the contacts.",
        "{count} meetings in {days} days, {often}, from the contacts.",
        count,
        days=CONTACT_DAYS,
        often=often,
    )


def _other_contact(_course: Course, found: Prefilled, t: Texts) -> str:
    count = found.sources[0].counted
    if not count:
        return t("No calls or messages in {days} days, from the contacts.", days=CONTACT_DAYS)
    often = how_often(count, t)
    return t.plural(
        "{count} call or message in {days} days, from the contacts.",
        "{count} calls and messages in {days} days, {often}, from the contacts.",
        count,
        days=CONTACT_DAYS,
        often=often,
    )


def how_often(count: int, t: Texts, days: int = CONTACT_DAYS) -> str:
    """Return how often something is that took place `count` times in so many days, as one would say it."""
    a_week = Fraction(7 * count, days)
    whole = int(a_week)
    if not whole:
        return t("about every {days} days", days=round(Fraction(days, count)))
    if a_week == whole:
        return t("{number} a week", number=whole)
    if a_week - whole < Fraction("0.5"):
        return t("a little over {number} a week", number=whole)
    return t("a little under {number} a week", number=whole + 1)


def _plan_exists(_course: Course, found: Prefilled, t: Texts) -> str:
    source = found.sources[0]
    if source.on is None:
        return t("There was no plan in the program on the date of the form.")
    return t("Version {number} of the plan, from {date}.", number=source.counted, date=t.date(source.on))


def _took_part(_course: Course, found: Prefilled, t: Texts) -> str:
    return t("It is written in version {number} of the plan.", number=found.sources[0].counted)


def _agreements(_course: Course, found: Prefilled, t: Texts) -> str:
    source = found.sources[0]
    return t.plural(
        "{made} of {count} activity with others has an agreement.",
        "{made} of {count} activities with others have an agreement.",
        len(source.ids),
        made=source.counted,
    )


def _evaluated(_course: Course, found: Prefilled, t: Texts) -> str:
    on = found.sources[0].on
    if on is None:
        return t("No version of the plan is marked as looked at together.")
    return t("You looked at the plan together on {date}.", date=t.date(on))


def _adjusted(_course: Course, found: Prefilled, t: Texts) -> str:
    on = t.date(found.sources[0].on or date.min)
    if found.value:
        return t("The plan has changed since you looked at it on {date}.", date=on)
    return t("The plan is as it was when you looked at it on {date}.", date=on)


def _areas(_course: Course, found: Prefilled, t: Texts) -> str:
    since = found.sources[0].on
    if since is None:
        return t("The areas of the plan until now.")
    return t("The areas of the plan since the form of {date}.", date=t.date(since))


def _phase(_course: Course, found: Prefilled, t: Texts) -> str:
    since = found.sources[0].on
    return t("From the calendar: since {date}.", date=t.date(since)) if since else t("From the calendar.")


def _closing(_course: Course, found: Prefilled, t: Texts) -> str:
    return t("From the closing of {date}.", date=t.date(found.sources[0].on or date.min))


def _months(course: Course, found: Prefilled, t: Texts) -> str:
    start, until = course.calendar.start or date.min, found.sources[0].on or date.min
    return t("From {start} to {end}.", start=t.date(start), end=t.date(until))


def _handover(_course: Course, _found: Prefilled, t: Texts) -> str:
    return t("It is written under the handover.")


TELLERS: dict[str, Teller] = {
    "phase": _phase,
    "meetings_frequency": _meetings,
    "other_contact_frequency": _other_contact,
    "plan_exists": _plan_exists,
    "citizen_took_part": _took_part,
    "agreements_made": _agreements,
    "plan_evaluated": _evaluated,
    "plan_adjusted": _adjusted,
    "areas_worked_on": _areas,
    "ended_how": _closing,
    "early_reason": _closing,
    "months_in_course": _months,
    "long_term_plan": _handover,
    "responsible_actor": _handover,
}


def source_lines(course: Course, question: Question, found: Prefilled, t: Texts) -> tuple[SourceLine, ...]:
    """Return every contact, plan line or form that a proposal was counted from, each with its place."""
    return tuple(line for source in found.sources for line in _LINES[source.kind](course, question, source, t))


def _contact_lines(course: Course, question: Question, source: Source, t: Texts) -> list[SourceLine]:
    counted = [contact for contact in course.contacts if contact.id in source.ids]
    counted.sort(key=lambda contact: contact.on, reverse=True)
    return [SourceLine(_contact(_of_kind(c, question), t), f"contact:{c.id}") for c in counted]


def _of_kind(contact: Contact, question: Question) -> Contact:
    if not question.computed.startswith(HOURS):
        return contact
    kind = question.computed.removeprefix(HOURS)
    return replace(contact, minutes=tuple(entry for entry in contact.minutes if entry.kind.value == kind))


def _contact(contact: Contact, t: Texts) -> str:
    parts = [t.date(contact.on, "weekday"), t(CONTACT_KINDS[contact.kind]), t(PARTIES[contact.party])]
    parts.append(t(CONTACT_STATES[contact.state]))
    if contact.minutes:
        parts.append(duration(_sum(contact.minutes), t))
    return " · ".join(parts)


def _sum(minutes: tuple[Minutes, ...]) -> int:
    return sum(entry.minutes for entry in minutes)


def _plan_lines(course: Course, _question: Question, source: Source, t: Texts) -> list[SourceLine]:
    lines: dict[str, str] = {}
    for plan in sorted(course.plans, key=lambda plan: plan.number):
        if plan.id in source.ids:
            name = t("Version {number} of the plan, from {date}.", number=plan.number, date=t.date(plan.opened_on))
            lines[plan.id] = name
        lines |= {focus.id: t(FOCUS_AREAS[focus.area]) for focus in plan.focuses if focus.id in source.ids}
        lines |= {
            activity.id: _activity(activity, t) for _, _, activity in activities_of(plan) if activity.id in source.ids
        }
    return [SourceLine(words, "plan:") for words in lines.values()]


def _activity(activity: Activity, t: Texts) -> str:
    if activity.agreement:
        return t("{what}. Agreement: {agreement}", what=activity.what, agreement=activity.agreement)
    return t("{what}. No agreement yet", what=activity.what)


def _form_lines(course: Course, question: Question, source: Source, t: Texts) -> list[SourceLine]:
    return [
        SourceLine(_form_answer(given, question, t), f"form:{form.id}")
        for form in course.submissions
        if form.id in source.ids
        for given in form.answers
        if given.question == question.key
    ]


def _form_answer(answer: Answer, question: Question, t: Texts) -> str:
    words = value_text(question, answer.value, t)
    return t("{answer}: {note}", answer=words, note=answer.note) if answer.note else words


def _calendar_lines(course: Course, _question: Question, source: Source, t: Texts) -> list[SourceLine]:
    start = course.calendar.start
    told = [t("Start: {date}", date=t.date(start))] if start else []
    if source.on is not None and source.on != start:
        told.append(t("Written in the calendar: {date}", date=t.date(source.on)))
    return [SourceLine(words, "details:") for words in told]


def _handover_lines(course: Course, question: Question, _source: Source, _t: Texts) -> list[SourceLine]:
    there = course.handover
    words = there.long_term_plan if question.computed == "long_term_plan" else there.responsible_actor
    return [SourceLine(words, "network:")]


_LINES = {
    SourceKind.CONTACTS: _contact_lines,
    SourceKind.PLAN: _plan_lines,
    SourceKind.FORM: _form_lines,
    SourceKind.CALENDAR: _calendar_lines,
    SourceKind.HANDOVER: _handover_lines,
}
