"""Breaks any text into lines: at spaces, inside words that are too long, mixed fonts and directions in one line."""

from __future__ import annotations

from dataclasses import dataclass, field

from exit_desktop.charts.drawing import Ink
from exit_desktop.paper.fonts import Face, Glyph, Run, glyphs, merge, shape
from exit_desktop.paper.scripts import levels, mirrored, needs_order, tidy, visual_order


@dataclass(frozen=True, slots=True)
class Style:
    """How words look: face, size and distance of lines in points, ink."""

    face: Face
    size: float
    leading: float
    ink: Ink = Ink.INK


@dataclass(frozen=True, slots=True)
class FittedType:
    """The type of a paper that is fitted to its page, at one size; `air` (1 to 0.25) is how much free room is kept."""

    base: float
    air: float

    def style(self, face: Face, share: float, ink: Ink = Ink.INK) -> Style:
        """Return a style whose size is a share of the base."""
        size = self.base * share
        return Style(face, size, size * (1.25 + 0.15 * self.air), ink)

    def room(self, share: float) -> float:
        """Return free room as a share of the base, less where it is tight."""
        return self.base * share * self.air


@dataclass(frozen=True, slots=True)
class Line:
    """One line ready to be drawn; `indent` moves a line that runs from right to left to the right edge."""

    runs: tuple[Run, ...] = field(repr=False)
    width: float
    indent: float = 0.0


def wrap(text: str, style: Style, width: float) -> list[Line]:
    """Return the lines of a text within `width` points; its own line ends are kept, an empty text has no line."""
    lines: list[Line] = []
    for paragraph in tidy(text).rstrip().split("\n") if text.strip() else []:
        order = needs_order(paragraph)
        broken = break_glyphs(glyphs(paragraph, style.face), width / style.size)
        lines += [set_line(line, style, width if order else None) for line in broken]
    return lines


def single(text: str, style: Style) -> Line:
    """Return a text as one line, however long."""
    flat = " ".join(tidy(text).split())
    return set_line(glyphs(flat, style.face), style, 0.0 if needs_order(flat) else None)


def break_glyphs(drawn: list[Glyph], limit: float) -> list[list[Glyph]]:
    """Break glyphs into lines of at most `limit` (width at 1 point), at the last space or, in a long word, anywhere."""
    lines: list[list[Glyph]] = []
    line: list[Glyph] = []
    used, space = 0.0, -1
    for glyph in drawn:
        if used + glyph.width > limit and line and glyph.text != " ":
            head, line = (line[:space], line[space + 1 :]) if space > 0 else (line, [])
            lines.append(head)
            used, space = sum(rest.width for rest in line), -1
        if glyph.text == " ":
            space = len(line)
        line.append(glyph)
        used += glyph.width
    return [*lines, line]


def set_line(drawn: list[Glyph], style: Style, ordered_width: float | None) -> Line:
    """Return a line of glyphs; with a width given, its right-to-left words are put in order and set to the right."""
    while drawn and drawn[-1].text == " ":
        drawn = drawn[:-1]
    width = style.size * sum(glyph.width for glyph in drawn)
    if ordered_width is None:
        return Line(merge(drawn), width)
    depths = levels([glyph.text for glyph in drawn])
    turned = [(drawn[at], depths[at]) for at in visual_order(depths)]
    seen = [shape(mirrored(glyph.text, depth), style.face)[0] if depth % 2 else glyph for glyph, depth in turned]
    to_right = bool(depths) and min(depths) > 0
    return Line(merge(seen), width, max(0.0, ordered_width - width) if to_right else 0.0)
