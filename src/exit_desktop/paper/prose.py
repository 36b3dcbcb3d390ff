"""A text to be read on paper: a title, headings, paragraphs and points, written in the few signs of Markdown we use."""

from __future__ import annotations

from dataclasses import dataclass

from exit_desktop.charts.drawing import Ink
from exit_desktop.paper.fonts import Face
from exit_desktop.paper.lines import Style, single
from exit_desktop.paper.marks import Words
from exit_desktop.paper.page import MARGIN, WIDTH, Cell, Strip, baseline, gap, keep_whole, paragraph

_INDENT = 14.0
_HEADING, _POINT = "## ", "- "


@dataclass(frozen=True, slots=True)
class Type:
    """The type of a paper to be read, at one size in points."""

    base: float = 11.25

    def style(self, face: Face, share: float = 1.0, ink: Ink = Ink.INK) -> Style:
        """Return a style whose size is a share of the base."""
        return Style(face, self.base * share, self.base * share * 1.42, ink)


def title_strips(words: str, under: str, kind: Type) -> list[Strip]:
    """Return the title of a paper and the quiet line beneath it."""
    title, quiet = kind.style(Face.STRONG, 2.0), kind.style(Face.TEXT, 1.0, Ink.MUTED)
    lead = Strip(title.leading, (Words(MARGIN, baseline(title), single(words, title), title),), keep=True)
    return [lead, *paragraph(Cell(MARGIN, WIDTH, under, quiet)), gap(kind.base * 0.9)]


def prose(text: str, kind: Type) -> list[Strip]:
    """Return a text as strips: `## ` begins a heading, `- ` a point, an empty line a paragraph."""
    strips: list[Strip] = []
    for block in text.strip().split("\n\n"):
        first, _, rest = block.strip().partition("\n")
        if first.startswith(_HEADING):
            label = kind.style(Face.STRONG, 1.15)
            strips += [gap(kind.base), *paragraph(Cell(MARGIN, WIDTH, first[len(_HEADING) :], label), keep=True)]
            strips += _paragraph(rest, kind) if rest else []
        elif first.startswith(_POINT):
            strips += [strip for line in block.splitlines() for strip in _point(line[len(_POINT) :], kind)]
        else:
            strips += _paragraph(block, kind)
    return strips


def _paragraph(text: str, kind: Type) -> list[Strip]:
    words = " ".join(text.split())
    return [*keep_whole(paragraph(Cell(MARGIN, WIDTH, words, kind.style(Face.TEXT)))), gap(kind.base * 0.55)]


def _point(text: str, kind: Type) -> list[Strip]:
    style = kind.style(Face.TEXT)
    lines = paragraph(Cell(MARGIN + _INDENT, WIDTH - _INDENT, text, style))
    dot = Words(MARGIN + 2, baseline(style), single("•", style), style)
    marked = Strip(lines[0].height, (dot, *lines[0].marks), keep=len(lines) > 1)
    return [marked, *lines[1:], gap(kind.base * 0.25)]
