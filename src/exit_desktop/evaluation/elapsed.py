"""How long a course had run on a day, as a whole number that adds up exactly: calendar months and what is over.

The days over are parts of the month under way (28 to 31 days); `MONTH` is divisible by all four.
"""

from datetime import date
from functools import lru_cache

from exit_desktop.domain.calendar import add_months, whole_months

MONTH = 28 * 29 * 30 * 31 // 2


@lru_cache(maxsize=4096)
def elapsed(start: date, on: date) -> int:
    """Return the months from `start` to `on` in parts of `MONTH`; a day before the start counts as the start."""
    if on <= start:
        return 0
    months = whole_months(start, on)
    begun, next_one = add_months(start, months), add_months(start, months + 1)
    return months * MONTH + (on - begun).days * MONTH // (next_one - begun).days
