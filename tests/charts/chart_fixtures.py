"""Invented courses for the charts' tests and pictures."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from exit_desktop.charts.curve import CurveMilestone, CurvePoint, CurveView
from exit_desktop.charts.ring import RingArea, RingView
from exit_desktop.charts.star import ReadingRole, StarArea, StarReading, StarView
from exit_desktop.charts.timeline import (
    PhaseKind,
    ReadingState,
    TimelineClosing,
    TimelineContact,
    TimelineMilestone,
    TimelinePause,
    TimelinePhase,
    TimelineReading,
    TimelineTransition,
    TimelineView,
)


def plan_readings(start: date, today: date) -> tuple[TimelineReading, ...]:
    """Return a reading every second month, done until today."""
    readings = []
    for months in range(0, 13, 2):
        on = start + relativedelta(months=months)
        state = ReadingState.DONE if on < today - timedelta(days=10) else ReadingState.COMING
        state = ReadingState.DUE if abs((on - today).days) <= 10 else state
        label = "start" if months == 0 else "afslutning" if months == 12 else f"{months} måneder"
        readings.append(TimelineReading(f"m{months:02}", label, on, state))
    return tuple(readings)


def contacts(first: date, last: date, count: int) -> tuple[TimelineContact, ...]:
    """Return contacts spread over the days, the same on every run."""
    dice = random.Random(count)
    days = sorted(dice.randrange((last - first).days) for _ in range(count))
    return tuple(TimelineContact(str(number), first + timedelta(days=day)) for number, day in enumerate(days))


def timeline(start: date, lived: int, lead: int = 38, count: int = 40) -> TimelineView:
    """Return a course of twelve months on day `lived`, with `lead` days of orientation before it."""
    today, first = start + timedelta(days=lived - 1), start - timedelta(days=lead)
    two, three, end = (start + relativedelta(months=months) for months in (4, 8, 12))
    moved = two + timedelta(days=6) if two + timedelta(days=6) <= today else None
    phases = (
        TimelinePhase(PhaseKind.ORIENTATION, first, start),
        TimelinePhase(PhaseKind.ONE, start, moved or two, 1.0),
        TimelinePhase(PhaseKind.TWO, moved or two, three, 0.5),
        TimelinePhase(PhaseKind.THREE, three, end, 0.25),
    )
    moves = (TimelineTransition(PhaseKind.TWO, two, moved), TimelineTransition(PhaseKind.THREE, three))
    readings = plan_readings(start, today)
    return TimelineView(phases, start, today, readings, moves, contacts=contacts(first, today, count))


def two_pauses() -> TimelineView:
    """Return a course that has paused before and pauses now."""
    view = timeline(date(2026, 7, 2), 160)
    before = TimelinePause(date(2026, 8, 20), date(2026, 9, 5), "hospital")
    return replace(view, pauses=(before, TimelinePause(date(2026, 12, 1), None, "fængsel")))


def re_planned() -> TimelineView:
    """Return a course whose later dates were moved by six weeks."""
    view = timeline(date(2026, 7, 2), 100)
    late = timedelta(days=42)
    one, two, three = view.phases[1:]
    phases = (
        view.phases[0],
        replace(one, end=one.end + late),
        replace(two, start=two.start + late, end=two.end + late),
        replace(three, start=three.start + late, end=three.end + late),
    )
    moves = tuple(replace(move, planned=move.planned + late, first_planned=move.planned) for move in view.transitions)
    milestones = (TimelineMilestone("a", date(2026, 9, 14), "Flyttet i egen bolig"),)
    return replace(view, phases=phases, transitions=moves, milestones=milestones)


def ended_early() -> TimelineView:
    """Return a course that ended after five months."""
    view = timeline(date(2026, 7, 2), 155)
    passed = replace(view.readings[1], state=ReadingState.PASSED)
    readings = (view.readings[0], passed, *view.readings[2:])
    return replace(
        view, readings=readings, closings=(TimelineClosing(date(2026, 12, 3), "flyttet fra byen"),), today=None
    )


def reopened() -> TimelineView:
    """Return a course that ended and was taken up again."""
    view = timeline(date(2026, 7, 2), 230)
    return replace(view, closings=(TimelineClosing(date(2026, 11, 28), "mistet kontakt", date(2027, 1, 10)),))


def crowded() -> TimelineView:
    """Return eleven readings, some a few days apart, and milestones on neighbouring days."""
    view = timeline(date(2026, 7, 2), 300, 120, 120)
    days = (40, 64, 66, 70)
    extra = [date(2026, 7, 2) + timedelta(days=day) for day in days]
    more = tuple(TimelineReading(f"x{day}", "ekstra", day, ReadingState.DONE) for day in extra)
    milestones = tuple(TimelineMilestone(str(day), day + timedelta(days=3), "Nyt job") for day in extra)
    return replace(view, readings=(*view.readings, *more), milestones=milestones)


def orientation_only() -> TimelineView:
    """Return a citizen who has not started."""
    first = date(2026, 10, 1)
    phases = (TimelinePhase(PhaseKind.ORIENTATION, first, date(2026, 12, 1)),)
    return TimelineView(phases, None, date(2026, 11, 10), contacts=contacts(first, date(2026, 11, 10), 4))


TIMELINES = {
    "start-31-august": timeline(date(2026, 8, 31), 143),
    "start-29-february": timeline(date(2028, 2, 29), 1, 2, 1),
    "two-pauses": two_pauses(),
    "re-plan": re_planned(),
    "early-end": ended_early(),
    "reopened": reopened(),
    "300-contacts": timeline(date(2026, 7, 2), 364, 38, 300),
    "11-readings": crowded(),
    "over-time": timeline(date(2026, 7, 2), 390, 400),
    "orientation": orientation_only(),
}

AREAS = (
    StarArea("Motivation og ansvar", "Motivation og ansvar"),
    StarArea("Livsmestring og egenomsorg", "Livsmestring"),
    StarArea("Administration af økonomi", "Økonomi"),
    StarArea("Socialt netværk og relationer", "Socialt netværk og relationer"),
    StarArea("Stof- og alkoholmisbrug", "Alkohol og stoffer"),
    StarArea("Fysisk helbred", "Fysisk helbred"),
    StarArea("Psykisk helbred", "Psykisk helbred"),
    StarArea("Meningsfuldt tidsforbrug", "Meningsfuldt tidsforbrug"),
    StarArea("Administration af leje og bolig", "Administration af leje og bolig"),
    StarArea("Kriminel adfærd", "Kriminel adfærd"),
)
START = StarReading("start", ReadingRole.START, (4, 6, 3, 4, 6, 5, 3, 4, 6, 9))
PREVIOUS_VALUES = (5, 6, 4, 5, 6, 5, 4, 5, 6, 9)
PREVIOUS = StarReading("2 måneder", ReadingRole.PREVIOUS, PREVIOUS_VALUES)
LATEST = StarReading("nu, 4 måneder", ReadingRole.LATEST, (6, 7, 5, 6, 6, 6, 5, 6, 7, 9))
GAPS = StarReading("nu, 4 måneder", ReadingRole.LATEST, (6, 7, None, 6, 6, None, None, 6, 7, 9))
OTHERS = tuple(
    StarReading(
        f"{months} måneder", ReadingRole.OTHER, tuple(min(10, value + months // 4) for value in PREVIOUS_VALUES)
    )
    for months in (4, 6, 8)
)
STARS = {
    "start-latest": StarView(AREAS, (START, LATEST)),
    "gaps": StarView(AREAS, (START, PREVIOUS, GAPS), 2),
    "all": StarView(AREAS, (START, *OTHERS, PREVIOUS, replace(LATEST, label="afslutning")), 7),
    "blank": StarView(AREAS, ()),
}


def curve(values: tuple[int | None, ...], **shown: bool) -> CurveView:
    """Return a curve with a value every second month and one milestone."""
    start = date(2026, 7, 2)
    labels = ("start", *(f"{2 * number} mdr" for number in range(1, len(values))))
    points = tuple(
        CurvePoint(f"m{number}", label, value, start + relativedelta(months=2 * number))
        for number, (label, value) in enumerate(zip(labels, values, strict=True))
    )
    return CurveView(points, (CurveMilestone("a", date(2026, 9, 20), "Flyttet"),), **shown)


CURVES = {
    "rising": curve((28, 36, 44)),
    "around-risk": curve((48, 52, 44, 56, 48, 60, 64), by_date=True),
    "gap": curve((0, None, 100, 96), show_risk=False),
    "one": curve((52,)),
}
PAPER_AREAS = ("Penge", "Bolig", "Mennesker omkring mig", "Psykisk helbred", "Fysisk helbred", "Alkohol og stoffer")
RING_AREAS = (*PAPER_AREAS, "Uddannelse og arbejde", "Hverdagen")
RINGS = {
    "four": RingView(tuple(RingArea(label, number in {0, 2, 3, 6}) for number, label in enumerate(RING_AREAS)), 2),
    "none": RingView(tuple(RingArea(label, False) for label in RING_AREAS)),
}
