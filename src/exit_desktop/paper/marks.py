"""The few things that are drawn on a paper: words, rules, boxes to tick, charts; each knows how to paint itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from exit_desktop.charts.drawing import Drawing, Ink
from exit_desktop.paper.drawing import draw_on_canvas
from exit_desktop.paper.fonts import write
from exit_desktop.paper.lines import Line, Style

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

PAPER_INKS = {
    Ink.GROUND: "#ffffff",
    Ink.PANEL: "#ffffff",
    Ink.LINE: "#c0c0c0",
    Ink.INK: "#1f2a30",
    Ink.MUTED: "#56616a",
    Ink.TEAL: "#1f2a30",
    Ink.CLAY: "#1f2a30",
    Ink.PHASE_ORIENTATION: "#d9d6d0",
    Ink.PHASE_ONE: "#8c8c8c",
    Ink.PHASE_TWO: "#a6a6a6",
    Ink.PHASE_THREE: "#c4c4c4",
    Ink.EDGE_ORIENTATION: "#555555",
    Ink.EDGE_ONE: "#333333",
    Ink.EDGE_TWO: "#333333",
    Ink.EDGE_THREE: "#333333",
}
"""Inks without colour, since most papers leave a black-and-white laser printer."""


class Mark(Protocol):
    """Something on a strip; `top` is the page height above the strip's upper edge, in points from below."""

    def paint(self, canvas: Canvas, top: float) -> None:
        """Draw it on the canvas."""


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words; `y` is its baseline below the top of the strip, `room` sets it against a right edge."""

    x: float
    y: float
    line: Line = field(repr=False)
    style: Style
    room: float | None = None

    def paint(self, canvas: Canvas, top: float) -> None:
        """Write the words in the ink of their style."""
        canvas.setFillColor(colour(self.style.ink))
        start = self.x + (self.line.indent if self.room is None else self.room - self.line.width)
        write(canvas, (start, top - self.y), self.line.runs, self.style.size)


@dataclass(frozen=True, slots=True)
class Rule:
    """A level line."""

    x: float
    y: float
    width: float
    ink: Ink = Ink.LINE
    weight: float = 0.6

    def paint(self, canvas: Canvas, top: float) -> None:
        """Draw the line."""
        canvas.setStrokeColor(colour(self.ink))
        canvas.setLineWidth(self.weight)
        canvas.line(self.x, top - self.y, self.x + self.width, top - self.y)


@dataclass(frozen=True, slots=True)
class Square:
    """A box with round corners: to tick, ticked, or holding a short line of words."""

    x: float
    y: float
    size: float
    ticked: bool = False
    inside: Words | None = None

    def paint(self, canvas: Canvas, top: float) -> None:
        """Draw the box, its tick and its words."""
        canvas.setStrokeColor(colour(Ink.INK))
        canvas.setLineWidth(0.9)
        bottom = top - self.y - self.size
        canvas.roundRect(self.x, bottom, self.size, self.size, self.size * 0.2)
        if self.ticked:
            path = canvas.beginPath()
            path.moveTo(self.x + self.size * 0.22, bottom + self.size * 0.50)
            path.lineTo(self.x + self.size * 0.42, bottom + self.size * 0.28)
            path.lineTo(self.x + self.size * 0.80, bottom + self.size * 0.76)
            canvas.setLineWidth(1.6)
            canvas.drawPath(path)
        if self.inside:
            self.inside.paint(canvas, top)


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle to tick, for questions with one answer; it may hold a short line of words."""

    x: float
    y: float
    size: float
    inside: Words | None = None

    def paint(self, canvas: Canvas, top: float) -> None:
        """Draw the circle and its words."""
        canvas.setStrokeColor(colour(Ink.INK))
        canvas.setLineWidth(0.9)
        half = self.size / 2
        canvas.circle(self.x + half, top - self.y - half, half)
        if self.inside:
            self.inside.paint(canvas, top)


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, made smaller if `width` asks for it."""

    x: float
    y: float
    drawing: Drawing
    width: float

    @property
    def scale(self) -> float:
        """The share of its own size in which the chart is drawn; never larger than it is."""
        return min(1.0, self.width / self.drawing.size.width)

    @property
    def height(self) -> float:
        """The height in points that the chart takes."""
        return self.drawing.size.height * self.scale

    def paint(self, canvas: Canvas, top: float) -> None:
        """Draw the chart with its upper left corner in place."""
        canvas.saveState()
        canvas.translate(self.x, top - self.y)
        canvas.scale(self.scale, self.scale)
        draw_on_canvas(canvas, self.drawing, PAPER_INKS, 0, 0)
        canvas.restoreState()


def colour(ink: Ink) -> tuple[float, float, float]:
    """Return an ink's red, green and blue between 0 and 1."""
    code = PAPER_INKS[ink]
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
