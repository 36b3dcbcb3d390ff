"""What stands at one day on a timeline: readings, milestones, today, and the dates beneath."""

from __future__ import annotations

from datetime import date

from exit_desktop.charts.drawing import (
    Anchor,
    Box,
    Circle,
    Dash,
    Fill,
    Ink,
    Line,
    Mark,
    Pen,
    Polygon,
    Polyline,
    Shape,
    Text,
    around,
    diamond,
)
from exit_desktop.charts.labels import SMALL, text_box
from exit_desktop.charts.timeline_stage import (
    BAND_TOP,
    DATE_BASE,
    DATE_ROW,
    MIDDLE,
    MILESTONE_Y,
    SIDE,
    Piece,
    Stage,
    spread,
)
from exit_desktop.charts.timeline_view import ReadingState, TimelineReading
from exit_desktop.charts.timeline_words import milestone_sentence, reading_sentence, short_date, today_words

READING = 7.5
ROWS = 2


def readings_piece(stage: Stage) -> Piece:
    """Return the readings as circles on the bands; those close in time stand side by side."""
    readings = sorted(stage.view.readings, key=lambda reading: reading.on)
    places = spread([stage.x(reading.on) for reading in readings], 2 * READING + 3, stage.width)
    shapes: list[Shape] = []
    marks = []
    for x, reading in zip(places, readings, strict=True):
        shapes += _reading(x, reading)
        box = around(x, MIDDLE, READING + 1.5)
        marks.append(Mark(f"reading:{reading.key}", box, 0, reading_sentence(reading, stage.t)))
    return Piece(tuple(shapes), tuple(marks))


def _reading(x: float, reading: TimelineReading) -> list[Shape]:
    panel = Fill(Ink.PANEL)
    if reading.state is ReadingState.DONE:
        check = Polyline(((x - 3.4, MIDDLE + 0.2), (x - 0.9, MIDDLE + 2.9), (x + 3.6, MIDDLE - 2.8)), Pen(Ink.INK, 1.9))
        return [Circle(x, MIDDLE, READING, panel, Pen(Ink.INK, 1.5)), check]
    if reading.state in (ReadingState.UNDER_WAY, ReadingState.DUE):
        ring = [Circle(x, MIDDLE, READING + 1, panel), Circle(x, MIDDLE, READING, panel, Pen(Ink.CLAY, 3.0))]
        begun = [Circle(x, MIDDLE, READING / 3, Fill(Ink.CLAY))] if reading.state is ReadingState.UNDER_WAY else []
        return [*ring, *begun]
    if reading.state is ReadingState.COMING:
        return [Circle(x, MIDDLE, READING, panel, Pen(Ink.MUTED, 1.3))]
    halo = Circle(x, MIDDLE, READING - 0.5, panel)
    return [halo, Circle(x, MIDDLE, READING - 2.5, None, Pen(Ink.MUTED, 1.3, Dash.SHORT))]


def milestones_piece(stage: Stage) -> Piece:
    """Return the milestones as diamonds in a row of their own."""
    milestones = sorted(stage.view.milestones, key=lambda milestone: milestone.on)
    places = spread([stage.x(milestone.on) for milestone in milestones], 12.0, stage.width)
    pairs = list(zip(places, milestones, strict=True))
    shapes = tuple(diamond(x, MILESTONE_Y, 5.0, Fill(Ink.INK)) for x, _ in pairs)
    marks = tuple(
        Mark(f"milestone:{it.key}", around(x, MILESTONE_Y, 6.5), 0, milestone_sentence(it, stage.t)) for x, it in pairs
    )
    return Piece(shapes, marks)


def today_line(stage: Stage) -> Piece:
    """Return the line of today with its pennant, nothing when the course is closed or today is not known."""
    today = stage.view.today
    if today is None or stage.view.closing:
        return Piece()
    x = stage.x(today)
    out = 7 if x + 8 < stage.width else -7
    top = BAND_TOP - 5
    foot = DATE_BASE - SMALL
    line = Line(x, top, x, foot, Pen(Ink.INK, 2.0))
    pennant = Polygon(((x, foot - 8), (x + out, foot - 4), (x, foot)), Fill(Ink.CLAY), Pen(Ink.CLAY, 1.0))
    box = Box(x - 4, BAND_TOP - 7, 8, foot - BAND_TOP + 7)
    sentence = stage.t("{today}: {date}", today=today_words(stage.view, stage.t), date=stage.t.date(today))
    return Piece((line, pennant), (Mark("today", box, 0, sentence),))


def date_labels(stage: Stage) -> list[Text]:
    """Return the words under the timeline, the most important first; one without room on two rows is left out."""
    placed: list[Text] = []
    boxes: list[Box] = []
    for text in _wanted(stage):
        for row in range(ROWS):
            moved = Text(text.x, DATE_BASE + row * DATE_ROW, text.words, text.size, text.bold, text.ink, text.anchor)
            box = text_box(moved, stage.measure)
            roomy = Box(box.x - 4, box.y, box.width + 8, box.height)
            if not any(roomy.meets(other) for other in boxes):
                placed.append(moved)
                boxes.append(box)
                break
    return placed


def _wanted(stage: Stage) -> list[Text]:
    view, t = stage.view, stage.t
    beside = view.start or view.phases[0].start
    texts = []
    if view.today and view.closing is None:
        texts.append(_centred(stage, view.today, today_words(view, t), Ink.CLAY))
    for closing in view.closings:
        texts.append(_centred(stage, closing.on, t("ended {date}", date=short_date(closing.on, beside, t)), Ink.INK))
        if closing.reopened:
            again = short_date(closing.reopened, beside, t)
            texts.append(_centred(stage, closing.reopened, t("again {date}", date=again), Ink.INK))
    told: set[date] = set()
    for day, ink in _days(stage):
        if day not in told:
            told.add(day)
            texts.append(_centred(stage, day, short_date(day, beside, t), ink))
    return texts


def _days(stage: Stage) -> list[tuple[date, Ink]]:
    """Return the days worth a date, the most telling first."""
    view = stage.view
    start = [(view.start, Ink.MUTED)] if view.start else []
    actual = [(move.actual, Ink.INK) for move in view.transitions if move.actual]
    planned = [(move.planned, Ink.MUTED) for move in view.transitions if not move.actual]
    edges = [(view.phases[-1].end, Ink.MUTED), (view.phases[0].start, Ink.MUTED)]
    return start + actual + planned + edges


def _centred(stage: Stage, day: date, words: str, ink: Ink) -> Text:
    """Return a label centred on its day, moved in where it would leave the drawing."""
    bold = ink is Ink.CLAY
    half = stage.measure(words, SMALL, bold) / 2
    x = min(max(stage.x(day), SIDE / 2 + half), stage.width - SIDE / 2 - half)
    return Text(x, DATE_BASE, words, SMALL, bold, ink, Anchor.MIDDLE)
