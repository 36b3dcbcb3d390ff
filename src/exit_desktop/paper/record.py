"""All that is written about a person, as a paper to be read: a text first, then sections of entries in plain rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from exit_desktop.charts.drawing import Ink
from exit_desktop.paper.fonts import Face
from exit_desktop.paper.marks import Rule
from exit_desktop.paper.page import (
    MARGIN,
    ROOM,
    WIDTH,
    Cell,
    Foot,
    Sheet,
    Strip,
    gap,
    keep_whole,
    paginate,
    paragraph,
    row,
    write_pdf,
)
from exit_desktop.paper.prose import Type, prose, title_strips
from exit_desktop.system.language import Texts

_LABELS = 0.4
_BETWEEN = 12.0
# What is no longer than this share of a page stays together.
_SHORT = 0.2


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is written; without a label it goes across the page."""

    text: str = field(repr=False)
    label: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """A talk, a reading, an agreement: what it is, and what is written there."""

    head: str = field(repr=False)
    rows: tuple[Row, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class RecordSection:
    """Entries of one kind under a title; `intro` says what they are."""

    title: str
    intro: str = ""
    entries: tuple[Entry, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class RecordPaper:
    """The whole paper; `text` is to be read first, `alias` stands there only where the worker ticked it."""

    title: str
    made_on: date
    text: str = field(default="", repr=False)
    sections: tuple[RecordSection, ...] = ()
    contact: str = field(default="", repr=False)
    alias: str | None = field(default=None, repr=False)


def print_record(view: RecordPaper, t: Texts, large: bool = False) -> bytes:
    """Return the paper as a PDF in A4; `large` uses 16 point letters."""
    kind = Type(16.0 if large else 11.25)
    under = " · ".join(part for part in (t.date(view.made_on), view.alias or "") if part)
    strips = title_strips(view.title, under, kind)
    strips += prose(view.text, kind) if view.text else []
    for section in view.sections:
        strips += _section(section, kind)
    foot = Foot(t("Call or write: {line}", line=view.contact) if view.contact else "", kind.base * 0.9)
    return write_pdf(paginate(strips, ROOM), Sheet(view.title, t.language), foot)


def _section(section: RecordSection, kind: Type) -> list[Strip]:
    label, quiet = kind.style(Face.STRONG, 1.45), kind.style(Face.TEXT, 0.95, Ink.MUTED)
    strips = [gap(kind.base * 2.2), *paragraph(Cell(MARGIN, WIDTH, section.title, label), keep=True)]
    strips += paragraph(Cell(MARGIN, WIDTH, section.intro, quiet), keep=bool(section.entries))
    for entry in section.entries:
        strips += _entry(entry, kind)
    return strips


def _entry(entry: Entry, kind: Type) -> list[Strip]:
    strong = Cell(MARGIN, WIDTH, entry.head, kind.style(Face.STRONG, 1.0))
    pad = kind.base * 0.5
    head = row((strong,), (Rule(MARGIN, 0, WIDTH),), pad, 1.0)
    strips = list(_kept(head) if entry.rows else head)
    for one in entry.rows:
        strips += _row(one, kind)
    return [gap(kind.base * 0.5), *keep_whole(strips, _SHORT)]


def _kept(strips: list[Strip]) -> list[Strip]:
    return [Strip(strip.height, strip.marks, keep=True) for strip in strips]


def _row(one: Row, kind: Type) -> list[Strip]:
    plain, quiet = kind.style(Face.TEXT, 0.95), kind.style(Face.TEXT, 0.95, Ink.MUTED)
    if not one.label:
        return [*keep_whole(paragraph(Cell(MARGIN, WIDTH, one.text, plain)), _SHORT), gap(1.5)]
    left = WIDTH * _LABELS
    cells = (
        Cell(MARGIN, left - _BETWEEN, one.label, quiet),
        Cell(MARGIN + left, WIDTH - left, one.text, plain),
    )
    return row(cells, (), 1.5, 1.5)
