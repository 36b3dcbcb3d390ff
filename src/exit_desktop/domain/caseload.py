"""What a worker carries: how many courses of each kind, held against the share of full time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from exit_desktop.domain.calendar import CourseState, Phase
from exit_desktop.domain.due import DueKind
from exit_desktop.domain.method_figures import FULL_TIME_MINUTES, Expectations, most_citizens


@dataclass(frozen=True, slots=True)
class Carried:
    """One course that is not closed: where it stands, the last contact, the days of quiet, what is next.

    `begun_on` is the day of a reading or form under way, where that is what is next.
    """

    course_id: str
    alias: str = field(repr=False)
    code: str = field(repr=False)
    state: CourseState
    phase: Phase
    since: date
    last_contact_on: date | None
    quiet_days: int | None = None
    due_on: date | None = None
    due_kind: DueKind | None = None
    begun_on: date | None = None


@dataclass(frozen=True, slots=True)
class Caseload:
    """The courses by phase and alias, and the worker's weekly minutes."""

    courses: tuple[Carried, ...]
    weekly_minutes: int
    expected: Expectations = field(default_factory=Expectations)

    @property
    def counts(self) -> Mapping[CourseState, int]:
        """How many courses stand where."""
        return {state: sum(one.state is state for one in self.courses) for state in CourseState}

    @property
    def active(self) -> int:
        """The courses under way; orientation and pauses are told beside them."""
        return self.counts[CourseState.ACTIVE]

    @property
    def quiet(self) -> int:
        """The courses without contact for longer than their phase allows."""
        return sum(one.quiet_days is not None for one in self.courses)

    @property
    def most(self) -> int | None:
        """How many courses under way the guide allows at most; None without weekly hours."""
        return most_citizens(self.weekly_minutes, self.expected) if self.weekly_minutes > 0 else None

    @property
    def over(self) -> bool:
        """Whether more are under way than the guide has; exact, before it is rounded to whole citizens."""
        return self.most is not None and self.active * FULL_TIME_MINUTES > (
            self.expected.citizens_per_worker * self.weekly_minutes
        )


def in_reading_order(courses: Iterable[Carried]) -> tuple[Carried, ...]:
    """Return courses by phase, those in a pause last in theirs, then by alias."""
    return tuple(
        sorted(
            courses, key=lambda one: (one.phase, one.state is CourseState.PAUSED, one.alias.casefold(), one.course_id)
        )
    )
