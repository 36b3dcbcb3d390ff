"""An indicator across courses in sentences: what is expected, and in how many of those that can be judged it is so."""

from collections.abc import Iterator

from exit_desktop.domain.indicators import Indicator
from exit_desktop.domain.method_figures import FIRST_CONTACTS, SUPPORT_MEETINGS, Expectations
from exit_desktop.services.fidelity import Tally
from exit_desktop.system.language import Texts


def expectation_words(indicator: Indicator, expected: Expectations, t: Texts) -> str:
    """Return what the method expects, in one sentence."""
    fewest, most = expected.focus_areas
    return {
        Indicator.FIRST_MONTH: t(
            "Guides abroad expect {count} contacts or more in the first month.", count=FIRST_CONTACTS
        ),
        Indicator.COMMUNITY: t(
            "The method expects {count} meetings or more in the community in phase 1.",
            count=expected.community_meetings,
        ),
        Indicator.SUPPORTS: t(
            "Guides abroad expect {count} meetings or more with people around the citizen in phase 1.",
            count=SUPPORT_MEETINGS,
        ),
        Indicator.PLAN_IN_TIME: t("The method expects a plan by month 2."),
        Indicator.TOOK_PART: t("The method expects the citizen to take part in the plan."),
        Indicator.AGREEMENTS: t("The method expects an agreement for each activity that others do."),
        Indicator.FOCUS_AREAS: t("The method expects {fewest} to {most} focus areas.", fewest=fewest, most=most),
        Indicator.PHASE_TWO: t("The method has phase 2 at about 4 months, or 3 in a short course."),
        Indicator.EVALUATED: t("The method expects a look at the plan in phase 2."),
        Indicator.PHASE_THREE: t("The method has phase 3 at about 8 months, or 6 in a short course."),
        Indicator.FEWER_MEETINGS: t("The method expects fewer meetings in each phase."),
        Indicator.MEASUREMENTS: t("The method has a reading and a form every second month."),
        Indicator.ATTACHED: t("The method wants the services that are needed in place at the end."),
        Indicator.LENGTH: t("The method has 12 months, or 9 in a short course."),
    }[indicator]


def tally_words(tally: Tally, t: Texts) -> str:
    """Return what the courses show: as expected in so many, not judged or not suitable in others."""
    return " ".join(_sentences(tally, t)) or t("Nothing to count yet.")


def _sentences(tally: Tally, t: Texts) -> Iterator[str]:
    judged = tally.as_expected + len(tally.otherwise)
    if judged:
        yield t.plural(
            "As expected in {met} of {count} course.",
            "As expected in {met} of {count} courses.",
            judged,
            met=tally.as_expected,
        )
    if tally.told:
        yield _told(tally.told, t)
    if tally.not_suitable:
        yield t.plural("Does not fit in {count} course.", "Does not fit in {count} courses.", len(tally.not_suitable))
    if tally.open:
        yield t.plural("Still open in {count} course.", "Still open in {count} courses.", tally.open)


def _told(months: tuple[int, ...], t: Texts) -> str:
    first, last = months[0], months[-1]
    if first == last:
        return t.plural(
            "Months until it began: {months}, in {count} course.",
            "Months until it began: {months}, in {count} courses.",
            len(months),
            months=first,
        )
    return t.plural(
        "Months until it began: {first} to {last}, in {count} course.",
        "Months until it began: {first} to {last}, in {count} courses.",
        len(months),
        first=first,
        last=last,
    )
