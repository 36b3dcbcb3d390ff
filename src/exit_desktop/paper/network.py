"""The network on paper, for the kitchen table: the map, and a list of who helps with what, with lines to write on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from exit_desktop.charts.drawing import Drawing, Ink
from exit_desktop.paper.fonts import Face
from exit_desktop.paper.lines import FittedType, single
from exit_desktop.paper.marks import Mark, Picture, Rule, Words
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
    keep_last,
    keep_whole,
    paragraph,
    row,
    write_pdf,
)
from exit_desktop.system.language import Texts

MAP_WIDTH = WIDTH
"""The room that the map is given; a drawing made for it is not scaled."""
FEWEST_EMPTY, USUAL_ROWS = 3, 8
# What a map and the empty rows under it may take together, so that one sheet is enough.
_TOGETHER = 500.0
_WHO_AT = 0.6


@dataclass(frozen=True, slots=True)
class Help:
    """One thing that somebody helps with; both are ready to be read."""

    what: str = field(repr=False)
    who: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NetworkPaper:
    """What the paper shows; `alias` only where the worker ticked it."""

    made_on: date
    network: Drawing
    helps: tuple[Help, ...] = ()
    contact: str = field(default="", repr=False)
    alias: str | None = field(default=None, repr=False)


def print_network(view: NetworkPaper, t: Texts, large: bool = False) -> bytes:
    """Return the network as a PDF in A4; `large` uses 16 point letters in the list."""
    base = 16.0 if large else 11.25

    def build(air: float) -> list[Strip]:
        kind = FittedType(base, air)
        return [*heading(view, t, kind), *picture(view, kind), *helps(view, t, kind)]

    foot = Foot(t("Call or write: {line}", line=view.contact) if view.contact else "", base * 0.93)
    return write_pdf(fit(build), Sheet(t("The people around you"), t.language), foot)


def heading(view: NetworkPaper, t: Texts, kind: FittedType) -> list[Strip]:
    """Return the title, the date and, where ticked, the alias."""
    title, quiet = kind.style(Face.STRONG, 2.0), kind.style(Face.TEXT, 1.0, Ink.MUTED)
    marks: tuple[Mark, ...] = (Words(MARGIN, baseline(title), single(t("The people around you"), title), title),)
    under = " · ".join(part for part in (t.date(view.made_on), view.alias or "") if part)
    return [Strip(title.leading, marks), *paragraph(Cell(MARGIN, WIDTH, under, quiet))]


def picture(view: NetworkPaper, kind: FittedType) -> list[Strip]:
    """Return the map across the page."""
    drawn = Picture(MARGIN, 0, view.network, MAP_WIDTH)
    return [gap(kind.base * 1.2 * kind.air), Strip(drawn.height, (drawn,)), gap(kind.base * 1.6 * kind.air)]


def helps(view: NetworkPaper, t: Texts, kind: FittedType) -> list[Strip]:
    """Return who helps with what, a row each, and empty rows for what is found out at the table."""
    label, quiet = kind.style(Face.STRONG, 1.2), kind.style(Face.TEXT, 0.93, Ink.MUTED)
    heads = (
        Cell(MARGIN, WIDTH * _WHO_AT - 12, t("What"), quiet),
        Cell(MARGIN + WIDTH * _WHO_AT, WIDTH * (1 - _WHO_AT), t("Who"), quiet),
    )
    strips = [*paragraph(Cell(MARGIN, WIDTH, t("Who helps with what"), label), keep=True)]
    strips += keep_last(row(heads, (), 4.0, 3.0))
    for helped in view.helps:
        strips += _help_row(helped, kind)
    spare = int((_TOGETHER - view.network.size.height) / (2.3 * kind.base))
    empty = max(FEWEST_EMPTY, min(USUAL_ROWS - len(view.helps), spare))
    return keep_whole([*strips, *_empty_rows(empty, kind)])


def _help_row(helped: Help, kind: FittedType) -> list[Strip]:
    plain = kind.style(Face.TEXT, 1.0)
    cells = (
        Cell(MARGIN, WIDTH * _WHO_AT - 12, helped.what, plain),
        Cell(MARGIN + WIDTH * _WHO_AT, WIDTH * (1 - _WHO_AT), helped.who, plain),
    )
    pad = kind.base * (0.2 + 0.35 * kind.air)
    return row(cells, (Rule(MARGIN, 0, WIDTH),), pad, pad)


def _empty_rows(count: int, kind: FittedType) -> list[Strip]:
    height = kind.base * 2.3
    lines = (Rule(MARGIN, 0, WIDTH), Rule(MARGIN, height, WIDTH))
    return [Strip(height, lines) for _ in range(count)]
