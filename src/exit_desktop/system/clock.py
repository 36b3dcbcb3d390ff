"""The one place that reads the time; everything below is handed a day or a moment as an argument."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time


@dataclass(frozen=True, slots=True)
class Clock:
    """The machine's clock, or one standing on a chosen `day` (--today), or wholly still at a `moment` of it (tests)."""

    day: date | None = None
    moment: time | None = None

    def today(self) -> date:
        """Return the local date."""
        return self.day or datetime.now().astimezone().date()

    def time_of_day(self) -> time:
        """Return the local time to the minute, without a zone."""
        return (self.moment or datetime.now().astimezone().time()).replace(second=0, microsecond=0)

    def now_utc(self) -> datetime:
        """Return the moment in UTC; a chosen day keeps the machine's own time, so that moments stay in order."""
        now = datetime.now(UTC)
        return datetime.combine(self.day or now.date(), self.moment or now.time(), UTC)
