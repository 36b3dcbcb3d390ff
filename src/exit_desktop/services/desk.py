"""Where a worker sits: the open vault, the clock, who they are and the instruments. Every service is handed one."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from exit_desktop.domain.courses import Course
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.system.clock import Clock
from exit_desktop.vault.courses import write_course
from exit_desktop.vault.instruments import held_instrument, keep_instrument
from exit_desktop.vault.open_vault import Vault
from exit_desktop.vault.usage_log import Use, append

if TYPE_CHECKING:
    from exit_desktop.vault.rows import Connection


class Act(StrEnum):
    """What the usage log tells was done, without its content."""

    OPENED = "opened"
    CREATED = "created"
    CHANGED = "changed"
    UNDONE = "undone"
    PRINTED = "printed"
    SAVED_PDF = "saved_pdf"
    EXPORTED = "exported"
    COPIED = "copied"
    DUMPED = "dumped"
    LOADED = "loaded"
    DELETED = "deleted"
    PURGED = "purged"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Desk:
    """An unlocked vault at which somebody works."""

    vault: Vault
    clock: Clock
    who: str
    catalogue: Catalogue


def commit_course(desk: Desk, before: Course | None, after: Course, kind: str, act: Act = Act.CHANGED) -> Course:
    """Write the changed course and a line in the usage log in one transaction; return the course as it now stands."""
    with desk.vault.writing() as connection:
        keep_instruments(connection, desk.catalogue, before, after)
        written = write_course(connection, before, after, desk.clock.now_utc())
        append_use(connection, desk, act, kind, written.id)
    return written


def append_use(connection: "Connection", desk: Desk, act: Act, kind: str, course_id: str | None = None) -> None:
    """Write a line in the usage log within the caller's transaction."""
    at = desk.clock.now_utc().isoformat(timespec="seconds")
    append(connection, Use(at, desk.who, act, kind, None if course_id is None else bytes.fromhex(course_id)))


def log_use(desk: Desk, act: Act, kind: str, course_id: str | None = None) -> None:
    """Write a line in the usage log for something that changed nothing in a course.

    What is only looked at on a disk that cannot be written leaves no line, and the window says so all the time.
    """
    if desk.vault.read_only and act is Act.OPENED:
        return
    with desk.vault.writing() as connection:
        append_use(connection, desk, act, kind, course_id)


def keep_instruments(connection: "Connection", catalogue: Catalogue, before: Course | None, after: Course) -> None:
    """Keep the bytes of every instrument that the course's new answers refer to (model 12)."""
    if before is not None and before.submissions is after.submissions:
        return
    known = set() if before is None else _parts(before)
    for name, version in sorted(_parts(after) - known):
        keep_instrument_of(connection, catalogue, name, version)


def keep_instrument_of(connection: "Connection", catalogue: Catalogue, name: str, version: int) -> None:
    """Keep the bytes of one version of an instrument that an answer refers to (model 12)."""
    # What is held stays: an organisation's own words may have come since, and mean the same.
    if held_instrument(connection, name, version) is None:
        content = catalogue.content(name, version)
        keep_instrument(connection, name, version, hashlib.sha256(content).digest(), content)


def _parts(course: Course) -> set[tuple[str, int]]:
    return {(part.instrument, part.version) for submission in course.submissions for part in submission.parts}
