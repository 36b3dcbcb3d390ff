"""Where everyone stands on a network map: each in a row of their own half, nearer the middle the closer the tie.

A row belongs to one person, so no two labels can meet however many there are. The closest ties take the outer rows,
above and below the citizen, and the loose ones the rows between: then no line to one passes behind another.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from exit_desktop.charts.drawing import Box, Point, Size
from exit_desktop.charts.network_view import STRENGTHS, STRONGEST, NetworkNode, NetworkView

HEAD = 24.0
EDGE = 6.0
WIDEST_ROW = 66.0
LEAST_ROW = 16.0
# How far up and down each ring would reach, as a share of the room: the outer ones are cut by the picture's edges.
_TALL = {3: 1.04, 2: 1.4, 1: 1.8}


@dataclass(frozen=True, slots=True)
class NetworkFrame:
    """The rings of a map within its room: the citizen at (x, y), `half` the room above and below."""

    x: float
    y: float
    half: float
    radius: float
    label: float

    def ring(self, strength: int) -> float:
        """Return how far to the side of the citizen the middle of a label with this strength stands."""
        near = self.radius + 14 + self.label / 2
        far = max(near, self.x - EDGE - self.label / 2)
        return near + (far - near) * (STRONGEST - strength) / (len(STRENGTHS) - 1)

    def reach(self, strength: int, off: float) -> float:
        """Return how far to the side a ring stands, `off` points above or below the citizen."""
        tall = self.half * _TALL[strength]
        return self.ring(strength) * math.sqrt(max(0.0, 1 - (off / tall) ** 2))

    def outline(self, strength: int, side: int) -> tuple[Point, ...]:
        """Return the visible part of a ring in one half; `side` is -1 to the left, 1 to the right."""
        tall = min(self.half, self.half * _TALL[strength])
        offs = [tall * step / 24 for step in range(-24, 25)]
        return tuple((self.x + side * self.reach(strength, off), self.y + off) for off in offs)

    def place_at(self, x: float, y: float) -> tuple[bool, int]:
        """Return (professional, strength) of the place nearest to a point."""
        off = min(self.half, abs(y - self.y))
        away = abs(x - self.x)
        return x > self.x, min(STRENGTHS, key=lambda strength: abs(self.reach(strength, off) - away))


@dataclass(frozen=True, slots=True)
class Place:
    """Where one person stands: the middle of the row, and the room that a label has there."""

    node: NetworkNode
    y: float
    room: Box


def network_frame(size: Size, foot: float) -> NetworkFrame:
    """Return the rings that fit `size` with `foot` points kept beneath."""
    room = max(2.0, size.height - foot - HEAD)
    radius = min(33.0, max(18.0, min(size.width / 14, room / 5)))
    widest = size.width / 2 - radius - 14 - EDGE
    return NetworkFrame(
        size.width / 2, HEAD + room / 2, room / 2, radius, max(20.0, min(132.0, widest, max(84.0, size.width * 0.25)))
    )


def places(view: NetworkView, frame: NetworkFrame) -> tuple[Place, ...]:
    """Return the place of everyone: the private half from the top, then the professional one."""
    return (*_half(view.half(professional=False), frame), *_half(view.half(professional=True), frame))


def rows_needed(view: NetworkView) -> int:
    """Return how many rows the fuller half has."""
    return max(len(view.half(professional=False)), len(view.half(professional=True)))


def _half(closest_first: tuple[NetworkNode, ...], frame: NetworkFrame) -> list[Place]:
    count = len(closest_first)
    rows = [*closest_first[::2], *reversed(closest_first[1::2])]
    pitch = min(WIDEST_ROW, 2 * frame.half / max(1, count))
    first = frame.y - pitch * (count - 1) / 2
    return [_place(node, first + at * pitch, pitch, frame) for at, node in enumerate(rows)]


def _place(node: NetworkNode, y: float, pitch: float, frame: NetworkFrame) -> Place:
    off = abs(y - frame.y)
    beside = off < frame.radius + pitch / 2
    nearest = (frame.radius + 8 if beside else 5.0) + frame.label / 2
    farthest = frame.x - EDGE - frame.label / 2
    away = max(min(frame.reach(node.strength, off), farthest), min(nearest, farthest))
    middle = frame.x + away if node.professional else frame.x - away
    height = pitch - min(8.0, max(2.0, pitch * 0.14))
    return Place(node, y, Box(middle - frame.label / 2, y - height / 2, frame.label, height))
