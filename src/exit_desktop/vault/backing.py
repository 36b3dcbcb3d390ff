"""Makes one backup: copied page by page from a state that stands still, under a key of its own, then read again.

The window goes on writing meanwhile, for the copier has a connection and a read transaction of its own. Everything is
written into a folder with a temporary name; only when the copy was opened again, every page checked and every row
counted does the folder get its name. Until then nothing of it counts, and a crash leaves what the next one clears up.
"""

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from exit_desktop.errors import BackupNoRoom, BackupNotTrue, Failure, ThisIsABackup, VaultDamaged
from exit_desktop.system.clock import Clock
from exit_desktop.system.free_space import MEGABYTE, SPARE, in_megabytes, missing_room, size_of
from exit_desktop.system.paths import make_private_folder
from exit_desktop.system.safe_write import sync_folder
from exit_desktop.vault import keyfile
from exit_desktop.vault.backup_folder import (
    DATABASE_NAME,
    FOLDER_NAME,
    FORMAT,
    PART,
    Backup,
    Checks,
    Why,
    file_digest,
    look_at,
    stamp,
    write_checks,
)
from exit_desktop.vault.copied_pages import UNWATCHED, Counted, Stage, Watch, copy_pages, count_all, read_whole
from exit_desktop.vault.engine_failures import engine_failures, file_failures
from exit_desktop.vault.keyfile import KeyFile
from exit_desktop.vault.keys import derive, wipe
from exit_desktop.vault.opening import Way, open_database
from exit_desktop.vault.rekeying import database_key, opens
from exit_desktop.vault.slots import Secret

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

# Beside the copy there must be room on the vault's own disk for what is written in it meanwhile.
SPARE_BESIDE_THE_VAULT = SPARE
SPARE_ELSEWHERE = MEGABYTE
_SPARE_SHARE = 8


@dataclass(frozen=True, slots=True)
class Source:
    """What is copied: the vault's folder, the key file and secret that hold, and a check that it is still open."""

    folder: Path
    keyfile: KeyFile
    secret: Secret
    check: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True)
class Order:
    """When (UTC) and why a backup is made, where, under which name, and how much room is left beside it."""

    made_at: datetime
    why: Why
    parent: Path
    name: str
    spare: int = SPARE_BESIDE_THE_VAULT


def backup_key(held: KeyFile, secret: Secret) -> bytearray:
    """Return the key of a backup that lies beside this key file; it opens no vault."""
    return derive(secret.master, "backup", held.database_salt)


def open_live(source: Source, way: Way = Way.LIVE) -> "Connection":
    """Open the database of a vault; raises VaultDamaged, and ThisIsABackup where a backup's file was put there."""
    path = source.folder / DATABASE_NAME
    try:
        return open_database(path, database_key(source.keyfile, source.secret), way=way)
    except VaultDamaged:
        if opens(path, backup_key(source.keyfile, source.secret)):
            raise ThisIsABackup from None
        raise


def local_order(folder: Path, made_at: datetime, why: Why) -> Order:
    """Return the order for a backup beside the vault in `folder`, its own folder made. Raises FolderNotWritable."""
    with file_failures():
        make_private_folder(folder / FOLDER_NAME)
    return Order(made_at, why, folder / FOLDER_NAME, stamp(made_at))


def back_up_before_migration(source: Source) -> None:
    """Keep the vault as it is before its tables change. Raises what `make_backup` raises."""
    make_backup(nullcontext(source), local_order(source.folder, Clock().now_utc(), Why.BEFORE_MIGRATION), UNWATCHED)


def make_backup(copying: AbstractContextManager[Source], order: Order, watch: Watch) -> Backup:
    """Make a backup; it stands whole under its name, or not at all.

    Raises BackupNoRoom, BackupStopped, BackupNotTrue, VaultDamaged, DiskFull, FolderNotWritable.
    """
    part = order.parent / (order.name + PART)
    clear_away(part)
    try:
        with file_failures():
            part.mkdir(mode=0o700)
        checks = _written(copying, part, order, watch)
        write_checks(part, checks)
        watch.check()
        return _put_in_place(part, order)
    except BaseException:
        clear_away(part)
        raise


def clear_away(folder: Path) -> None:
    """Remove what does not count, as far as the disk lets go of it."""
    shutil.rmtree(folder, ignore_errors=True)


def _written(copying: AbstractContextManager[Source], part: Path, order: Order, watch: Watch) -> Checks:
    key = bytearray()
    try:
        with copying as source:
            _check_room(source.folder, order)
            key = backup_key(source.keyfile, source.secret)
            counted = _copied(source, part / DATABASE_NAME, key, watch)
            held = source.keyfile
        keyfile.write(part, held)
        size = _read_again(part / DATABASE_NAME, key, counted, watch)
    finally:
        wipe(key)
    digest = _digest_of(part / DATABASE_NAME)
    return Checks(
        format=FORMAT,
        vault=held.vault,
        practice=held.practice,
        made_at=order.made_at,
        why=order.why,
        commit_number=counted.commit_number,
        schema=counted.schema,
        size=size,
        sha256=digest,
    )


def _check_room(folder: Path, order: Order) -> None:
    size = size_of([folder / DATABASE_NAME, folder / f"{DATABASE_NAME}-wal"])
    require_room_for_copy(order.parent, size, order.spare)


def require_room_for_copy(folder: Path, size: int, spare: int) -> None:
    """Raise BackupNoRoom unless a copy of `size` bytes finds room in a folder, an eighth of it and `spare` to boot."""
    needed = size + size // _SPARE_SHARE + spare
    if missing_room(folder, needed):
        raise BackupNoRoom(megabytes=in_megabytes(needed))


def _copied(source: Source, path: Path, key: bytearray, watch: Watch) -> Counted:
    live = open_live(source)
    try:
        with engine_failures():
            # From its first reading on this connection sees one state, whoever writes: the copy never begins anew.
            live.execute("BEGIN")
            counted = count_all(live)
            copy_pages(live, path, key, lambda done, of: _look_up(source, watch, done, of))
            live.execute("ROLLBACK")
        source.check()
    finally:
        live.close()
    return counted


def _look_up(source: Source, watch: Watch, done: int, of: int) -> None:
    source.check()
    watch.check()
    watch.report(Stage.COPYING, done, of)


def _read_again(path: Path, key: bytearray, counted: Counted, watch: Watch) -> int:
    watch.report(Stage.CHECKING, 0, 1)
    try:
        if read_whole(path, key, watch) != counted:
            raise BackupNotTrue
    except VaultDamaged:
        raise BackupNotTrue from None
    with file_failures():
        return path.stat().st_size


def _digest_of(path: Path) -> str:
    with file_failures():
        return file_digest(path)


def _put_in_place(part: Path, order: Order) -> Backup:
    place = free_name(order.parent / order.name)
    with file_failures():
        sync_folder(part)
        part.rename(place)
        sync_folder(order.parent)
    return look_at(place)


def free_name(path: Path) -> Path:
    """Return the path, or one with a number behind it where something stands already."""
    number = 1
    place = path
    while place.exists():
        number += 1
        place = path.with_name(f"{path.name}-{number}")
    return place


def clear_parts(parent: Path, of: str = "") -> None:
    """Remove what a crash left half made in `parent`; `of` is what its name ends in before the `.part`."""
    with suppress(OSError, Failure):
        for part in list(parent.glob(f"*-{of}*{PART}" if of else f"*{PART}")):
            clear_away(part)
