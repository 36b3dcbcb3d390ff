"""A start with what you have: running courses and their earlier readings from CSV files, all of it or nothing.

What is shown before is what comes in: the preview holds the courses, and the files are not read again. The format is
described in resources/docs/csv-start.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from exit_desktop.domain.calendar import CourseState
from exit_desktop.domain.citizens import LONGEST_ALIAS, alias_key, tidy_alias
from exit_desktop.domain.courses import Course
from exit_desktop.errors import CourseChangedElsewhere, CourseNotFound, StartChangedMeanwhile
from exit_desktop.services.courses import find_citizen
from exit_desktop.services.desk import Act, Desk, append_use, keep_instruments
from exit_desktop.services.name_guard import Finding, check_text
from exit_desktop.services.sending import FileUnreadable
from exit_desktop.services.start_rows import template
from exit_desktop.services.start_rows.columns import COURSE_COLUMNS, READING_COLUMNS, fold, scale_columns
from exit_desktop.services.start_rows.course_rows import Setting, build_course, read_alias
from exit_desktop.services.start_rows.fates import UNREAD, Fate, FileKind, RowFate, StaysOut, Why, settle
from exit_desktop.services.start_rows.reading_rows import build_reading, known_of
from exit_desktop.services.start_rows.table import MOST_BYTES, Cells, KnownColumns, Table, read_table
from exit_desktop.services.start_rows.values import Named
from exit_desktop.system.free_space import require_room
from exit_desktop.system.language import mark
from exit_desktop.system.safe_write import write_file
from exit_desktop.vault.course_list import find_course, read_aliases
from exit_desktop.vault.courses import write_course

if TYPE_CHECKING:
    from exit_desktop.instruments.definition import Instrument

__all__ = ["Fate", "FileKind", "RowFate"]

SCALED_PARTS = ("life_situation", "who5")
FROM_FILE = "from_file"

# Raises when the worker, or a lock, wants the work to stop.
Checkpoint = Callable[[], None]

BEYOND = mark("it has more cells than the first line; look for a mark too many")
EXAMPLE = mark("it is the example of the empty file")
ALIAS_HERE = mark("a citizen of that name is here already")
ALIAS_TWICE = mark("row {row} has the same name")
NO_COURSE = mark("no course of that name comes in or is here")
COURSE_CLOSED = mark("the course of that name here is closed")
GUARDED = {
    Finding.GUARDED_WORD: mark("the name holds a word that you guard; choose another one with the citizen"),
    Finding.CPR: mark("the name looks like a CPR number; choose another one with the citizen"),
    Finding.PHONE: mark("the name looks like a phone number; choose another one with the citizen"),
    Finding.MAIL: mark("the name looks like an e-mail address; choose another one with the citizen"),
    Finding.ADDRESS: mark("the name looks like an address; choose another one with the citizen"),
}


@dataclass(frozen=True, slots=True)
class StartFile:
    """A file that was read: its name without the folder, and its rows."""

    name: str = field(repr=False)
    table: Table


@dataclass(frozen=True, slots=True)
class StartPreview:
    """What would come in, and the fate of each row; `unknown` are headings of which nothing is read."""

    fates: tuple[RowFate, ...] = field(repr=False)
    unknown: tuple[str, ...] = field(default=(), repr=False)
    new: tuple[Course, ...] = field(default=(), repr=False)
    changed: tuple[tuple[Course, Course], ...] = field(default=(), repr=False)

    def count(self, kind: FileKind, *fates: Fate) -> int:
        """Return how many rows of a kind have one of these fates."""
        return sum(1 for one in self.fates if one.kind is kind and one.fate in fates)


@dataclass(frozen=True, slots=True)
class StartCounts:
    """What came in."""

    courses: int
    readings: int


@dataclass(slots=True)
class _Reading:
    """Where the reading of the files has got to: what comes in by the citizen's folded name, and who stays out."""

    desk: Desk
    taken: frozenset[str]
    checkpoint: Checkpoint
    seen: dict[str, int] = field(default_factory=dict)
    new: dict[str, Course] = field(default_factory=dict)
    before: dict[str, Course] = field(default_factory=dict)
    after: dict[str, Course] = field(default_factory=dict)


def scaled_instruments(desk: Desk) -> tuple[Instrument, ...]:
    """Return the instruments whose answers an earlier reading may hold."""
    return tuple(desk.catalogue.get(name) for name in SCALED_PARTS)


def known_columns(desk: Desk) -> KnownColumns:
    """Return the columns of each kind of file."""
    readings = (*READING_COLUMNS, *scale_columns(scaled_instruments(desk)))
    return {FileKind.COURSES: COURSE_COLUMNS, FileKind.READINGS: readings}


def save_empty_file(desk: Desk, path: Path, kind: FileKind, language: str) -> None:
    """Write the empty file of a kind where the worker wants it. Raises DiskFull, FolderNotWritable."""
    write_file(path, template.write_template(kind, known_columns(desk), language))


def read_start_file(desk: Desk, path: Path) -> StartFile:
    """Return the rows of a file and its name. Raises FileUnreadable and the failures of `errors.start_files`."""
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError:
        raise FileUnreadable from None
    return StartFile(path.name, read_table(content, known_columns(desk)))


def preview_start(desk: Desk, tables: Iterable[Table], checkpoint: Checkpoint) -> StartPreview:
    """Return what each row of the files would become; nothing is written."""
    with desk.vault.reading() as connection:
        taken = frozenset(alias_key(alias) for alias in read_aliases(connection))
    reading = _Reading(desk, taken, checkpoint)
    # Courses first, whichever file was chosen first.
    ordered = sorted(tables, key=lambda table: list(FileKind).index(table.kind))
    fates = tuple(_fate(reading, table, cells) for table in ordered for cells in table.rows)
    unknown = tuple(name for table in ordered for name in table.unknown)
    changed = tuple((reading.before[key], course) for key, course in reading.after.items())
    return StartPreview(fates, unknown, tuple(reading.new.values()), changed)


def _fate(reading: _Reading, table: Table, cells: Cells) -> RowFate:
    reading.checkpoint()
    row, name = Named(cells, table.headings), tidy_alias(cells.text("alias"))[:LONGEST_ALIAS]
    take = _take_course if table.kind is FileKind.COURSES else _take_reading
    try:
        if cells.beyond:
            raise StaysOut(BEYOND)
        if fold(cells.text("alias")) in template.EXAMPLES:
            raise StaysOut(EXAMPLE)
        buts = take(reading, row)
    except StaysOut as out:
        return RowFate(table.kind, cells.row, name, Fate.OUT, (out.why,))
    return settle(table.kind, cells.row, name, (*buts, *_unread(reading.desk, cells)))


def _unread(desk: Desk, cells: Cells) -> Iterable[Why]:
    """Yield what stands in columns that are not read and looks like a number, an address or a guarded name."""
    for heading, words in cells.unknown.items():
        if check_text(desk, words):
            yield Why(UNREAD, {"column": heading})


def _take_course(reading: _Reading, row: Named) -> tuple[Why, ...]:
    alias = read_alias(row)
    key, desk = alias_key(alias), reading.desk
    earlier = reading.seen.setdefault(key, row.cells.row)
    for hint in check_text(desk, alias):
        raise StaysOut(GUARDED[hint.finding])
    if key in reading.taken:
        raise StaysOut(ALIAS_HERE)
    if earlier != row.cells.row:
        raise StaysOut(ALIAS_TWICE, row=earlier)
    reading.new[key], buts = build_course(row, alias, Setting(desk.vault.uid, desk.clock.today()))
    return buts


def _take_reading(reading: _Reading, row: Named) -> tuple[Why, ...]:
    key = alias_key(read_alias(row))
    course = reading.new.get(key) or reading.after.get(key) or _course_here(reading, key)
    instruments = scaled_instruments(reading.desk)
    made = build_reading(row, course, instruments, reading.desk.clock.today())
    held = reading.new if key in reading.new else reading.after
    held[key] = replace(course, submissions=(*course.submissions, made))
    return known_of(row, course, made, instruments)


def _course_here(reading: _Reading, key: str) -> Course:
    """Return the open course of a citizen who is here and of whom the file of courses says nothing. Raises StaysOut."""
    # A row that stayed out because the name was taken may mean somebody else: nothing is added to who is here.
    if key in reading.seen:
        raise StaysOut(NO_COURSE)
    try:
        course = find_citizen(reading.desk, key)
    except CourseNotFound:
        raise StaysOut(NO_COURSE) from None
    if course.state is CourseState.CLOSED:
        raise StaysOut(COURSE_CLOSED)
    reading.before[key] = course
    return course


def bring_in(desk: Desk, preview: StartPreview, checkpoint: Checkpoint) -> StartCounts:
    """Write everything that the preview holds in one transaction.

    Raises StartChangedMeanwhile, TooLittleRoom, DiskFull.
    """
    require_room(desk.vault.folder)
    counts = StartCounts(len(preview.new), preview.count(FileKind.READINGS, Fate.IN, Fate.BUT))
    with desk.vault.writing() as connection:
        if any(find_course(connection, alias_key(course.citizen.alias)) for course in preview.new):
            raise StartChangedMeanwhile
        for before, after in (*((None, course) for course in preview.new), *preview.changed):
            checkpoint()
            keep_instruments(connection, desk.catalogue, before, after)
            try:
                written = write_course(connection, before, after, desk.clock.now_utc())
            except CourseChangedElsewhere:
                raise StartChangedMeanwhile from None
            append_use(connection, desk, Act.LOADED, FROM_FILE, written.id)
        append_use(connection, desk, Act.LOADED, f"{FROM_FILE} courses={counts.courses} readings={counts.readings}")
        checkpoint()
    return counts
