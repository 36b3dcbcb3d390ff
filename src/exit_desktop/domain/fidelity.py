"""How a course went, held against the method: evidence and expectation for each indicator, never one score.

Only what the sources state is expected (domain section 3): where they say "about 4 months" the evidence is told and
nothing is judged. An indicator is judged when its time has come; until then, and where nothing is known, it is open.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from exit_desktop.domain.calendar import (
    MarkKind,
    Occasion,
    Phase,
    add_months,
    closed_on,
    planned_marks,
    reading_window,
    whole_months,
)
from exit_desktop.domain.closing import NO_SERVICES, end_submission, finished_by_now, services_said
from exit_desktop.domain.courses import StartedCourse
from exit_desktop.domain.fidelity_meetings import community, fewer_meetings, first_month, supports
from exit_desktop.domain.findings import Finding, Seen, Standing, at_least, is_over, phase_span
from exit_desktop.domain.forms import form_of
from exit_desktop.domain.indicators import Indicator
from exit_desktop.domain.method_figures import Expectations
from exit_desktop.domain.plans import adjusted_within, agreements_of, current_plan, evaluated_within
from exit_desktop.domain.submissions import SubmissionKind

_Rule = Callable[[Seen], Finding]


def find_all(course: StartedCourse, expected: Expectations, today: date) -> tuple[Finding, ...]:
    """Return a finding for each indicator of a started course as seen on `today`; none before the start."""
    start, ended = course.calendar.start, closed_on(course.calendar)
    if start is None or start > (ended or today):
        return ()
    seen = Seen(course, expected, start, ended or today, ended is not None, planned_marks(course.calendar))
    reasons = {one.indicator: one.reason for one in course.not_suitable}
    return tuple(_answered(_RULES[indicator](seen), reasons.get(indicator)) for indicator in Indicator)


def _answered(finding: Finding, reason: str | None) -> Finding:
    if reason is None:
        return finding
    return replace(finding, standing=Standing.NOT_SUITABLE, reason=reason)


def _plan_in_time(seen: Seen) -> Finding:
    due = next(mark.on for mark in seen.marks if mark.occasion is Occasion.M02)
    begun = min((plan.opened_on for plan in seen.course.plans), default=None)
    if begun is not None:
        standing = Standing.AS_EXPECTED if begun <= due else Standing.OTHERWISE
        return Finding(Indicator.PLAN_IN_TIME, standing, 1, on=begun, due=due)
    standing = Standing.OTHERWISE if seen.reached > due else Standing.OPEN
    return Finding(Indicator.PLAN_IN_TIME, standing, due=due)


def _took_part(seen: Seen) -> Finding:
    plan = current_plan(seen.course.plans)
    if plan is None or plan.citizen_took_part is None:
        return Finding(Indicator.TOOK_PART, Standing.OPEN)
    standing = Standing.AS_EXPECTED if plan.citizen_took_part else Standing.OTHERWISE
    return Finding(Indicator.TOOK_PART, standing, int(plan.citizen_took_part))


def _agreements(seen: Seen) -> Finding:
    needed, made = agreements_of(current_plan(seen.course.plans))
    if not needed:
        return Finding(Indicator.AGREEMENTS, Standing.OPEN)
    standing = at_least(len(made), len(needed), is_over(seen, Phase.ONE))
    return Finding(Indicator.AGREEMENTS, standing, len(made), len(needed))


def _focus_areas(seen: Seen) -> Finding:
    plan = current_plan(seen.course.plans)
    count = len({focus.area for focus in plan.focuses}) if plan else 0
    fewest, most = seen.expected.focus_areas
    standing = at_least(count, fewest, is_over(seen, Phase.ONE)) if count else Standing.OPEN
    if count > most:
        standing = Standing.OTHERWISE
    return Finding(Indicator.FOCUS_AREAS, standing, count or None, expected=fewest, most=most)


def _transition(indicator: Indicator, phase: Phase) -> _Rule:
    def rule(seen: Seen) -> Finding:
        calendar = seen.course.calendar
        expected = calendar.phase_months * (phase - 1)
        due = next((mark.on for mark in seen.marks if mark.to_phase is phase), None)
        on = min((t.on for t in calendar.transitions if t.to_phase is phase), default=None)
        if on is not None:
            return Finding(indicator, Standing.TOLD, whole_months(seen.start, on), expected=expected, on=on, due=due)
        # A course that has ended goes on to no phase.
        return Finding(indicator, Standing.OPEN, expected=expected, due=None if seen.closed else due)

    return rule


def _evaluated(seen: Seen) -> Finding:
    span = phase_span(seen.course.calendar, Phase.TWO, seen.reached)
    if span is None:
        # Whoever ended before phase 2 had no plan to look at in it.
        return Finding(Indicator.EVALUATED, Standing.OPEN)
    looked_at = evaluated_within(seen.course.plans, *span)
    standing = at_least(len(looked_at), 1, is_over(seen, Phase.TWO))
    on = max((plan.frozen_on for plan in looked_at if plan.frozen_on), default=None)
    adjusted = adjusted_within(seen.course.plans, *span)
    return Finding(Indicator.EVALUATED, standing, len(looked_at), on=on, adjusted=adjusted)


def _measurements(seen: Seen) -> Finding:
    done = finished_by_now(seen.course)
    asked = [mark.occasion for mark in seen.marks if mark.kind is MarkKind.READING and mark.occasion is not None]
    counts = []
    for is_reading in (True, False):
        kinds = {one: SubmissionKind.READING if is_reading else form_of(one) for one in asked}
        made = sum((kinds[one], one) in done for one in asked)
        total = sum((kinds[one], one) in done or _has_gone_by(seen, one) for one in asked)
        counts += [made, total]
    made, total, forms, forms_total = counts
    standing = Standing.AS_EXPECTED if (made, forms) == (total, forms_total) else Standing.OTHERWISE
    if not total and not forms_total:
        standing = Standing.OPEN
    return Finding(Indicator.MEASUREMENTS, standing, made, total, second=forms, second_total=forms_total)


def _has_gone_by(seen: Seen, occasion: Occasion) -> bool:
    if occasion is Occasion.END:
        return seen.closed
    window = reading_window(seen.marks, occasion)
    return window is not None and window[1] < seen.reached


def _attached(seen: Seen) -> Finding:
    form = end_submission(seen.course, SubmissionKind.CLOSING_FORM) if seen.closed else None
    said = services_said(form) if form else ()
    if not said:
        return Finding(Indicator.ATTACHED, Standing.OPEN)
    count = len(set(said) - {NO_SERVICES})
    standing = Standing.AS_EXPECTED if count else Standing.OTHERWISE
    return Finding(Indicator.ATTACHED, standing, count)


def _length(seen: Seen) -> Finding:
    expected = 3 * seen.course.calendar.phase_months
    count = whole_months(seen.start, seen.reached)
    if not seen.closed:
        return Finding(Indicator.LENGTH, Standing.OPEN, count, expected=expected)
    full = seen.reached >= add_months(seen.start, expected)
    return Finding(Indicator.LENGTH, Standing.AS_EXPECTED if full else Standing.OTHERWISE, count, expected=expected)


_RULES: dict[Indicator, _Rule] = {
    Indicator.FIRST_MONTH: first_month,
    Indicator.COMMUNITY: community,
    Indicator.SUPPORTS: supports,
    Indicator.PLAN_IN_TIME: _plan_in_time,
    Indicator.TOOK_PART: _took_part,
    Indicator.AGREEMENTS: _agreements,
    Indicator.FOCUS_AREAS: _focus_areas,
    Indicator.PHASE_TWO: _transition(Indicator.PHASE_TWO, Phase.TWO),
    Indicator.EVALUATED: _evaluated,
    Indicator.PHASE_THREE: _transition(Indicator.PHASE_THREE, Phase.THREE),
    Indicator.FEWER_MEETINGS: fewer_meetings,
    Indicator.MEASUREMENTS: _measurements,
    Indicator.ATTACHED: _attached,
    Indicator.LENGTH: _length,
}
