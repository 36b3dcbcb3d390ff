"""The names of months and days and the marks in numbers: Unicode's tables (CLDR) for the languages spoken here.

Written down, as a library would read six megabytes of tables for them. A test asks babel for every day of a leap year.
"""

from typing import NamedTuple


class CalendarWords(NamedTuple):
    """Months from January and days from Monday, each whole and short; the marks between thousands and decimals."""

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    days: tuple[str, ...]
    short_days: tuple[str, ...]
    thousands: str
    decimals: str


DANISH = CalendarWords(
    (
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ),
    ("jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."),
    ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    ("man.", "tirs.", "ons.", "tors.", "fre.", "lør.", "søn."),
    ".",
    ",",
)
BRITISH = CalendarWords(
    (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"),
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    ",",
    ".",
)
