"""Wellbeing (WHO-5, 0 to 100) as a curve over dates or occasions, with the risk line if it is wanted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from exit_desktop.charts.drawing import (
    Anchor,
    Box,
    Circle,
    Drawing,
    Fill,
    Ink,
    Line,
    Mark,
    Measure,
    Pen,
    Point,
    Polyline,
    Rect,
    Shape,
    Size,
    Text,
    around,
    diamond,
)
from exit_desktop.charts.labels import SMALL, shorten, text_box
from exit_desktop.charts.table import Table
from exit_desktop.system.language import Texts

HIGHEST = 100
RISK = 50
NUMBER = 11.0
TOP = 20.0
FOOT = 26.0
LEFT = 30.0
RIGHT = 14.0
DOT = 3.6
DIAMOND = 4.5


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """One reading: its name, its value 0 to 100 (None where it has no score), its day."""

    key: str
    label: str
    value: int | None = field(repr=False)
    on: date


@dataclass(frozen=True, slots=True)
class CurveMilestone:
    """A dated mark in the reader's words."""

    key: str
    on: date
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CurveView:
    """What a curve shows, points in the order of time; `by_date` spaces them by days, else evenly by occasion."""

    points: tuple[CurvePoint, ...]
    milestones: tuple[CurveMilestone, ...] = ()
    show_risk: bool = True
    by_date: bool = False


@dataclass(frozen=True, slots=True)
class _Plot:
    view: CurveView
    box: Box
    t: Texts
    measure: Measure

    def height(self, value: float) -> float:
        return self.box.bottom - self.box.height * value / HIGHEST

    def x(self, number: int) -> float:
        points = self.view.points
        days = (points[-1].on - points[0].on).days
        if self.view.by_date and days:
            return self.box.x + self.box.width * (0.04 + 0.92 * (points[number].on - points[0].on).days / days)
        return self.box.x + self.box.width * (number + 0.5) / len(points)

    def x_of_day(self, day: date) -> float:
        """Return the x of any day: between its two readings, or at the edge outside them."""
        for number, (before, after) in enumerate(pairwise(self.view.points)):
            if before.on <= day <= after.on:
                share = (day - before.on).days / max(1, (after.on - before.on).days)
                return self.x(number) + share * (self.x(number + 1) - self.x(number))
        first = not self.view.points or day < self.view.points[0].on
        return self.box.x + DIAMOND if first else self.box.right - DIAMOND

    def dots(self) -> list[tuple[int, Point]]:
        """Return (number of the point, place) for each point that has a value."""
        values = enumerate(point.value for point in self.view.points)
        return [(number, (self.x(number), self.height(value))) for number, value in values if value is not None]


def draw_curve(view: CurveView, size: Size, t: Texts, measure: Measure) -> Drawing:
    """Return the curve of `view` within `size`; marks are "point:KEY" and "milestone:KEY", from the left."""
    plot = _Plot(view, Box(LEFT, TOP, size.width - LEFT - RIGHT, size.height - TOP - FOOT), t, measure)
    numbers = _numbers(plot)
    shapes: list[Shape] = [*_ground(plot), *_lines(plot)]
    shapes += [Circle(x, y, DOT, Fill(Ink.TEAL)) for _, (x, y) in plot.dots()]
    shapes += [*numbers, *_risk_words(plot, numbers), *_under(plot)]
    shapes += [diamond(plot.x_of_day(it.on), plot.box.bottom, DIAMOND, Fill(Ink.INK)) for it in view.milestones]
    return Drawing(size, tuple(shapes), _marks(plot), curve_summary(view, t))


def _ground(plot: _Plot) -> list[Shape]:
    box = plot.box
    shapes: list[Shape] = []
    if plot.view.show_risk:
        middle = plot.height(RISK)
        shapes.append(Rect(Box(box.x, middle, box.width, box.bottom - middle), 0, Fill(Ink.CLAY, 0.12)))
        shapes.append(Line(box.x, middle, box.right, middle, Pen(Ink.CLAY, 1.0)))
    for value in (0, RISK, HIGHEST):
        y = plot.height(value)
        if value != RISK or not plot.view.show_risk:
            shapes.append(Line(box.x, y, box.right, y, Pen(Ink.LINE, 1.0)))
        shapes.append(Text(box.x - 6, y + SMALL * 0.35, str(value), SMALL, ink=Ink.MUTED, anchor=Anchor.END))
    return shapes


def _lines(plot: _Plot) -> list[Shape]:
    """Return the curve between neighbours that both have a value; a missing score is a gap."""
    near = [(one, two) for one, two in pairwise(plot.dots()) if two[0] - one[0] == 1]
    return [Polyline((one[1], two[1]), Pen(Ink.TEAL, 2.0)) for one, two in near]


def _numbers(plot: _Plot) -> list[Text]:
    """Return the values, each over its point, or under it where the curve or the risk line is in the way."""
    taken = _covered(plot)
    if plot.view.show_risk:
        taken.append(Box(plot.box.x, plot.height(RISK) - 0.5, plot.box.width, 1.0))
    texts = []
    for number, (x, y) in plot.dots():
        words = str(plot.view.points[number].value)
        places = [
            Text(x, base, words, NUMBER, True, anchor=Anchor.MIDDLE) for base in (y - DOT - 4, y + DOT + NUMBER + 1)
        ]
        free = [text for text in places if _is_free(text, taken, plot)]
        texts.append((free or places)[0])
    return texts


def _is_free(text: Text, taken: list[Box], plot: _Plot) -> bool:
    box = text_box(text, plot.measure)
    return box.bottom <= plot.box.bottom and not any(box.meets(other) for other in taken)


def _risk_words(plot: _Plot, numbers: list[Text]) -> list[Text]:
    """Return the words of the risk line at the first place where neither curve nor number is; none if all are taken."""
    if not plot.view.show_risk:
        return []
    taken = [text_box(number, plot.measure) for number in numbers] + _covered(plot)
    for words in (plot.t("under 50: risk of stress or depression"), plot.t("under 50")):
        for text in _risk_places(plot, words):
            box = text_box(text, plot.measure)
            if box.x >= plot.box.x and box.right <= plot.box.right and _is_free(text, taken, plot):
                return [text]
    return []


def _risk_places(plot: _Plot, words: str) -> list[Text]:
    """Return the places to try: just over the line, just under it, at the foot of the band; right, then left."""
    middle, box = plot.height(RISK), plot.box
    bases = (middle - 4, middle + SMALL + 3, box.bottom - 7)
    sides = ((box.right - 4, Anchor.END), (box.x + 4, Anchor.START))
    return [Text(x, base, words, SMALL, False, Ink.CLAY, anchor) for base in bases for x, anchor in sides]


def _covered(plot: _Plot) -> list[Box]:
    """Return small boxes along the curve and around its points."""
    boxes = [around(x, y, DOT + 1) for _, (x, y) in plot.dots()]
    for (one, (x1, y1)), (two, (x2, y2)) in pairwise(plot.dots()):
        if two - one == 1:
            steps = max(1, int(abs(x2 - x1) // 4))
            shares = [step / steps for step in range(steps + 1)]
            boxes += [around(x1 + share * (x2 - x1), y1 + share * (y2 - y1), 2.5) for share in shares]
    return boxes


def _under(plot: _Plot) -> list[Text]:
    """Return the names of the points under the plot; where they are too close, every other or fewer."""
    base = plot.box.bottom + FOOT - 8
    texts: list[Text] = []
    edge = float("-inf")
    for number, point in enumerate(plot.view.points):
        text = Text(plot.x(number), base, point.label, SMALL, False, Ink.MUTED, Anchor.MIDDLE)
        fitted = shorten(text, plot.box.width + LEFT, plot.measure)
        half = plot.measure(fitted, SMALL, False) / 2
        x = min(max(text.x, half + 2), plot.box.right + RIGHT - half - 2)
        if x - half > edge + 6:
            texts.append(Text(x, base, fitted, SMALL, False, Ink.MUTED, Anchor.MIDDLE))
            edge = x + half
    return texts


def _marks(plot: _Plot) -> tuple[Mark, ...]:
    found = []
    for number, point in enumerate(plot.view.points):
        y = plot.height(point.value if point.value is not None else 0)
        found.append((f"point:{point.key}", around(plot.x(number), y, 9.0), point_sentence(point, plot.t)))
    for it in plot.view.milestones:
        sentence = plot.t("{date}: {words}", date=plot.t.date(it.on), words=it.words)
        found.append((f"milestone:{it.key}", around(plot.x_of_day(it.on), plot.box.bottom, 7.0), sentence))
    found.sort(key=lambda mark: mark[1].x + mark[1].width / 2)
    return tuple(Mark(key, box, order, sentence) for order, (key, box, sentence) in enumerate(found))


def point_sentence(point: CurvePoint, t: Texts) -> str:
    """Return one reading of wellbeing in words."""
    if point.value is None:
        return t("{label}, {date}: no score", label=point.label, date=t.date(point.on))
    return t("{label}, {date}: {value} of 100", label=point.label, date=t.date(point.on), value=point.value)


def curve_summary(view: CurveView, t: Texts) -> str:
    """Return the curve in one sentence: first and latest value."""
    known = [point for point in view.points if point.value is not None]
    if not known:
        return t("No wellbeing score yet.")
    first, last = known[0], known[-1]
    if len(known) == 1:
        return t("Wellbeing, 0 to 100: {label} {value}.", label=first.label, value=first.value)
    return t(
        "Wellbeing, 0 to 100: {first} {before}, {last} {now}.",
        first=first.label,
        before=first.value,
        last=last.label,
        now=last.value,
    )


def curve_table(view: CurveView, t: Texts) -> Table:
    """Return the points as rows: reading, day, value."""
    rows = tuple(
        (point.label, t.date(point.on, "short"), t("no score") if point.value is None else str(point.value))
        for point in view.points
    )
    return Table((t("Reading"), t("Day"), t("Wellbeing, 0 to 100")), rows)
