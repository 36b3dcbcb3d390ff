"""What the method is held against, in sentences: the evidence first, then what is expected, never a score."""

from collections.abc import Callable
from fractions import Fraction

from exit_desktop.domain.findings import Finding, Standing
from exit_desktop.domain.indicators import Indicator
from exit_desktop.system.language import Texts, mark

STANDINGS = {
    Standing.AS_EXPECTED: mark("As expected"),
    Standing.OTHERWISE: mark("Differs"),
    Standing.OPEN: mark("Still open"),
    Standing.TOLD: "",
    Standing.NOT_SUITABLE: mark("Does not fit here"),
}
INDICATORS = {
    Indicator.FIRST_MONTH: mark("Contacts in the first month"),
    Indicator.COMMUNITY: mark("Meetings in the community"),
    Indicator.SUPPORTS: mark("Meetings with people around the citizen"),
    Indicator.PLAN_IN_TIME: mark("A plan by month 2"),
    Indicator.TOOK_PART: mark("The citizen took part in the plan"),
    Indicator.AGREEMENTS: mark("Agreements with others"),
    Indicator.FOCUS_AREAS: mark("Number of focus areas"),
    Indicator.PHASE_TWO: mark("When phase 2 begins"),
    Indicator.EVALUATED: mark("A look at the plan in phase 2"),
    Indicator.PHASE_THREE: mark("When phase 3 begins"),
    Indicator.FEWER_MEETINGS: mark("Fewer meetings over time"),
    Indicator.MEASUREMENTS: mark("Readings and forms"),
    Indicator.ATTACHED: mark("Services at the end"),
    Indicator.LENGTH: mark("Length of the course"),
}


def finding_words(finding: Finding, t: Texts) -> str:
    """Return evidence and expectation as sentences."""
    return _WORDS[finding.indicator](finding, t)


def _first_month(found: Finding, t: Texts) -> str:
    return t.plural(
        "{count} contact with the citizen in the first month; guides abroad expect {expected} or more.",
        "{count} contacts with the citizen in the first month; guides abroad expect {expected} or more.",
        found.count or 0,
        expected=found.expected,
    )


def _community(found: Finding, t: Texts) -> str:
    told = t.plural(
        "{count} meeting in the community in phase 1; the method expects {expected} or more.",
        "{count} meetings in the community in phase 1; the method expects {expected} or more.",
        found.count or 0,
        expected=found.expected,
    )
    if not found.second:
        return told
    placeless = t.plural(
        "{count} meeting says no place and is not counted.",
        "{count} meetings say no place and are not counted.",
        found.second,
    )
    return f"{told} {placeless}"


def _supports(found: Finding, t: Texts) -> str:
    return t.plural(
        "{count} meeting with people around the citizen in phase 1; guides abroad expect {expected} or more.",
        "{count} meetings with people around the citizen in phase 1; guides abroad expect {expected} or more.",
        found.count or 0,
        expected=found.expected,
    )


def _plan_in_time(found: Finding, t: Texts) -> str:
    due = t.date(found.due) if found.due else ""
    if found.on is None:
        return t("There is no plan yet; the method expects one by month 2, {due}.", due=due)
    return t("The plan was begun {date}; the method expects one by month 2, {due}.", date=t.date(found.on), due=due)


def _took_part(found: Finding, t: Texts) -> str:
    if found.count is None:
        return t("Nothing says yet whether the citizen took part in the plan; the method expects it.")
    if found.count:
        return t("The citizen took part in the plan, as the method expects.")
    return t("The citizen did not take part in the plan; the method expects it.")


def _agreements(found: Finding, t: Texts) -> str:
    if found.count is None:
        return t("No activity in the plan is for others, so there is nothing to agree with them.")
    return t.plural(
        "{made} of {count} activity for others is agreed with them; the method expects all.",
        "{made} of {count} activities for others are agreed with them; the method expects all.",
        found.total,
        made=found.count,
    )


def _focus_areas(found: Finding, t: Texts) -> str:
    values = {"fewest": found.expected, "most": found.most}
    if found.count is None:
        return t("No focus area is chosen yet; the method expects {fewest} to {most}.", **values)
    return t.plural(
        "{count} focus area in the plan; the method expects {fewest} to {most}.",
        "{count} focus areas in the plan; the method expects {fewest} to {most}.",
        found.count,
        **values,
    )


def _phase(found: Finding, t: Texts) -> str:
    values = {"phase": 2 if found.indicator is Indicator.PHASE_TWO else 3, "expected": found.expected}
    if found.on is not None:
        return t.plural(
            "Phase {phase} began {date}, after {count} month; the method has it at about {expected} months.",
            "Phase {phase} began {date}, after {count} months; the method has it at about {expected} months.",
            found.count or 0,
            date=t.date(found.on),
            **values,
        )
    if found.due is not None:
        return t(
            "Phase {phase} has not begun; the method has it at about {expected} months, here {due}.",
            due=t.date(found.due),
            **values,
        )
    return t("The course ended before phase {phase}; the method has it at about {expected} months.", **values)


def _evaluated(found: Finding, t: Texts) -> str:
    if found.on is None:
        return t("The plan has not been looked at in phase 2; the method expects it.")
    if found.adjusted:
        return t("The plan was looked at {date} and changed afterwards, as the method expects.", date=t.date(found.on))
    return t("The plan was looked at {date}, as the method expects, and has stayed as it was.", date=t.date(found.on))


def _fewer_meetings(found: Finding, t: Texts) -> str:
    rates = [rate_words(rate, t) for rate in found.rates]
    if not rates:
        return t("No phase has lasted a month yet; the method expects fewer meetings in each.")
    if len(rates) == 1:
        return t("Meetings a month: {one} so far; the method expects fewer in each phase.", one=rates[0])
    if len(rates) == 2:
        return t(
            "Meetings a month: first {one}, then {two}; the method expects fewer in each phase.",
            one=rates[0],
            two=rates[1],
        )
    return t(
        "Meetings a month: first {one}, then {two}, last {three}; the method expects fewer in each phase.",
        one=rates[0],
        two=rates[1],
        three=rates[2],
    )


def rate_words(rate: Fraction, t: Texts) -> str:
    """Return a rate with one decimal, half up."""
    tenths = (20 * rate.numerator + rate.denominator) // (2 * rate.denominator)
    return t.number(tenths / 10, 1)


def _measurements(found: Finding, t: Texts) -> str:
    if not found.total and not found.second_total:
        return t("No reading and no form is behind you yet; the method has one of each every second month.")
    return t(
        "{made} of {total} readings and {forms} of {forms_total} forms are finished; "
        "the method has one of each every second month.",
        made=found.count,
        total=found.total,
        forms=found.second,
        forms_total=found.second_total,
    )


def _attached(found: Finding, t: Texts) -> str:
    if found.count is None:
        return t("The closing form tells which services go on; the method wants those that are needed in place.")
    return t.plural(
        "{count} service goes on after the end; the method wants those that are needed in place.",
        "{count} services go on after the end; the method wants those that are needed in place.",
        found.count,
    )


def _length(found: Finding, t: Texts) -> str:
    if found.standing is Standing.OPEN:
        return t.plural(
            "{count} month so far; the method has {expected}.",
            "{count} months so far; the method has {expected}.",
            found.count or 0,
            expected=found.expected,
        )
    return t.plural(
        "{count} month from start to end; the method has {expected}.",
        "{count} months from start to end; the method has {expected}.",
        found.count or 0,
        expected=found.expected,
    )


_WORDS: dict[Indicator, Callable[[Finding, Texts], str]] = {
    Indicator.FIRST_MONTH: _first_month,
    Indicator.COMMUNITY: _community,
    Indicator.SUPPORTS: _supports,
    Indicator.PLAN_IN_TIME: _plan_in_time,
    Indicator.TOOK_PART: _took_part,
    Indicator.AGREEMENTS: _agreements,
    Indicator.FOCUS_AREAS: _focus_areas,
    Indicator.PHASE_TWO: _phase,
    Indicator.EVALUATED: _evaluated,
    Indicator.PHASE_THREE: _phase,
    Indicator.FEWER_MEETINGS: _fewer_meetings,
    Indicator.MEASUREMENTS: _measurements,
    Indicator.ATTACHED: _attached,
    Indicator.LENGTH: _length,
}
