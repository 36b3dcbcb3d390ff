"""What the method can be held against in a course, and that one of them does not fit a citizen."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Indicator(StrEnum):
    """The indicators that a course's own data can tell of (domain section 3), in the order of a course."""

    FIRST_MONTH = "first_month"
    COMMUNITY = "community"
    SUPPORTS = "supports"
    PLAN_IN_TIME = "plan_in_time"
    TOOK_PART = "took_part"
    AGREEMENTS = "agreements"
    FOCUS_AREAS = "focus_areas"
    PHASE_TWO = "phase_two"
    EVALUATED = "evaluated"
    PHASE_THREE = "phase_three"
    FEWER_MEETINGS = "fewer_meetings"
    MEASUREMENTS = "measurements"
    ATTACHED = "attached"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class NotSuitable:
    """An expectation of the method that does not fit in this course, and why: an answer, no gap."""

    id: str
    indicator: Indicator
    reason: str
    on: date
