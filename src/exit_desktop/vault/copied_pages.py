"""Copies the pages of a database under another key, and reads a copy again as it lies on the disk."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from exit_desktop.errors import BackupStopped, VaultDamaged
from exit_desktop.vault.engine_failures import engine_failures, file_failures, just_made
from exit_desktop.vault.health import check_pages, count_rows
from exit_desktop.vault.migrations import schema_version
from exit_desktop.vault.opening import Way, open_database

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

# 1 MB: some ten milliseconds between two looks at whether it is still wanted.
PAGES_AT_ONCE = 256
# The engine's own steps between two such looks while it checks what was written: some fifty milliseconds. More looks
# would make the window wait for Python's lock whenever the machine is busy.
_STEPS_AT_ONCE = 200_000


class Stage(StrEnum):
    """What is being done."""

    COPYING = "copying"
    CHECKING = "checking"


def _tell_nobody(_stage: Stage, _done: int, _of: int) -> None:
    """Tell nobody."""


def _go_on() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told how far it is, and who says that it is to stop; both are asked on the thread that copies."""

    report: Callable[[Stage, int, int], None] = _tell_nobody
    stopped: Callable[[], bool] = _go_on

    def check(self) -> None:
        """Raise BackupStopped when it is to stop."""
        if self.stopped():
            raise BackupStopped


UNWATCHED = Watch()


@dataclass(frozen=True, slots=True)
class Counted:
    """What stood in the vault at the moment that was copied."""

    rows: tuple[tuple[str, int], ...]
    commit_number: int
    schema: int


def count_all(connection: "Connection") -> Counted:
    """Return what stands in the vault that this connection sees."""
    number = connection.execute("SELECT commit_number FROM vault").fetchone()[0]
    return Counted(count_rows(connection), int(number), schema_version(connection))


def copy_pages(origin: "Connection", path: Path, key: bytearray, tell: Callable[[int, int], None]) -> None:
    """Write a copy of what `origin` sees under another key into a new file, and flush it to the disk."""
    copy = open_database(path, bytearray(key), create=True, way=Way.COPY)
    try:
        origin.backup(
            copy, pages=PAGES_AT_ONCE, progress=lambda _status, remaining, total: tell(total - remaining, total)
        )
        with just_made(), engine_failures():
            # The pages say that a log stands beside them; where nothing can be written such a file could not be read.
            copy.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        copy.close()
    flush(path)


def flush(path: Path) -> None:
    """Bring a file to the disk, and let the system forget its pages: what is read next comes from the disk."""
    with file_failures():
        descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        try:
            os.fsync(descriptor)
            advise = getattr(os, "posix_fadvise", None)
            if advise is not None:
                with suppress(OSError):  # a wish, which not every file system knows
                    advise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)


def read_whole(path: Path, key: bytearray, watch: Watch) -> Counted:
    """Read every page of a copy, as it lies, and count; raises VaultDamaged unless all is well, BackupStopped."""
    connection = open_database(path, bytearray(key), way=Way.STILL)
    try:
        with engine_failures():
            connection.set_progress_handler(lambda: int(watch.stopped()), _STEPS_AT_ONCE)
            if check_pages(connection):
                raise VaultDamaged
            return count_all(connection)
    finally:
        connection.close()
