"""The usage log as it is read: who opened, changed, printed, sent what and when; whether it is whole; for an audit.

A citizen stands in it by a random id. Here the id becomes the name that the citizen has now, or "erased"; in a file
for an audit it becomes a number, for what the citizens chose to be called stays in this vault.
"""

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from exit_desktop.services.desk import Act, Desk
from exit_desktop.services.finding import folded
from exit_desktop.services.logged_files import write_logged
from exit_desktop.services.service_csv import guarded
from exit_desktop.services.usage_words import LogNames, about_words, act_words, what_words
from exit_desktop.system.language import Texts, mark
from exit_desktop.vault.course_list import read_course_aliases
from exit_desktop.vault.usage_log import (
    Followed,
    Use,
    Wanted,
    broken_when_renewed,
    count_lines,
    follow_chain,
    read_lines,
    read_numbers,
)

# A line takes a twentieth of a millisecond; whoever wants to read waits for no more than these.
AT_ONCE = 500
KIND = "usage_log"


class ActGroup(StrEnum):
    """The kinds of act by which the log is looked through."""

    OPENED = "opened"
    WRITTEN = "written"
    PRINTED = "printed"
    LEFT = "left"
    SAFETY = "safety"


_GROUPS = {
    ActGroup.OPENED: (Act.OPENED,),
    ActGroup.WRITTEN: (Act.CREATED, Act.CHANGED, Act.UNDONE, Act.LOADED, Act.DELETED),
    ActGroup.PRINTED: (Act.PRINTED, Act.PURGED),
    ActGroup.LEFT: (Act.SAVED_PDF, Act.EXPORTED, Act.COPIED, Act.DUMPED),
}


@dataclass(frozen=True, slots=True)
class LogFilter:
    """What of the log is to be seen: citizens whose name holds these words, one kind of act; empty: all of it."""

    name: str = field(default="", repr=False)
    group: ActGroup | None = None


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line: its number, the local moment, the worker's code, what was done, the course's id if there is one."""

    number: int
    at: datetime
    who: str
    act: str
    kind: str
    course_id: str | None


@dataclass(frozen=True, slots=True)
class LogState:
    """Whether the log is whole: how many lines, the first that does not follow, when keys were renewed over such."""

    lines: int
    first_broken: int | None
    renewed_over_broken: datetime | None

    @property
    def whole(self) -> bool:
        """Whether nothing in it was changed, moved or taken out."""
        return self.first_broken is None and self.renewed_over_broken is None


def read_names(desk: Desk) -> LogNames:
    """Return what the courses in the log are called, without their numbers, for which all of it must be read."""
    with desk.vault.reading() as connection:
        return LogNames(read_course_aliases(connection))


def read_all_numbers(desk: Desk) -> Mapping[str, int]:
    """Return the number of every course that was ever written of."""
    with desk.vault.reading() as connection:
        return {uid.hex(): number for uid, number in read_numbers(connection).items()}


def read_log_lines(
    desk: Desk, wanted: LogFilter, names: LogNames, before: int | None = None, most: int = 200
) -> list[LogLine]:
    """Return up to `most` lines that fit, the newest first; `before` is the number of the last that is known."""
    with desk.vault.reading() as connection:
        found = read_lines(connection, _asked(wanted, names), before, most)
    return [_read(number, use) for number, use in found]


def check_log(desk: Desk, report: Callable[[int, int], None]) -> LogState:
    """Follow the whole chain in steps, between which others may read; `report(done, of)` may raise to stop."""
    so_far = Followed()
    while not so_far.done:
        with desk.vault.reading() as connection:
            lines = count_lines(connection)
            so_far = follow_chain(connection, so_far, AT_ONCE)
        report(min(so_far.report.lines, lines), lines)
    with desk.vault.reading() as connection:
        renewed = broken_when_renewed(connection)
    at = datetime.fromisoformat(renewed).astimezone() if renewed else None
    return LogState(so_far.report.lines, so_far.report.first_broken, at)


def save_log(desk: Desk, path: Path, wanted: LogFilter, t: Texts) -> int:
    """Write the lines that fit as a table without names, the oldest first, and write in the log that it was done.

    Return how many lines. Raises DiskFull, FolderNotWritable.
    """
    names = replace(read_names(desk), numbers=read_all_numbers(desk))
    with desk.vault.reading() as connection:
        found = read_lines(connection, _asked(wanted, names), None, -1)
    lines = [_read(number, use) for number, use in reversed(found)]
    write_logged(desk, path, _table(lines, names, t), Act.EXPORTED, KIND)
    return len(lines)


def _asked(wanted: LogFilter, names: LogNames) -> Wanted:
    typed = folded(wanted.name.strip())
    courses = None
    if typed:
        courses = tuple(bytes.fromhex(one) for one, name in names.names.items() if typed in folded(name))
    if wanted.group is None:
        return Wanted(courses)
    if wanted.group is ActGroup.SAFETY:
        return Wanted(courses, other_than=tuple(str(act) for acts in _GROUPS.values() for act in acts))
    return Wanted(courses, tuple(str(act) for act in _GROUPS[wanted.group]))


def _read(number: int, use: Use) -> LogLine:
    course = use.course_uid.hex() if use.course_uid else None
    return LogLine(number, datetime.fromisoformat(use.at).astimezone(), use.who, use.act, use.kind, course)


_COLUMNS = (
    mark("Line"),
    mark("When"),
    mark("Who"),
    mark("What was done"),
    mark("With what"),
    mark("Course"),
)


def _table(lines: list[LogLine], names: LogNames, t: Texts) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(t(words) for words in _COLUMNS)
    for line in lines:
        writer.writerow(
            (
                line.number,
                line.at.isoformat(sep=" ", timespec="seconds"),
                guarded(line.who),
                act_words(line.act, t),
                what_words(line.kind, t),
                about_words(line.course_id, names, t, named=False),
            )
        )
    # A spreadsheet reads it as UTF-8 by the mark at its beginning.
    return out.getvalue().encode("utf-8-sig")
