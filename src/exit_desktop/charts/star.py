"""The life situation as a star of areas, readings laid over each other, told apart by dash and mark before colour."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import Enum, auto

from exit_desktop.charts.drawing import (
    Anchor,
    Box,
    Circle,
    Dash,
    Drawing,
    Fill,
    Ink,
    Line,
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
    square,
    triangle,
)
from exit_desktop.charts.labels import SMALL, Frame, RoundLabel, label_around, round_frame, shorten, text_box
from exit_desktop.charts.star_words import area_sentence, star_summary
from exit_desktop.system.language import Texts

BEST = 10
RINGS = (2, 4, 6, 8, 10)
LEGEND_ROW = 18.0
LEGEND_COLUMN = 128.0
LEGEND_SAMPLE = 34.0


class ReadingRole(Enum):
    """Which of the readings laid over each other this is; it decides line and mark."""

    OTHER = auto()
    START = auto()
    PREVIOUS = auto()
    LATEST = auto()


@dataclass(frozen=True, slots=True)
class StarArea:
    """One axis: the full label for sentences and tables, the short one beside the axis."""

    label: str
    short: str


@dataclass(frozen=True, slots=True)
class StarReading:
    """One reading: its name ("start", "4 months") and a value of 1 to 10 per area, None where there is no answer."""

    label: str
    role: ReadingRole
    values: tuple[int | None, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class StarView:
    """What a star shows; `focused` is the index of the area that the keyboard stands on."""

    areas: tuple[StarArea, ...]
    readings: tuple[StarReading, ...]
    focused: int | None = None


@dataclass(frozen=True, slots=True)
class _Style:
    pen: Pen
    half: float


_STYLES = {
    ReadingRole.OTHER: _Style(Pen(Ink.MUTED, 0.8), 1.8),
    ReadingRole.START: _Style(Pen(Ink.INK, 1.3, Dash.DASHED), 4.2),
    ReadingRole.PREVIOUS: _Style(Pen(Ink.MUTED, 1.5, Dash.DOTTED), 4.6),
    ReadingRole.LATEST: _Style(Pen(Ink.TEAL, 2.0), 3.4),
}


def draw_star(view: StarView, size: Size, t: Texts, measure: Measure) -> Drawing:
    """Return the star of `view` within `size`; each area is a mark "area:INDEX" in the order of the axes."""
    frame = star_frame(view, size)
    readings = sorted(view.readings, key=lambda reading: reading.role.value)
    shapes: list[Shape] = []
    for reading in readings:
        if reading.role is ReadingRole.LATEST:
            shapes += _light_fill(view, frame, reading)
    shapes += _grid(view, frame)
    for reading in readings:
        shapes += _reading(view, frame, reading)
    labels = [_axis_label(view, frame, index, measure) for index in range(len(view.areas))]
    shapes += [line for label in labels for line in label]
    shapes += _focus_ring(view, frame) + _legend(view, size, measure)
    marks = tuple(_mark(view, frame, index, (t, measure, labels[index])) for index in range(len(view.areas)))
    return Drawing(size, tuple(shapes), marks, star_summary(view, t))


def star_frame(view: StarView, size: Size) -> Frame:
    """Return where the circle of the star lies within `size`."""
    return round_frame(size, _legend_rows(view, size) * LEGEND_ROW + 4 if view.readings else 0)


def star_point(view: StarView, size: Size, area: int, value: int) -> Point:
    """Return the point of `value` (1 to 10) on the axis of area number `area`."""
    return _at(view, star_frame(view, size), area, value)


def star_hit(view: StarView, size: Size, x: float, y: float) -> tuple[int, int] | None:
    """Return (area index, value) nearest to a point, or None outside the star and at its very middle."""
    frame = star_frame(view, size)
    distance = math.hypot(x - frame.x, y - frame.y)
    if not view.areas or not frame.radius * 0.02 < distance <= frame.radius * 1.15:
        return None
    turn = math.atan2(x - frame.x, frame.y - y) % (2 * math.pi)
    area = round(turn * len(view.areas) / (2 * math.pi)) % len(view.areas)
    return area, min(BEST, max(1, round(distance * BEST / frame.radius)))


def _at(view: StarView, frame: Frame, area: int, value: float) -> Point:
    return frame.point(2 * math.pi * area / len(view.areas), frame.radius * value / BEST)


def _grid(view: StarView, frame: Frame) -> list[Shape]:
    areas = range(len(view.areas))
    shapes: list[Shape] = []
    for value in RINGS:
        ring = tuple(_at(view, frame, area, value) for area in areas)
        shapes.append(Polygon(ring, None, Pen(Ink.LINE, 1.4 if value == BEST else 0.8)))
    for area in areas:
        x, y = _at(view, frame, area, BEST)
        focused = area == view.focused
        shapes.append(Line(frame.x, frame.y, x, y, Pen(Ink.TEAL, 2.0) if focused else Pen(Ink.LINE, 0.8)))
    if frame.radius >= 70:
        shapes += [_ring_number(view, frame, value) for value in RINGS]
    return shapes


def _ring_number(view: StarView, frame: Frame, value: int) -> Text:
    # Between the first two axes, where no reading has a mark.
    flat = math.cos(math.pi / len(view.areas))
    x, y = frame.point(math.pi / len(view.areas), frame.radius * flat * value / BEST)
    return Text(x, y + 8.5, str(value), 7.5, ink=Ink.MUTED, anchor=Anchor.MIDDLE)


def _runs(view: StarView, frame: Frame, reading: StarReading) -> list[tuple[Point, ...]]:
    """Return the answered stretches around the star; one closed run when no area is missing."""
    values = reading.values
    count = len(values)
    gaps = [area for area in range(count) if values[area] is None]
    first = gaps[0] if gaps else 0
    runs: list[list[Point]] = [[]]
    for step in range(count):
        area = (first + step) % count
        value = values[area]
        if value is None:
            runs.append([])
        else:
            runs[-1].append(_at(view, frame, area, value))
    return [tuple(run) for run in runs if run]


def _light_fill(view: StarView, frame: Frame, reading: StarReading) -> list[Shape]:
    whole = None not in reading.values
    middle = () if whole else ((frame.x, frame.y),)
    runs = _runs(view, frame, reading)
    return [Polygon(middle + run, Fill(Ink.TEAL, 0.13)) for run in runs if len(run) > 1]


def _reading(view: StarView, frame: Frame, reading: StarReading) -> list[Shape]:
    style = _STYLES[reading.role]
    runs = _runs(view, frame, reading)
    lines: list[Shape] = [Polyline(run, style.pen) for run in runs if len(run) > 1]
    if None not in reading.values:
        lines = [Polygon(run, None, style.pen) for run in runs]
    share = min(1.0, max(0.65, frame.radius / 90))
    return lines + [_symbol(reading.role, point, share) for run in runs for point in run]


def _symbol(role: ReadingRole, point: Point, share: float) -> Shape:
    x, y = point
    style = _STYLES[role]
    half = style.half * share
    edge = Pen(style.pen.ink, 1.3)
    if role is ReadingRole.START:
        return square(x, y, half, Fill(Ink.PANEL), edge)
    if role is ReadingRole.PREVIOUS:
        return triangle(x, y, half, Fill(Ink.PANEL), edge)
    return Circle(x, y, half, Fill(style.pen.ink))


def _axis_label(view: StarView, frame: Frame, index: int, measure: Measure) -> list[Text]:
    label = RoundLabel(view.areas[index].short, index, len(view.areas), index == view.focused)
    return label_around(label, frame, measure)


def _focus_ring(view: StarView, frame: Frame) -> list[Shape]:
    if view.focused is None:
        return []
    value = latest_value(view, view.focused)
    if value is None:
        return []
    x, y = _at(view, frame, view.focused, value)
    return [Circle(x, y, 8.0, None, Pen(Ink.TEAL, 2.0))]


def latest_value(view: StarView, area: int) -> int | None:
    """Return the latest reading's value for an area, None where there is no answer or no reading."""
    latest = [reading for reading in view.readings if reading.role is ReadingRole.LATEST]
    return latest[-1].values[area] if latest else None


def _legend_rows(view: StarView, size: Size) -> int:
    return math.ceil(len(view.readings) / _legend_columns(view, size))


def _legend_columns(view: StarView, size: Size) -> int:
    return max(1, min(len(view.readings), int(size.width // LEGEND_COLUMN)))


def _legend(view: StarView, size: Size, measure: Measure) -> list[Shape]:
    columns = _legend_columns(view, size)
    room = min(size.width / columns, LEGEND_COLUMN)
    left = (size.width - columns * room) / 2
    top = star_frame(view, size).foot + LEGEND_ROW / 2
    shapes: list[Shape] = []
    for number, reading in enumerate(view.readings):
        x, y = left + (number % columns) * room + 4, top + (number // columns) * LEGEND_ROW
        words = Text(x + LEGEND_SAMPLE, y + 3.4, reading.label, SMALL, ink=Ink.MUTED)
        fitting = shorten(words, room - LEGEND_SAMPLE - 8, measure)
        shapes.append(Line(x, y, x + LEGEND_SAMPLE - 8, y, _STYLES[reading.role].pen))
        shapes.append(_symbol(reading.role, (x + (LEGEND_SAMPLE - 8) / 2, y), 1.0))
        shapes.append(Text(words.x, words.y, fitting, SMALL, ink=Ink.MUTED))
    return shapes


def _mark(view: StarView, frame: Frame, index: int, told: tuple[Texts, Measure, list[Text]]) -> Mark:
    t, measure, label = told
    value = latest_value(view, index)
    if value is not None:
        box = around(*_at(view, frame, index, value), 9.0)
    else:
        boxes = [text_box(line, measure) for line in label]
        left, top = min(box.x for box in boxes), min(box.y for box in boxes)
        box = Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)
    return Mark(f"area:{index}", box, index, area_sentence(view, index, t))
