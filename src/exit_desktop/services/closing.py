"""What becomes of the data of a closed course: kept until a day that the worker can see and change, then erased."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from exit_desktop.domain.calendar import add_months, check_day, closed_on
from exit_desktop.domain.citizens import whole_characters
from exit_desktop.domain.closing import erased_on
from exit_desktop.domain.courses import Course, Retention
from exit_desktop.domain.steps import REOPEN_MONTHS
from exit_desktop.domain.today_rows import RETENTION_MONTHS
from exit_desktop.errors import DateNotPossible, LongerWithoutReason, NotPossibleNow, TextTooLong
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.services.number_settings import number_setting
from exit_desktop.vault.settings import read_settings, save_setting

# No shorter than a course can be taken up again: what the citizen is promised must still be there.
FEWEST_MONTHS, MOST_MONTHS = REOPEN_MONTHS, 120
LONGEST_REASON = 2_000
_MONTHS = "retention_months"


def read_retention_months(desk: Desk) -> int:
    """Return how many months a closed course is kept."""
    with desk.vault.reading() as connection:
        return retention_months_of(read_settings(connection))


def retention_months_of(settings: Mapping[str, str]) -> int:
    """Return how many months a closed course is kept, as it is set."""
    return number_setting(settings, _MONTHS, RETENTION_MONTHS, FEWEST_MONTHS, MOST_MONTHS)


def save_retention_months(desk: Desk, months: int) -> None:
    """Keep courses that are closed from now on for so many months, within 3-120."""
    with desk.vault.writing() as connection:
        save_setting(connection, _MONTHS, str(_within(months)))


def _within(months: int) -> int:
    return max(FEWEST_MONTHS, min(MOST_MONTHS, months))


def usual_day(desk: Desk, closed: date) -> date:
    """Return the day from which a course closed on that day is to be erased, as the setting stands."""
    return add_months(closed, read_retention_months(desk))


def day_of_erasure(desk: Desk, course: Course) -> date | None:
    """Return the day from which a closed course is to be erased; None while it runs."""
    closed = closed_on(course.calendar)
    return None if closed is None else erased_on(course, usual_day(desk, closed))


def day_to_come_back(desk: Desk, course: Course) -> date | None:
    """Return the last day on which a closed course can be taken up again: while it is there, three months at most."""
    closed = closed_on(course.calendar)
    if closed is None:
        return None
    return min(add_months(closed, REOPEN_MONTHS), day_of_erasure(desk, course) or date.max)


def keep_until(desk: Desk, course: Course, on: date, reason: str = "") -> Course:
    """Keep a closed course until another day; one that is later than the day so far has a reason.

    Raises NotPossibleNow while it runs, DateNotPossible before its end, LongerWithoutReason, TextTooLong.
    """
    words = whole_characters(reason).strip()
    if len(words) > LONGEST_REASON:
        raise TextTooLong(most=LONGEST_REASON)
    closed = closed_on(course.calendar)
    if closed is None:
        raise NotPossibleNow
    check_day(on)
    if on < closed:
        raise DateNotPossible(date=on)
    retention = Retention(on, words)
    if retention == course.retention:
        return course
    if not words and on > (course.retention.on or usual_day(desk, closed)):
        raise LongerWithoutReason
    return commit_course(desk, course, replace(course, retention=retention), "retention")
