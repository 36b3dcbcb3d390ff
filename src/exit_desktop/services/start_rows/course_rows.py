"""From a row to a running course, through the same steps as when a course is led here: nothing impossible comes in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from exit_desktop.domain import steps
from exit_desktop.domain.calendar import (
    Calendar,
    CourseState,
    MarkKind,
    PauseReason,
    Phase,
    Replan,
    planned_marks,
)
from exit_desktop.domain.citizens import LONGEST_ALIAS, Citizen, tidy_alias
from exit_desktop.domain.contacts import Contact, ContactState
from exit_desktop.domain.courses import Course, Sharing
from exit_desktop.errors import DateNotPossible, NotPossibleNow
from exit_desktop.services.start_rows.columns import MOST_PAUSES
from exit_desktop.services.start_rows.fates import StaysOut, Why
from exit_desktop.services.start_rows.values import YES_NO, Named
from exit_desktop.system.ids import new_code, new_id
from exit_desktop.system.language import mark

LANGUAGES = {"da": "da", "dansk": "da", "danish": "da", "en": "en", "engelsk": "en", "english": "en"}
SHARING = {
    "ikke spurgt": Sharing.NOT_ASKED,
    "not asked": Sharing.NOT_ASKED,
    "intet": Sharing.NOTHING,
    "ingenting": Sharing.NOTHING,
    "nothing": Sharing.NOTHING,
    "kodet": Sharing.CODED,
    "coded": Sharing.CODED,
    "hele": Sharing.FULL,
    "hele forløbet": Sharing.FULL,
    "full": Sharing.FULL,
}
PAUSE_REASONS = {
    "hospital": PauseReason.HOSPITAL,
    "fængsel": PauseReason.PRISON,
    "prison": PauseReason.PRISON,
    "udland": PauseReason.ABROAD,
    "abroad": PauseReason.ABROAD,
    "andet": PauseReason.OTHER,
    "other": PauseReason.OTHER,
}
_PHASES = {Phase.TWO: ("phase_2", mark("phase 2")), Phase.THREE: ("phase_3", mark("phase 3"))}

NO_ALIAS = mark("it has no name that the citizen chose")
ALIAS_LONG = mark("the name is longer than {most} characters")
NO_BEGINNING = mark("it has neither a first contact nor a start date")
FIRST_AHEAD = mark("the first contact on {date} is still to come")
START_AHEAD = mark("the start on {date} is still to come; begin the course here on that day")
START_AHEAD_ALONE = mark("the start on {date} is still to come, and no first contact is written")
WITHOUT_START = mark("“{column}” has a date, but the course has no start date")
PHASE_SKIPPED = mark("phase 3 has a date and phase 2 has none")
PHASE_EARLY = mark("{phase} on {date} lies before what came before it")
PHASE_AHEAD = mark("{phase} on {date} is still to come; record it here on that day")
WRONG_MONTHS = mark("a phase lasts 4 or 3 months, not {months}")
PAUSE_ODD = mark("the pause from {date} does not fit the course's other dates")
PAUSE_NO_START = mark("a pause has an end and no beginning")
PAUSE_AHEAD = mark("the pause from {date} is still to come; write it here on that day")
PAUSE_GOES_ON = mark("the pause until {date} still lasts; end it here when it is over")
MOVE_HALF = mark("a plan that was moved needs both the day and the number of days")
MOVE_ODD = mark("the plan cannot be moved by {days} days from {date}")
MEETING_PAST = mark("the next meeting on {date} has passed and is left out")
MEETING_AHEAD = mark("the last meeting on {date} is still to come and is left out")
MEETING_EARLY = mark("the last meeting on {date} lies before the first contact and is left out")
MEETING_TIMELESS = mark("a time stands there without the day of the next meeting")
TIMES_UP = mark("it was to end on {date}; close it here if it has ended")
LESS_SHARED = mark("an anonymous course is never shared whole, so nothing is shared")
FIRST_LATER = mark("the first contact lies after the start, so the start counts as the first contact")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a new course takes from where it comes in: whose vault it is, and what day it is."""

    owner: str
    today: date


def read_alias(row: Named) -> str:
    """Return the citizen's name as it is kept. Raises StaysOut."""
    alias = tidy_alias(row.cells.text("alias"))
    if not alias:
        raise StaysOut(NO_ALIAS)
    if len(alias) > LONGEST_ALIAS:
        raise StaysOut(ALIAS_LONG, most=LONGEST_ALIAS)
    return alias


def build_course(row: Named, alias: str, setting: Setting) -> tuple[Course, tuple[Why, ...]]:
    """Return the course of a row and what is to be known about it. Raises StaysOut."""
    buts: list[Why] = []
    citizen = Citizen(new_id(), alias, row.choice("language", LANGUAGES, "da"))
    first, start = _beginning(row, setting.today, buts)
    course = Course(new_id(), new_id(), new_code(), setting.owner, citizen, Calendar(first))
    course = _shared(row, course, buts)
    if start is not None:
        course = _led(row, steps.start_course(course, start, _months(row)), setting.today, buts)
    elif not row.cells.text("start"):
        _refuse_steps(row)
    return _with_meetings(row, course, setting.today, buts), tuple(buts)


def _beginning(row: Named, today: date, buts: list[Why]) -> tuple[date, date | None]:
    """Return the day of the first contact and the start date, None for a course that has not begun."""
    first, start = row.day("first_contact"), row.day("start")
    if first is not None and first > today:
        raise StaysOut(FIRST_AHEAD, date=first)
    if start is not None and start > today:
        if first is None:
            raise StaysOut(START_AHEAD_ALONE, date=start)
        buts.append(Why(START_AHEAD, {"date": start}))
        return first, None
    if first is not None and start is not None and first > start:
        buts.append(Why(FIRST_LATER))
    beginning = first or start
    if beginning is None:
        raise StaysOut(NO_BEGINNING)
    return beginning, start


def _refuse_steps(row: Named) -> None:
    for key in ("phase_2", "phase_3", "pause_1_from", "pause_2_from", "moved_from"):
        if row.cells.text(key):
            raise StaysOut(WITHOUT_START, column=row.heading(key))


def _months(row: Named) -> int:
    months = row.whole("phase_months")
    if months not in (None, *steps.PHASE_LENGTHS):
        raise StaysOut(WRONG_MONTHS, months=months)
    return months or steps.PHASE_LENGTHS[0]


def _shared(row: Named, course: Course, buts: list[Why]) -> Course:
    anonymous = row.choice("anonymous", YES_NO, otherwise=False)
    sharing = row.choice("sharing", SHARING, Sharing.NOT_ASKED)
    if anonymous and sharing is Sharing.FULL:
        buts.append(Why(LESS_SHARED))
        sharing = Sharing.NOTHING
    return replace(course, anonymous=anonymous, sharing=sharing)


def _led(row: Named, course: Course, today: date, buts: list[Why]) -> Course:
    course = _through_phases(row, course, today, buts)
    for number in range(1, MOST_PAUSES + 1):
        course = _paused(row, course, number, (today, buts))
    course = _moved(row, course, today)
    end = next(m.on for m in planned_marks(course.calendar) if m.kind is MarkKind.END)
    if end < today and course.state is CourseState.ACTIVE:
        buts.append(Why(TIMES_UP, {"date": end}))
    return course


def _through_phases(row: Named, course: Course, today: date, buts: list[Why]) -> Course:
    days = {phase: row.day(key) for phase, (key, _) in _PHASES.items()}
    if days[Phase.THREE] is not None and days[Phase.TWO] is None:
        raise StaysOut(PHASE_SKIPPED)
    newest = course.calendar.start or today
    for phase, day in days.items():
        if day is None:
            continue
        told = {"phase": _PHASES[phase][1], "date": day}
        if day < newest:
            raise StaysOut(PHASE_EARLY, **told)
        if day > today:
            buts.append(Why(PHASE_AHEAD, told))
        else:
            course = steps.record_transition(course, new_id(), day)
        newest = day
    return course


def _paused(row: Named, course: Course, number: int, at: tuple[date, list[Why]]) -> Course:
    today, buts = at
    begins, until = row.day(f"pause_{number}_from"), row.day(f"pause_{number}_until")
    reason = row.choice(f"pause_{number}_reason", PAUSE_REASONS, PauseReason.OTHER)
    if begins is None:
        if until is not None:
            raise StaysOut(PAUSE_NO_START)
        return course
    if begins > today:
        buts.append(Why(PAUSE_AHEAD, {"date": begins}))
        return course
    try:
        rests = steps.pause_course(course, new_id(), begins, reason)
        if until is not None and until <= today:
            return steps.end_pause(rests, until)[0]
    except (DateNotPossible, NotPossibleNow):
        raise StaysOut(PAUSE_ODD, date=begins) from None
    if until is not None:
        buts.append(Why(PAUSE_GOES_ON, {"date": until}))
    return rests


def _moved(row: Named, course: Course, today: date) -> Course:
    on, days = row.day("moved_from"), row.whole("moved_days")
    if on is None and not days:
        return course
    if on is None or not days:
        raise StaysOut(MOVE_HALF)
    try:
        # When it was moved is not in the file: at the latest on the day from which it holds.
        return steps.replan_course(course, Replan(new_id(), min(on, today), on, days))
    except (DateNotPossible, NotPossibleNow, OverflowError):
        raise StaysOut(MOVE_ODD, days=days, date=on) from None


def _with_meetings(row: Named, course: Course, today: date, buts: list[Why]) -> Course:
    last, coming, at = row.day("last_meeting"), row.day("next_meeting"), row.time("next_time")
    contacts: list[Contact] = []
    if last is not None and last > today:
        buts.append(Why(MEETING_AHEAD, {"date": last}))
    elif last is not None and last < course.calendar.orientation_on:
        # A slip in the year would make the course quiet for as long.
        buts.append(Why(MEETING_EARLY, {"date": last}))
    elif last is not None:
        contacts.append(Contact(new_id(), last))
    if coming is None and at is not None:
        buts.append(Why(MEETING_TIMELESS))
    elif coming is not None and coming < today:
        buts.append(Why(MEETING_PAST, {"date": coming}))
    elif coming is not None:
        contacts.append(Contact(new_id(), coming, at, state=ContactState.PLANNED))
    return replace(course, contacts=tuple(contacts))
