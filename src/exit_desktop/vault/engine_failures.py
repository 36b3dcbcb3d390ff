"""Turns what the database engine and the disk say into failures that a user can do something about."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from exit_desktop.errors import (
    BackupStopped,
    DiskFull,
    Failure,
    FolderNotWritable,
    TooLittleMemory,
    VaultBusy,
    VaultDamaged,
)
from exit_desktop.system.safe_write import told

# Primary result codes of SQLite (sqlite.org/rescode.html); the extended ones hold them in the low byte.
_BY_CODE: dict[int, type[Failure]] = {
    3: FolderNotWritable,  # PERM
    5: VaultBusy,  # BUSY
    6: VaultBusy,  # LOCKED
    7: TooLittleMemory,  # NOMEM
    8: FolderNotWritable,  # READONLY
    9: BackupStopped,  # INTERRUPT: only the check of a copy lets itself be interrupted
    10: DiskFull,  # IOERR: seen when the shared-memory file finds no room
    11: VaultDamaged,  # CORRUPT
    13: DiskFull,  # FULL
    14: FolderNotWritable,  # CANTOPEN
    26: VaultDamaged,  # NOTADB: the key came through its slot, so it is the file
}
# Copying page by page tells no code, only the words for it (sqlite3_errstr).
_BY_WORDS: dict[str, int] = {
    "access permission denied": 3,
    "database is locked": 5,
    "attempt to write a readonly database": 8,
    "interrupted": 9,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
    "file is not a database": 26,
}


@contextmanager
def engine_failures() -> Iterator[None]:
    """Raise a Failure for each engine error that a user can meet; bad SQL is a bug and rises as it is."""
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - the engine is loaded when a vault is opened

    try:
        yield
    except dbapi2.DatabaseError as problem:
        code = getattr(problem, "sqlite_errorcode", None) or _BY_WORDS.get(str(problem), 0)
        failure = _BY_CODE.get(code & 0xFF)
        if failure is None:
            raise
        raise failure from problem
    except MemoryError as problem:
        raise TooLittleMemory from problem


def refuse_full_disk(path: Path) -> None:
    """Raise DiskFull where a file could not be opened though its folder may be written: the engine does not tell.

    It says the same of a folder without the right to write and of a write-ahead log that found no room.
    """
    if not os.access(path, os.R_OK | os.W_OK):
        return
    try:
        probe = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        os.close(os.open(probe, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        probe.unlink()
    except OSError as problem:
        if not isinstance(told(problem), DiskFull):
            return
    raise DiskFull


@contextmanager
def file_failures() -> Iterator[None]:
    """Raise DiskFull or FolderNotWritable for what the file system refuses."""
    try:
        yield
    except OSError as problem:
        failure = told(problem)
        if failure is None:
            raise
        raise failure from problem


@contextmanager
def just_made() -> Iterator[None]:
    """Raise DiskFull where the engine says that it may not write: the file was made here a moment ago, so it may."""
    try:
        yield
    except FolderNotWritable as problem:
        raise DiskFull from problem
