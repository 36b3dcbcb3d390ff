"""The planned marks of a course: calendar months that clamp, re-plans, phases of three or four months."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exit_desktop.domain.calendar import (
    Calendar,
    MarkKind,
    Occasion,
    Replan,
    add_months,
    day_of_course,
    planned_marks,
    propose_occasion,
    reading_window,
    whole_months,
)
from support.courses import uid


def _dates(calendar: Calendar, kind: MarkKind) -> list[date]:
    return [mark.on for mark in planned_marks(calendar) if mark.kind is kind]


def _reading(calendar: Calendar, occasion: Occasion) -> date:
    return next(mark.on for mark in planned_marks(calendar) if mark.occasion is occasion)


def test_a_start_on_the_31st_clamps_to_short_months() -> None:
    calendar = Calendar(date(2026, 8, 1), date(2026, 8, 31))
    assert _reading(calendar, Occasion.M06) == date(2027, 2, 28)
    assert _reading(calendar, Occasion.M08) == date(2027, 4, 30)
    assert _reading(calendar, Occasion.END) == date(2027, 8, 31)


def test_a_start_on_29_february_ends_on_28_february() -> None:
    calendar = Calendar(date(2028, 2, 1), date(2028, 2, 29))
    assert _reading(calendar, Occasion.M02) == date(2028, 4, 29)
    assert _dates(calendar, MarkKind.END) == [date(2029, 2, 28)]


def test_three_month_phases_have_six_readings_and_end_after_nine_months() -> None:
    calendar = Calendar(date(2026, 1, 1), date(2026, 1, 10), phase_months=3)
    marks = [mark.occasion for mark in planned_marks(calendar) if mark.kind is MarkKind.READING]
    assert marks == [Occasion.M00, Occasion.M02, Occasion.M04, Occasion.M06, Occasion.M08, Occasion.END]
    assert _dates(calendar, MarkKind.TRANSITION) == [date(2026, 4, 10), date(2026, 7, 10)]
    assert _dates(calendar, MarkKind.END) == [date(2026, 10, 10)]


def test_a_replan_moves_only_what_has_not_passed() -> None:
    replan = Replan(uid(1), date(2026, 10, 1), date(2026, 10, 1), 30)
    calendar = Calendar(date(2026, 7, 1), date(2026, 7, 2), replans=(replan,))
    assert _reading(calendar, Occasion.M02) == date(2026, 9, 2)
    assert _reading(calendar, Occasion.M04) == date(2026, 12, 2)
    assert _dates(calendar, MarkKind.END) == [date(2027, 8, 1)]


def test_two_replans_add_up() -> None:
    october, january = date(2026, 10, 1), date(2027, 1, 5)
    replans = (Replan(uid(1), october, october, 30), Replan(uid(2), january, january, -10))
    calendar = Calendar(date(2026, 7, 1), date(2026, 7, 2), replans=replans)
    assert _dates(calendar, MarkKind.END) == [date(2027, 7, 22)]


def test_orientation_has_no_marks() -> None:
    assert planned_marks(Calendar(date(2026, 7, 1))) == ()


@pytest.mark.parametrize(
    ("held_on", "occasion"),
    [
        (date(2026, 7, 2), Occasion.M00),
        (date(2026, 8, 1), Occasion.M00),
        (date(2026, 8, 2), Occasion.M02),
        (date(2026, 9, 30), Occasion.M02),
        (date(2027, 7, 20), Occasion.END),
    ],
)
def test_the_nearest_mark_is_proposed_and_half_way_the_later_one(held_on: date, occasion: Occasion) -> None:
    calendar = Calendar(date(2026, 7, 1), date(2026, 7, 2))
    assert propose_occasion(calendar, held_on) is occasion


def test_day_one_is_the_start_date() -> None:
    calendar = Calendar(date(2026, 7, 1), date(2026, 7, 2))
    assert day_of_course(calendar, date(2026, 7, 2)) == 1
    assert day_of_course(calendar, date(2026, 11, 21)) == 143
    assert day_of_course(calendar, date(2026, 7, 1)) == 0


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.sampled_from((3, 4)))
def test_every_day_belongs_to_exactly_one_reading_window(start: date, months: int) -> None:
    calendar = Calendar(start, start, phase_months=months)
    marks = planned_marks(calendar)
    windows = [reading_window(marks, mark.occasion) for mark in marks if mark.occasion]
    ordered = [window for window in windows if window]
    assert ordered[0][0] == start
    for earlier, later in pairwise(ordered):
        assert (later[0] - earlier[1]).days == 1


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 400))
def test_what_is_proposed_is_the_window_that_the_day_lies_in(start: date, days: int) -> None:
    calendar = Calendar(start, start)
    held_on = date.fromordinal(start.toordinal() + days)
    window = reading_window(planned_marks(calendar), propose_occasion(calendar, held_on))
    assert window is not None
    assert window[0] <= held_on <= window[1]


@pytest.mark.parametrize("months", [2, 4, 8, 9, 12])
@pytest.mark.parametrize("start", [date(2026, 10, 31), date(2027, 8, 29), date(2028, 2, 29), date(2026, 5, 31)])
def test_the_months_are_full_on_the_day_of_the_planned_mark(start: date, months: int) -> None:
    on = add_months(start, months)
    assert (whole_months(start, on - timedelta(days=1)), whole_months(start, on)) == (months - 1, months)


def test_no_months_are_counted_backwards() -> None:
    assert whole_months(date(2026, 7, 2), date(2026, 6, 30)) == 0
