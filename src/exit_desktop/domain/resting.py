"""When a course rests: the one rule behind the day, the list, the caseload and what is read before a meeting."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol


class Rest(Protocol):
    """A time in which nothing is due: a pause, or a row of one."""

    @property
    def from_on(self) -> date:
        """The first day."""

    @property
    def until_on(self) -> date | None:
        """The day on which the course goes on, if that is known."""


def rests(pauses: Iterable[Rest], today: date) -> bool:
    """Return whether a course rests today: from the first day of a pause until the day on which it goes on."""
    return any(p.from_on <= today and (p.until_on is None or today < p.until_on) for p in pauses)
