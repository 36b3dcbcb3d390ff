"""Hours month by month as bars: with citizens below, without one hatched above, the hours written over each bar."""

from __future__ import annotations

from dataclasses import dataclass

from exit_desktop.charts.drawing import (
    Anchor,
    Box,
    Drawing,
    Fill,
    Hatch,
    Ink,
    Line,
    Mark,
    Measure,
    Pen,
    Rect,
    Shape,
    Size,
    Text,
)
from exit_desktop.system.language import Texts

LABEL = 10.5
_WIDEST_BAR, _WIDEST_COLUMN, _SHARE = 34.0, 72.0, 0.56
_ABOVE, _BELOW = 34.0, 18.0
_SWATCH = 9.0


@dataclass(frozen=True, slots=True)
class HoursBar:
    """One month: its short name, minutes with and without citizens, the hours as they are read, and a sentence."""

    label: str
    with_citizens: int
    own: int
    hours: str
    sentence: str


@dataclass(frozen=True, slots=True)
class HoursView:
    """The months, the oldest first; the two names of the parts of a bar, and one sentence for the whole."""

    bars: tuple[HoursBar, ...]
    with_citizens: str = ""
    own: str = ""
    summary: str = ""


def draw_hours(view: HoursView, size: Size, _t: Texts, measure: Measure) -> Drawing:
    """Return the bars of `view` within `size`; each month is a mark "month:INDEX"."""
    shapes = [*_legend(view, measure), _ground(size)]
    marks = []
    for index in range(len(view.bars)):
        shapes += _bar(view, size, index, measure)
        marks.append(Mark(f"month:{index}", _column(view, size, index), index, view.bars[index].sentence))
    return Drawing(size, tuple(shapes), tuple(marks), view.summary)


def _ground(size: Size) -> Shape:
    foot = size.height - _BELOW
    return Line(0, foot, size.width, foot, Pen(Ink.LINE))


def _legend(view: HoursView, measure: Measure) -> list[Shape]:
    shapes: list[Shape] = []
    x = 0.0
    for words, own in ((view.with_citizens, False), (view.own, True)):
        shapes += _part(Box(x, 2, _SWATCH, _SWATCH), own)
        shapes.append(Text(x + _SWATCH + 5, 2 + _SWATCH, words, LABEL, ink=Ink.MUTED))
        x += _SWATCH + 5 + measure(words, LABEL, False) + 18
    return shapes


def _part(box: Box, own: bool) -> list[Shape]:
    # Hatched or full: told apart without a colour too.
    edge = Pen(Ink.TEAL)
    if own:
        return [Rect(box, fill=Fill(Ink.PANEL), pen=edge), Hatch(box, edge, 4.0)]
    return [Rect(box, fill=Fill(Ink.TEAL), pen=edge)]


def _column(view: HoursView, size: Size, index: int) -> Box:
    width = min(_WIDEST_COLUMN, size.width / len(view.bars))
    return Box(index * width, _ABOVE - LABEL * 1.4, width, size.height - _ABOVE + LABEL * 1.4)


def _bar(view: HoursView, size: Size, index: int, measure: Measure) -> list[Shape]:
    bar, column = view.bars[index], _column(view, size, index)
    room, foot = size.height - _ABOVE - _BELOW, size.height - _BELOW
    unit = room / max(1, *(one.with_citizens + one.own for one in view.bars))
    width = min(_WIDEST_BAR, column.width * _SHARE)
    left, middle = column.x + (column.width - width) / 2, column.x + column.width / 2
    lower, upper = bar.with_citizens * unit, bar.own * unit
    shapes: list[Shape] = []
    if bar.with_citizens:
        shapes += _part(Box(left, foot - lower, width, lower), own=False)
    if bar.own:
        shapes += _part(Box(left, foot - lower - upper, width, upper), own=True)
    shapes.append(Text(middle, foot - lower - upper - 4, bar.hours, LABEL, True, Ink.INK, Anchor.MIDDLE))
    if measure(bar.label, LABEL, False) <= column.width or index % 2 == 0:
        shapes.append(Text(middle, foot + LABEL * 1.3, bar.label, LABEL, False, Ink.MUTED, Anchor.MIDDLE))
    return shapes
