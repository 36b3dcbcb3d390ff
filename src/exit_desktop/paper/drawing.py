"""Puts a chart's shapes on a PDF page, in the inks and faces that the papers have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from exit_desktop.charts.drawing import (
    Anchor,
    Circle,
    Drawing,
    Fill,
    Ink,
    Pen,
    Point,
    Polygon,
    Polyline,
    Rect,
    SimpleShape,
    Text,
    blend,
    simple_shapes,
)
from exit_desktop.paper.fonts import Face, measure, runs, write

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Colours = Mapping[Ink, str]


def draw_on_canvas(canvas: Canvas, drawing: Drawing, colours: Colours, x: float, y: float) -> None:
    """Draw in the papers' own faces with the upper left corner at (x, y) points on the page; `colours` are "#rrggbb".

    The canvas keeps its state.
    """
    canvas.saveState()
    canvas.translate(x, y)
    canvas.setLineJoin(1)
    for shape in simple_shapes(drawing):
        _draw(canvas, shape, colours)
    canvas.restoreState()


def _draw(canvas: Canvas, shape: SimpleShape, colours: Colours) -> None:
    match shape:
        case Polyline():
            _pen(canvas, shape.pen, colours)
            canvas.drawPath(_path(canvas, shape.points, close=False), stroke=1, fill=0)
        case Polygon():
            stroke, fill = _ready(canvas, shape.pen, shape.fill, colours)
            canvas.drawPath(_path(canvas, shape.points, close=True), stroke=stroke, fill=fill)
        case Rect():
            stroke, fill = _ready(canvas, shape.pen, shape.fill, colours)
            box = shape.box
            radius = min(shape.radius, box.width / 2, box.height / 2)
            canvas.roundRect(box.x, -box.bottom, box.width, box.height, radius, stroke=stroke, fill=fill)
        case Text():
            _text(canvas, shape, colours)
        case Circle():
            stroke, fill = _ready(canvas, shape.pen, shape.fill, colours)
            canvas.circle(shape.x, -shape.y, shape.radius, stroke=stroke, fill=fill)


def _pen(canvas: Canvas, pen: Pen, colours: Colours) -> None:
    canvas.setStrokeColor(colours[pen.ink])
    canvas.setLineWidth(pen.width)
    canvas.setDash(list(pen.dash.value))


def _ready(canvas: Canvas, pen: Pen | None, fill: Fill | None, colours: Colours) -> tuple[int, int]:
    """Set pen and fill and return reportlab's two flags (stroke, fill)."""
    if pen:
        _pen(canvas, pen, colours)
    if fill:
        canvas.setFillColor(blend(colours[fill.ink], colours[Ink.PANEL], fill.strength))
    return int(pen is not None), int(fill is not None)


def _path(canvas: Canvas, points: tuple[Point, ...], *, close: bool) -> object:
    path = canvas.beginPath()
    path.moveTo(points[0][0], -points[0][1])
    for x, y in points[1:]:
        path.lineTo(x, -y)
    if close:
        path.close()
    return path


def _text(canvas: Canvas, text: Text, colours: Colours) -> None:
    canvas.setFillColor(colours[text.ink])
    width = measure(text.words, text.size, text.bold)
    shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[text.anchor]
    write(canvas, (text.x - shift, -text.y), runs(text.words, Face.STRONG if text.bold else Face.TEXT), text.size)
