"""The citizen's own sheet: star and curve of well-being on one page, what has changed in words before numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest

from exit_desktop.charts.drawing import Drawing, Ink
from exit_desktop.paper.fonts import Face
from exit_desktop.paper.lines import Style, single
from exit_desktop.paper.marks import Picture, Rule, Words
from exit_desktop.paper.page import (
    MARGIN,
    WIDTH,
    Cell,
    Foot,
    Sheet,
    Strip,
    baseline,
    fit,
    gap,
    paragraph,
    row,
    write_pdf,
    writing_lines,
)
from exit_desktop.system.language import Texts

TITLE = Style(Face.STRONG, 22.5, 32)
LABEL = Style(Face.STRONG, 13.5, 19)
PLAIN = Style(Face.TEXT, 11.25, 16)
QUIET = Style(Face.TEXT, 10.5, 15, Ink.MUTED)
SMALL = Style(Face.TEXT, 9.5, 13)
FIGURE = Style(Face.FIGURES, 9.5, 13)
STAR_WIDTH = 300.0
"""The room that the star is given beside its table; a drawing made for it is not scaled."""
CURVE_WIDTH = WIDTH
FEW_CHANGES = 3


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One area of the star with its figures as they are to be read; an empty one was not answered."""

    area: str
    start: str = field(default="", repr=False)
    now: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class SheetView:
    """What the sheet shows: an area left out is in neither rows nor star, words and line of risk only where ticked."""

    made_on: date
    changes: tuple[str, ...] = field(default=(), repr=False)
    rows: tuple[SheetRow, ...] = ()
    star: Drawing | None = None
    curve: Drawing | None = None
    risk_words: str = ""
    contact: str = field(default="", repr=False)
    alias: str | None = field(default=None, repr=False)


def print_sheet(view: SheetView, t: Texts) -> bytes:
    """Return the citizen's sheet as a PDF in A4; with nothing to show yet it is paper to write on."""

    def build(air: float) -> list[Strip]:
        shown = [*star_part(view, t, air), *curve_part(view, t, air)]
        return [*heading(view, t), *(shown or blank_part(t))]

    foot = Foot(t("Call or write: {line}", line=view.contact) if view.contact else "")
    return write_pdf(fit(build), Sheet(t("My life right now"), t.language), foot)


def heading(view: SheetView, t: Texts) -> list[Strip]:
    """Return the title, the date, the alias where ticked, and the change in words."""
    strips = [Strip(TITLE.leading, (Words(MARGIN, baseline(TITLE), single(t("My life right now"), TITLE), TITLE),))]
    under = " · ".join(part for part in (t.date(view.made_on), view.alias or "") if part)
    strips += [*paragraph(Cell(MARGIN, WIDTH, under, QUIET)), gap(10)]
    if len(view.changes) <= FEW_CHANGES:
        for sentence in view.changes:
            strips += [*paragraph(Cell(MARGIN, WIDTH, sentence, PLAIN)), gap(2)]
        return strips
    # Many sentences stand in two columns, so that star and curve stay on the same page.
    half = WIDTH / 2 - 8
    for left, right in zip_longest(view.changes[::2], view.changes[1::2], fillvalue=""):
        cells = (Cell(MARGIN, half, left, SMALL), Cell(MARGIN + WIDTH / 2, half, right, SMALL))
        strips += row(cells, (), 1, 1)
    return strips


def star_part(view: SheetView, t: Texts, air: float) -> list[Strip]:
    """Return the star with its table beside it, or the table alone across the page."""
    if view.star is None:
        return [gap(20 * air), *table(view, t, MARGIN, WIDTH)] if view.rows else []
    star = Picture(MARGIN, 0, view.star, STAR_WIDTH if view.rows else WIDTH)
    beside = table(view, t, MARGIN + STAR_WIDTH + 14, WIDTH - STAR_WIDTH - 14) if view.rows else []
    tall = sum(strip.height for strip in beside)
    if not beside:
        centred = Picture(MARGIN + (WIDTH - star.drawing.size.width * star.scale) / 2, 0, view.star, WIDTH)
        return [gap(14 * air), Strip(centred.height, (centred,))]
    if tall <= star.height:
        lead = gap((star.height - tall) / 2, keep=True)
        first = Strip(lead.height, (star,), keep=True)
        return [gap(14 * air), first, *beside, gap(max(0.0, star.height - tall - lead.height))]
    return [gap(14 * air), Strip(0, (star,), keep=True), *beside]


def table(view: SheetView, t: Texts, x: float, width: float) -> list[Strip]:
    """Return the star in figures: area, at the start, now."""
    column = 38.0
    name = width - 2 * column - 6
    places = ((x, name, False), (x + width - 2 * column, column - 4, True), (x + width - column, column, True))
    heads = ("", t("Start"), t("Now"))
    quiet = Style(Face.TEXT, 9, 13, Ink.MUTED)
    strips = row(
        tuple(Cell(at, wide, head, quiet, right) for (at, wide, right), head in zip(places, heads, strict=True)),
        (),
        2,
        2,
    )
    for line in view.rows:
        styles, texts = (SMALL, FIGURE, FIGURE), (line.area, line.start, line.now)
        cells = zip(places, texts, styles, strict=True)
        drawn = tuple(Cell(at, wide, text, style, right) for (at, wide, right), text, style in cells)
        strips += row(drawn, (Rule(x, 0, width),), 3.5, 3.5)
    return [Strip(strip.height, strip.marks, keep=True) for strip in strips[:-1]] + strips[-1:]


def curve_part(view: SheetView, t: Texts, air: float) -> list[Strip]:
    """Return the curve of well-being and, only where ticked, the words about risk."""
    if view.curve is None:
        return []
    curve = Picture(MARGIN, 0, view.curve, CURVE_WIDTH)
    strips = [gap(24 * air, keep=True), *paragraph(Cell(MARGIN, WIDTH, t("How I have felt"), LABEL), keep=True)]
    strips += [gap(6, keep=True), Strip(curve.height, (curve,), keep=bool(view.risk_words))]
    return strips + (
        [gap(6, keep=True), *paragraph(Cell(MARGIN, WIDTH, view.risk_words, QUIET))] if view.risk_words else []
    )


def blank_part(t: Texts) -> list[Strip]:
    """Return lines to write on under the two questions that the sheet answers."""
    strips: list[Strip] = []
    for label in (t("What goes well"), t("What I want to be different"), t("How I have felt")):
        strips += [gap(26, keep=True), *paragraph(Cell(MARGIN, WIDTH, label, LABEL), keep=True), *writing_lines(5, 28)]
    return strips
