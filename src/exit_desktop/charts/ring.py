"""The areas that a plan may take up as a ring, the chosen ones lit."""

from __future__ import annotations

import math
from dataclasses import dataclass

from exit_desktop.charts.drawing import (
    Anchor,
    Box,
    Drawing,
    Fill,
    Ink,
    Mark,
    Measure,
    Pen,
    Point,
    Polygon,
    Polyline,
    Shape,
    Size,
    Text,
    around,
)
from exit_desktop.charts.labels import LABEL, Frame, RoundLabel, label_around, round_frame
from exit_desktop.charts.table import Table
from exit_desktop.system.language import Texts

HOLE = 0.56
APART = 1.6
STEPS = 14
COUNT_SIZE = 22.0


@dataclass(frozen=True, slots=True)
class RingArea:
    """One area by its plain label (the one for paper) and whether it is in the plan."""

    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class RingView:
    """The areas clockwise from the top; `focused` is the index that the keyboard stands on."""

    areas: tuple[RingArea, ...]
    focused: int | None = None


def draw_ring(view: RingView, size: Size, t: Texts, measure: Measure) -> Drawing:
    """Return the ring of `view` within `size`; each area is a mark "area:INDEX"."""
    frame = round_frame(size, 0)
    count = len(view.areas)
    shapes: list[Shape] = []
    for index, area in enumerate(view.areas):
        shapes += _segment(view, frame, index)
        label = RoundLabel(area.label, index, count, area.chosen)
        shapes += label_around(label, frame, measure)
    shapes += _middle(view, frame, t)
    marks = tuple(_mark(view, frame, index, t) for index in range(count))
    return Drawing(size, tuple(shapes), marks, ring_summary(view, t))


def ring_hit(view: RingView, size: Size, x: float, y: float) -> int | None:
    """Return the index of the area under a point, None in the middle and outside the ring."""
    frame = round_frame(size, 0)
    distance = math.hypot(x - frame.x, y - frame.y)
    if not view.areas or not frame.radius * HOLE <= distance <= frame.radius + frame.gap / 2:
        return None
    turn = math.atan2(x - frame.x, frame.y - y) % (2 * math.pi)
    return round(turn * len(view.areas) / (2 * math.pi)) % len(view.areas)


def ring_point(view: RingView, size: Size, area: int) -> Point:
    """Return the middle of the segment of area number `area`."""
    frame = round_frame(size, 0)
    return frame.point(2 * math.pi * area / len(view.areas), frame.radius * (1 + HOLE) / 2)


def _segment(view: RingView, frame: Frame, index: int) -> list[Shape]:
    chosen, focused = view.areas[index].chosen, index == view.focused
    edge = Pen(Ink.INK, 2.5) if focused else Pen(Ink.TEAL if chosen else Ink.MUTED, 1.2)
    fill = Fill(Ink.TEAL) if chosen else Fill(Ink.PANEL)
    shapes: list[Shape] = [Polygon(_outline(view, frame, index), fill, edge)]
    if chosen:
        # A tick says "chosen" where colour does not: on a black-and-white print and to a colour-blind eye.
        x, y = frame.point(2 * math.pi * index / len(view.areas), frame.radius * (1 + HOLE) / 2)
        unit = frame.radius * 0.08
        tick = ((x - unit, y), (x - unit * 0.25, y + unit * 0.8), (x + unit * 1.1, y - unit * 0.8))
        shapes.append(Polyline(tick, Pen(Ink.PANEL, 2.2)))
    return shapes


def _outline(view: RingView, frame: Frame, index: int) -> tuple[Point, ...]:
    """Return the segment as a chain along the rim and back along the hole, `APART` points from its neighbours."""
    half = math.pi / len(view.areas)
    middle = 2 * half * index
    outer, inner = frame.radius, frame.radius * HOLE

    def arc(distance: float) -> list[Point]:
        reach = half - APART / distance
        return [frame.point(middle - reach + 2 * reach * step / STEPS, distance) for step in range(STEPS + 1)]

    return (*arc(outer), *reversed(arc(inner)))


def _middle(view: RingView, frame: Frame, t: Texts) -> list[Shape]:
    if frame.radius * HOLE < COUNT_SIZE:
        return []
    chosen = sum(area.chosen for area in view.areas)
    number = Text(frame.x, frame.y + 2, str(chosen), COUNT_SIZE, True, Ink.INK, Anchor.MIDDLE)
    words = t("chosen")
    return [number, Text(frame.x, frame.y + 2 + LABEL * 1.6, words, LABEL, False, Ink.MUTED, Anchor.MIDDLE)]


def _mark(view: RingView, frame: Frame, index: int, t: Texts) -> Mark:
    x, y = frame.point(2 * math.pi * index / len(view.areas), frame.radius * (1 + HOLE) / 2)
    box: Box = around(x, y, frame.radius * (1 - HOLE) / 2)
    return Mark(f"area:{index}", box, index, ring_sentence(view.areas[index], t))


def ring_sentence(area: RingArea, t: Texts) -> str:
    """Return one area and whether it is chosen."""
    return t("{area}: chosen", area=area.label) if area.chosen else t("{area}: not chosen", area=area.label)


def ring_summary(view: RingView, t: Texts) -> str:
    """Return the chosen areas in one sentence."""
    chosen = [area.label for area in view.areas if area.chosen]
    if not chosen:
        return t("No area chosen yet.")
    return t(
        "{count} of {total} areas chosen: {areas}.", count=len(chosen), total=len(view.areas), areas=", ".join(chosen)
    )


def ring_table(view: RingView, t: Texts) -> Table:
    """Return the areas as rows with yes or no."""
    rows = tuple((area.label, t("yes") if area.chosen else t("no")) for area in view.areas)
    return Table((t("Area"), t("Chosen")), rows)
