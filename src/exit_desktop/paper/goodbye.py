"""The paper for the time afterwards: what was agreed, who does what, who to call, and what becomes of the rest."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from exit_desktop.charts.drawing import Ink
from exit_desktop.paper.fonts import Face
from exit_desktop.paper.lines import FittedType, single
from exit_desktop.paper.marks import Mark, Rule, Words
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
    keep_whole,
    paragraph,
    row,
    write_pdf,
    writing_lines,
)
from exit_desktop.system.language import Texts

_WHO_AT = 0.56
_LINES_TO_WRITE_ON = 2


@dataclass(frozen=True, slots=True)
class Agreed:
    """One thing that goes on, and who does it; both are ready to be read."""

    what: str = field(repr=False)
    who: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with paragraphs and rows under it; with neither there are lines to write on."""

    heading: str
    texts: tuple[str, ...] = field(default=(), repr=False)
    rows: tuple[Agreed, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class GoodbyePaper:
    """What the paper shows; `alias` only where the worker ticked it."""

    made_on: date
    opening: str
    blocks: tuple[Block, ...]
    contact: str = field(default="", repr=False)
    alias: str | None = field(default=None, repr=False)


def print_goodbye(view: GoodbyePaper, t: Texts, large: bool = False) -> bytes:
    """Return the paper as a PDF in A4; `large` uses 16 point letters."""
    base = 16.0 if large else 11.75

    def build(air: float) -> list[Strip]:
        kind = FittedType(base, air)
        return [*heading(view, t, kind), *(strip for block in view.blocks for strip in block_strips(block, kind))]

    foot = Foot(t("Call or write: {line}", line=view.contact) if view.contact else "", base * 0.93)
    return write_pdf(fit(build), Sheet(t("From here on"), t.language), foot)


def heading(view: GoodbyePaper, t: Texts, kind: FittedType) -> list[Strip]:
    """Return the title, the date, where ticked the alias, and what the paper is for."""
    title, quiet = kind.style(Face.STRONG, 2.0), kind.style(Face.TEXT, 1.0, Ink.MUTED)
    marks: tuple[Mark, ...] = (Words(MARGIN, baseline(title), single(t("From here on"), title), title),)
    under = " · ".join(part for part in (t.date(view.made_on), view.alias or "") if part)
    opening = paragraph(Cell(MARGIN, WIDTH, view.opening, kind.style(Face.TEXT, 1.0)))
    head = [Strip(title.leading, marks), *paragraph(Cell(MARGIN, WIDTH, under, quiet))]
    return [*head, gap(kind.base * kind.air), *opening]


def block_strips(block: Block, kind: FittedType) -> list[Strip]:
    """Return one block, kept together."""
    plain = kind.style(Face.TEXT, 1.0)
    strips = [gap(kind.base * 2.2 * kind.air, keep=True)]
    strips += paragraph(Cell(MARGIN, WIDTH, block.heading, kind.style(Face.STRONG, 1.2)), keep=True)
    strips.append(gap(kind.base * 0.4 * kind.air, keep=True))
    for number, text in enumerate(block.texts):
        strips += [gap(kind.base * 0.5 * kind.air)] if number else []
        for line in text.splitlines():
            strips += paragraph(Cell(MARGIN, WIDTH, line, plain)) if line.strip() else [gap(kind.base * 0.5)]
    strips += [gap(kind.base * 0.6 * kind.air)] if block.texts and block.rows else []
    for one in block.rows:
        strips += _row(one, kind)
    if not block.texts and not block.rows:
        strips += writing_lines(_LINES_TO_WRITE_ON, kind.base * 2)
    return keep_whole(strips)


def _row(one: Agreed, kind: FittedType) -> list[Strip]:
    pad, plain = kind.base * (0.2 + 0.35 * kind.air), kind.style(Face.TEXT, 1.0)
    who_x = MARGIN + WIDTH * _WHO_AT
    cells = (
        Cell(MARGIN, who_x - MARGIN - 12, one.what, plain),
        Cell(who_x, MARGIN + WIDTH - who_x, one.who, kind.style(Face.TEXT, 1.0, Ink.MUTED)),
    )
    return row(cells, (Rule(MARGIN, 0, WIDTH),), pad, pad)
