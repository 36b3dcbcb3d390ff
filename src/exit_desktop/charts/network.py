"""A support network as a map: near the middle and thick is a close tie, far and dashed a loose one."""

from __future__ import annotations

from dataclasses import dataclass

from exit_desktop.charts.drawing import (
    Anchor,
    Box,
    Circle,
    Dash,
    Drawing,
    Fill,
    Ink,
    Line,
    Mark,
    Measure,
    Pen,
    Polyline,
    Rect,
    Shape,
    Size,
    Text,
    square,
)
from exit_desktop.charts.labels import (
    ASCENT,
    DESCENT,
    LABEL,
    LEADING,
    SIZES,
    SMALL,
    fit_label,
    shorten,
    two_lines,
    wrapped,
)
from exit_desktop.charts.network_places import (
    EDGE,
    HEAD,
    LEAST_ROW,
    NetworkFrame,
    Place,
    network_frame,
    places,
    rows_needed,
)
from exit_desktop.charts.network_view import STRENGTHS, NetworkNode, NetworkView
from exit_desktop.charts.network_words import TIES, network_summary, node_sentence
from exit_desktop.system.language import Texts

_PENS = {3: Pen(Ink.TEAL, 3.4), 2: Pen(Ink.TEAL, 1.7), 1: Pen(Ink.MUTED, 1.3, Dash.DASHED)}
_SIDE, _MARK = 9.0, 14.0
_LEGEND_ROW, _SAMPLE = 17.0, 26.0
_USUAL_ROW, _LEAST_ROOM, _USUAL_ROOM = 40.0, 190.0, 330.0


@dataclass(frozen=True, slots=True)
class _Label:
    """The lines of one person's label and the rounded box around them."""

    node: NetworkNode
    box: Box
    lines: tuple[Text, ...]


def draw_network(view: NetworkView, size: Size, t: Texts, measure: Measure) -> Drawing:
    """Return the map of `view` within `size`; each person is a mark "person:ID", the private half first."""
    frame = frame_of(view, size, t, measure)
    placed = places(view, frame)
    labels = [_label(place, measure) for place in placed]
    shapes: list[Shape] = [*_ground(frame, size), *_halves(frame, size, t, measure)]
    shapes += [_tie(frame, label) for label in labels]
    shapes += _citizen(view, frame, measure)
    for label in labels:
        shapes += _person(label)
    if view.nodes:
        shapes += _legend(size, t, measure)
    marks = tuple(
        Mark(f"person:{label.node.id}", label.box, at, node_sentence(label.node, t)) for at, label in enumerate(labels)
    )
    return Drawing(size, tuple(shapes), marks, network_summary(view, t))


def frame_of(view: NetworkView, size: Size, t: Texts, measure: Measure) -> NetworkFrame:
    """Return where the rings of the map lie, so that a point can be read as a place on it."""
    return network_frame(size, _legend_height(size, t, measure) if view.nodes else EDGE)


def height_for(view: NetworkView, least: bool = False) -> float:
    """Return the height in points that suits the map, or the least at which everyone can be read."""
    rows = rows_needed(view)
    wished = 0.0 if least else min(_USUAL_ROOM, rows * _USUAL_ROW)
    return HEAD + 3 * _LEGEND_ROW + max(_LEAST_ROOM, rows * LEAST_ROW, wished)


def _ground(frame: NetworkFrame, size: Size) -> list[Shape]:
    rings: list[Shape] = [
        Polyline(frame.outline(strength, side), Pen(Ink.LINE, 0.8)) for strength in STRENGTHS for side in (-1, 1)
    ]
    top, bottom = 4.0, frame.y + frame.half
    return [*rings, Line(size.width / 2, top, size.width / 2, bottom, Pen(Ink.LINE, 1.2, Dash.DASHED))]


def _halves(frame: NetworkFrame, size: Size, t: Texts, measure: Measure) -> list[Shape]:
    room = Box(0, 0, frame.x - 2 * EDGE, HEAD - 8)
    named = ((t("Family, friends and others"), EDGE, Anchor.START), (t("Professionals"), size.width - EDGE, Anchor.END))
    shapes: list[Shape] = []
    for words, x, anchor in named:
        text = Text(x, LABEL + 2, words, SMALL, bold=True, ink=Ink.MUTED, anchor=anchor)
        shapes.append(Text(x, text.y, shorten(text, room.width, measure), SMALL, True, Ink.MUTED, anchor))
    return shapes


def _tie(frame: NetworkFrame, label: _Label) -> Line:
    box = label.box
    return Line(frame.x, frame.y, box.x + box.width / 2, box.y + box.height / 2, _PENS[label.node.strength])


def _citizen(view: NetworkView, frame: NetworkFrame, measure: Measure) -> list[Shape]:
    radius = frame.radius
    size, lines = fit_label(view.middle, Box(0, 0, 1.7 * radius, 1.2 * radius), True, measure)
    first = frame.y - (len(lines) - 1) * size * LEADING / 2 + size * 0.36
    words = [
        Text(frame.x, first + at * size * LEADING, line, size, True, anchor=Anchor.MIDDLE)
        for at, line in enumerate(lines)
    ]
    return [Circle(frame.x, frame.y, radius, Fill(Ink.TEAL, 0.16), Pen(Ink.TEAL, 1.8)), *words]


def _label(place: Place, measure: Measure) -> _Label:
    node, room = place.node, place.room
    beside = _MARK if node.takes else 0.0
    size, lines = _fitting(node, Box(0, 0, room.width - 2 * _SIDE - beside, room.height - 3), measure)
    wide = max(measure(words, size, False) for words, _ in lines) + 2 * _SIDE + beside
    high = min(room.height, len(lines) * size * LEADING + 7)
    box = Box(room.x + (room.width - wide) / 2, place.y - high / 2, wide, high)
    # The letters of all lines stand in the middle of the box.
    first = place.y - (len(lines) - 1) * size * LEADING / 2 + size * (ASCENT - DESCENT) / 2
    x = box.x + _SIDE + beside
    drawn = tuple(Text(x, first + at * size * LEADING, words, size, ink=ink) for at, (words, ink) in enumerate(lines))
    return _Label(node, box, drawn)


_Lines = tuple[tuple[str, Ink], ...]


def _fitting(node: NetworkNode, room: Box, measure: Measure) -> tuple[float, _Lines]:
    """Return the largest size, and the lines, at which someone's role and name fit; the name gives way first."""
    for size in SIZES[:-2]:
        for lines in _ways(node, size, room, measure):
            fits = all(measure(words, size, False) <= room.width for words, _ in lines)
            if fits and len(lines) * size * LEADING <= room.height:
                return size, lines
    size = next((one for one in SIZES[2:] if one * LEADING <= room.height), SIZES[-1])
    role = shorten(Text(0, 0, node.role, size), room.width, measure)
    return size, ((role, Ink.INK),)


def _ways(node: NetworkNode, size: float, room: Box, measure: Measure) -> list[_Lines]:
    role = Text(0, 0, node.role, size)
    broken = dict.fromkeys((two_lines(role, room.width, measure), wrapped(role, room.width, measure)))
    name = ((node.name, Ink.MUTED),) if node.name else ()
    ways: list[_Lines] = [(*((line, Ink.INK) for line in lines), *name) for lines in broken]
    return [*ways, ((f"{node.role} · {node.name}", Ink.INK),)] if node.name else ways


def _person(label: _Label) -> list[Shape]:
    box, node = label.box, label.node
    # Private ties are round, professional ones square: the halves are told apart without their labels too.
    corner = 3.0 if node.professional else min(box.height / 2, 11.0)
    shapes: list[Shape] = [Rect(box, corner, Fill(Ink.PANEL), Pen(Ink.MUTED, 0.9)), *label.lines]
    if node.takes:
        shapes += _task_mark(box.x + _SIDE + 3.5, box.y + box.height / 2, node.tried_out)
    return shapes


def _task_mark(x: float, y: float, tried_out: bool) -> list[Shape]:
    box = square(x, y, 4.0, Fill(Ink.PANEL), Pen(Ink.TEAL, 1.2))
    tick = Polyline(((x - 2.4, y + 0.2), (x - 0.6, y + 2.2), (x + 2.8, y - 2.4)), Pen(Ink.TEAL, 1.5))
    return [box, tick] if tried_out else [box]


def _legend_items(t: Texts) -> list[tuple[int | bool, str]]:
    """Return what the legend explains: a strength, or the mark of a task (a flag: tried out)."""
    ties: list[tuple[int | bool, str]] = [(strength, t(TIES[strength])) for strength in STRENGTHS]
    return [*ties, (False, t("takes over a task")), (True, t("tried out"))]


def _legend_rows(size: Size, t: Texts, measure: Measure) -> list[list[tuple[int | bool, str, float]]]:
    rows: list[list[tuple[int | bool, str, float]]] = [[]]
    used = 0.0
    for what, words in _legend_items(t):
        wide = (16.0 if isinstance(what, bool) else _SAMPLE) + measure(words, SMALL, False) + 14
        if rows[-1] and used + wide > size.width - 2 * EDGE:
            rows.append([])
            used = 0.0
        rows[-1].append((what, words, wide))
        used += wide
    return rows


def _legend_height(size: Size, t: Texts, measure: Measure) -> float:
    return len(_legend_rows(size, t, measure)) * _LEGEND_ROW + 6


def _legend(size: Size, t: Texts, measure: Measure) -> list[Shape]:
    rows = _legend_rows(size, t, measure)
    top = size.height - len(rows) * _LEGEND_ROW
    shapes: list[Shape] = []
    for number, row in enumerate(rows):
        x, y = (size.width - sum(wide for *_, wide in row) + 14) / 2, top + number * _LEGEND_ROW + _LEGEND_ROW / 2
        for what, words, wide in row:
            shapes += _legend_item(what, words, x, y)
            x += wide
    return shapes


def _legend_item(what: int | bool, words: str, x: float, y: float) -> list[Shape]:
    if isinstance(what, bool):
        return [*_task_mark(x + 5, y, what), Text(x + 16, y + 3.4, words, SMALL, ink=Ink.MUTED)]
    return [Line(x, y, x + _SAMPLE - 6, y, _PENS[what]), Text(x + _SAMPLE, y + 3.4, words, SMALL, ink=Ink.MUTED)]
