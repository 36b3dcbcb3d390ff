"""What a finding of fidelity is, and what every rule looks at: a started course as seen on a day."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from exit_desktop.domain.calendar import Calendar, Phase, PlannedMark
from exit_desktop.domain.courses import StartedCourse
from exit_desktop.domain.indicators import Indicator
from exit_desktop.domain.method_figures import Expectations


class Standing(StrEnum):
    """How evidence stands to expectation; `TOLD` is not judged, `OPEN` is not due or not known yet."""

    AS_EXPECTED = "as_expected"
    OTHERWISE = "otherwise"
    OPEN = "open"
    TOLD = "told"
    NOT_SUITABLE = "not_suitable"


@dataclass(frozen=True, slots=True)
class Finding:
    """The evidence for one indicator: `count` (of `total`), a second count (of a second total), a date, or rates.

    `expected` is the method's figure (`most` the highest one), `due` until when. A `count` of None: there is nothing
    to count. `rates` are meetings a month in each phase that lasted a month.
    """

    indicator: Indicator
    standing: Standing
    count: int | None = None
    total: int = 0
    expected: int = 0
    most: int = 0
    on: date | None = None
    due: date | None = None
    second: int = 0
    second_total: int = 0
    rates: tuple[Fraction, ...] = ()
    adjusted: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A started course, what is expected of it, its planned marks, and `reached`: today, or the day of its end."""

    course: StartedCourse
    expected: Expectations
    start: date
    reached: date
    closed: bool
    marks: tuple[PlannedMark, ...]


def phase_span(calendar: Calendar, phase: Phase, reached: date) -> tuple[date, date] | None:
    """Return the first day of a phase and the day after its last lived one; None if it was not reached."""
    if calendar.start is None:
        return None
    begun = {Phase.ONE: calendar.start, **{t.to_phase: t.on for t in calendar.transitions}}
    first = begun.get(phase)
    if first is None or first > reached:
        return None
    later = [on for other, on in begun.items() if other > phase]
    return first, max(first, min((*later, reached + timedelta(days=1))))


def is_over(seen: Seen, phase: Phase) -> bool:
    """Return whether a phase is behind the course: a later one was recorded, or the course has ended."""
    return seen.closed or any(t.to_phase > phase and t.on <= seen.reached for t in seen.course.calendar.transitions)


def at_least(count: int, expected: int, over: bool) -> Standing:
    """Return how a count stands: too few are open until the time for them is over."""
    if count >= expected:
        return Standing.AS_EXPECTED
    return Standing.OTHERWISE if over else Standing.OPEN
