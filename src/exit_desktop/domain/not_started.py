"""An enquiry that did not become a course: counted, and linked to nobody (domain 4.5)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from exit_desktop.domain.answers import Answer

NOT_STARTED = "not_started"
"""The instrument whose questions are answered about an enquiry."""


@dataclass(frozen=True, slots=True)
class Enquiry:
    """The worker's coded answers about one enquiry: no alias, no age, no words; `revision` counts its changes."""

    id: str
    on: date
    project: str
    answers: tuple[Answer, ...]
    revision: int = 1

    @property
    def version(self) -> int:
        """The version of the instrument that was answered."""
        return self.answers[0].version

    def answer(self, question: str) -> Answer | None:
        """Return the answer to a question."""
        return next((answer for answer in self.answers if answer.question == question), None)

    @property
    def helped_on(self) -> bool:
        """Whether the citizen was helped on to others; unknown is no yes."""
        answer = self.answer("referred_on")
        return answer is not None and answer.value is True


class Period(StrEnum):
    """Which enquiries are looked at."""

    THIS_YEAR = "this_year"
    TWELVE_MONTHS = "twelve_months"
    LAST_YEAR = "last_year"
    ALL = "all"


def bounds_of(period: Period, today: date) -> tuple[date, date]:
    """Return the first and the last day of a period as seen from today; what was dated ahead counts with its year."""
    if period is Period.THIS_YEAR:
        return date(today.year, 1, 1), date(today.year, 12, 31)
    if period is Period.LAST_YEAR:
        return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
    if period is Period.TWELVE_MONTHS:
        return today - relativedelta(years=1) + relativedelta(days=1), today
    return date.min, date.max


def within(enquiries: Iterable[Enquiry], period: Period, today: date) -> Iterator[Enquiry]:
    """Yield the enquiries of a period, in their order."""
    first, last = bounds_of(period, today)
    return (enquiry for enquiry in enquiries if first <= enquiry.on <= last)
