"""Whether the body of a unit could have been made by this program: types are checked before, here sizes and places."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import chain

from exit_desktop.domain.answers import Value
from exit_desktop.domain.calendar import check_day
from exit_desktop.domain.courses import Course
from exit_desktop.domain.steps import LONGEST_REPLAN, PHASE_LENGTHS
from exit_desktop.errors import DateNotPossible
from exit_desktop.exchange.coded import CodedAnswer, CodedContacts, CodedCourse, CodedPart, CodedSubmission
from exit_desktop.exchange.coded_not_started import CodedEnquiry
from exit_desktop.services.dump_lines import LONGEST_PROJECT, check_course_document

HIGHEST = 2**53
LONGEST_KEY = 120
LONGEST_CODE = 12
MOST_OPTIONS = 200
_ID = re.compile(r"[0-9a-f]{32}")
_SHA = re.compile(r"[0-9a-f]{64}")
_MONTH = re.compile(r"[12][0-9]{3}-(0[1-9]|1[0-2])")
_LANGUAGES = ("da", "en")


def coded_course_fits(coded: CodedCourse) -> bool:
    """Say whether a coded course could have been made by this program."""
    return (
        _ID.fullmatch(coded.wire_id) is not None
        and _numbers_fit(coded.ownership, coded.revision)
        and _key_fits(coded.wire_code)
        and len(coded.worker) <= LONGEST_CODE
        and len(coded.project) <= LONGEST_PROJECT
        and coded.phase_months in PHASE_LENGTHS
        and all(abs(replan.days) <= LONGEST_REPLAN for replan in coded.replans)
        and all(map(_submission_fits, coded.submissions))
        and all(map(_contacts_fit, coded.contacts))
        and all(_plan_fits(p.number, p.wishes, p.agreements, p.evaluated, p.goes_on_after) for p in coded.plans)
        and all(0 <= count <= HIGHEST for plan in coded.plans for count in plan.activities.values())
        and all(map(_key_fits, coded.services_at_end))
        and days_fit(_days_of(coded))
    )


def enquiry_fits(coded: CodedEnquiry) -> bool:
    """Say whether an enquiry could have been made by this program."""
    return (
        _ID.fullmatch(coded.id) is not None
        and _numbers_fit(1, coded.revision)
        and len(coded.worker) <= LONGEST_CODE
        and len(coded.project) <= LONGEST_PROJECT
        and _MONTH.fullmatch(coded.month) is not None
        and _instrument_fits(coded.instrument, coded.version, coded.sha256)
        and all(map(_answer_fits, coded.answers))
    )


def course_fits(course: Course) -> bool:
    """Say whether a whole course could have been written here."""
    if not _numbers_fit(course.ownership, course.revision) or not _key_fits(course.wire_code):
        return False
    try:
        check_course_document(course)
    except (ValueError, DateNotPossible):
        return False
    return True


def days_fit(days: Iterable[date | None]) -> bool:
    """Say whether each day is one that a course can have."""
    try:
        for day in days:
            check_day(day)
    except DateNotPossible:
        return False
    return True


def _days_of(coded: CodedCourse) -> Iterable[date | None]:
    return chain(
        (coded.orientation_on, coded.start),
        (transition.on for transition in coded.transitions),
        (day for replan in coded.replans for day in (replan.made_on, replan.from_on)),
        (day for pause in coded.pauses for day in (pause.from_on, pause.until_on)),
        (day for closing in coded.closings for day in (closing.on, closing.reopened_on)),
        (day for sitting in coded.submissions for day in (sitting.held_on, sitting.finished_on)),
        (part.answered_on for sitting in coded.submissions for part in sitting.parts),
        (day for plan in coded.plans for day in (plan.opened_on, plan.frozen_on, plan.review_on)),
    )


def _numbers_fit(ownership: int, revision: int) -> bool:
    return 1 <= ownership <= HIGHEST and 1 <= revision <= HIGHEST


def _key_fits(key: str) -> bool:
    return len(key) <= LONGEST_KEY


def _instrument_fits(name: str, version: int, sha256: str) -> bool:
    return _key_fits(name) and 1 <= version <= HIGHEST and _SHA.fullmatch(sha256) is not None


def _submission_fits(sitting: CodedSubmission) -> bool:
    return sitting.language in _LANGUAGES and all(map(_part_fits, sitting.parts))


def _part_fits(part: CodedPart) -> bool:
    return _instrument_fits(part.instrument, part.version, part.sha256) and all(map(_answer_fits, part.answers))


def _answer_fits(answer: CodedAnswer) -> bool:
    return len(answer.question) <= LONGEST_KEY and _value_fits(answer.value)


def _value_fits(value: Value) -> bool:
    if value is None or isinstance(value, bool):
        return True
    if isinstance(value, str):
        return len(value) <= LONGEST_KEY
    if isinstance(value, int):
        return abs(value) <= HIGHEST
    return len(value) <= MOST_OPTIONS and all(len(one) <= LONGEST_KEY for one in value)


def _contacts_fit(contacts: CodedContacts) -> bool:
    minutes = contacts.minutes.values()
    return (
        _MONTH.fullmatch(contacts.month) is not None
        and 1 <= contacts.count <= HIGHEST
        and all(0 <= one <= HIGHEST for one in minutes)
    )


def _plan_fits(*counts: int) -> bool:
    return all(0 <= count <= HIGHEST for count in counts)
