"""The calendar of a course: phases, marks, re-plans and pauses (model 9, domain decisions 6 to 8).

Day 1 is the start date. Planned marks are start + calendar months (clamped) + re-plans. A recorded transition moves
no later mark; a pause moves nothing by itself.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum

from dateutil.relativedelta import relativedelta

from exit_desktop.errors import DateNotPossible


class Phase(IntEnum):
    """Orientation has no fixed length; the three phases are of equal length."""

    ORIENTATION = 0
    ONE = 1
    TWO = 2
    THREE = 3


class CourseState(StrEnum):
    """Where a course stands: what the list filters by."""

    ORIENTATION = "orientation"
    ACTIVE = "active"
    PAUSED = "paused"
    CLOSED = "closed"


class Occasion(StrEnum):
    """What a reading is for. `END` belongs to the closing flow whenever that is; `EXTRA` is on the citizen's wish."""

    M00 = "m00"
    M02 = "m02"
    M04 = "m04"
    M06 = "m06"
    M08 = "m08"
    M10 = "m10"
    END = "end"
    EXTRA = "extra"


class PauseReason(StrEnum):
    """Why a course rests."""

    HOSPITAL = "hospital"
    PRISON = "prison"
    ABROAD = "abroad"
    OTHER = "other"


class ClosingKind(StrEnum):
    """How a course ended; one that ended in orientation was never started."""

    FULL = "full"
    EARLY = "early"
    NOT_STARTED = "not_started"


class ClosingReason(StrEnum):
    """Why a course ended early (S004 table 6.2) or was not started (S004 chapter 3)."""

    NO_LONGER_NEEDED = "no_longer_needed"
    CITIZENS_WISH = "citizens_wish"
    LOST_CONTACT = "lost_contact"
    OTHER = "other"
    DID_NOT_WISH = "did_not_wish"
    OUTSIDE_TARGET_GROUP = "outside_target_group"
    SINGLE_ISSUE_ADVICE = "single_issue_advice"
    SUPPORTED_ELSEWHERE = "supported_elsewhere"


EARLY_REASONS = (
    ClosingReason.NO_LONGER_NEEDED,
    ClosingReason.CITIZENS_WISH,
    ClosingReason.LOST_CONTACT,
    ClosingReason.OTHER,
)
NOT_STARTED_REASONS = (
    ClosingReason.DID_NOT_WISH,
    ClosingReason.OUTSIDE_TARGET_GROUP,
    ClosingReason.SINGLE_ISSUE_ADVICE,
    ClosingReason.SUPPORTED_ELSEWHERE,
    ClosingReason.OTHER,
)


@dataclass(frozen=True, slots=True)
class Transition:
    """The worker recorded that the course went on to `to_phase`."""

    id: str
    to_phase: Phase
    on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Replan:
    """Marks on or after `from_on` were moved by `days`."""

    id: str
    made_on: date
    from_on: date
    days: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Pause:
    """The course rests from `from_on` until `until_on`, or still."""

    id: str
    from_on: date
    until_on: date | None
    reason: PauseReason
    note: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """The course ended on `on`; a reopened one keeps its closing in the trace."""

    id: str
    on: date
    kind: ClosingKind
    reason: ClosingReason | None = None
    note: str = ""
    reopened_on: date | None = None


@dataclass(frozen=True, slots=True)
class StartCorrection:
    """The start date had been written wrong as `was`; this is no re-plan."""

    id: str
    was: date
    made_on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """All dates that a course is led by."""

    orientation_on: date
    start: date | None = None
    phase_months: int = 4
    transitions: tuple[Transition, ...] = ()
    replans: tuple[Replan, ...] = ()
    pauses: tuple[Pause, ...] = ()
    closings: tuple[Closing, ...] = ()
    corrections: tuple[StartCorrection, ...] = ()


class MarkKind(StrEnum):
    """What a planned date stands for."""

    READING = "reading"
    TRANSITION = "transition"
    END = "end"


@dataclass(frozen=True, slots=True)
class PlannedMark:
    """A planned date: a reading for `occasion`, a transition to `to_phase`, or the planned end."""

    kind: MarkKind
    on: date
    occasion: Occasion | None = None
    to_phase: Phase | None = None


EARLIEST_DAY, LATEST_DAY = date(1990, 1, 1), date(2100, 12, 31)


def check_day(day: date | None) -> None:
    """Raise DateNotPossible for a day that no course can have: a slip of the pen, such as the year 206 or 9999."""
    if day is not None and not EARLIEST_DAY <= day <= LATEST_DAY:
        raise DateNotPossible(date=day)


def add_months(day: date, months: int) -> date:
    """Return the day `months` calendar months later, clamped to the month's last day."""
    return day + relativedelta(months=months)


def whole_months(first: date, last: date) -> int:
    """Return how many calendar months were full by `last`, as `add_months` counts them; none backwards.

    From the 31st of October the fourth month is full on the 28th of February: the day that a planned mark stands on.
    """
    months = 12 * (last.year - first.year) + last.month - first.month
    return max(0, months if add_months(first, months) <= last else months - 1)


def reading_months(phase_months: int) -> tuple[tuple[Occasion, int], ...]:
    """Return the occasions of a course with the month of each; `end` stands at three phases."""
    length = 3 * phase_months
    every_second = (Occasion.M00, Occasion.M02, Occasion.M04, Occasion.M06, Occasion.M08, Occasion.M10)
    marks = tuple((occasion, 2 * i) for i, occasion in enumerate(every_second) if 2 * i < length)
    return (*marks, (Occasion.END, length))


def planned_marks(calendar: Calendar) -> tuple[PlannedMark, ...]:
    """Return every planned mark of a started course in order of date; none before the start."""
    start = calendar.start
    if start is None:
        return ()
    length = calendar.phase_months
    marks = [PlannedMark(MarkKind.READING, add_months(start, m), o) for o, m in reading_months(length)]
    for phase in (Phase.TWO, Phase.THREE):
        on = add_months(start, length * (phase - 1))
        marks.append(PlannedMark(MarkKind.TRANSITION, on, to_phase=phase))
    marks.append(PlannedMark(MarkKind.END, add_months(start, 3 * length)))
    moved = (PlannedMark(m.kind, _moved(m.on, calendar.replans), m.occasion, m.to_phase) for m in marks)
    return tuple(sorted(moved, key=lambda mark: mark.on))


def _moved(day: date, replans: tuple[Replan, ...]) -> date:
    for replan in replans:
        if day >= replan.from_on:
            day += timedelta(days=replan.days)
    return day


def day_of_course(calendar: Calendar, today: date) -> int:
    """Return which day of the course `today` is (day 1 is the start), held at the end of a closed course; 0 before."""
    if calendar.start is None:
        return 0
    last = closed_on(calendar) or today
    return max(0, (min(today, last) - calendar.start).days + 1)


def closed_on(calendar: Calendar) -> date | None:
    """Return when the course was closed, or None while it is open."""
    closing = standing_closing(calendar)
    return None if closing is None else closing.on


def standing_closing(calendar: Calendar) -> Closing | None:
    """Return the closing that stands: the one after which the course was not reopened."""
    return next((closing for closing in calendar.closings if closing.reopened_on is None), None)


def open_pause(calendar: Calendar) -> Pause | None:
    """Return the pause that has not ended yet."""
    return next((pause for pause in calendar.pauses if pause.until_on is None), None)


def state_of(calendar: Calendar) -> CourseState:
    """Return where the course stands; it does not depend on today's date."""
    if closed_on(calendar) is not None:
        return CourseState.CLOSED
    if calendar.start is None:
        return CourseState.ORIENTATION
    return CourseState.PAUSED if open_pause(calendar) else CourseState.ACTIVE


def phase_of(calendar: Calendar, on: date | None = None) -> Phase:
    """Return the recorded phase, now or on a date. A transition happens when the worker records it."""
    if calendar.start is None or (on is not None and on < calendar.start):
        return Phase.ORIENTATION
    reached = (t.to_phase for t in calendar.transitions if on is None or t.on <= on)
    return max(reached, default=Phase.ONE)


def propose_occasion(calendar: Calendar, held_on: date) -> Occasion:
    """Return the occasion whose planned date is nearest (half way: the later one); `extra` before a start."""
    return nearest_occasion(calendar, held_on, tuple(Occasion))


def nearest_occasion(calendar: Calendar, held_on: date, among: Collection[Occasion]) -> Occasion:
    """Return which of these occasions is nearest by its planned date (half way: the later one); else `extra`."""
    marks = [mark for mark in planned_marks(calendar) if mark.occasion in among]
    if not marks:
        return Occasion.EXTRA
    nearest = min(marks, key=lambda mark: (abs((mark.on - held_on).days), -mark.on.toordinal()))
    return nearest.occasion or Occasion.EXTRA


def reading_window(planned: tuple[PlannedMark, ...], occasion: Occasion) -> tuple[date, date] | None:
    """Return the first and last day on which this occasion is the one proposed; None without such a planned mark."""
    marks = [mark for mark in planned if mark.kind is MarkKind.READING]
    for i, mark in enumerate(marks):
        if mark.occasion is occasion:
            first = _midway(marks[i - 1].on, mark.on) if i else mark.on
            last = _midway(mark.on, marks[i + 1].on) - timedelta(days=1) if i + 1 < len(marks) else date.max
            return first, last
    return None


def _midway(earlier: date, later: date) -> date:
    # Half way belongs to the later mark.
    return earlier + timedelta(days=((later - earlier).days + 1) // 2)
