"""Blank questions for pen and paper: boxes carry the key that types the answer in afterwards, one key per answer."""

from __future__ import annotations

from itertools import groupby

from exit_desktop.charts.drawing import Ink
from exit_desktop.paper.blank_boxes import (
    BOX,
    PLAIN,
    QUIET,
    SCALE_BOX,
    grid,
    number_grid,
    numbered_box,
    option_mark,
    scale_grid,
)
from exit_desktop.paper.blank_view import BlankKind, BlankOption, BlankPart, BlankQuestion, BlankView
from exit_desktop.paper.fonts import Face
from exit_desktop.paper.lines import Style, single
from exit_desktop.paper.marks import Mark, Rule, Words
from exit_desktop.paper.page import (
    MARGIN,
    WIDTH,
    Cell,
    Foot,
    Sheet,
    Strip,
    baseline,
    fit,
    gap,
    keep_last,
    keep_whole,
    paragraph,
    row,
    write_pdf,
    writing_lines,
)
from exit_desktop.system.language import Texts

TITLE = Style(Face.STRONG, 20, 28)
PART = Style(Face.STRONG, 13.5, 19)
INDENT = 26.0
MANY_ANSWERS = 10


def print_blank_reading(view: BlankView, t: Texts) -> bytes:
    """Return the questions as a PDF in A4, to be answered with a pen."""

    def build(air: float) -> list[Strip]:
        strips = heading(view, t)
        for part in view.parts:
            strips += part_strips(part, air)
        return strips

    foot = Foot(t("Call or write: {line}", line=view.contact) if view.contact else "")
    return write_pdf(fit(build), Sheet(view.title, t.language), foot)


def heading(view: BlankView, t: Texts) -> list[Strip]:
    """Return the title, a line for the day and what is said first."""
    title = Words(MARGIN, baseline(TITLE), single(view.title, TITLE), TITLE)
    day = single(t("Date:"), QUIET)
    right = MARGIN + WIDTH
    place = Words(right - 110 - day.width - 6, baseline(TITLE), day, QUIET)
    line = Rule(right - 110, baseline(TITLE) + 2, 110, Ink.MUTED, 0.5)
    return [Strip(TITLE.leading, (title, place, line)), *paragraph(Cell(MARGIN, WIDTH, view.intro, PLAIN))]


def part_strips(part: BlankPart, air: float) -> list[Strip]:
    """Return the questions of a part; neighbours with the same four or more answers become one grid."""
    strips = [gap(20 * air, keep=True), *paragraph(Cell(MARGIN, WIDTH, part.title, PART), keep=True)]
    if part.stem:
        # An instruction that is torn in two is not read: it stays whole, and with its first question.
        stem = keep_whole(paragraph(Cell(MARGIN, WIDTH, part.stem, PLAIN)))
        strips += [gap(3, keep=True), *keep_last(stem)]
    for _, group in groupby(part.questions, key=answered_alike):
        strips += alike_strips(tuple(group), part.grid, air)
    return strips + ([gap(6), *paragraph(Cell(MARGIN, WIDTH, part.source, QUIET))] if part.source else [])


def alike_strips(questions: tuple[BlankQuestion, ...], wants_grid: bool, air: float) -> list[Strip]:
    """Return neighbours that are answered alike: three or more in a table, if their answers or their part want one."""
    kind, options = questions[0].kind, questions[0].options
    tables = {BlankKind.SCALE: scale_grid}
    if wants_grid:
        tables |= {BlankKind.YES_NO: grid, BlankKind.NUMBER: number_grid}
    if len(options) >= 4:
        tables[BlankKind.SINGLE] = grid
    if len(questions) >= 3 and kind in tables:
        return [gap(8 * air, keep=True), *tables[kind](questions)]
    return [strip for question in questions for strip in question_strips(question, air)]


def answered_alike(question: BlankQuestion) -> tuple[BlankKind, tuple[BlankOption, ...], tuple[str, str], int]:
    """Return what neighbours must share to stand in one grid."""
    return question.kind, question.options, question.anchors, question.top


def question_strips(question: BlankQuestion, air: float) -> list[Strip]:
    """Return one question with its room to answer, kept together."""
    strips = [gap(11 * air, keep=True)]
    number = (Words(MARGIN, baseline(PLAIN), single(question.number, QUIET), QUIET),) if question.number else ()
    start = MARGIN + (INDENT if question.number else 0)
    cell = Cell(start, MARGIN + WIDTH - start, question.text, PLAIN)
    strips += keep_last(row((cell,), number, 0, 2))
    if question.only_if:
        strips += paragraph(Cell(start, WIDTH - INDENT, question.only_if, QUIET), keep=True)
    if question.help:
        strips += paragraph(Cell(start, WIDTH - INDENT, question.help, QUIET), keep=True)
    strips += answer_strips(question, start)
    if question.room_for_note:
        strips += writing_lines(1, 20, start, MARGIN + WIDTH - start)
    return keep_whole(strips)


def answer_strips(question: BlankQuestion, x: float) -> list[Strip]:
    """Return the boxes or lines that a question is answered in."""
    if question.kind is BlankKind.SCALE:
        return scale(question, x)
    if question.kind is BlankKind.TEXT:
        return writing_lines(2, 24, x, MARGIN + WIDTH - x)
    if question.kind is BlankKind.NUMBER:
        return [Strip(24, (Rule(x, 20, 70, Ink.MUTED, 0.5),))]
    return choices(question, x)


def scale(question: BlankQuestion, x: float) -> list[Strip]:
    """Return numbered boxes from 1 with the two end anchors under them."""
    step = min(30.0, (MARGIN + WIDTH - x) / question.top)
    side = SCALE_BOX
    boxes = tuple(numbered_box(x + at * step, 3, side, str(at + 1)) for at in range(question.top))
    strips = [Strip(side + 6, boxes, keep=any(question.anchors))]
    if any(question.anchors):
        half = (question.top * step) / 2
        left, right = question.anchors
        strips += row(
            (Cell(x, half - 8, left, QUIET), Cell(x + half, half - step + side, right, QUIET, right=True)), (), 0, 2
        )
    return strips


def choices(question: BlankQuestion, x: float) -> list[Strip]:
    """Return the answers in one line when they fit, else in two columns, or under each other where they are long."""
    room = MARGIN + WIDTH - x
    widths = [BOX + 6 + single(option.label, PLAIN).width + 18 for option in question.options]
    if sum(widths) <= room:
        starts = [x + sum(widths[:at]) for at in range(len(widths))]
        marks = [
            mark
            for start, option in zip(starts, question.options, strict=True)
            for mark in one_choice(question.kind, start, option)
        ]
        return [Strip(21, tuple(marks))]
    # So many answers are found sooner in two columns, even where some of them then take two lines.
    columns = 2 if max(widths) <= room / 2 or len(question.options) >= MANY_ANSWERS else 1
    strips = []
    for first in range(0, len(question.options), columns):
        strips += choice_row(question, first, x, columns)
    return strips


def choice_row(question: BlankQuestion, first: int, x: float, columns: int) -> list[Strip]:
    """Return the answers that stand side by side in one row."""
    room = (MARGIN + WIDTH - x) / columns
    chosen = question.options[first : first + columns]
    cells = tuple(
        Cell(x + at * room + BOX + 6, room - BOX - 12, option.label, PLAIN) for at, option in enumerate(chosen)
    )
    marks = tuple(option_mark(question.kind, x + at * room, 2.5, option.key) for at, option in enumerate(chosen))
    return row(cells, marks, 2.5, 2.5)


def one_choice(kind: BlankKind, x: float, option: BlankOption) -> tuple[Mark, ...]:
    """Return one answer on a line."""
    words = Words(x + BOX + 6, 2.5 + baseline(PLAIN), single(option.label, PLAIN), PLAIN)
    return option_mark(kind, x, 2.5, option.key), words
