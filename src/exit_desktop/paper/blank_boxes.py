"""Boxes and circles that carry the key of an answer, and grids of questions that are answered alike."""

from __future__ import annotations

from exit_desktop.charts.drawing import Ink
from exit_desktop.paper.blank_view import BlankKind, BlankQuestion
from exit_desktop.paper.fonts import Face
from exit_desktop.paper.lines import Style, single, wrap
from exit_desktop.paper.marks import Mark, Ring, Rule, Square, Words
from exit_desktop.paper.page import (
    MARGIN,
    WIDTH,
    Cell,
    Strip,
    baseline,
    keep_last,
    keep_whole,
    paragraph,
    row,
    under_heads,
    writing_lines,
)

PLAIN = Style(Face.TEXT, 11, 15.5)
QUIET = Style(Face.TEXT, 9.5, 13, Ink.MUTED)
KEY = Style(Face.FIGURES, 8.5, 11, Ink.MUTED)
HEAD = Style(Face.TEXT, 8.5, 10.5, Ink.MUTED)
BOX = 15.0
SCALE_BOX = 19.0
GRID_LABELS = 0.42
"""The share of the width that a grid gives its questions; more where its answers are few."""
WIDEST_COLUMN = 70.0
NUMBER_LINE = 64.0


def numbered_box(x: float, y: float, side: float, words: str) -> Square:
    """Return a box with a quiet number in the middle."""
    line = single(words, KEY)
    inside = Words(x + (side - line.width) / 2, y + side / 2 + KEY.size * 0.36, line, KEY)
    return Square(x, y, side, inside=inside)


def option_mark(kind: BlankKind, x: float, y: float, key: str) -> Mark:
    """Return a box for many answers or a circle for one, with the key in it."""
    line = single(key, KEY)
    inside = Words(x + (BOX - line.width) / 2, y + BOX / 2 + KEY.size * 0.36, line, KEY)
    return Square(x, y, BOX, inside=inside) if kind is BlankKind.MULTIPLE else Ring(x, y, BOX, inside)


def grid(questions: tuple[BlankQuestion, ...]) -> list[Strip]:
    """Return questions with the same answers as rows under the answers' labels."""
    options = questions[0].options
    column = min(WIDEST_COLUMN, WIDTH * (1 - GRID_LABELS) / len(options))
    left = WIDTH - column * len(options)
    tall = max(len(wrap(option.label, HEAD, column - 5)) for option in options)
    marks: list[Mark] = []
    for at, option in enumerate(options):
        lines = wrap(option.label, HEAD, column - 5)
        for down, line in enumerate(lines, tall - len(lines)):
            x = MARGIN + left + (at + 0.5) * column - line.width / 2
            marks.append(Words(x, down * HEAD.leading + baseline(HEAD), line, HEAD))
    heads = [Strip(tall * HEAD.leading + 4, tuple(marks), keep=True)]
    apart = len({question.only_if for question in questions}) > 1
    rows = [grid_row(question, left, column, apart) for question in questions]
    return [*said_once(questions, apart), *keep_whole(under_heads(heads, rows))]


def said_once(questions: tuple[BlankQuestion, ...], apart: bool) -> list[Strip]:
    """Return when the questions of a table are asked, above it where that is the same for all of them."""
    words = "" if apart else questions[0].only_if
    return paragraph(Cell(MARGIN, WIDTH, words, QUIET), keep=True) if words else []


def number_grid(questions: tuple[BlankQuestion, ...]) -> list[Strip]:
    """Return numbers to be written, one under the other."""
    apart = len({question.only_if for question in questions}) > 1
    strips = said_once(questions, apart)
    left = WIDTH - NUMBER_LINE
    for question in questions:
        cell = Cell(MARGIN, left - 12, _named(question), PLAIN)
        line = Rule(MARGIN + left, 7 + PLAIN.leading, NUMBER_LINE, Ink.MUTED, 0.5)
        strips += row((cell,), (Rule(MARGIN, 0, WIDTH), line), 6, 6)
    return keep_whole(strips)


def _named(question: BlankQuestion) -> str:
    return f"{question.number} {question.text}" if question.number else question.text


def grid_row(question: BlankQuestion, left: float, column: float, with_condition: bool = False) -> list[Strip]:
    """Return one question of a grid with its circles, under it when it is asked."""
    cell = Cell(MARGIN, left - 12, _named(question), PLAIN)
    middle = 5 + len(cell.lines()) * PLAIN.leading / 2 - BOX / 2
    starts = (MARGIN + left + (at + 0.5) * column - BOX / 2 for at in range(len(question.options)))
    rings = [
        option_mark(question.kind, x, middle, option.key) for x, option in zip(starts, question.options, strict=True)
    ]
    said = question.only_if if with_condition else ""
    strips = row((cell,), (Rule(MARGIN, 0, WIDTH), *rings), 5, 0 if said else 5)
    if said:
        strips = [*keep_last(strips), *row((Cell(MARGIN, left - 12, said, QUIET),), (), 0, 4)]
    return strips


def scale_grid(questions: tuple[BlankQuestion, ...]) -> list[Strip]:
    """Return scales with the same anchors under each other, the anchors once above them."""
    left, top = WIDTH * GRID_LABELS, questions[0].top
    start, step = MARGIN + left, (WIDTH - left) / top
    half = top * step / 2
    low, high = questions[0].anchors
    anchors = (Cell(start, half - 10, low, QUIET), Cell(start + half + 10, half - 10, high, QUIET, right=True))
    heads = [Strip(strip.height, strip.marks, keep=True) for strip in row(anchors, (), 4, 4)]
    rows: list[list[Strip]] = []
    for question in questions:
        cell = Cell(MARGIN, left - 12, _named(question), PLAIN)
        middle = 6 + len(cell.lines()) * PLAIN.leading / 2 - SCALE_BOX / 2
        gap_left = (step - SCALE_BOX) / 2
        boxes = [numbered_box(start + at * step + gap_left, middle, SCALE_BOX, str(at + 1)) for at in range(top)]
        if question.room_for_note:
            rows.append([*keep_last(row((cell,), tuple(boxes), 6, 6)), *writing_lines(1, 19)])
        else:
            rows.append(row((cell,), (Rule(MARGIN, 0, WIDTH), *boxes), 6, 6))
    return under_heads(heads, rows)
