"""What a timeline shows, as plain values: the caller has chosen every date, so that no rule lives in a picture."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, auto


class PhaseKind(Enum):
    """The parts of a course from left to right."""

    ORIENTATION = auto()
    ONE = auto()
    TWO = auto()
    THREE = auto()


class ReadingState(Enum):
    """How a reading stands today; PASSED is one that was not made, which is no fault of anyone."""

    DONE = auto()
    UNDER_WAY = auto()
    DUE = auto()
    COMING = auto()
    PASSED = auto()


@dataclass(frozen=True, slots=True)
class TimelinePhase:
    """One band, `end` being the day on which the next begins; `guide_per_week` the contact that it suggests."""

    kind: PhaseKind
    start: date
    end: date
    guide_per_week: float | None = None


@dataclass(frozen=True, slots=True)
class TimelineReading:
    """A reading with its name ("2 months") on the day it was made or is planned; `begun_on` while it is under way."""

    key: str
    label: str
    on: date
    state: ReadingState
    begun_on: date | None = None


@dataclass(frozen=True, slots=True)
class TimelineTransition:
    """The way into a phase: the day now planned, the day it was, and the first plan if a re-plan moved it."""

    to: PhaseKind
    planned: date
    actual: date | None = None
    first_planned: date | None = None


@dataclass(frozen=True, slots=True)
class TimelinePause:
    """A pause with its reason in the reader's words; `end` is None while it lasts."""

    start: date
    end: date | None
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TimelineMilestone:
    """A dated mark with its kind and short text, already in the reader's words."""

    key: str
    on: date
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TimelineContact:
    """A contact with the citizen that was held."""

    key: str
    on: date


@dataclass(frozen=True, slots=True)
class TimelineClosing:
    """An end of the course with its reason; `reopened` is the day it went on, None if the end stands."""

    on: date
    reason: str = field(repr=False)
    reopened: date | None = None


@dataclass(frozen=True, slots=True)
class TimelineView:
    """One course from orientation to its last day; `start` is day 1, None while there is only orientation."""

    phases: tuple[TimelinePhase, ...]
    start: date | None
    today: date | None
    readings: tuple[TimelineReading, ...] = ()
    transitions: tuple[TimelineTransition, ...] = ()
    pauses: tuple[TimelinePause, ...] = ()
    milestones: tuple[TimelineMilestone, ...] = ()
    contacts: tuple[TimelineContact, ...] = ()
    closings: tuple[TimelineClosing, ...] = ()

    @property
    def closing(self) -> TimelineClosing | None:
        """The end that stands, if the course is closed."""
        standing = [closing for closing in self.closings if closing.reopened is None]
        return standing[-1] if standing else None

    @property
    def reached(self) -> date:
        """The day up to which the course has been lived: its end, else today, else its first day."""
        if self.closing:
            return self.closing.on
        return self.today or self.phases[0].start


def without_what_will_not_be(view: TimelineView) -> TimelineView:
    """Return the view without phases of no days, and of a closed course without what its end left unmade."""
    view = replace(view, phases=tuple(phase for phase in view.phases if phase.start < phase.end) or view.phases)
    end = view.closing.on if view.closing else None
    if end is None:
        return view
    open_states = {ReadingState.COMING, ReadingState.DUE, ReadingState.UNDER_WAY}
    readings = tuple(it for it in view.readings if it.state not in open_states or it.on <= end)
    transitions = tuple(it for it in view.transitions if it.actual or it.planned <= end)
    return replace(view, readings=readings, transitions=transitions)
