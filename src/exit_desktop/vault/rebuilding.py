"""Builds the vault that a backup becomes: under a new key, its tables up to date, its packages numbered anew.

Its number of changes stands above every one known, so that a vault that goes back on purpose does not look like one
that somebody put back.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from exit_desktop.errors import (
    BackupDamaged,
    BackupGone,
    BackupIsNewer,
    DiskFull,
    Failure,
    FolderNotWritable,
    KeyFileDamaged,
    NoVaultHere,
    VaultDamaged,
    VaultIsNewer,
)
from exit_desktop.vault import keyfile, package_epoch, usage_log
from exit_desktop.vault.backing import backup_key, clear_away
from exit_desktop.vault.backup_folder import DATABASE_NAME
from exit_desktop.vault.commit_counter import COUNTER_NAME, CommitCounter
from exit_desktop.vault.copied_pages import UNWATCHED, Counted, Stage, Watch, copy_pages, flush, read_whole
from exit_desktop.vault.engine_failures import engine_failures, file_failures, just_made
from exit_desktop.vault.keyfile import KeyFile
from exit_desktop.vault.keys import wipe
from exit_desktop.vault.migrations import SCHEMA_VERSION, migrate
from exit_desktop.vault.opening import Way, open_database
from exit_desktop.vault.rekeying import database_key, log_key
from exit_desktop.vault.slots import Secret

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

NEW, OLD = "new", "old"
WayIn = Callable[[KeyFile], Secret]


@dataclass(frozen=True, slots=True)
class Wish:
    """When (UTC) a backup is restored, the counter outside the vault, and the machine that it is on from now on."""

    at: datetime
    outside: Path | None = None
    machine: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """The key file of a backup and the secret that its way in led to; the caller wipes it."""

    keyfile: KeyFile
    secret: Secret = field(repr=False)


@contextmanager
def reading_from(backup: Path, writing: bool = False) -> Iterator[None]:
    """Raise BackupGone where a backup cannot be reached any more, which is no damage.

    Unless something is written meanwhile, a disk that does not answer is the one of the backup.
    """
    try:
        yield
    except (BackupDamaged, DiskFull, FolderNotWritable, OSError) as problem:
        mute = isinstance(problem, DiskFull | FolderNotWritable) and not writing
        if mute or not _answers(backup):
            raise BackupGone from None
        raise


def _answers(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:
        # A stick that was pulled out while it was read does not say that it is gone.
        return False


def open_keys(folder: Path, way_in: WayIn) -> Opened:
    """Return the keys of a backup; raises BackupDamaged, BackupGone and what the way in raises."""
    with reading_from(folder):
        try:
            held = keyfile.peek(folder)
        except (NoVaultHere, KeyFileDamaged):
            raise BackupDamaged from None
        except VaultIsNewer:
            raise BackupIsNewer from None
    secret = way_in(held)
    try:
        keyfile.check_mac(held, secret.master)
    except KeyFileDamaged:
        secret.wipe()
        raise BackupDamaged from None
    return Opened(held, secret)


def read_backup(folder: Path, way_in: WayIn, watch: Watch = UNWATCHED) -> Counted:
    """Read every page of a backup and count; raises BackupDamaged, BackupGone, BackupStopped, as the way in."""
    opened = open_keys(folder, way_in)
    key = backup_key(opened.keyfile, opened.secret)
    opened.secret.wipe()
    try:
        return _read_source(folder, key, watch)
    finally:
        wipe(key)


def _read_source(folder: Path, key: bytearray, watch: Watch) -> Counted:
    with reading_from(folder):
        try:
            return read_whole(folder / DATABASE_NAME, key, watch)
        except VaultDamaged:
            raise BackupDamaged from None


def build(backup: Path, part: Path, opened: Opened, wish: Wish, watch: Watch) -> tuple[Counted, int]:
    with file_failures():
        clear_away(part)
        for one in (part, part / NEW, part / OLD):
            one.mkdir(mode=0o700)
    held = _next_keys(part.parent, opened)
    path = part / NEW / DATABASE_NAME
    with just_made():
        counted = _copy_out(backup, path, opened, held, watch)
        number = _renew(path, held, opened.secret, wish)
    flush(path)
    keyfile.write(part / NEW, held)
    counter = CommitCounter(part / NEW / COUNTER_NAME)
    counter.keep(number)
    counter.close()
    return counted, number


def _next_keys(vault: Path, opened: Opened) -> KeyFile:
    """Return the key file of the restored vault: new random bytes, and a generation above every one that is known."""
    try:
        generation = max(keyfile.peek(vault).generation, opened.keyfile.generation)
    except Failure:
        generation = opened.keyfile.generation
    changed = msgspec.structs.replace(opened.keyfile, generation=generation + 1, database_salt=keyfile.new_salt())
    return keyfile.sign(changed, opened.secret.master)


def _copy_out(backup: Path, path: Path, opened: Opened, held: KeyFile, watch: Watch) -> Counted:
    key, new = backup_key(opened.keyfile, opened.secret), database_key(held, opened.secret)
    try:
        # Tested as it lies before a page of it is used, and the copy again: the disk here may be the one that errs.
        counted = _read_source(backup, key, watch)
        if counted.schema > SCHEMA_VERSION:
            raise BackupIsNewer
        origin = open_database(backup / DATABASE_NAME, key, way=Way.STILL)
        try:
            with reading_from(backup, writing=True), engine_failures():
                copy_pages(origin, path, new, lambda done, of: _look_up(watch, done, of))
        finally:
            origin.close()
        if read_whole(path, new, watch) != counted:
            raise BackupDamaged
    except VaultDamaged:
        raise BackupDamaged from None
    finally:
        wipe(key, new)
    return counted


def _look_up(watch: Watch, done: int, of: int) -> None:
    watch.check()
    watch.report(Stage.COPYING, done, of)


def _renew(path: Path, held: KeyFile, secret: Secret, wish: Wish) -> int:
    """Bring the tables up to date, begin a numbering of its own, and go on counting above every number known."""
    connection, key = open_database(path, database_key(held, secret)), log_key(secret)
    try:
        with engine_failures():
            migrate(connection)
            usage_log.offer_mac(connection, key)
            connection.execute("BEGIN IMMEDIATE")
            number = _write_renewal(connection, path.parent.parent.parent, wish)
            connection.execute("COMMIT")
            if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                raise DiskFull
    finally:
        connection.close()
        wipe(key)
    return number


def _write_renewal(connection: "Connection", vault: Path, wish: Wish) -> int:
    package_epoch.begin_package_epoch(connection)
    if wish.machine:
        package_epoch.note_machine(connection, wish.machine)
    usage_log.append(connection, usage_log.Use(wish.at.isoformat(timespec="seconds"), "", "restored", "vault"))
    places = [vault / COUNTER_NAME, *([wish.outside] if wish.outside else [])]
    # A vault that goes back on purpose must not look like one that somebody put back.
    known = max(CommitCounter(one).read() for one in places)
    row = connection.execute(
        "UPDATE vault SET commit_number = max(commit_number, :known) + 1 RETURNING commit_number", {"known": known}
    ).fetchone()
    return int(row[0])
