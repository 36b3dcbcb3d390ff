"""Puts strips of marks on A4 pages: keeps together what belongs together, tightens before it adds a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import TYPE_CHECKING

from exit_desktop.charts.drawing import Ink
from exit_desktop.paper.fonts import Face, face_name
from exit_desktop.paper.lines import Line, Style, single, wrap
from exit_desktop.paper.marks import Mark, Rule, Words

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
MARGIN = 57.0
WIDTH = PAGE_WIDTH - 2 * MARGIN
TOP = 57.0
FOOT_RULE = 84.0
"""The height of the foot's rule above the lower edge of the sheet."""
ROOM = PAGE_HEIGHT - TOP - FOOT_RULE - 6
"""The height that a page's strips share."""
AIRS = (1.0, 0.85, 0.7, 0.55, 0.4, 0.25)
PRODUCER = "Forløb"


@dataclass(frozen=True, slots=True)
class Strip:
    """A band across the page with its marks; `keep` holds it on one page with the strip after it.

    `heads` are put above it where it begins a page: the heads of the table that it is a row of.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    keep: bool = False
    heads: tuple[Strip, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """Words in a column; `right` sets them against the column's right edge."""

    x: float
    width: float
    text: str = field(repr=False)
    style: Style
    right: bool = False

    def lines(self) -> list[Line]:
        """Return the words broken to the column."""
        return wrap(self.text, self.style, self.width)


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands at the foot of every page beside its number."""

    words: str = field(default="", repr=False)
    size: float = 10.5


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file says of itself, none of which may tell what the program is."""

    title: str
    language: str


def gap(height: float, keep: bool = False) -> Strip:
    """Return empty room; it is left out at the top of a page."""
    return Strip(height, (), keep)


def paragraph(cell: Cell, keep: bool = False) -> list[Strip]:
    """Return one strip for each line of a cell's words; with `keep` the last holds on to what follows."""
    lines = cell.lines()
    room = cell.width if cell.right else None
    style = cell.style
    return [
        Strip(style.leading, (Words(cell.x, baseline(style), line, style, room),), keep and at == len(lines) - 1)
        for at, line in enumerate(lines)
    ]


def row(cells: tuple[Cell, ...], first: tuple[Mark, ...], above: float, below: float) -> list[Strip]:
    """Return cells side by side with room above and below; `first` are marks that stand on the first strip."""
    columns = [cell.lines() for cell in cells]
    count = max(1, *map(len, columns))
    leading = max(cell.style.leading for cell in cells)
    strips = []
    for at in range(count):
        over, under = (above if at == 0 else 0.0), (below if at == count - 1 else 0.0)
        marks = [
            _cell_words(cell, lines[at], over) for cell, lines in zip(cells, columns, strict=True) if at < len(lines)
        ]
        keep = at < count - 1 and (count <= 6 or at in (0, count - 2))
        strips.append(Strip(over + leading + under, (*(first if at == 0 else ()), *marks), keep))
    return strips


def _cell_words(cell: Cell, line: Line, above: float) -> Words:
    return Words(cell.x, above + baseline(cell.style), line, cell.style, cell.width if cell.right else None)


def baseline(style: Style) -> float:
    """Return how far below the top of a line its letters stand."""
    return style.leading / 2 + style.size * 0.36


def keep_last(strips: list[Strip]) -> list[Strip]:
    """Return strips whose last holds on to what follows."""
    return [*strips[:-1], replace(strips[-1], keep=True)]


def keep_whole(strips: list[Strip], share: float = 0.45) -> list[Strip]:
    """Return strips that stay on one page together, if they take no more than a share of it."""
    if sum(strip.height for strip in strips) > share * ROOM:
        return strips
    return [*(replace(strip, keep=True) for strip in strips[:-1]), *strips[-1:]]


def under_heads(heads: list[Strip], rows: list[list[Strip]]) -> list[Strip]:
    """Return a table: its heads, then its rows, each of which takes the heads along where it begins a page."""
    again = tuple(heads)
    headed = [[replace(strips[0], heads=again), *strips[1:]] for strips in rows]
    return [*heads, *(strip for strips in headed for strip in strips)]


def writing_lines(count: int, distance: float, x: float = MARGIN, width: float = WIDTH) -> list[Strip]:
    """Return lines to write on."""
    return [Strip(distance, (Rule(x, distance - 2, width, Ink.MUTED, 0.5),)) for _ in range(count)]


def paginate(strips: list[Strip], room: float) -> list[list[Strip]]:
    """Spread strips over pages of `room` points; what is too tall to be kept together is split between strips."""
    pages: list[list[Strip]] = [[]]
    used = 0.0
    for unit in units(strips, room):
        if pages[-1] and used + height_of(unit) > room:
            if not any(strip.marks for strip in unit):
                continue
            pages.append([])
            used = 0.0
        placed = unit if pages[-1] else [*unit[0].heads, *_without_leading_gap(unit)]
        pages[-1] += placed
        used += height_of(placed)
    return pages


def units(strips: list[Strip], room: float) -> list[list[Strip]]:
    """Return what is moved to the next page as one: groups, or single strips of a group taller than a page."""
    return [
        unit
        for group in grouped(strips)
        for unit in ([group] if height_of(group) <= room else [[strip] for strip in group])
    ]


def height_of(strips: list[Strip]) -> float:
    """Return the height in points of strips under each other."""
    return sum(strip.height for strip in strips)


def _without_leading_gap(unit: list[Strip]) -> list[Strip]:
    start = next((at for at, strip in enumerate(unit) if strip.marks), len(unit))
    return unit[start:]


def grouped(strips: list[Strip]) -> list[list[Strip]]:
    """Return strips in groups that want to stay on one page."""
    groups: list[list[Strip]] = []
    open_group = False
    for strip in strips:
        if open_group:
            groups[-1].append(strip)
        else:
            groups.append([strip])
        open_group = strip.keep
    return groups


def fit(build: Callable[[float], list[Strip]]) -> list[list[Strip]]:
    """Return the airiest pages that are no more than the tightest; `build` is given the air, 1 to 0.25."""
    roomy = paginate(build(AIRS[0]), ROOM)
    if len(roomy) == 1:
        return roomy
    fewest = len(paginate(build(AIRS[-1]), ROOM))
    if fewest == len(roomy):
        return roomy
    candidates = (paginate(build(air), ROOM) for air in AIRS[1:])
    return next(pages for pages in candidates if len(pages) == fewest)


def write_pdf(pages: list[list[Strip]], sheet: Sheet, foot: Foot) -> bytes:
    """Return the pages as a PDF made in memory; the same pages give the same bytes."""
    from reportlab.pdfgen.canvas import Canvas as Pdf  # noqa: PLC0415 - 100 ms that starting the program does not need

    stream = BytesIO()
    size = (PAGE_WIDTH, PAGE_HEIGHT)
    # The writer's own first font would stand in the file unembedded, so it starts with ours.
    first = face_name(Face.TEXT)
    canvas = Pdf(stream, pagesize=size, invariant=1, pageCompression=1, lang=sheet.language, initialFontName=first)  # type: ignore[arg-type] # the stub says float
    canvas.setTitle(sheet.title)
    canvas.setAuthor(PRODUCER)
    canvas.setSubject("")
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    for number, strips in enumerate(pages, 1):
        _paint_page(canvas, strips)
        _paint_foot(canvas, foot, f"{number} / {len(pages)}")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _paint_page(canvas: Canvas, strips: list[Strip]) -> None:
    top = PAGE_HEIGHT - TOP
    for strip in strips:
        for mark in strip.marks:
            mark.paint(canvas, top)
        top -= strip.height


def _paint_foot(canvas: Canvas, foot: Foot, number: str) -> None:
    style = Style(Face.TEXT, foot.size, foot.size * 1.4, Ink.MUTED)
    Rule(MARGIN, 0, WIDTH).paint(canvas, FOOT_RULE)
    place = single(number, style)
    Words(MARGIN, foot.size + 11, place, style, WIDTH).paint(canvas, FOOT_RULE)
    for at, line in enumerate(wrap(foot.words, style, WIDTH - place.width - 20)[:3]):
        Words(MARGIN, foot.size + 11 + at * style.leading, line, style).paint(canvas, FOOT_RULE)
