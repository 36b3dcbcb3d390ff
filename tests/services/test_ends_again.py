"""A course that was taken up again and then ran its time: how it ended is told by the second end alone."""

from dataclasses import replace
from datetime import date

from exit_desktop.domain.calendar import Closing, ClosingKind, ClosingReason, standing_closing
from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.services.courses import close_course
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.services.forms import begin_form, confirm_rest
from exit_desktop.services.readings import finish_reading
from support.courses import uid
from support.gates import before_end

AGAIN, END = date(2026, 10, 15), date(2027, 1, 5)


def test_a_course_taken_up_again_that_ran_its_time_is_full(desk: Desk) -> None:
    course = before_end()
    first = Closing(uid(5), date(2026, 10, 1), ClosingKind.EARLY, ClosingReason.LOST_CONTACT, reopened_on=AGAIN)
    course = replace(course, submissions=(), calendar=replace(course.calendar, closings=(first,)))
    course, form = begin_form(desk, commit_course(desk, None, course, "citizen"), SubmissionKind.CLOSING_FORM, END)
    course = finish_reading(desk, confirm_rest(desk, course, form), form)
    ended = standing_closing(close_course(desk, course, END).calendar)
    assert ended is not None
    assert (ended.kind, ended.reason) == (ClosingKind.FULL, None)
