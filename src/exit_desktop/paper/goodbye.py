"""The paper for the time afterwards: what was agreed, who does what, who to call, and what becomes of the rest."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
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

_WHO_X = MARGIN + WIDTH * 0.56
_LINES_TO_WRITE_ON = 2


@dataclass(frozen=True, slots=True)
class Agreed:
    """One thing that goes on, and who does it; both are ready to be read. `to_write`: who is left to the pen."""

    what: str = field(repr=False)
    who: str = field(default="", repr=False)
    to_write: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with paragraphs and rows under it; with neither there are lines to write on.

    `head` stands above the right column of the rows.
    """

    heading: str
    texts: tuple[str, ...] = field(default=(), repr=False)
    rows: tuple[Agreed, ...] = field(default=(), repr=False)
    head: str = ""

    @property
    def to_write(self) -> bool:
        """Whether something on it is left to the pen."""
        return not (self.texts or self.rows) or any(one.to_write for one in self.rows)


@dataclass(frozen=True, slots=True)
class GoodbyePaper:
    """What the paper shows; `alias` only where the worker ticked it."""

    made_on: date
    opening: str
    blocks: tuple[Block, ...]
    contact: str = field(default="", repr=False)
    alias: str | None = field(default=None, repr=False)

    @property
    def to_write(self) -> bool:
        """Whether there are lines to write on."""
        return any(block.to_write for block in self.blocks)


def print_goodbye(view: GoodbyePaper, t: Texts, large: bool = False) -> bytes:
    """Return the paper as a PDF in A4; `large` uses 16 point letters."""
    base = 16.0 if large else 11.75

    def build(air: float) -> list[Strip]:
        kind = FittedType(base, air)
        return [*heading(view, t, kind), *(strip for block in view.blocks for strip in block_strips(block, kind))]

    foot = Foot(whose_line(view, t), base * 0.93)
    return write_pdf(fit(build), Sheet(t("From here on"), t.language), foot)


def whose_line(view: GoodbyePaper, t: Texts) -> str:
    """Return the foot: whose number it is must be plain to whoever finds the paper in a drawer."""
    if not view.contact:
        return ""
    return t("Call or write to me, the one you have met with: {line}", line=view.contact)


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
    if block.rows and any(one.who or one.to_write for one in block.rows):
        strips += _head(block.head, kind)
    for one in block.rows:
        strips += _row(one, kind)
    if not block.texts and not block.rows:
        strips += writing_lines(_LINES_TO_WRITE_ON, kind.base * 2)
    return keep_whole(strips)


def _head(words: str, kind: FittedType) -> list[Strip]:
    style = kind.style(Face.TEXT, 0.85, Ink.MUTED)
    return [replace(strip, keep=True) for strip in paragraph(Cell(_WHO_X, MARGIN + WIDTH - _WHO_X, words, style))]


def _row(one: Agreed, kind: FittedType) -> list[Strip]:
    pad, plain = kind.base * (0.2 + 0.35 * kind.air), kind.style(Face.TEXT, 1.0)
    # A hand writes larger than a printer.
    pad = max(pad, kind.base * 0.55) if one.to_write else pad
    line = (Rule(_WHO_X, pad + plain.leading, MARGIN + WIDTH - _WHO_X, Ink.MUTED, 0.5),) if one.to_write else ()
    cells = (
        Cell(MARGIN, _WHO_X - MARGIN - 12, one.what, plain),
        Cell(_WHO_X, MARGIN + WIDTH - _WHO_X, one.who, kind.style(Face.TEXT, 1.0, Ink.MUTED)),
    )
    return row(cells, (Rule(MARGIN, 0, WIDTH), *line), pad, pad)
