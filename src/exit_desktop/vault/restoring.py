"""Puts a backup in the place of a vault so that a crash at any step leaves the old one or the restored one, whole.

First the restored vault is built and tested in a folder with a temporary name beside the old files: re-encrypted under
a new key, its tables brought up to date, its packages numbered anew, its number of changes above every one known. Then
that folder gets its name, `restore-<time>`: from here on the restore holds, and whoever opens the vault finishes it.
What is left are renames alone: each old file into `old`, each new one into its place, and `old` becomes
`replaced-<time>`. A file that still stands in `new` was not moved; the key file goes first, so that the folder is
known as a vault all the while.
"""

from contextlib import suppress
from pathlib import Path

from exit_desktop.errors import (
    BackupDamaged,
    KeyFileDamaged,
    NoVaultHere,
    OtherVaultThere,
)
from exit_desktop.system.safe_write import sync_folder, write_file
from exit_desktop.vault import drafts, keyfile
from exit_desktop.vault.backing import SPARE_BESIDE_THE_VAULT, clear_away, free_name, require_room_for_copy
from exit_desktop.vault.backup_folder import DATABASE_NAME, PART, READY, REPLACED, stamp
from exit_desktop.vault.commit_counter import COUNTER_NAME, CommitCounter
from exit_desktop.vault.copied_pages import Counted, Watch
from exit_desktop.vault.engine_failures import file_failures
from exit_desktop.vault.erased_rows import PENDING_NAME
from exit_desktop.vault.keyfile import NEXT_NAME, KeyFile
from exit_desktop.vault.rebuilding import NEW, OLD, WayIn, Wish, build, open_keys
from exit_desktop.vault.taking_away import MOVING_NAME

_LOGS = (f"{DATABASE_NAME}-wal", f"{DATABASE_NAME}-shm")
_DRAFTS = (drafts.FILE_NAME, f"{drafts.FILE_NAME}-wal", f"{drafts.FILE_NAME}-shm")


def restore(backup: Path, way_in: WayIn, vault: Path, wish: Wish, watch: Watch) -> tuple[Counted, Path | None]:
    """Put a backup in the place of the vault in this folder, which the caller holds locked.

    Returns what it holds and where the replaced one is kept, None where there was none. Raises BackupDamaged,
    BackupIsNewer, BackupNoRoom, BackupStopped, OtherVaultThere, DiskFull, FolderNotWritable and what the way in raises,
    the vault as it was; once it is ready, it is finished at the next opening if it cannot be now.
    """
    finish(vault)
    _clear_parts(vault)
    opened = open_keys(backup, way_in)
    part = vault / (READY + stamp(wish.at) + PART)
    try:
        _check_same(vault, opened.keyfile)
        _check_room(backup, vault)
        counted, number = build(backup, part, opened, wish, watch)
        _keep_old_keys(vault, part / OLD)
        watch.check()
        ready = _make_ready(part)
    except BaseException:
        clear_away(part)
        raise
    finally:
        opened.secret.wipe()
    replaced = _finish_one(vault, ready)
    _keep_outside(wish.outside, number)
    return counted, replaced


def is_pending(vault: Path) -> bool:
    """Tell whether a restore was cut off after it was ready."""
    return bool(_ready_ones(vault))


def finish(vault: Path) -> None:
    """Finish every restore that was ready; needs no key. The caller holds the folder. Raises DiskFull and the like."""
    for ready in _ready_ones(vault):
        _finish_one(vault, ready)


def _ready_ones(vault: Path) -> list[Path]:
    try:
        found = [one for one in vault.iterdir() if one.name.startswith(READY) and not one.name.endswith(PART)]
    except OSError:
        return []
    return sorted(found)


def _clear_parts(vault: Path) -> None:
    with suppress(OSError):
        for part in list(vault.glob(f"{READY}*{PART}")):
            clear_away(part)


def _check_same(vault: Path, held: KeyFile) -> None:
    try:
        there = keyfile.peek(vault)
    except (NoVaultHere, KeyFileDamaged):
        return
    if there.vault != held.vault:
        raise OtherVaultThere


def _check_room(backup: Path, vault: Path) -> None:
    with file_failures():
        try:
            size = (backup / DATABASE_NAME).stat().st_size
        except FileNotFoundError:
            raise BackupDamaged from None
    require_room_for_copy(vault, size, SPARE_BESIDE_THE_VAULT)


def _keep_old_keys(vault: Path, old: Path) -> None:
    """Put the old key file beside where the old database will lie: copied, for it is replaced in one step later on."""
    with file_failures():
        for name in keyfile.NAMES:
            if (vault / name).exists():
                write_file(old / name, (vault / name).read_bytes())


def _make_ready(part: Path) -> Path:
    ready = free_name(part.with_name(part.name.removesuffix(PART)))
    with file_failures():
        for one in (part / NEW, part / OLD, part):
            sync_folder(one)
        part.rename(ready)
        sync_folder(ready.parent)
    return ready


def _finish_one(vault: Path, ready: Path) -> Path | None:
    new, old = ready / NEW, ready / OLD
    with file_failures():
        if new.exists():
            _move_in(vault, new, old)
            # An empty log that the disk did not let go of may be left in it.
            clear_away(new)
        replaced = None
        if old.exists() and any(old.iterdir()):
            replaced = free_name(vault / ready.name.replace(READY, REPLACED, 1))
            old.rename(replaced)
            sync_folder(ready)
            sync_folder(vault)
        clear_away(ready)
        sync_folder(vault)
    return replaced


def _move_in(vault: Path, new: Path, old: Path) -> None:
    for name in keyfile.NAMES:
        _take_place(new / name, vault / name)
    if (new / DATABASE_NAME).exists():
        # As long as the new one stands here, what stands there is the old one and all that belongs to it.
        for name in (DATABASE_NAME, *_LOGS, *_DRAFTS, NEXT_NAME, COUNTER_NAME, PENDING_NAME, MOVING_NAME):
            _take_place(vault / name, old / name)
        for one in (vault, old):
            sync_folder(one)
    _take_place(new / DATABASE_NAME, vault / DATABASE_NAME)
    _take_place(new / COUNTER_NAME, vault / COUNTER_NAME)
    # A name that goes from one folder to another lasts when both do; only then may the one that it left go.
    for one in (new, vault):
        sync_folder(one)


def _take_place(path: Path, place: Path) -> None:
    if path.exists():
        path.replace(place)


def _keep_outside(outside: Path | None, number: int) -> None:
    if outside is not None:
        counter = CommitCounter(outside)
        counter.keep(number)
        counter.close()
