"""The work overview on paper, for a talk among colleagues: a line for each course, as many on a page as can be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from exit_desktop.charts.drawing import Ink
from exit_desktop.paper.fonts import Face
from exit_desktop.paper.lines import Style, single
from exit_desktop.paper.marks import Rule, Words
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
    paragraph,
    row,
    under_heads,
    write_pdf,
)
from exit_desktop.system.language import Texts

TITLE = Style(Face.STRONG, 18, 26)
PLAIN = Style(Face.TEXT, 10.5, 15)
QUIET = Style(Face.TEXT, 9.5, 14, Ink.MUTED)
_SIZE, _LEADING = 9.0, 11.6
# The shares of the width: who, where in the course, since, last contact, quiet, next.
_SHARES = (0.165, 0.14, 0.125, 0.125, 0.155, 0.29)
_WHERE, _SINCE = 1, 2
_BETWEEN = 6.0


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One course, ready to be read; `quiet` is empty where there is nothing to say.

    Without `since`, `where` has its room too.
    """

    who: str = field(repr=False)
    where: str
    since: str
    last_contact: str
    quiet: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class CaseloadPaper:
    """What the paper shows: how it stands in a few sentences, and the courses in the order of the page."""

    made_on: date
    sentences: tuple[str, ...]
    rows: tuple[CaseloadRow, ...] = ()


def print_caseload(view: CaseloadPaper, t: Texts) -> bytes:
    """Return the work overview as a PDF in A4; without courses it says so."""

    def build(air: float) -> list[Strip]:
        return [*heading(view, t), *table(view, t, air)]

    foot = Foot(t("Keep it with you. Tear it up when the talk is over."), 9.5)
    return write_pdf(fit(build), Sheet(t("Work overview"), t.language), foot)


def heading(view: CaseloadPaper, t: Texts) -> list[Strip]:
    """Return the title, the date and how it stands."""
    strips = [Strip(TITLE.leading, (Words(MARGIN, baseline(TITLE), single(t("Work overview"), TITLE), TITLE),))]
    strips += paragraph(Cell(MARGIN, WIDTH, t.date(view.made_on), QUIET))
    strips.append(gap(4))
    for sentence in view.sentences:
        strips += paragraph(Cell(MARGIN, WIDTH, sentence, PLAIN))
    return [*strips, gap(6)]


def table(view: CaseloadPaper, t: Texts, air: float) -> list[Strip]:
    """Return a line for each course under its heads, which stand again on each page."""
    if not view.rows:
        return paragraph(Cell(MARGIN, WIDTH, t("Nobody to show yet."), PLAIN))
    heads = (t("Who"), t("Phase"), t("Course begun"), t("Last contact"), t("Quiet"), t("Comes next"))
    quiet, plain = Style(Face.TEXT, _SIZE, _LEADING, Ink.MUTED), Style(Face.TEXT, _SIZE, _LEADING)
    strong = Style(Face.STRONG, _SIZE, _LEADING)
    pad = 1.6 + 4.0 * air
    rows = []
    for one in view.rows:
        words = (one.who, one.where, one.since, one.last_contact, one.quiet, one.next)
        styles = (strong, plain, plain, plain, strong, plain)
        rows.append(row(_cells(words, styles), (Rule(MARGIN, 0, WIDTH),), pad, pad))
    return under_heads(row(_cells(heads, (quiet,) * len(heads)), (), 2, 3), rows)


def _cells(words: tuple[str, ...], styles: tuple[Style, ...]) -> tuple[Cell, ...]:
    cells, at = [], MARGIN
    shares = list(_SHARES)
    if not words[_SINCE]:
        shares[_WHERE], shares[_SINCE] = shares[_WHERE] + shares[_SINCE], 0.0
    for share, text, style in zip(shares, words, styles, strict=True):
        cells.append(Cell(at, WIDTH * share - _BETWEEN, text, style))
        at += WIDTH * share
    return tuple(cells)
