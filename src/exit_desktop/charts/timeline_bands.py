"""The row of phases on a timeline: bands, their names, pauses, ends, and the ways from one phase to the next."""

from __future__ import annotations

from datetime import date

from exit_desktop.charts.drawing import (
    Box,
    Dash,
    Fill,
    Hatch,
    Ink,
    Line,
    Mark,
    Pen,
    Polygon,
    Rect,
    Shape,
    Text,
    square,
)
from exit_desktop.charts.timeline_stage import BAND_FOOT, BAND_HEIGHT, BAND_TOP, NAME_BASE, NAME_SIZE, Piece, Stage
from exit_desktop.charts.timeline_view import (
    PhaseKind,
    TimelineClosing,
    TimelinePause,
    TimelinePhase,
    TimelineTransition,
)
from exit_desktop.charts.timeline_words import (
    PHASE_FULL_NAMES,
    PHASE_NAMES,
    closing_sentence,
    pause_sentence,
    phase_sentence,
    transition_sentence,
)

FILLS = {
    PhaseKind.ORIENTATION: Ink.PHASE_ORIENTATION,
    PhaseKind.ONE: Ink.PHASE_ONE,
    PhaseKind.TWO: Ink.PHASE_TWO,
    PhaseKind.THREE: Ink.PHASE_THREE,
}
EDGES = {
    PhaseKind.ORIENTATION: Ink.EDGE_ORIENTATION,
    PhaseKind.ONE: Ink.EDGE_ONE,
    PhaseKind.TWO: Ink.EDGE_TWO,
    PhaseKind.THREE: Ink.EDGE_THREE,
}
PALE = 0.16
CORNER = 4.0


def phase_piece(stage: Stage, phase: TimelinePhase) -> Piece:
    """Return one band: pale where it is to come, solid where it has been lived, its name above."""
    box = stage.band(phase.start, phase.end)
    inner = Box(box.x + 0.75, box.y, max(1.0, box.width - 1.5), box.height)
    shapes: list[Shape] = [Rect(inner, CORNER, Fill(FILLS[phase.kind], PALE))]
    for start, end in _lived(stage, phase):
        part = stage.band(start, end)
        left, right = max(part.x, inner.x), min(part.right, inner.right)
        if right > left:
            lived = Box(left, part.y, right - left, part.height)
            shapes.append(Rect(lived, min(CORNER, lived.width / 2), Fill(FILLS[phase.kind])))
    shapes.append(Rect(inner, CORNER, None, Pen(EDGES[phase.kind], 1.5)))
    name = _name(stage, phase, box)
    words = [Text(box.x + 2, NAME_BASE, name, NAME_SIZE, True)] if name else []
    sentence = phase_sentence(phase, stage.view.reached, stage.t)
    reach = Box(box.x, 0, box.width, BAND_FOOT)
    return Piece((*shapes, *words), (Mark(f"phase:{phase.kind.name.lower()}", reach, 0, sentence),))


def _lived(stage: Stage, phase: TimelinePhase) -> list[tuple[date, date]]:
    """Return the stretches of a phase that were lived: up to now, without the time between an end and a reopening."""
    stretches = [(phase.start, min(phase.end, stage.view.reached))]
    for closing in stage.view.closings:
        back = closing.reopened or date.max
        cut = [((a, min(b, closing.on)), (max(a, back), b)) for a, b in stretches]
        stretches = [part for pair in cut for part in pair]
    return [(start, end) for start, end in stretches if start < end]


def _name(stage: Stage, phase: TimelinePhase, box: Box) -> str:
    """Return the longest name that fits above the band, none if even the short one does not."""
    for words in (stage.t(PHASE_FULL_NAMES[phase.kind]), stage.t(PHASE_NAMES[phase.kind])):
        if stage.measure(words, NAME_SIZE, True) <= box.width - 6:
            return words
    return ""


def pause_piece(stage: Stage, number: int, pause: TimelinePause) -> Piece:
    """Return one pause, hatched over its band."""
    end = pause.end or max(stage.view.reached, pause.start)
    box = stage.band(pause.start, end)
    box = Box(box.x, box.y + 1, max(box.width, 3.0), box.height - 2)
    sides = [Line(x, box.y, x, box.bottom, Pen(Ink.INK, 0.8)) for x in (box.x, box.right)]
    # Ground under the lines keeps the hatch readable on a solid band and on a pale one alike.
    shapes: tuple[Shape, ...] = (Rect(box, 0, Fill(Ink.PANEL)), Hatch(box, Pen(Ink.INK, 1.0), 5.0), *sides)
    return Piece(shapes, (Mark(f"pause:{number}", box, 0, pause_sentence(pause, stage.t)),))


def transition_piece(stage: Stage, move: TimelineTransition) -> Piece:
    """Return one way into a phase: thin where planned, strong where it happened, broken where first planned."""
    planned = stage.x(move.planned)
    shapes: list[Shape] = [_tick(planned, 4.0, Pen(Ink.MUTED, 1.0))]
    if move.first_planned and move.first_planned != move.planned:
        shapes.append(_tick(stage.x(move.first_planned), 4.0, Pen(Ink.MUTED, 1.0, Dash.SHORT)))
    x = planned
    if move.actual:
        x = stage.x(move.actual)
        shapes.append(_tick(x, 6.0, Pen(Ink.INK, 2.5)))
    box = Box(x - 5, BAND_TOP - 6, 10, BAND_HEIGHT + 12)
    return Piece(
        tuple(shapes), (Mark(f"transition:{move.to.name.lower()}", box, 0, transition_sentence(move, stage.t)),)
    )


def _tick(x: float, out: float, pen: Pen) -> Line:
    return Line(x, BAND_TOP - out / 2, x, BAND_FOOT + out, pen)


def closing_piece(stage: Stage, number: int, closing: TimelineClosing) -> Piece:
    """Return an end (a bar with a square foot) and, where it was taken up again, a flag that points onwards."""
    t, x = stage.t, stage.x(closing.on)
    bar = Line(x, BAND_TOP - 5, x, BAND_FOOT + 5, Pen(Ink.INK, 2.5))
    shapes: list[Shape] = [bar, square(x, BAND_FOOT + 6, 3.2, Fill(Ink.INK))]
    box = Box(x - 6, BAND_TOP - 6, 12, BAND_HEIGHT + 16)
    marks = [Mark(f"end:{number}", box, 0, closing_sentence(closing, t))]
    if closing.reopened:
        x = stage.x(closing.reopened)
        shapes.append(Line(x, BAND_TOP - 5, x, BAND_FOOT + 5, Pen(Ink.INK, 1.5)))
        foot = BAND_FOOT + 6
        flag = ((x - 1, foot - 4.5), (x + 7, foot), (x - 1, foot + 4.5))
        shapes.append(Polygon(flag, Fill(Ink.PANEL), Pen(Ink.INK, 1.3)))
        box = Box(x - 5, BAND_TOP - 6, 13, BAND_HEIGHT + 16)
        marks.append(Mark(f"reopened:{number}", box, 0, t("Taken up again {date}", date=t.date(closing.reopened))))
    return Piece(tuple(shapes), tuple(marks))
