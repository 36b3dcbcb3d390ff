"""Both painters: what is laid out arrives on the screen and on paper, in the right colour and place."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as some

from charts.chart_fixtures import RINGS, STARS, TIMELINES
from exit_desktop.charts.drawing import (
    Box,
    Drawing,
    Fill,
    Hatch,
    Ink,
    Measure,
    Pen,
    Rect,
    Size,
    blend,
    hatch_lines,
)
from exit_desktop.charts.ring import draw_ring
from exit_desktop.charts.star import draw_star
from exit_desktop.charts.timeline import draw_timeline
from exit_desktop.system.language import Texts

GREYS = {ink: f"#{16 * number:02x}{16 * number:02x}{16 * number:02x}" for number, ink in enumerate(Ink)}


@given(some.floats(0, 50), some.floats(3, 400), some.floats(3, 60))
def test_hatch_stays_in_its_box(left: float, width: float, height: float) -> None:
    box = Box(left, 5, width, height)
    wide = Box(left - 0.01, 4.99, width + 0.02, height + 0.02)
    lines = hatch_lines(Hatch(box, Pen(Ink.INK), 5))
    assert all(wide.holds(line.x1, line.y1) and wide.holds(line.x2, line.y2) for line in lines)


def test_pale_colour_lies_between_ink_and_panel() -> None:
    assert blend("#000000", "#ffffff", 0.2) == "#cccccc"


@pytest.mark.parametrize("scale", [1.0, 2.5])
def test_screen_paints_the_colour_at_the_place(scale: float, qapp: object) -> None:
    from PySide6.QtGui import QColor, QImage, QPainter

    from exit_desktop.ui.widgets.painting import paint_drawing

    drawing = Drawing(Size(40, 40), (Rect(Box(10, 10, 20, 20), 0, Fill(Ink.TEAL)),), (), "")
    image = QImage(int(40 * scale), int(40 * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    paint_drawing(painter, drawing, {ink: QColor(code) for ink, code in GREYS.items()}, "Inter", scale)
    painter.end()
    assert image.pixelColor(int(20 * scale), int(20 * scale)).name() == GREYS[Ink.TEAL]
    assert image.pixelColor(int(5 * scale), int(5 * scale)).name() == "#ffffff"


def on_paper(drawing: Drawing) -> str:
    """Return the words of the drawing read back from a PDF page."""
    from pypdf import PdfReader
    from reportlab.pdfgen.canvas import Canvas

    from exit_desktop.paper.drawing import draw_on_canvas

    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(drawing.size.width, drawing.size.height))
    draw_on_canvas(canvas, drawing, GREYS, 0, drawing.size.height)
    canvas.save()
    return PdfReader(stream).pages[0].extract_text()


def test_star_reaches_paper_with_its_labels(t: Texts, measure: Measure) -> None:
    assert "Økonomi" in on_paper(draw_star(STARS["all"], Size(400, 400), t, measure))


def test_timeline_reaches_paper_with_its_flag(t: Texts, measure: Measure) -> None:
    assert "today · day 143" in on_paper(draw_timeline(TIMELINES["start-31-august"], 560, t, measure))


def test_ring_reaches_paper_with_its_labels(t: Texts, measure: Measure) -> None:
    assert "Fysisk helbred" in on_paper(draw_ring(RINGS["four"], Size(400, 400), t, measure))
