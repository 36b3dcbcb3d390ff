"""Writes the charts' fixtures as pictures for a person to look at: `render_fixtures.py FOLDER [da|en]`, run by hand."""

from __future__ import annotations

import os
import sys
from io import BytesIO
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from charts.chart_fixtures import CURVES, RINGS, STARS, TIMELINES
from charts.network_fixtures import NETWORKS
from exit_desktop.charts.curve import draw_curve
from exit_desktop.charts.drawing import Drawing, Ink, Measure, Size
from exit_desktop.charts.network import draw_network, height_for
from exit_desktop.charts.ring import draw_ring
from exit_desktop.charts.star import draw_star
from exit_desktop.charts.timeline import draw_timeline
from exit_desktop.paper.drawing import draw_on_canvas
from exit_desktop.paper.fonts import measure as paper_measure
from exit_desktop.system.language import Texts
from exit_desktop.ui.theme import UPRIGHT, load_fonts
from exit_desktop.ui.widgets.painting import paint_drawing, screen_measure

# As the design says; in the program the theme owns them.
LIGHT = "F7F5F1 FFFFFF E3DED6 1F2A30 5C6870 1E6B74 A34C24 CFC6B6 1E6B74 4C8C7E 8AA35B 857B66 14505A 35695E 5E7A32"
DARK = "171C1F 20272B 333C41 E8ECEE A3B0B6 6FC1C9 E69A6E 6B6455 6FC1C9 7DBBA9 B4C97F A79D86 6FC1C9 7DBBA9 B4C97F"
PAPER = "FFFFFF FFFFFF BBBBBB 000000 444444 000000 000000 D4D4D4 8C8C8C A6A6A6 C0C0C0 555555 333333 333333 333333"
SCALE = 1.5


def colours(codes: str) -> dict[Ink, str]:
    """Return the colour of each ink, the codes being in the order of `Ink`."""
    return {ink: f"#{code}" for ink, code in zip(Ink, codes.split(), strict=True)}


def save_screen(drawing: Drawing, codes: str, family: str, path: Path) -> None:
    """Paint on the panel colour at SCALE and save as PNG."""
    inks = {ink: QColor(code) for ink, code in colours(codes).items()}
    image = QImage(round(drawing.size.width * SCALE), round(drawing.size.height * SCALE), QImage.Format.Format_RGB32)
    image.fill(inks[Ink.PANEL])
    painter = QPainter(image)
    paint_drawing(painter, drawing, inks, family, SCALE)
    painter.end()
    image.save(str(path))


def save_paper(drawing: Drawing, path: Path) -> None:
    """Draw as a PDF page of the drawing's size and save it as PNG."""
    import pypdfium2
    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(drawing.size.width, drawing.size.height))
    draw_on_canvas(canvas, drawing, colours(PAPER), 0, drawing.size.height)
    canvas.save()
    pypdfium2.PdfDocument(stream.getvalue())[0].render(scale=SCALE).to_pil().save(path)


def drawings(t: Texts, measure: Measure) -> dict[str, Drawing]:
    """Return every fixture laid out, by the name of its picture."""
    drawn = {}
    for name, width in product(TIMELINES, (560, 900, 1400)):
        drawn[f"timeline-{name}-{width}"] = draw_timeline(TIMELINES[name], width, t, measure)
    for name, size in product(STARS, (Size(260, 260), Size(380, 380), Size(620, 520))):
        drawn[f"star-{name}-{size.width}"] = draw_star(STARS[name], size, t, measure)
    for name, size in product(CURVES, (Size(240, 170), Size(420, 240))):
        drawn[f"curve-{name}-{size.width}"] = draw_curve(CURVES[name], size, t, measure)
    for name, size in product(RINGS, (Size(260, 240), Size(420, 360))):
        drawn[f"ring-{name}-{size.width}"] = draw_ring(RINGS[name], size, t, measure)
    for name, width in product(NETWORKS, (420, 640, 900)):
        size = Size(width, height_for(NETWORKS[name]))
        drawn[f"network-{name}-{width}"] = draw_network(NETWORKS[name], size, t, measure)
    return drawn


def main(folder: Path, language: str) -> None:
    """Write light, dark and paper pictures of every fixture to `folder`."""
    app = QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    family = load_fonts(UPRIGHT) or app.font().family()
    t = Texts(language)
    for name, drawing in drawings(t, screen_measure(family, SCALE)).items():
        save_screen(drawing, LIGHT, family, folder / f"{name}-light.png")
        save_screen(drawing, DARK, family, folder / f"{name}-dark.png")
    for name, drawing in drawings(t, paper_measure).items():
        save_paper(drawing, folder / f"{name}-paper.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "da")
