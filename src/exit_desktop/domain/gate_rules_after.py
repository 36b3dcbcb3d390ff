"""What the second gate and the end expect: the plan looked at again, the network tried out, and who goes on."""

from collections.abc import Mapping
from datetime import timedelta

from exit_desktop.domain.calendar import Occasion, closed_on, standing_closing
from exit_desktop.domain.closing import NO_SERVICES, end_submission, said_ending, services_said
from exit_desktop.domain.contacts import ContactState, Party
from exit_desktop.domain.courses import Course
from exit_desktop.domain.expectations import Expected
from exit_desktop.domain.forms import FORM_KINDS
from exit_desktop.domain.gate_facts import Fact, FactKind, Found, RefKind, refs_of
from exit_desktop.domain.gate_rules import Rule, Stand, is_begun, missing
from exit_desktop.domain.network import waits_for_taker
from exit_desktop.domain.plans import FrozenBy, adjusted_within, evaluated_within, last_evaluated, standing_activities
from exit_desktop.domain.submissions import Submission, SubmissionKind

# Of the two texts about the time afterwards: the plan is the other.
RESPONSIBLE = "responsible"
_PLAN = refs_of(RefKind.PLAN)


def after_rules() -> Mapping[Expected, Rule]:
    """Return the rules of the second gate but for its readings."""
    return {
        Expected.PLAN_EVALUATED: _plan_evaluated,
        Expected.PLAN_ADJUSTED: _plan_adjusted,
        Expected.NETWORK_OBSERVED: _network_observed,
        Expected.SERVICES_ATTACHED: _services_attached,
    }


def ending_rules() -> Mapping[Expected, Rule]:
    """Return the rules of the end."""
    return {
        Expected.LAST_READING: _last_reading,
        Expected.CLOSING_FORM: _closing_form,
        Expected.SERVICES_RECORDED: _services_recorded,
        Expected.HANDOVER_MEETING: _handover_meeting,
        Expected.LONG_TERM_PLAN: _long_term_plan,
        Expected.RESPONSIBLE_ACTOR: _responsible_actor,
        Expected.ENDING_TOLD: _ending_told,
    }


def _plan_evaluated(stand: Stand) -> Found:
    if stand.plan is None:
        return missing(FactKind.NO_PLAN)
    looked_at = [p.frozen_on for p in stand.course.plans if p.frozen_by is FrozenBy.EVALUATION and p.frozen_on]
    if not looked_at:
        return missing(FactKind.NOT_EVALUATED)
    last = max(looked_at)
    kind = FactKind.EVALUATED if last >= stand.since else FactKind.EVALUATED_BEFORE
    return Found(last >= stand.since, (Fact(kind, _PLAN, len(looked_at), on=last),))


def _plan_adjusted(stand: Stand) -> Found:
    plans, end = stand.course.plans, stand.today + timedelta(days=1)
    if evaluated_within(plans, stand.since, end):
        adjusted = adjusted_within(plans, stand.since, end)
        return Found(adjusted, (Fact(FactKind.ADJUSTED if adjusted else FactKind.UNCHANGED, _PLAN),))
    before = last_evaluated(plans)
    if before is None:
        return missing(FactKind.NOT_EVALUATED if stand.plan else FactKind.NO_PLAN)
    return Found(False, (Fact(FactKind.EVALUATED_BEFORE, _PLAN, on=before.frozen_on),))


def _network_observed(stand: Stand) -> Found:
    told = [fact for fact in (_tried_out(stand), _meetings(stand), _network_contacts(stand)) if fact.count]
    return Found(True, tuple(told)) if told else missing(FactKind.NOT_OBSERVED, at=RefKind.NETWORK)


def _tried_out(stand: Stand) -> Fact:
    tried = [task.id for task in stand.course.handover.tasks if task.tried_out_on]
    return Fact(FactKind.TRIED_OUT, refs_of(RefKind.TASK, *tried), len(tried))


def _meetings(stand: Stand) -> Fact:
    held = [one.on for one in stand.course.handover.meetings if stand.since <= one.on <= stand.today]
    return Fact(FactKind.NETWORK_MEETINGS, refs_of(RefKind.MEETINGS), len(held), on=max(held, default=None))


def _network_contacts(stand: Stand) -> Fact:
    held = [
        contact
        for contact in stand.course.contacts
        if contact.party is Party.NETWORK and contact.state is ContactState.HELD and contact.on >= stand.since
    ]
    return Fact(FactKind.NETWORK_CONTACTS, refs_of(RefKind.CONTACT, *(one.id for one in held[-1:])), len(held))


def _services_attached(stand: Stand) -> Found:
    needed = [one for one in standing_activities(stand.plan) if one.service]
    told = []
    if needed:
        left = [one.id for one in needed if not is_begun(one)]
        refs = refs_of(RefKind.ACTIVITY, *(left or [one.id for one in needed]))
        told.append(Fact(FactKind.SERVICES_BEGUN, refs, len(needed) - len(left), len(needed)))
    form = _newest_form(stand.course)
    in_form = services_said(form) if form else None
    if form and in_form:
        told.append(_services_fact(form, in_form))
    if not told:
        return missing(FactKind.NO_SERVICES)
    first = told[0]
    return Found(first.count == first.of and first.kind is not FactKind.NO_SERVICES_IN_FORM, tuple(told))


def _newest_form(course: Course) -> Submission | None:
    made = (one for one in course.submissions if one.kind in FORM_KINDS and one.finished_on)
    return max(made, key=lambda one: (one.held_on, one.finished_on or one.held_on), default=None)


def _services_fact(form: Submission, said: tuple[str, ...]) -> Fact:
    refs = refs_of(RefKind.FORM, form.id)
    if said == (NO_SERVICES,):
        return Fact(FactKind.NO_SERVICES_IN_FORM, refs, on=form.held_on)
    return Fact(FactKind.SERVICES_IN_FORM, refs, len(said), len(said), form.held_on, said)


def _last_reading(stand: Stand) -> Found:
    made = end_submission(stand.course, SubmissionKind.READING)
    if made is not None:
        words = (Occasion.END.value,)
        fact = Fact(FactKind.READING_MADE, refs_of(RefKind.READING, made.id), on=made.held_on, words=words)
        return Found(True, (fact,))
    draft = next((s for s in stand.course.submissions if _under_way(s, SubmissionKind.READING)), None)
    if draft is not None:
        return Found(False, (Fact(FactKind.READING_UNDER_WAY, refs_of(RefKind.READING, draft.id), on=draft.held_on),))
    return missing(FactKind.LAST_READING_MISSING, Occasion.END, at=RefKind.NEW_READING)


def _under_way(submission: Submission, kind: SubmissionKind) -> bool:
    return submission.kind is kind and submission.finished_on is None


def _closing_form(stand: Stand) -> Found:
    made = end_submission(stand.course, SubmissionKind.CLOSING_FORM)
    if made is not None:
        return Found(True, (Fact(FactKind.FORM_MADE, refs_of(RefKind.FORM, made.id), on=made.held_on),))
    draft = end_submission(stand.course, SubmissionKind.CLOSING_FORM, finished=False)
    if draft is not None:
        return missing(FactKind.FORM_UNDER_WAY, draft.id, at=RefKind.FORM)
    return missing(FactKind.FORM_MISSING, SubmissionKind.CLOSING_FORM, at=RefKind.NEW_FORM)


def _services_recorded(stand: Stand) -> Found:
    course = stand.course
    made = end_submission(course, SubmissionKind.CLOSING_FORM)
    form = made or end_submission(course, SubmissionKind.CLOSING_FORM, finished=False)
    said = services_said(form) if form else ()
    if form and said:
        return Found(True, (_services_fact(form, said),))
    at = RefKind.FORM if form else RefKind.NEW_FORM
    told = missing(FactKind.SERVICES_UNTOLD, form.id if form else SubmissionKind.CLOSING_FORM, at=at).facts
    going_on = [one.id for one in standing_activities(stand.plan) if one.goes_on_after]
    if going_on:
        told += (Fact(FactKind.SERVICES_GO_ON, refs_of(RefKind.ACTIVITY, *going_on), len(going_on)),)
    return Found(False, told)


def _handover_meeting(stand: Stand) -> Found:
    meetings = _meetings(stand)
    told = (meetings,) if meetings.count else missing(FactKind.NO_MEETING, at=RefKind.MEETINGS).facts
    course = stand.course
    waiting = [task.id for task in course.handover.tasks if waits_for_taker(task, course.network)]
    if waiting:
        told += (Fact(FactKind.WITHOUT_TAKER, refs_of(RefKind.TASK, *waiting), len(waiting)),)
    # To have met and to have handed over: a task that nobody takes is not handed over.
    return Found(bool(meetings.count) and not waiting, told)


def _long_term_plan(stand: Stand) -> Found:
    if not stand.course.handover.long_term_plan.strip():
        return missing(FactKind.NO_LONG_TERM_PLAN, at=RefKind.AFTERWARDS)
    return Found(True, (Fact(FactKind.PLAN_WRITTEN, refs_of(RefKind.AFTERWARDS)),))


def _responsible_actor(stand: Stand) -> Found:
    actor = " ".join(stand.course.handover.responsible_actor.split())
    if not actor:
        return missing(FactKind.NOBODY_RESPONSIBLE, RESPONSIBLE, at=RefKind.AFTERWARDS)
    return Found(True, (Fact(FactKind.RESPONSIBLE, refs_of(RefKind.AFTERWARDS, RESPONSIBLE), words=(actor,)),))


def _ending_told(stand: Stand) -> Found:
    standing = standing_closing(stand.course.calendar)
    if standing is not None:
        words = (standing.kind.value, *((standing.reason.value,) if standing.reason else ()))
        return Found(True, (Fact(FactKind.ENDED, on=closed_on(stand.course.calendar), words=words),))
    said, form = said_ending(stand.course), end_submission(stand.course, SubmissionKind.CLOSING_FORM)
    if said is None or form is None:
        return Found(False, (Fact(FactKind.ASKED_AT_THE_END),))
    words = (said.kind.value, *((said.reason.value,) if said.reason else ()))
    return Found(False, (Fact(FactKind.SAID_IN_FORM, refs_of(RefKind.FORM, form.id), words=words),))
