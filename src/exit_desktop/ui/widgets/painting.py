"""Paints a chart's shapes with Qt, at any scale and in the colours of whichever theme is on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from exit_desktop.charts.drawing import (
    Anchor,
    Circle,
    Drawing,
    Fill,
    Ink,
    Measure,
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


def chart_font(family: str, size: float, bold: bool) -> QFont:
    """Return the font of a chart text; `size` is in the pixels of the painter."""
    font = QFont(family)
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def screen_measure(family: str, scale: float = 1.0) -> Measure:
    """Return the width of words in points, measured in the very font that `paint_drawing` takes at this scale."""
    metrics: dict[tuple[float, bool], QFontMetricsF] = {}

    def measure(words: str, size: float, bold: bool) -> float:
        if (size, bold) not in metrics:
            metrics[size, bold] = QFontMetricsF(chart_font(family, size * scale, bold))
        return metrics[size, bold].horizontalAdvance(words) / scale

    return measure


@dataclass(frozen=True, slots=True)
class _Brushwork:
    painter: QPainter
    colours: Mapping[Ink, QColor]
    family: str
    scale: float
    # A crowded picture has hundreds of marks and a handful of pens: each is made once.
    lines: dict[Pen, QPen] = field(default_factory=dict)
    fills: dict[Fill, QColor] = field(default_factory=dict)

    def point(self, x: float, y: float) -> QPointF:
        return QPointF(x * self.scale, y * self.scale)

    def chain(self, points: tuple[Point, ...]) -> QPolygonF:
        return QPolygonF([self.point(x, y) for x, y in points])

    def line(self, pen: Pen) -> QPen:
        if pen not in self.lines:
            line = QPen(self.colours[pen.ink], pen.width * self.scale)
            line.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            line.setCapStyle(Qt.PenCapStyle.FlatCap)
            if pen.dash.value:
                # Qt counts a dash pattern in widths of the pen.
                line.setDashPattern([length / pen.width for length in pen.dash.value])
            self.lines[pen] = line
        return self.lines[pen]

    def colour(self, fill: Fill) -> QColor:
        if fill not in self.fills:
            shades = self.colours[fill.ink].name(), self.colours[Ink.PANEL].name()
            self.fills[fill] = QColor(blend(*shades, fill.strength))
        return self.fills[fill]


def paint_drawing(
    painter: QPainter, drawing: Drawing, colours: Mapping[Ink, QColor], font_family: str, scale: float = 1.0
) -> None:
    """Paint the drawing with its upper left corner at the painter's origin, `scale` pixels to a point."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    work = _Brushwork(painter, colours, font_family, scale)
    for shape in simple_shapes(drawing):
        _paint(work, shape)
    painter.restore()


def _paint(work: _Brushwork, shape: SimpleShape) -> None:
    match shape:
        case Text():
            _text(work, shape)
        case Polyline():
            _ready(work, shape.pen, None)
            work.painter.drawPolyline(work.chain(shape.points))
        case Polygon():
            _ready(work, shape.pen, shape.fill)
            work.painter.drawPolygon(work.chain(shape.points))
        case Rect():
            _ready(work, shape.pen, shape.fill)
            corner, radius = work.point(shape.box.x, shape.box.y), shape.radius * work.scale
            far = work.point(shape.box.right, shape.box.bottom)
            work.painter.drawRoundedRect(QRectF(corner, far), radius, radius)
        case Circle():
            _ready(work, shape.pen, shape.fill)
            radius = shape.radius * work.scale
            work.painter.drawEllipse(work.point(shape.x, shape.y), radius, radius)


def _ready(work: _Brushwork, pen: Pen | None, fill: Fill | None) -> None:
    work.painter.setPen(Qt.PenStyle.NoPen if pen is None else work.line(pen))
    work.painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else work.colour(fill))


def _text(work: _Brushwork, text: Text) -> None:
    font = chart_font(work.family, text.size * work.scale, text.bold)
    width = QFontMetricsF(font).horizontalAdvance(text.words)
    shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[text.anchor]
    work.painter.setFont(font)
    work.painter.setPen(work.colours[text.ink])
    work.painter.drawText(work.point(text.x, text.y) - QPointF(shift, 0), text.words)
