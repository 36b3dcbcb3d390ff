"""The key sheet: eight groups of letters that open the file again, clear enough to type back after years."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from exit_desktop.charts.drawing import Ink
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
    paragraph,
    write_pdf,
    writing_lines,
)
from exit_desktop.system.language import Texts

TITLE = Style(Face.STRONG, 22.5, 32)
LABEL = Style(Face.STRONG, 13.5, 19)
PLAIN = Style(Face.TEXT, 11.25, 17)
QUIET = Style(Face.TEXT, 10.5, 15, Ink.MUTED)
LETTERS = Style(Face.KEY, 31, 44)
COLUMNS = 2


@dataclass(frozen=True, slots=True)
class RecoveryView:
    """What the key sheet shows: groups of letters in order, the day, the short number of the file it opens."""

    groups: tuple[str, ...] = field(repr=False)
    made_on: date
    vault_number: str


def print_recovery_sheet(view: RecoveryView, t: Texts) -> bytes:
    """Return the key sheet as a PDF of one page in A4."""

    def build(air: float) -> list[Strip]:
        lead = [*heading(view, t), *purpose(t), gap(20 * air), *group_rows(view.groups)]
        return [*lead, gap(20 * air), *keeping(t), gap(14 * air), *notes(t)]

    return write_pdf(
        fit(build), Sheet(t("Key sheet"), t.language), Foot(t("Key sheet for file {number}", number=view.vault_number))
    )


def heading(view: RecoveryView, t: Texts) -> list[Strip]:
    """Return the title with the day and the number of the file."""
    title = Words(MARGIN, baseline(TITLE), single(t("Key sheet"), TITLE), TITLE)
    under = t("Made {day} · file {number}", day=t.date(view.made_on), number=view.vault_number)
    return [Strip(TITLE.leading, (title,)), *paragraph(Cell(MARGIN, WIDTH, under, QUIET)), gap(14)]


def purpose(t: Texts) -> list[Strip]:
    """Return in four plain sentences what the sheet is for."""
    sentences = (
        t("These eight groups open your file in Forløb if you forget the words that you open it with."),
        t("Choose “Open with the key sheet” and type the groups in order; capital or small letters do not matter."),
        t("The sheet works together with the file's own key file, on this computer or in a backup."),
        t("Anyone who has both can read everything, so do not photograph it, copy it or send it."),
    )
    return [strip for words in sentences for strip in [*paragraph(Cell(MARGIN, WIDTH, words, PLAIN)), gap(2)]]


def group_rows(groups: tuple[str, ...]) -> list[Strip]:
    """Return the groups, numbered, two in a row, read across."""
    strips = []
    for first in range(0, len(groups), COLUMNS):
        marks: list[Mark] = [Rule(MARGIN, 0, WIDTH)]
        for column, group in enumerate(groups[first : first + COLUMNS]):
            x = MARGIN + column * WIDTH / COLUMNS
            marks.append(Words(x, 36, single(str(first + column + 1), QUIET), QUIET))
            marks.append(Words(x + 26, 38, single(group, LETTERS), LETTERS))
        strips.append(Strip(56, tuple(marks), keep=True))
    return [*strips, Strip(1, (Rule(MARGIN, 0, WIDTH),))]


def keeping(t: Texts) -> list[Strip]:
    """Return where to keep the sheet."""
    words = t(
        "Keep it under lock away from the computer, for example in a locked drawer or a safe. "
        "Print a new one if it may have been seen."
    )
    return [
        *paragraph(Cell(MARGIN, WIDTH, t("Where to keep it"), LABEL), keep=True),
        gap(3, keep=True),
        *paragraph(Cell(MARGIN, WIDTH, words, PLAIN)),
    ]


def notes(t: Texts) -> list[Strip]:
    """Return lines for where the sheet is kept and who knows it."""
    return [
        *paragraph(Cell(MARGIN, WIDTH, t("My own notes (never the words themselves)"), QUIET), keep=True),
        *writing_lines(3, 27),
    ]
