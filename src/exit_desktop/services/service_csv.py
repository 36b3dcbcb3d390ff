"""The directory as a table in a file: what each row of a file would do here, and the directory written out.

A file comes from a spreadsheet: with or without a mark of its encoding, with semicolons, commas or tabs, its columns
named in either language. A row that cannot be read stops the whole file: nothing is half brought in.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from exit_desktop.domain.directory import AnonymousAccess, Service
from exit_desktop.domain.plans import FocusArea
from exit_desktop.errors import ListTooLong, ListUnreadable, ListWithoutNames, TextTooLong
from exit_desktop.services.finding import folded
from exit_desktop.services.labels import ANONYMOUS_ACCESS, FOCUS_AREAS, FOCUS_AREAS_ON_PAPER
from exit_desktop.services.service_list import kind_of, kind_words, readable, tidy_service
from exit_desktop.services.table_text import text_of_table
from exit_desktop.system.language import Language, Texts, mark

MOST_ROWS = 5000
# As much of a wrong cell as is shown.
_SHOWN = 40
MOST_BYTES = 4 * 1024 * 1024
COLUMNS = {
    "name": mark("Name"),
    "kind": mark("Kind"),
    "area": mark("Area"),
    "for_whom": mark("For whom"),
    "anonymous": mark("Anonymous access"),
    "contact_details": mark("How to reach it"),
    "paper_name": mark("Name on paper"),
    "note": mark("Own notes"),
    "checked_on": mark("Last checked"),
}
_OTHER_NAMES = {
    "anonym": "anonymous",
    "category": "kind",
    "kategori": "kind",
    "contact": "contact_details",
    "kontakt": "contact_details",
}
_YES_NO = {"yes": AnonymousAccess.YES, "ja": AnonymousAccess.YES, "no": AnonymousAccess.NO, "nej": AnonymousAccess.NO}
# A spreadsheet takes a cell that begins so for a formula; the apostrophe before it says that it is text.
_FORMULA = "=+-@\t'"
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./-](\d{1,2})[./-](\d{4})")


_Named = tuple[str, str]
"""What a service goes by: its name and its kind, folded; either may be empty."""


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    SAME = "same"
    DIFFERS = "differs"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class RowFate:
    """A row of a file: where it stands, what it would do, and why it cannot be read (`fault`, English source)."""

    line: int
    name: str
    fate: Fate
    service: Service | None = None
    fault: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ServiceFile:
    """What bringing in a file would do; `left_out` are the columns that mean nothing here."""

    rows: tuple[RowFate, ...]
    left_out: tuple[str, ...] = ()

    def count(self, fate: Fate) -> int:
        """Return how many rows have that fate."""
        return sum(row.fate is fate for row in self.rows)


class _RowWrong(Exception):
    def __init__(self, fault: str, **values: object) -> None:
        super().__init__()
        self.fault, self.values = fault, values


def read_service_file(content: bytes, here: Sequence[Service]) -> ServiceFile:
    """Return what becomes of each row of a file. Raises ListUnreadable, ListTooLong, ListWithoutNames."""
    if len(content) > MOST_BYTES:
        raise ListTooLong(most=MOST_ROWS)
    lines = list(_read_lines(_decoded(content)))
    if len(lines) > MOST_ROWS + 1:
        raise ListTooLong(most=MOST_ROWS)
    header = lines[0][1] if lines else []
    columns = [_columns().get(folded(cell.strip())) for cell in header]
    if "name" not in columns:
        raise ListWithoutNames
    known = [one for one in columns if one]
    if len(known) != len(set(known)):
        raise ListUnreadable
    left_out = tuple(cell.strip() for cell, column in zip(header, columns, strict=True) if not column and cell.strip())
    return ServiceFile(tuple(_fates(lines[1:], columns, here)), left_out)


def write_service_file(services: Sequence[Service], t: Texts) -> bytes:
    """Return the directory as a file that a spreadsheet of the same language opens with its columns apart."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(t(words) for words in COLUMNS.values())
    for service in services:
        writer.writerow(guarded(_cell(service, column, t)) for column in COLUMNS)
    return out.getvalue().encode("utf-8-sig")


def _cell(service: Service, column: str, t: Texts) -> str:
    if column == "kind":
        return readable(kind_words(service.kind, t))
    if column == "area":
        return t(FOCUS_AREAS[service.area]) if service.area else ""
    if column == "anonymous":
        known = {AnonymousAccess.YES: t("yes"), AnonymousAccess.NO: t("no")}
        return known.get(service.anonymous, "")
    if column == "checked_on":
        return service.checked_on.isoformat() if service.checked_on else ""
    return readable(str(getattr(service, column)))


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell and cell[0] in _FORMULA else cell


def _unguarded(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and cell[1:2] and cell[1] in _FORMULA else cell


def _decoded(content: bytes) -> str:
    text = text_of_table(content)
    if text is None:
        raise ListUnreadable
    return text


def _read_lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the number and the cells of each row that says something."""
    first = text.lstrip("\r\n").partition("\n")[0]
    told = re.match(r"sep=(.)\s*$", first, re.IGNORECASE)
    separator = told[1] if told else max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not (told and reader.line_num == 1):
                yield reader.line_num, cells
    except csv.Error:
        raise ListUnreadable from None


def _fates(
    lines: Sequence[tuple[int, list[str]]], columns: Sequence[str | None], here: Sequence[Service]
) -> Iterator[RowFate]:
    known = _Known(here, [_named(_cells_by_column(cells, columns)) for _, cells in lines])
    for number, cells in lines:
        name = ""
        try:
            given = _by_column(cells, columns)
            name = given.get("name") or given["kind"]
            yield known.fate(number, given)
        except _RowWrong as wrong:
            yield RowFate(number, name, Fate.WRONG, fault=wrong.fault, values=wrong.values)
        except TextTooLong as failure:
            words = mark("A text in the line is longer than {most} characters.")
            yield RowFate(number, name[:_SHOWN], Fate.WRONG, fault=words, values=failure.values)


class _Known:
    """Finds for each row of a file the service that it is about, by name and kind; each service is found once."""

    def __init__(self, here: Sequence[Service], rows: Sequence[_Named]) -> None:
        self._here, self._rows = list(here), set(rows)
        self._seen: dict[_Named, int] = {}

    def fate(self, line: int, given: Mapping[str, str]) -> RowFate:
        """Return what becomes of a row. Raises TextTooLong, _RowWrong."""
        found = self._may_be(_named(given))
        fates = [(one, _fate(line, given, one)) for one in found]
        before = self._seen.setdefault(_named(given), line)
        if not fates:
            if before != line:
                raise _RowWrong(mark("The same name stands in line {line} already."), line=before)
            return _fate(line, given, None)
        held, fate = next((pair for pair in fates if pair[1].fate is Fate.SAME), fates[0])
        self._here = [one for one in self._here if one is not held]
        return fate

    def _may_be(self, named: _Named) -> list[Service]:
        """Return the services of that name and kind; else one of that name whose own kind stands in no other row."""
        same = [one for one in self._here if _named_here(one) == named]
        if same or not named[0]:
            return same
        return [one for one in self._here if _named_here(one)[0] == named[0] and _named_here(one) not in self._rows]


def _named(given: Mapping[str, str]) -> _Named:
    name, kind = (" ".join(readable(given.get(column, "")).split()) for column in ("name", "kind"))
    return folded(name), folded(kind_of(kind))


def _named_here(service: Service) -> _Named:
    return folded(service.name), folded(service.kind)


def _by_column(cells: Sequence[str], columns: Sequence[str | None]) -> dict[str, str]:
    if any(cell.strip() for cell in cells[len(columns) :]):
        raise _RowWrong(mark("The line has more fields than the first line names."))
    given = _cells_by_column(cells, columns)
    if not given.get("name") and not given.get("kind"):
        raise _RowWrong(mark("The line has no name."))
    return given


def _cells_by_column(cells: Sequence[str], columns: Sequence[str | None]) -> dict[str, str]:
    return {column: _unguarded(cell) for cell, column in zip(cells, columns, strict=False) if column}


def _fate(line: int, given: Mapping[str, str], held: Service | None) -> RowFate:
    # An empty cell says nothing: what is written here stays.
    change = {column: _read_cell(column, cell) for column, cell in given.items() if cell}
    service = tidy_service(replace(held or Service("", "", ""), **change))  # type: ignore[arg-type] # as _read_cell reads
    if held is None:
        return RowFate(line, service.name or given["kind"], Fate.NEW, service)
    same = all(getattr(service, one.name) == getattr(held, one.name) for one in fields(Service))
    return RowFate(line, service.name or given["kind"], Fate.SAME if same else Fate.DIFFERS, service)


def _read_cell(column: str, cell: str) -> object:
    if column == "area":
        if folded(cell) not in _areas():
            raise _RowWrong(mark("“{word}” is none of the eight areas."), word=cell[:_SHOWN])
        return _areas()[folded(cell)]
    if column == "anonymous":
        if folded(cell) not in _answers():
            raise _RowWrong(mark("“{word}” under Anonymous access should be yes, no or nothing."), word=cell[:_SHOWN])
        return _answers()[folded(cell)]
    if column == "checked_on":
        return _read_day(cell)
    return cell


def _read_day(cell: str) -> date:
    found = _DAY.fullmatch(cell)
    try:
        if found is None:
            raise ValueError
        year, month, day = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
        return date(int(year), int(month), int(day))
    except ValueError:
        raise _RowWrong(
            mark("“{word}” is no date. Write it as 2026-11-23 or 23.11.2026."), word=cell[:_SHOWN]
        ) from None


def _spoken() -> tuple[Texts, ...]:
    return tuple(Texts(language) for language in Language)


@lru_cache(maxsize=1)
def _columns() -> dict[str, str]:
    named = {folded(t(words)): column for column, words in COLUMNS.items() for t in _spoken()}
    return {**{column: column for column in COLUMNS}, **_OTHER_NAMES, **named}


@lru_cache(maxsize=1)
def _areas() -> dict[str, FocusArea]:
    tables = (FOCUS_AREAS, FOCUS_AREAS_ON_PAPER)
    named = {folded(t(table[area])): area for table in tables for area in FocusArea for t in _spoken()}
    return {**named, **{str(area): area for area in FocusArea}}


@lru_cache(maxsize=1)
def _answers() -> dict[str, AnonymousAccess]:
    named = {folded(t(words)): answer for answer, words in ANONYMOUS_ACCESS.items() for t in _spoken()}
    return {**named, **_YES_NO, **{str(answer): answer for answer in AnonymousAccess}}
