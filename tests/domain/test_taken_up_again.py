"""A course that ended early and was taken up again: what belonged to the first end counts for the second no more."""

from dataclasses import replace
from datetime import date

import pytest

from exit_desktop.domain.calendar import Closing, ClosingKind, ClosingReason, Occasion
from exit_desktop.domain.courses import Course
from exit_desktop.domain.due import due_items
from exit_desktop.domain.fidelity import find_all
from exit_desktop.domain.findings import Finding, Standing
from exit_desktop.domain.indicators import Indicator
from exit_desktop.domain.method_figures import Expectations
from exit_desktop.domain.prefilling import RULES
from exit_desktop.domain.submissions import SubmissionKind
from support.courses import uid
from support.forms import make_form
from support.gates import before_end, closing_form, reading

ENDED, AGAIN, LATER = date(2026, 10, 1), date(2026, 10, 15), date(2027, 1, 5)


def taken_up_again(*closings: Closing) -> Course:
    """A course with the reading and the form of an early end in October, taken up again a fortnight later."""
    first = Closing(uid(5), ENDED, ClosingKind.EARLY, ClosingReason.LOST_CONTACT, reopened_on=AGAIN)
    course = before_end()
    form = closing_form(502, ENDED, ended_how="early", services_now=("support_at_home",))
    calendar = replace(course.calendar, closings=(first, *closings))
    return replace(course, calendar=calendar, submissions=(reading(501, Occasion.END, ENDED), form))


def finding(course: Course, indicator: Indicator) -> Finding:
    """The finding of one indicator after the second end."""
    return next(one for one in find_all(course, Expectations(), date(2027, 2, 1)) if one.indicator is indicator)


def test_the_end_reading_and_the_closing_form_are_due_again() -> None:
    assert [item.kind.value for item in due_items(taken_up_again()) if item.ref == "end"] == ["reading", "status_form"]


def test_only_what_was_made_for_this_end_counts_as_measured() -> None:
    ended = taken_up_again(Closing(uid(6), LATER, ClosingKind.FULL))
    again = replace(ended, submissions=(*ended.submissions, reading(503, Occasion.END, LATER)))
    before, after = finding(ended, Indicator.MEASUREMENTS), finding(again, Indicator.MEASUREMENTS)
    assert (before.count, after.count) == (0, 1)


def test_services_of_an_earlier_end_are_not_those_of_this_one() -> None:
    ended = taken_up_again(Closing(uid(6), LATER, ClosingKind.FULL))
    assert finding(ended, Indicator.ATTACHED).standing is Standing.OPEN
    form = closing_form(504, LATER, services_now=("none",))
    now = replace(ended, submissions=(*ended.submissions, form))
    assert finding(now, Indicator.ATTACHED).standing is Standing.OTHERWISE


@pytest.mark.parametrize(("name", "expected"), [("ended_how", None), ("early_reason", None), ("months_in_course", 12)])
def test_the_closing_form_proposes_nothing_of_the_earlier_end(name: str, expected: int | None) -> None:
    found = RULES[name](taken_up_again(), make_form(SubmissionKind.CLOSING_FORM, LATER))
    assert (found.value if found else None) == expected
