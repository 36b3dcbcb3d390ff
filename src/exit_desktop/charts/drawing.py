"""The plain language between a layout and whoever paints it: shapes in points, roles for colour, marks with a sentence.

The origin is the upper left corner, y grows downwards, a text stands on its baseline. A shape names an `Ink`, never a
colour: screen and paper each bring their own. Words are kept out of every `repr`, since they may tell of a person.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Measure: TypeAlias = Callable[[str, float, bool], float]
"""Width in points of (words, size in points, bold)."""


class Ink(Enum):
    """What a colour is for; the theme and the paper decide which colour that is."""

    GROUND = auto()
    PANEL = auto()
    LINE = auto()
    INK = auto()
    MUTED = auto()
    TEAL = auto()
    CLAY = auto()
    PHASE_ORIENTATION = auto()
    PHASE_ONE = auto()
    PHASE_TWO = auto()
    PHASE_THREE = auto()
    EDGE_ORIENTATION = auto()
    EDGE_ONE = auto()
    EDGE_TWO = auto()
    EDGE_THREE = auto()


class Dash(Enum):
    """How a line is broken; the value is the pattern in points (on, off), empty for an unbroken line."""

    SOLID = ()
    DASHED = (5.0, 3.0)
    DOTTED = (1.2, 2.6)
    SHORT = (2.4, 2.0)


class Anchor(Enum):
    """Which part of a text stands at its x."""

    START = auto()
    MIDDLE = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Size:
    """Room for a drawing, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, from its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.height

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in the box, its sides included."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom

    def meets(self, other: Box) -> bool:
        """Tell whether two boxes share any area."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is drawn; the width is in points."""

    ink: Ink
    width: float = 1.0
    dash: Dash = Dash.SOLID


@dataclass(frozen=True, slots=True)
class Fill:
    """How an area is filled; `strength` is the share of the ink, the rest is the panel beneath (no transparency)."""

    ink: Ink
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    pen: Pen


@dataclass(frozen=True, slots=True)
class Polyline:
    """An open chain of straight lines."""

    points: tuple[Point, ...]
    pen: Pen


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed chain of straight lines; squares, diamonds and triangles are polygons too."""

    points: tuple[Point, ...]
    fill: Fill | None = None
    pen: Pen | None = None


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle whose corners are rounded by `radius`."""

    box: Box
    radius: float = 0.0
    fill: Fill | None = None
    pen: Pen | None = None


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around a point."""

    x: float
    y: float
    radius: float
    fill: Fill | None = None
    pen: Pen | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """One line of words on the baseline `y`."""

    x: float
    y: float
    words: str = field(repr=False)
    size: float = 11.0
    bold: bool = False
    ink: Ink = Ink.INK
    anchor: Anchor = Anchor.START


@dataclass(frozen=True, slots=True)
class Hatch:
    """Slanted lines that fill a box, `spacing` points apart."""

    box: Box
    pen: Pen
    spacing: float = 5.0


SimpleShape: TypeAlias = Polyline | Polygon | Rect | Circle | Text
Shape: TypeAlias = SimpleShape | Line | Hatch


@dataclass(frozen=True, slots=True)
class Mark:
    """Something in a drawing that mouse and keyboard can reach, with the sentence that says what it is."""

    id: str
    box: Box
    order: int
    sentence: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture: shapes from the back to the front, marks in focus order, one sentence for the whole."""

    size: Size
    shapes: tuple[Shape, ...] = field(repr=False)
    marks: tuple[Mark, ...] = field(repr=False)
    summary: str = field(repr=False)

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the smallest mark under a point, so that a reading wins over the phase that it lies on."""
        under = [mark for mark in self.marks if mark.box.holds(x, y)]
        return min(under, key=lambda mark: mark.box.width * mark.box.height, default=None)


def square(x: float, y: float, half: float, fill: Fill | None = None, pen: Pen | None = None) -> Polygon:
    """Return a square around a point; `half` is half its side."""
    corners = ((x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half))
    return Polygon(corners, fill, pen)


def diamond(x: float, y: float, half: float, fill: Fill | None = None, pen: Pen | None = None) -> Polygon:
    """Return a square standing on its corner around a point; `half` is half its height."""
    return Polygon(((x, y - half), (x + half, y), (x, y + half), (x - half, y)), fill, pen)


def triangle(x: float, y: float, half: float, fill: Fill | None = None, pen: Pen | None = None) -> Polygon:
    """Return a triangle with its point up around a point; `half` is half its height."""
    return Polygon(((x, y - half), (x + half, y + half * 0.8), (x - half, y + half * 0.8)), fill, pen)


def around(x: float, y: float, half: float) -> Box:
    """Return the box that reaches `half` points to each side of a point."""
    return Box(x - half, y - half, 2 * half, 2 * half)


def hatch_lines(hatch: Hatch) -> tuple[Line, ...]:
    """Return the slanted lines of a hatch, already cut at its box, so that a painter needs no clipping."""
    box = hatch.box
    count = math.ceil((box.width + box.height) / hatch.spacing)
    lines = []
    for number in range(1, count):
        reach = number * hatch.spacing
        foot, top = max(0.0, reach - box.width), min(box.height, reach)
        lines.append(Line(box.x + reach - foot, box.y + foot, box.x + reach - top, box.y + top, hatch.pen))
    return tuple(lines)


def simple_shapes(drawing: Drawing) -> Iterator[SimpleShape]:
    """Yield the shapes from back to front in the five kinds that a painter must know: lines and hatches as chains."""
    for shape in drawing.shapes:
        if isinstance(shape, Line | Hatch):
            for line in hatch_lines(shape) if isinstance(shape, Hatch) else (shape,):
                yield Polyline(((line.x1, line.y1), (line.x2, line.y2)), line.pen)
        else:
            yield shape


def blend(colour: str, ground: str, strength: float) -> str:
    """Return "#rrggbb" that is `strength` (0 to 1) of `colour` over `ground`, both written "#rrggbb"."""
    pairs = [(int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(over * strength + under * (1 - strength)):02x}" for over, under in pairs)
