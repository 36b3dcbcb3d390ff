"""A yes to sharing on one page: the words, and room for a date and a name."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from exit_desktop.charts.drawing import Ink
from exit_desktop.paper.fonts import Face
from exit_desktop.paper.marks import Rule
from exit_desktop.paper.page import MARGIN, ROOM, WIDTH, Cell, Foot, Sheet, Strip, gap, paginate, row, write_pdf
from exit_desktop.paper.prose import Type, prose, title_strips
from exit_desktop.system.language import Texts

_FIRST = 0.36


@dataclass(frozen=True, slots=True)
class ConsentPaper:
    """What stands on it; `ended` says that the yes counts no more, `alias` only where the worker ticked it."""

    title: str
    made_on: date
    text: str = field(repr=False)
    ended: str = ""
    contact: str = field(default="", repr=False)
    alias: str | None = field(default=None, repr=False)


def print_consent(view: ConsentPaper, t: Texts, large: bool = False) -> bytes:
    """Return the yes as a PDF in A4; `large` uses 16 point letters."""
    kind = Type(16.0 if large else 12.0)
    under = " · ".join(part for part in (t.date(view.made_on), view.alias or "") if part)
    strips = [*title_strips(view.title, under, kind), *prose(view.text, kind)]
    strips += prose(view.ended, kind) if view.ended else []
    strips += _to_sign(t, kind)
    foot = Foot(t("Call or write: {line}", line=view.contact) if view.contact else "", kind.base * 0.9)
    return write_pdf(paginate(strips, ROOM), Sheet(view.title, t.language), foot)


def _to_sign(t: Texts, kind: Type) -> list[Strip]:
    quiet = kind.style(Face.TEXT, 0.85, Ink.MUTED)
    first, second = WIDTH * _FIRST, WIDTH * (1 - _FIRST) - 24
    lines = (Rule(MARGIN, 0, first, Ink.MUTED, 0.5), Rule(MARGIN + first + 24, 0, second, Ink.MUTED, 0.5))
    cells = (
        Cell(MARGIN, first, t("Date"), quiet),
        Cell(MARGIN + first + 24, second, t("Name, it may be the one you have chosen here"), quiet),
    )
    return [gap(kind.base * 4.5, keep=True), *row(cells, lines, 3.0, 0.0)]
