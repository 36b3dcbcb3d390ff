"""The one place where an encrypted file is opened.

SQLCipher takes everything but `x'<64 hex digits>'` for a passphrase, silently, and a file without a key is written in
clear, silently. So the key goes in as exactly that form, in a buffer that is wiped, and what came out is checked. A
test on the syntax tree keeps this the only call of `connect`.
"""

import binascii
import time
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from exit_desktop.errors import EngineTooOld, FolderNotWritable, VaultDamaged
from exit_desktop.vault.engine_failures import engine_failures, file_failures, refuse_full_disk
from exit_desktop.vault.keys import KEY_BYTES, wipe

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

OLDEST_SQLITE = (3, 51, 3)  # before it, a WAL reset can destroy a file (3.7.0 to 3.51.2)
RAW_KEY_LENGTH = 67
RAW_KEY_MILLISECONDS = 20  # a passphrase takes 100: this long means that the key was not taken as a raw one
_CLEAR_TEXT = b"SQLite format 3"
_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA mmap_size = 0",
    # Half a megabyte of deciphered pages instead of eight: lists are read from end to end, none faster with more.
    "PRAGMA cache_size = -500",
)
# Of a copy that is being made nothing counts before it is whole, flushed and renamed: it needs no journal beside it.
# Exclusive: no shared memory beside it either, which a stick or a network drive may not know.
_COPY_SETTINGS = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA secure_delete = OFF",
)


class Way(Enum):
    """How a file is opened: to work in it, to write a copy that nobody else sees, or to read one as it lies."""

    LIVE = "live"
    COPY = "copy"
    STILL = "still"


class UnsafeOpening(RuntimeError):
    """The engine did not do what the key asked for; a fault in the program, never in the file."""


def load_engine() -> None:
    """Load the engine, so that the first vault need not wait for it."""
    from sqlcipher3 import dbapi2  # noqa: F401, PLC0415 - the commands that open nothing need none


def open_database(path: Path, key: bytearray, create: bool = False, way: Way = Way.LIVE) -> "Connection":
    """Return a connection to the encrypted file, and wipe `key` (32 bytes).

    Autocommit mode; usable from any thread. A file opened `STILL` may lie where nothing can be written, and nothing
    else may change it meanwhile. Raises VaultDamaged when the key does not fit (the slot has already told
    that the key is right), EngineTooOld, DiskFull, FolderNotWritable.
    """
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - loaded when a vault is opened

    check_engine(dbapi2.sqlite_version_info)
    address = path.absolute().as_uri() + _mode(create, way)
    with file_failures():
        if create:
            # The engine would make the file readable for others; its -wal and -shm take over what this one has.
            path.touch(mode=0o600)
        elif not path.exists():
            raise VaultDamaged
    try:
        with engine_failures():
            connection = _connect(address)
            try:
                _unlock(connection, key, address)
                _settle(connection, path, way)
            except BaseException:
                connection.close()
                raise
    except FolderNotWritable:
        refuse_full_disk(path)
        raise
    return connection


def change_key(connection: "Connection", key: bytearray) -> None:
    """Re-encrypt the whole file under `key` (32 bytes, wiped) in one transaction; no other connection may be open."""
    raw = raw_key(key)
    try:
        with engine_failures():
            connection.reset_key(raw)
    finally:
        wipe(raw)


def raw_key(key: bytearray) -> bytearray:
    """Return `x'<64 hex digits>'` and wipe `key`."""
    try:
        if len(key) != KEY_BYTES or not any(key):
            raise UnsafeOpening("a key of 32 bytes, not all zero")
        raw = bytearray(b"x'") + binascii.hexlify(key) + b"'"
    finally:
        wipe(key)
    if len(raw) != RAW_KEY_LENGTH:
        raise UnsafeOpening("the raw form is 67 bytes")
    return raw


def check_engine(version: tuple[int, ...]) -> None:
    """Raise EngineTooOld for an SQLite that can destroy a file."""
    if version < OLDEST_SQLITE:
        raise EngineTooOld


def _mode(create: bool, way: Way) -> str:
    if way is Way.STILL:
        return "?mode=ro&immutable=1"
    return "?mode=rwc" if create else "?mode=rw"


def _connect(address: str) -> "Connection":
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - loaded when a vault is opened

    return dbapi2.connect(address, uri=True, isolation_level=None, check_same_thread=False, timeout=5)


def _unlock(connection: "Connection", key: bytearray, address: str) -> None:
    raw = raw_key(key)
    try:
        if _opens_at_once(connection, raw):
            return
        # A long log that a crash left takes time too, but only whoever comes first: a second one tells the two apart.
        second = _connect(address)
        try:
            if not _opens_at_once(second, raw):
                raise UnsafeOpening("the key was taken for a passphrase")
        finally:
            second.close()
    finally:
        wipe(raw)


def _opens_at_once(connection: "Connection", raw: bytearray) -> bool:
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.set_key(raw)
    # Processor time, not the clock on the wall: a busy machine must not look like a passphrase.
    begun = time.thread_time()
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return (time.thread_time() - begun) * 1000 <= RAW_KEY_MILLISECONDS


def _settle(connection: "Connection", path: Path, way: Way) -> None:
    if not connection.execute("PRAGMA cipher_version").fetchone()[0]:
        raise UnsafeOpening("the engine does not encrypt")
    for setting in _settings(way):
        connection.execute(setting).fetchall()
    with path.open("rb") as stream:
        if stream.read(len(_CLEAR_TEXT)) == _CLEAR_TEXT:
            raise UnsafeOpening("the file is in clear text")
    connection.set_authorizer(_authorize)


def _settings(way: Way) -> tuple[str, ...]:
    if way is Way.LIVE:
        return _SETTINGS
    without_log = tuple(one for one in _SETTINGS if "journal_mode" not in one and "synchronous" not in one)
    return (*without_log, *(_COPY_SETTINGS if way is Way.COPY else ()))


def roll_back(connection: "Connection") -> None:
    """End the transaction without its changes; a full disk may have done so already."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _authorize(action: int, *_: object) -> int:
    attach, allowed, denied = 24, 0, 1  # SQLITE_ATTACH, SQLITE_OK, SQLITE_DENY
    return denied if action == attach else allowed
