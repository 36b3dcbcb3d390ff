"""The list of readings of a course that was taken up again waits for its end anew."""

from dataclasses import replace
from datetime import date

from exit_desktop.domain.calendar import Closing, ClosingKind, Occasion
from exit_desktop.ui.course.readings.reading_rows import RowState, reading_rows
from support.courses import uid
from support.gates import before_end, reading


def test_the_end_reading_is_waited_for_again() -> None:
    closing = Closing(uid(5), date(2026, 10, 1), ClosingKind.EARLY, reopened_on=date(2026, 10, 15))
    course = replace(before_end(), submissions=(reading(501, Occasion.END, date(2026, 10, 1)),))
    course = replace(course, calendar=replace(course.calendar, closings=(closing,)))
    rows = reading_rows(course, date(2026, 12, 28))
    assert [row.state for row in rows if row.occasion is Occasion.END] == [RowState.DONE, RowState.DUE]
