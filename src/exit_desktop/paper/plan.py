"""The citizen's plan on paper: what matters, in own words; a box to tick, what, who, when; one page when it fits."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from exit_desktop.charts.drawing import Ink
from exit_desktop.paper.fonts import Face
from exit_desktop.paper.lines import FittedType, Style, single
from exit_desktop.paper.marks import Mark, Rule, Square, Words
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

QUOTES = "“”\"„»«”'"


@dataclass(frozen=True, slots=True)
class PlanActivity:
    """One thing to do; every field is ready to be read."""

    what: str = field(repr=False)
    who: str = field(default="", repr=False)
    when: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class PlanArea:
    """An area under its paper label, with wishes in own words; without a label it goes on under the one before."""

    label: str
    wishes: tuple[str, ...] = field(default=(), repr=False)
    activities: tuple[PlanActivity, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class PlanView:
    """What a plan paper shows; with no areas it is blank paper to write on. `alias` only where the worker ticked it."""

    made_on: date | None = None
    review_on: date | None = None
    areas: tuple[PlanArea, ...] = ()
    next_meeting: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)
    alias: str | None = field(default=None, repr=False)


def print_plan(view: PlanView, t: Texts, large: bool = False) -> bytes:
    """Return the plan as a PDF in A4; `large` uses 16 point letters."""
    base = 16.0 if large else 11.25

    def build(air: float) -> list[Strip]:
        kind = FittedType(base, air)
        return [
            *heading(view, t, kind),
            *(body(view, kind) if view.areas else blank_body(t, kind)),
            *meeting(view, t, kind),
        ]

    foot = Foot(t("Call or write: {line}", line=view.contact) if view.contact else "", base * 0.93)
    return write_pdf(fit(build), Sheet(t("My plan"), t.language), foot)


def heading(view: PlanView, t: Texts, kind: FittedType) -> list[Strip]:
    """Return the title, the dates and, where ticked, the alias."""
    title = kind.style(Face.STRONG, 2.0)
    quiet = kind.style(Face.TEXT, 1.0, Ink.MUTED)
    marks: list[Mark] = [Words(MARGIN, baseline(title), single(t("My plan"), title), title)]
    strips = [Strip(title.leading, tuple(marks))]
    strips += paragraph(Cell(MARGIN, WIDTH, dates(view, t), quiet))
    if view.alias:
        strips += paragraph(Cell(MARGIN, WIDTH, view.alias, quiet))
    return strips


def dates(view: PlanView, t: Texts) -> str:
    """Return the line that says from when the plan is and when it is looked at again."""
    if view.made_on is None:
        return t("Date: ____________      We look at it again: ____________")
    start = t.date(view.made_on)
    if view.review_on is None:
        return t("from {start}", start=start)
    style = "day" if view.review_on.year == view.made_on.year else "long"
    return t("from {start} · we look at it again {review}", start=start, review=t.date(view.review_on, style))


def body(view: PlanView, kind: FittedType) -> list[Strip]:
    """Return every area with its wishes and activities."""
    strips: list[Strip] = []
    for area in view.areas:
        strips += area_strips(area, kind)
    return strips


def area_strips(area: PlanArea, kind: FittedType) -> list[Strip]:
    """Return one area: label, own words in italics, a row for each thing to do."""
    label, own = kind.style(Face.STRONG, 1.2), kind.style(Face.OWN_WORDS, 1.07)
    strips = [gap(kind.room(2.7) if area.label else kind.room(0.9), keep=True)]
    strips += paragraph(Cell(MARGIN, WIDTH, area.label, label), keep=bool(area.wishes or area.activities))
    for wish in area.wishes:
        if wish.strip():
            strips += [gap(kind.room(0.25), keep=True), *paragraph(Cell(MARGIN, WIDTH, quoted(wish), own), keep=True)]
    strips.append(gap(kind.room(0.55), keep=bool(area.activities)))
    for activity in area.activities:
        strips += activity_row(activity, kind)
    return keep_whole(strips)


def quoted(wish: str) -> str:
    """Return own words between quotation marks, once."""
    return f"“{wish.strip().strip(QUOTES)}”"


def activity_row(activity: PlanActivity, kind: FittedType) -> list[Strip]:
    """Return the row of one activity: box, what, who, when; in large print who and when stand under what."""
    plain, quiet = kind.style(Face.TEXT, 1.0), kind.style(Face.TEXT, 1.0, Ink.MUTED)
    pad = kind.base * (0.25 + 0.45 * kind.air)
    box = Square(MARGIN, pad + plain.leading / 2 - kind.base * 0.56, kind.base * 1.12, activity.done)
    first: tuple[Mark, ...] = (Rule(MARGIN, 0, WIDTH), box)
    indent = MARGIN + kind.base * 2.05
    room = MARGIN + WIDTH - indent
    if kind.base > 14:
        under = " · ".join(part for part in (activity.who.strip(), activity.when.strip()) if part)
        what = row((Cell(indent, room, activity.what, plain),), first, pad, 0 if under else pad)
        return [*keep_last(what), *row((Cell(indent, room, under, quiet),), (), 0, pad)] if under else what
    who_x, when_x = MARGIN + WIDTH * 0.5, MARGIN + WIDTH * 0.74
    cells = (
        Cell(indent, who_x - indent - 12, activity.what, plain),
        Cell(who_x, when_x - who_x - 8, activity.who, plain),
        Cell(when_x, MARGIN + WIDTH - when_x, activity.when, quiet, right=True),
    )
    return row(cells, first, pad, pad)


def meeting(view: PlanView, t: Texts, kind: FittedType) -> list[Strip]:
    """Return when we meet next, or a line to write it on."""
    label, plain = kind.style(Face.STRONG, 1.2), kind.style(Face.TEXT, 1.03)
    strips = [gap(kind.room(2.7), keep=True), *paragraph(Cell(MARGIN, WIDTH, t("Next time we meet"), label), keep=True)]
    if not view.next_meeting.strip():
        return strips + writing_lines(1, kind.base * 2)
    return [*strips, gap(kind.room(0.4), keep=True), *paragraph(Cell(MARGIN, WIDTH, view.next_meeting, plain))]


def blank_body(t: Texts, kind: FittedType) -> list[Strip]:
    """Return three empty areas with lines for own words and boxes, to be filled in by hand."""
    quiet = kind.style(Face.TEXT, 0.93, Ink.MUTED)
    strips: list[Strip] = []
    for _ in range(3):
        strips += [gap(kind.room(2.2), keep=True), *labelled_line(t("What it is about"), quiet, kind)]
        strips += [*labelled_line(t("In my own words"), quiet, kind), gap(kind.room(0.6)), *column_heads(t, quiet)]
        for _ in range(3):
            box = Square(MARGIN, kind.base * 0.9, kind.base * 1.12)
            strips.append(Strip(kind.base * 2.3, (box, Rule(MARGIN, kind.base * 2.3, WIDTH))))
    return strips


def labelled_line(label: str, style: Style, kind: FittedType) -> list[Strip]:
    """Return a quiet label with a line to write on beside it."""
    height = kind.base * 2.1
    line = single(label, style)
    start = MARGIN + line.width + 8
    rule = Rule(start, height - 3, MARGIN + WIDTH - start, Ink.MUTED, 0.5)
    return [Strip(height, (Words(MARGIN, height - 5, line, style), rule), keep=True)]


def column_heads(t: Texts, style: Style) -> list[Strip]:
    """Return the heads of the columns of a blank plan."""
    places = ((0.065, t("What")), (0.55, t("Who")), (0.78, t("When")))
    cells = tuple(Cell(MARGIN + WIDTH * at, 90, words, style) for at, words in places)
    return keep_last(row(cells, (), 2.0, 2.0))
