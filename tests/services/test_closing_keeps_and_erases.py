"""The end of a course: what the closing form says is proposed, and the day of erasure is known and can be moved."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from exit_desktop.domain.calendar import Closing, ClosingKind, ClosingReason, CourseState, add_months
from exit_desktop.domain.closing import said_ending
from exit_desktop.domain.courses import Course, Retention
from exit_desktop.errors import DateNotPossible, LongerWithoutReason, NotPossibleNow, TextTooLong
from exit_desktop.services.closing import (
    day_of_erasure,
    day_to_come_back,
    keep_until,
    read_retention_months,
    save_retention_months,
)
from exit_desktop.services.courses import close_course, load_course, register_citizen, reopen_course
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.services.settings import read_idle_minutes
from exit_desktop.services.today import read_day
from exit_desktop.system.clock import Clock
from exit_desktop.vault.settings import save_setting
from support.courses import TODAY, uid
from support.gates import before_end, closing_form

Running = Callable[..., Course]
LOST = {"ended_how": "early", "early_reason": "lost_contact"}
LAST_DAY = date(2026, 12, 10)


@pytest.fixture
def running(desk: Desk) -> Running:
    """Writes a course whose closing form says something, half-written unless finished."""

    def make(finished: bool = True, **said: str) -> Course:
        form = closing_form(58, date(2026, 11, 20), finished, **said)
        return commit_course(desk, None, replace(before_end(), submissions=(form,)), "citizen")

    return make


def test_what_the_finished_form_says_is_how_it_ended(desk: Desk, running: Running) -> None:
    ended = close_course(desk, running(**LOST), LAST_DAY).calendar.closings[-1]
    assert (ended.kind, ended.reason) == (ClosingKind.EARLY, ClosingReason.LOST_CONTACT)


def test_what_the_worker_chooses_goes_before_the_reason_in_the_form(desk: Desk, running: Running) -> None:
    ended = close_course(desk, running(**LOST), LAST_DAY, ClosingReason.CITIZENS_WISH).calendar.closings[-1]
    assert ended.reason is ClosingReason.CITIZENS_WISH


@pytest.mark.parametrize("said", [{}, {"early_reason": "lost_contact"}])
def test_a_form_that_does_not_say_proposes_nothing(desk: Desk, running: Running, said: dict[str, str]) -> None:
    course = running(**said)
    assert said_ending(course) is None
    assert close_course(desk, course, LAST_DAY).calendar.closings[-1].kind is ClosingKind.FULL


def test_a_half_written_form_proposes_nothing(running: Running) -> None:
    assert said_ending(running(finished=False, **LOST)) is None


def test_a_form_of_an_earlier_end_proposes_nothing(desk: Desk, running: Running) -> None:
    closed = close_course(desk, running(**LOST), LAST_DAY)
    assert said_ending(reopen_course(desk, closed, LAST_DAY + timedelta(days=9))) is None


def test_it_is_kept_for_a_year_and_can_be_taken_up_for_three_months(desk: Desk, running: Running) -> None:
    closed = close_course(desk, running(), LAST_DAY)
    assert (day_of_erasure(desk, closed), day_to_come_back(desk, closed)) == (date(2027, 12, 10), date(2027, 3, 10))


def test_nobody_is_promised_to_go_on_with_what_is_erased_before(desk: Desk, running: Running) -> None:
    closed = keep_until(desk, close_course(desk, running(), LAST_DAY), date(2027, 1, 10))
    assert day_to_come_back(desk, closed) == date(2027, 1, 10)


def test_an_end_on_29_february_has_a_day(desk: Desk, running: Running) -> None:
    assert day_of_erasure(desk, close_course(desk, running(), date(2028, 2, 29))) == date(2029, 2, 28)


def test_the_setting_holds_for_the_next_ends(desk: Desk, running: Running) -> None:
    closed = close_course(desk, running(), LAST_DAY)
    save_retention_months(desk, 6)
    other = close_course(desk, register_citizen(desk, "Rav"), TODAY, ClosingReason.DID_NOT_WISH)
    assert (day_of_erasure(desk, closed), day_of_erasure(desk, other)) == (date(2027, 12, 10), date(2027, 5, 23))


@pytest.mark.parametrize(("months", "kept"), [(0, 3), (999, 120)])
def test_the_setting_stays_within_reason(desk: Desk, months: int, kept: int) -> None:
    save_retention_months(desk, months)
    assert read_retention_months(desk) == kept


@pytest.mark.parametrize(
    ("said", "months"), [("999999", 120), ("9" * 5000, 120), ("0", 3), ("-3", 12), ("²", 12), ("mange", 12), ("", 12)]
)
def test_whatever_the_setting_says_the_day_says_the_same(desk: Desk, said: str, months: int) -> None:
    ended = Closing(uid(5), TODAY, ClosingKind.EARLY, ClosingReason.LOST_CONTACT)
    course = before_end()
    calendar = replace(course.calendar, closings=(ended,))
    closed = commit_course(desk, None, replace(course, calendar=calendar), "citizen")
    with desk.vault.writing() as connection:
        save_setting(connection, "retention_months", said)
        save_setting(connection, "idle_minutes", said)
        save_setting(connection, "quiet_days_1", said)
    later = replace(desk, clock=Clock(add_months(TODAY, months), desk.clock.moment))
    assert [line.on for line in read_day(later).lines] == [day_of_erasure(desk, closed)] == [later.clock.today()]
    assert 1 <= read_idle_minutes(desk) <= 10


def test_another_day_is_kept_with_its_reason_and_told_on_that_day(desk: Desk, running: Running) -> None:
    closed = close_course(desk, running(), LAST_DAY)
    keep_until(desk, closed, date(2027, 12, 24), " Sagen er anket ")
    again = load_course(desk, closed.id)
    assert again.retention == Retention(date(2027, 12, 24), "Sagen er anket")
    later = replace(desk, clock=Clock(date(2027, 12, 24), desk.clock.moment))
    assert [line.on for line in read_day(later).lines] == [date(2027, 12, 24)]


def test_longer_than_so_far_is_kept_only_with_a_reason(desk: Desk, running: Running) -> None:
    closed = close_course(desk, running(), LAST_DAY)
    with pytest.raises(LongerWithoutReason):
        keep_until(desk, closed, date(2027, 12, 11), " ")
    sooner = keep_until(desk, closed, date(2027, 6, 1))
    with pytest.raises(LongerWithoutReason):
        keep_until(desk, sooner, date(2027, 6, 2))
    assert load_course(desk, closed.id).retention.on == date(2027, 6, 1)


def test_a_reason_is_whole_and_not_endless(desk: Desk, running: Running) -> None:
    closed = close_course(desk, running(), LAST_DAY)
    kept = keep_until(desk, closed, date(2028, 1, 1), "æ\ud83d")
    assert load_course(desk, kept.id).retention.reason == "æ\ufffd"
    with pytest.raises(TextTooLong):
        keep_until(desk, kept, date(2028, 1, 1), "æ" * 2_001)


def test_a_day_before_the_end_is_refused(desk: Desk, running: Running) -> None:
    closed = close_course(desk, running(), LAST_DAY)
    with pytest.raises(DateNotPossible):
        keep_until(desk, closed, LAST_DAY - timedelta(days=1))


def test_a_course_that_runs_has_no_such_day(desk: Desk, running: Running) -> None:
    course = running()
    assert day_of_erasure(desk, course) is day_to_come_back(desk, course) is None
    with pytest.raises(NotPossibleNow):
        keep_until(desk, course, LAST_DAY)


def test_taken_up_again_it_has_no_day_any_more(desk: Desk, running: Running) -> None:
    closed = keep_until(desk, close_course(desk, running(), LAST_DAY), date(2028, 1, 1), "Hun bad om det")
    again = reopen_course(desk, closed, LAST_DAY + timedelta(days=9))
    assert (again.state, again.retention) == (CourseState.ACTIVE, Retention())
