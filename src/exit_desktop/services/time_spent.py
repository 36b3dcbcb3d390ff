"""Hours by kind, month by month: with or for citizens from the contact log, and those without one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from exit_desktop.domain.calendar import add_months
from exit_desktop.domain.contacts import WorkKind
from exit_desktop.services.desk import Desk
from exit_desktop.vault.time_rows import read_contact_minutes, read_own_minutes

MONTHS = 12


@dataclass(frozen=True, slots=True)
class MonthOfWork:
    """One calendar month, by its first day: minutes with or for citizens, and without one, each by kind."""

    first: date
    with_citizens: Mapping[WorkKind, int] = field(default_factory=dict)
    own: Mapping[str, int] = field(default_factory=dict)

    @property
    def citizens_total(self) -> int:
        """All minutes with or for citizens."""
        return sum(self.with_citizens.values())

    @property
    def own_total(self) -> int:
        """All minutes without a citizen."""
        return sum(self.own.values())

    @property
    def total(self) -> int:
        """All minutes of the month."""
        return self.citizens_total + self.own_total


def read_time(desk: Desk, months: int = MONTHS) -> tuple[MonthOfWork, ...]:
    """Return the last months, this one last; the empty ones before the first that has hours are left out."""
    this = desk.clock.today().replace(day=1)
    firsts = [add_months(this, number - months + 1) for number in range(months)]
    with desk.vault.reading() as connection:
        spent = read_contact_minutes(connection, firsts[0].isoformat())
        own = read_own_minutes(connection, firsts[0].isoformat())
    work = [
        MonthOfWork(
            first,
            {kind: spent[key] for kind in WorkKind if (key := (first.isoformat()[:7], kind.value)) in spent},
            {kind: minutes for (month, kind), minutes in own.items() if month == first.isoformat()[:7]},
        )
        for first in firsts
    ]
    begun = next((at for at, month in enumerate(work) if month.total), len(work))
    return tuple(work[begun:])
