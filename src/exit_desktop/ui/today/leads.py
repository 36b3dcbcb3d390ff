"""Where a line of the day leads: to a place inside the citizen's course, or to a page of the worker's own."""

from __future__ import annotations

from collections.abc import Callable

from exit_desktop.domain.calendar import Phase
from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.domain.today_rows import Begun, HalfWritten, LineKind, Part, TodayLine
from exit_desktop.ui.shortcuts import ActId

BEFORE = "before"
# Texts that belong to no citizen, and hours: the page they are written on.
_PAGES = {Part.HOURS: ActId.HOURS, Part.ENQUIRY: ActId.OVERVIEW, Part.SERVICE: ActId.SERVICES}


def place_of(line: TodayLine) -> str:
    """Return the place inside the course, as the timeline's marks name it."""
    return _PLACES[line.kind](line)


def page_of(line: TodayLine) -> ActId:
    """Return the page of a line that is about no citizen."""
    part = line.about.part if isinstance(line.about, HalfWritten) else Part.HOURS
    return _PAGES.get(part, ActId.HOURS)


def _begun(line: TodayLine) -> str:
    reading = isinstance(line.about, Begun) and line.about.kind is SubmissionKind.READING
    return f"reading:{line.ref}" if reading else f"form:{line.ref}"


def _onward(line: TodayLine) -> str:
    phase = Phase(int(line.ref)) if line.ref.isdecimal() else Phase.THREE
    return f"transition:{phase.name.lower()}"


def _written(line: TodayLine) -> str:
    about = line.about
    if not isinstance(about, HalfWritten):
        return ""
    return f"draft:{about.part}/{about.key}"


_PLACES: dict[LineKind, Callable[[TodayLine], str]] = {
    LineKind.MEETING: lambda _: BEFORE,
    LineKind.OUTCOME: lambda line: f"contact:{line.ref}",
    LineKind.OWN_WORK: lambda _: "",
    LineKind.READING: lambda line: f"reading:plan:{line.ref}",
    LineKind.FORM: lambda line: f"form:plan:{line.ref}",
    LineKind.BEGUN: _begun,
    LineKind.ACTIVITY: lambda line: f"activity:{line.ref}",
    LineKind.REVIEW: lambda _: "plan",
    LineKind.TRANSITION: _onward,
    LineKind.END: lambda _: "end",
    LineKind.HANDOVER: lambda line: f"task:{line.ref}",
    LineKind.QUIET: lambda _: "write",
    LineKind.PAUSE: lambda _: "pause",
    LineKind.PAUSE_ENDS: lambda _: "details",
    LineKind.RETENTION: lambda _: "kept",
    LineKind.HALF_WRITTEN: _written,
}
