"""Who the 68 made-up citizens are: their town, when they began and ended, and which readings and forms they have.

0-6 ran their time, 7-12 ended early, 13-22 have had more than ten months, 23-44 more than six, 45-62 more than two,
63-67 less. Counts of readings and forms are those of S004 table 3.2.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from evaluation.published.spread import some
from exit_desktop.domain.calendar import ClosingKind, ClosingReason, Occasion, add_months

REPORTING_DATE = date(2014, 9, 26)
EVERYBODY = tuple(range(68))
FULL, EARLY = tuple(range(7)), tuple(range(7, 13))
_TEN_MONTHS_UNDER_WAY, _SIX, _TWO = tuple(range(13, 23)), tuple(range(23, 45)), tuple(range(45, 63))
_MONTHS_UNTIL_EARLY = (10, 5, 5, 6, 6, 3)
_REASONS = (
    ClosingReason.NO_LONGER_NEEDED,
    ClosingReason.LOST_CONTACT,
    ClosingReason.CITIZENS_WISH,
    ClosingReason.LOST_CONTACT,
    ClosingReason.NO_LONGER_NEEDED,
    ClosingReason.CITIZENS_WISH,
)
NO_SERVICES_AT_END = (8, 10)
"""The two with whom contact was lost, after five and six months."""

TOWNS = {"Aalborg": (3, 5), "Aarhus": (1, 10), "København": (7, 27), "Odense": (2, 13)}
"""Closed and active courses of each town (S004 table 4.1)."""

_LATER = {Occasion.M02: 2, Occasion.M04: 4, Occasion.M06: 6, Occasion.M08: 8, Occasion.M10: 10}
_READINGS = {Occasion.M02: 39, Occasion.M04: 23, Occasion.M06: 36, Occasion.M08: 15, Occasion.M10: 16}
_FORMS = {Occasion.M02: 40, Occasion.M04: 22, Occasion.M06: 40, Occasion.M08: 19, Occasion.M10: 15}


@dataclass(frozen=True, slots=True)
class Ended:
    """How a course ended."""

    on: date
    kind: ClosingKind
    reason: ClosingReason | None


def town_of(person: int) -> str:
    """Return the town of a person."""
    place = person if person < 13 else person - 13
    at = 0 if person < 13 else 1
    for town, counts in TOWNS.items():
        if place < counts[at]:
            return town
        place -= counts[at]
    raise ValueError(person)


_STARTS = (
    ((0,), date(2013, 7, 29), 0),
    (FULL, date(2013, 8, 5), 5),
    (EARLY, date(2013, 10, 14), 9),
    (_TEN_MONTHS_UNDER_WAY, date(2013, 10, 21), 2),
    (_SIX, date(2014, 1, 6), 3),
    (_TWO, date(2014, 3, 31), 5),
    (tuple(range(63, 68)), date(2014, 8, 4), 9),
)
"""Who began from which day on, and how many days apart."""


@cache
def start_of(person: int) -> date:
    """Return the day on which a course began."""
    people, first, apart = next(one for one in _STARTS if person in one[0])
    return first + timedelta(days=apart * people.index(person))


@cache
def end_of(person: int) -> Ended | None:
    """Return how a course ended; None while it runs. One that ran its time took thirteen months (S004 table 6.2)."""
    if person in FULL:
        return Ended(add_months(start_of(person), 13 if person == 0 else 12), ClosingKind.FULL, None)
    if person in EARLY:
        place = EARLY.index(person)
        return Ended(
            add_months(start_of(person), _MONTHS_UNTIL_EARLY[place]) + timedelta(days=4),
            ClosingKind.EARLY,
            _REASONS[place],
        )
    return None


@cache
def with_reading(occasion: Occasion) -> tuple[int, ...]:
    """Return who has a reading for this occasion."""
    if occasion is Occasion.M00:
        return EVERYBODY
    if occasion is Occasion.END:
        return (*FULL, 7)
    there = with_form(occasion) if _READINGS[occasion] <= _FORMS[occasion] else _there(occasion)
    return tuple(some(there, _READINGS[occasion], occasion))


@cache
def with_form(occasion: Occasion) -> tuple[int, ...]:
    """Return who has a form of the worker for this occasion."""
    if occasion is Occasion.M00:
        return tuple(some(EVERYBODY, 52, "start form"))
    if occasion is Occasion.END:
        return (*FULL, *EARLY)
    return tuple(some(_there(occasion), _FORMS[occasion], f"form {occasion}"))


def _there(occasion: Occasion) -> list[int]:
    """Return whose course had come so far by the reporting date and had not ended."""
    return [p for p in EVERYBODY if planned(p, occasion) <= last_day(p) - timedelta(days=3)]


def planned(person: int, occasion: Occasion) -> date:
    """Return the day that a reading is planned for."""
    return add_months(start_of(person), _LATER.get(occasion, 0))


def last_day(person: int) -> date:
    """Return the day of the end, or the reporting date."""
    ended = end_of(person)
    return REPORTING_DATE if ended is None else ended.on
