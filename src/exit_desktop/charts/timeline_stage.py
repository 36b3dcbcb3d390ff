"""Where things stand on a timeline: days to x, and the heights of its rows. Orientation has a scale of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from exit_desktop.charts.drawing import Box, Mark, Measure, Shape
from exit_desktop.charts.timeline_view import PhaseKind, TimelinePhase, TimelineView
from exit_desktop.system.language import Texts

SIDE = 12.0
NAME_BASE = 13.0
NAME_SIZE = 10.5
BAND_TOP = 22.0
BAND_HEIGHT = 26.0
MIDDLE = BAND_TOP + BAND_HEIGHT / 2
BAND_FOOT = BAND_TOP + BAND_HEIGHT
MILESTONE_Y = BAND_FOOT + 11.0
CURVE_TOP = MILESTONE_Y + 9.0
CURVE_FOOT = CURVE_TOP + 26.0
TICK_FOOT = CURVE_FOOT + 16.0
DATE_BASE = TICK_FOOT + 15.0
DATE_ROW = 13.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a drawing: shapes from back to front, and marks not yet in focus order."""

    shapes: tuple[Shape, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """The view with all that is needed to lay it out; `knots` are (day number, x), straight between them.

    Orientation has no fixed length: drawn to the phases' scale, two days would have no room for its name and a long one
    would squeeze the course. So it takes what it needs within bounds, and the phases share one scale.
    """

    view: TimelineView
    width: float
    knots: tuple[tuple[int, float], ...]
    t: Texts
    measure: Measure

    def x(self, day: date) -> float:
        """Return the x of a day, kept within the drawing."""
        number = day.toordinal()
        spans = list(pairwise(self.knots))
        inside = [span for span in spans if number <= span[1][0]]
        (first, left), (last, right) = inside[0] if inside else spans[-1]
        share = (number - first) / max(1, last - first)
        return min(self.width - SIDE, max(SIDE, left + share * (right - left)))

    def band(self, start: date, end: date) -> Box:
        """Return the box between two days at the height of the phase bands."""
        left = self.x(start)
        return Box(left, BAND_TOP, max(0.0, self.x(end) - left), BAND_HEIGHT)


def set_stage(view: TimelineView, width: float, t: Texts, measure: Measure) -> Stage:
    """Return the stage of a view that is drawn `width` points wide."""
    first = view.phases[0].start.toordinal()
    last = max(_last_day(view).toordinal(), first + 1)
    right = width - SIDE
    knots: tuple[tuple[int, float], ...] = ((first, SIDE), (last, right))
    lead = view.phases[0]
    if lead.kind is PhaseKind.ORIENTATION and len(view.phases) > 1:
        turn = SIDE + _orientation_width(lead, last - first, right - SIDE, measure(t("Orientation"), NAME_SIZE, True))
        middle = max(lead.end.toordinal(), first + 1)
        knots = ((first, SIDE), (middle, turn), (max(last, middle + 1), right))
    return Stage(view, width, knots, t, measure)


def _last_day(view: TimelineView) -> date:
    closed = view.closing is not None
    days = [
        view.phases[-1].end,
        *(it.on for it in view.closings),
        *(it.reopened for it in view.closings if it.reopened),
    ]
    if view.today and not closed:
        days.append(view.today)
    return max(days)


def _orientation_width(lead: TimelinePhase, days: int, room: float, name: float) -> float:
    fair = room * (lead.end - lead.start).days / max(1, days)
    return min(max(fair, name + 8), max(room * 0.2, name + 8))


def spread(wanted: list[float], apart: float, stage_width: float) -> list[float]:
    """Return the x values, in their given order, moved as little as needed to stand `apart` points from each other."""
    placed: list[float] = []
    for x in wanted:
        placed.append(max(x, placed[-1] + apart) if placed else x)
    limit = stage_width - SIDE
    for at in range(len(placed) - 1, -1, -1):
        placed[at] = min(placed[at], limit)
        limit = placed[at] - apart
    return placed
