"""Contacts with the citizen on a timeline: ticks, and a thin curve of contacts per week against each phase's guide."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby, pairwise

from exit_desktop.charts.drawing import Anchor, Box, Dash, Ink, Line, Mark, Pen, Point, Polyline, Shape, Text
from exit_desktop.charts.labels import SMALL
from exit_desktop.charts.timeline_stage import CURVE_FOOT, CURVE_TOP, SIDE, TICK_FOOT, Piece, Stage
from exit_desktop.charts.timeline_words import contacts_sentence

TICK = 6.0
NARROWEST = 2.5
REACHABLE = 6.0
WEEKS_MEANT = 4


def ticks_piece(stage: Stage) -> Piece:
    """Return a tick per contact; ticks nearer than the eye can part become one taller tick."""
    places = sorted(stage.x(contact.on) for contact in stage.view.contacts)
    shapes: list[Shape] = []
    for slot, group in groupby(places, key=lambda x: round(x / NARROWEST)):
        tall = TICK + 1.5 * min(len(list(group)) - 1, 4)
        x = slot * NARROWEST
        shapes.append(Line(x, TICK_FOOT - tall, x, TICK_FOOT, Pen(Ink.MUTED, 1.2)))
    return Piece(tuple(shapes), _contact_marks(stage))


def _contact_marks(stage: Stage) -> tuple[Mark, ...]:
    """Return a mark per contact, or per week when contacts stand too close to be reached one by one."""
    contacts = sorted(stage.view.contacts, key=lambda contact: contact.on)
    places = [stage.x(contact.on) for contact in contacts]
    if all(after - before >= REACHABLE for before, after in pairwise(places)):
        return tuple(
            Mark(f"contact:{it.key}", _reach(x, x), 0, contacts_sentence([it.on], stage.t))
            for it, x in zip(contacts, places, strict=True)
        )
    weeks = groupby((contact.on for contact in contacts), key=_monday)
    return tuple(_week_mark(stage, monday, list(days)) for monday, days in weeks)


def _week_mark(stage: Stage, monday: date, days: list[date]) -> Mark:
    box = _reach(stage.x(days[0]), stage.x(days[-1]))
    return Mark(f"week:{monday.isoformat()}", box, 0, contacts_sentence(days, stage.t))


def _reach(left: float, right: float) -> Box:
    return Box(left - REACHABLE / 2, TICK_FOOT - 13, right - left + REACHABLE, 15)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def weekly_rates(days: list[date], first: date, last: date) -> list[tuple[date, float]]:
    """Return contacts per week at the end of each whole week and at `last`, as a mean of up to four weeks back."""
    rates = []
    weeks = (last - first).days // 7
    ends = [first + timedelta(days=7 * week) for week in range(1, weeks + 1)]
    for number, end in enumerate([*ends, last] if weeks else [], 1):
        span = min(number, weeks, WEEKS_MEANT)
        begin = end - timedelta(days=7 * span)
        rates.append((end, sum(begin <= day < end for day in days) / span))
    return rates


def rate_piece(stage: Stage) -> Piece:
    """Return the curve of contacts per week, the guide of each phase as a dotted line, and a caption if it has room."""
    view = stage.view
    guided = [phase for phase in view.phases if phase.guide_per_week is not None]
    first = view.start or view.phases[0].start
    rates = weekly_rates([contact.on for contact in view.contacts], first, view.reached) if view.contacts else []
    top = max([2.0, *(rate for _, rate in rates)])
    shapes: list[Shape] = []
    for phase in guided:
        y = _height(phase.guide_per_week or 0.0, top)
        shapes.append(Line(stage.x(phase.start) + 1, y, stage.x(phase.end) - 1, y, Pen(Ink.MUTED, 1.2, Dash.DOTTED)))
    line: tuple[Point, ...] = tuple((stage.x(day), _height(rate, top)) for day, rate in rates if day <= view.reached)
    if len(line) > 1:
        shapes.append(Polyline(line, Pen(Ink.TEAL, 1.6)))
    return Piece((*shapes, *_caption(stage, line)))


def _height(rate: float, top: float) -> float:
    return CURVE_FOOT - (CURVE_FOOT - CURVE_TOP) * rate / top


def _caption(stage: Stage, line: tuple[Point, ...]) -> list[Text]:
    """Return the caption where the curve is not: at the right over days to come, else in orientation, else nowhere."""
    if not line:
        return []
    words = stage.t("contacts per week")
    room = stage.measure(words, SMALL, False) + 12
    right = stage.width - SIDE
    if right - line[-1][0] > room:
        return [Text(right, CURVE_TOP + SMALL * 0.5, words, SMALL, False, Ink.MUTED, Anchor.END)]
    if stage.x(stage.view.start or stage.view.phases[0].start) - SIDE > room:
        return [Text(SIDE, CURVE_FOOT, words, SMALL, False, Ink.MUTED)]
    return []
