"""Boxes and circles that carry the key of an answer, and grids of questions that are answered alike."""

from __future__ import annotations

from exit_desktop.charts.drawing import Ink
from exit_desktop.paper.blank_view import BlankKind, BlankQuestion
from exit_desktop.paper.fonts import Face
from exit_desktop.paper.lines import Style, single, wrap
from exit_desktop.paper.marks import Mark, Ring, Rule, Square, Words
from exit_desktop.paper.page import MARGIN, WIDTH, Cell, Strip, baseline, keep_last, keep_whole, row, writing_lines

PLAIN = Style(Face.TEXT, 11, 15.5)
QUIET = Style(Face.TEXT, 9.5, 13, Ink.MUTED)
KEY = Style(Face.FIGURES, 8.5, 11, Ink.MUTED)
HEAD = Style(Face.TEXT, 8.5, 10.5, Ink.MUTED)
BOX = 15.0
SCALE_BOX = 19.0
GRID_LABELS = 0.42
"""The share of the width that a grid gives its questions."""


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
    left, column = WIDTH * GRID_LABELS, WIDTH * (1 - GRID_LABELS) / len(options)
    tall = max(len(wrap(option.label, HEAD, column - 5)) for option in options)
    marks: list[Mark] = []
    for at, option in enumerate(options):
        lines = wrap(option.label, HEAD, column - 5)
        for down, line in enumerate(lines, tall - len(lines)):
            x = MARGIN + left + (at + 0.5) * column - line.width / 2
            marks.append(Words(x, down * HEAD.leading + baseline(HEAD), line, HEAD))
    strips = [Strip(tall * HEAD.leading + 4, tuple(marks), keep=True)]
    for question in questions:
        strips += grid_row(question, left, column)
    return keep_whole(strips)


def grid_row(question: BlankQuestion, left: float, column: float) -> list[Strip]:
    """Return one question of a grid with its circles."""
    number = f"{question.number} " if question.number else ""
    cell = Cell(MARGIN, left - 12, number + question.text, PLAIN)
    middle = 5 + len(cell.lines()) * PLAIN.leading / 2 - BOX / 2
    starts = (MARGIN + left + (at + 0.5) * column - BOX / 2 for at in range(len(question.options)))
    rings = [
        option_mark(question.kind, x, middle, option.key) for x, option in zip(starts, question.options, strict=True)
    ]
    return row((cell,), (Rule(MARGIN, 0, WIDTH), *rings), 5, 5)


def scale_grid(questions: tuple[BlankQuestion, ...]) -> list[Strip]:
    """Return scales with the same anchors under each other, the anchors once above them."""
    left, top = WIDTH * GRID_LABELS, questions[0].top
    start, step = MARGIN + left, (WIDTH - left) / top
    half = top * step / 2
    low, high = questions[0].anchors
    anchors = (Cell(start, half - 10, low, QUIET), Cell(start + half + 10, half - 10, high, QUIET, right=True))
    strips = [Strip(strip.height, strip.marks, keep=True) for strip in row(anchors, (), 4, 4)]
    for question in questions:
        number = f"{question.number} " if question.number else ""
        cell = Cell(MARGIN, left - 12, number + question.text, PLAIN)
        middle = 6 + len(cell.lines()) * PLAIN.leading / 2 - SCALE_BOX / 2
        gap_left = (step - SCALE_BOX) / 2
        boxes = [numbered_box(start + at * step + gap_left, middle, SCALE_BOX, str(at + 1)) for at in range(top)]
        if question.room_for_note:
            strips += [*keep_last(row((cell,), tuple(boxes), 6, 6)), *writing_lines(1, 19)]
        else:
            strips += row((cell,), (Rule(MARGIN, 0, WIDTH), *boxes), 6, 6)
    return strips
