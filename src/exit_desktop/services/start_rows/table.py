"""From the bytes of a CSV file to named cells: Danish and English spreadsheets write it in several ways."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from exit_desktop.errors import (
    StartFileColumnTwice,
    StartFileEmpty,
    StartFileNotText,
    StartFileQuoteOpen,
    StartFileTooLarge,
    StartFileUnknown,
)
from exit_desktop.services.start_rows.columns import ALIAS, Column, find_column
from exit_desktop.services.start_rows.fates import FileKind
from exit_desktop.services.table_text import text_of_table

MOST_BYTES = 2_000_000
MOST_ROWS = 2000
_SEPARATORS = (";", ",", "\t")
_NEEDED = {FileKind.COURSES: ("first_contact", "start"), FileKind.READINGS: ("date",)}

KnownColumns = Mapping[FileKind, tuple[Column, ...]]


@dataclass(frozen=True, slots=True)
class Cells:
    """One row: what stands in the known columns, in columns that are not known, and beyond the last column."""

    row: int
    known: Mapping[str, str] = field(repr=False)
    unknown: Mapping[str, str] = field(repr=False)
    beyond: bool = False

    def text(self, key: str) -> str:
        """Return what stands in a column; empty where there is none."""
        return self.known.get(key, "")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file that hold anything, what they are about, and how the file names its columns."""

    kind: FileKind
    headings: Mapping[str, str] = field(repr=False)
    unknown: tuple[str, ...] = field(repr=False)
    rows: tuple[Cells, ...] = field(repr=False)


def read_table(content: bytes, columns: KnownColumns) -> Table:
    """Return the rows of a file. Raises the failures of `errors.start_files`."""
    text = _decode(content)
    if not text.strip("".join(_SEPARATORS) + " \r\n"):
        raise StartFileEmpty
    records = _records(text, _separator(text, columns))
    header = next((cells for _, cells in records if any(cells)), None)
    if header is None:
        raise StartFileEmpty
    kind = _kind(header, columns)
    headings, places = _places(header, columns[kind])
    rows = [_cells(at, cells, header, places) for at, cells in records if any(cells)]
    if not rows:
        raise StartFileEmpty
    if len(rows) > MOST_ROWS:
        raise StartFileTooLarge(most=MOST_BYTES // 1_000_000, rows=MOST_ROWS)
    unknown = tuple(name for at, name in enumerate(header) if name and at not in places)
    return Table(kind, headings, unknown, tuple(rows))


def _decode(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise StartFileTooLarge(most=MOST_BYTES // 1_000_000, rows=MOST_ROWS)
    text = text_of_table(content)
    if text is None:
        raise StartFileNotText
    return _without_hint(text)


def _without_hint(text: str) -> str:
    """Return the text without the line by which a spreadsheet names its separator."""
    first, _, rest = text.partition("\n")
    return rest if first.strip().casefold() in ("sep=;", "sep=,", "sep=") else text


def _separator(text: str, columns: KnownColumns) -> str:
    """Return the mark between cells under which most of the first line is known."""
    every = tuple(column for known in columns.values() for column in known)

    def known(separator: str) -> tuple[int, int]:
        try:
            header = next((cells for _, cells in _records(text, separator) if any(cells)), [])
        except StartFileQuoteOpen:
            # Under another mark the quotation marks may stand right.
            return 0, 0
        return sum(1 for name in header if find_column(name, every)), len(header)

    return max(_SEPARATORS, key=known)


def _records(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with its number; a cell may hold line breaks between quotation marks."""
    number = 0
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            number += 1
            yield number, [" ".join(cell.split()) for cell in cells]
    except csv.Error:
        raise StartFileQuoteOpen(row=number + 1) from None


def _kind(header: list[str], columns: KnownColumns) -> FileKind:
    """Return what the file is about: the kind of which it names most. Raises StartFileUnknown."""
    found = {kind: {c.key for name in header if (c := find_column(name, known))} for kind, known in columns.items()}
    kind = max(found, key=lambda one: len(found[one]))
    if ALIAS.key not in found[kind] or not found[kind].intersection(_NEEDED[kind]):
        raise StartFileUnknown
    return kind


def _places(header: list[str], columns: tuple[Column, ...]) -> tuple[dict[str, str], dict[int, str]]:
    headings: dict[str, str] = {}
    places: dict[int, str] = {}
    for at, name in enumerate(header):
        column = find_column(name, columns)
        if column is None:
            continue
        if column.key in headings:
            raise StartFileColumnTwice(column=name)
        headings[column.key], places[at] = name, column.key
    return headings, places


def _cells(row: int, cells: list[str], header: list[str], places: Mapping[int, str]) -> Cells:
    known = {key: cells[at] for at, key in places.items() if at < len(cells)}
    unknown = {header[at]: words for at, words in enumerate(cells[: len(header)]) if at not in places and words}
    return Cells(row, known, unknown, any(cells[len(header) :]))
