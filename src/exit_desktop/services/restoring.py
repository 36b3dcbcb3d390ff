"""Looking into backups and putting one in the place of a vault: by the passphrase, or the sheet, of its time.

No vault need be open for it. The one that is replaced is closed by whoever calls and kept aside for 35 days.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from exit_desktop.errors import (
    BackupDamaged,
    BackupIsNewer,
    KeyFileDamaged,
    NoBackupHere,
    NoBackupWhole,
    NoVaultHere,
    VaultIsNewer,
    WrongPassphrase,
)
from exit_desktop.services.vaults import counter_path
from exit_desktop.system.machine import machine_id
from exit_desktop.system.paths import make_private_folder
from exit_desktop.system.single_instance import hold_lock
from exit_desktop.vault import access, keyfile, rebuilding, recovery, restoring
from exit_desktop.vault.backup_folder import Backup
from exit_desktop.vault.copied_pages import UNWATCHED, Counted, Watch
from exit_desktop.vault.engine_failures import file_failures
from exit_desktop.vault.keyfile import KeyFile
from exit_desktop.vault.open_vault import Vault
from exit_desktop.vault.slots import Secret, open_with_sheet, place_of

WayIn = Callable[[KeyFile], Secret]


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds, every page of it read: when it was made (UTC), counts, and bytes."""

    made_at: datetime
    citizens: int
    courses: int
    contacts: int
    readings: int
    size: int


@dataclass(frozen=True, slots=True)
class Restored:
    """Which backup stands in the place of the vault, what it holds, where the replaced one is kept (None: none was).

    `skipped` are newer backups that were damaged.
    """

    backup: Backup
    contents: Contents
    replaced: Path | None
    skipped: tuple[Backup, ...] = ()


@dataclass(frozen=True, slots=True)
class Restoring:
    """Into which folder, when (UTC), and the folder for counters (None: none is kept)."""

    folder: Path
    now: datetime
    counters: Path | None = None


def with_passphrase(passphrase: str) -> WayIn:
    """Return the way in with the passphrase that the backup had when it was made."""
    return access.by_passphrase(passphrase)


def with_sheet(groups: str) -> WayIn:
    """Return the way in with a recovery sheet, for any number of backups; raises RecoveryKeyMistyped at once."""
    key = recovery.read_groups(groups)

    def way_in(held: KeyFile) -> Secret:
        return open_with_sheet(place_of(held), held.sheet, key)

    return way_in


def with_open_vault(vault: Vault) -> WayIn:
    """Return the way into the backups of an open vault whose keys are still those of now; WrongPassphrase for others.

    Quick: no passphrase is stretched.
    """

    def way_in(held: KeyFile) -> Secret:
        if (held.vault, held.epoch) != (vault.uid, vault.keyfile.epoch):
            raise WrongPassphrase
        return vault.secret_copy()

    return way_in


def look_into(backup: Backup, way_in: WayIn, watch: Watch = UNWATCHED) -> Contents:
    """Open a backup where it lies, read every page of it and count; nothing is written.

    Raises BackupDamaged, BackupGone, BackupIsNewer, BackupStopped, WrongPassphrase, WrongRecoveryKey, TooLittleMemory.
    """
    if backup.problem is not None:
        raise backup.problem
    return _contents(backup, rebuilding.read_backup(backup.folder, way_in, watch))


def restore_backup(backup: Backup, way_in: WayIn, into: Restoring, watch: Watch = UNWATCHED) -> Restored:
    """Put a backup in the place of the vault in a folder, tested before anything is replaced.

    The vault must be closed. The restored one opens with the passphrase and sheet of the backup's time, begins a
    numbering of its own for packages, and is not told as an older copy. Raises AlreadyOpen, BackupDamaged,
    BackupIsNewer, BackupNoRoom, BackupStopped, OtherVaultThere, DiskFull, FolderNotWritable, WrongPassphrase,
    WrongRecoveryKey.
    """
    if backup.problem is not None:
        raise backup.problem
    with file_failures():
        make_private_folder(into.folder)
    with hold_lock(into.folder / access.LOCK_NAME):
        counted, replaced = restoring.restore(backup.folder, way_in, into.folder, _wish(backup, into), watch)
    return Restored(backup, _contents(backup, counted), replaced)


def restore_newest(backups: Iterable[Backup], way_in: WayIn, into: Restoring, watch: Watch = UNWATCHED) -> Restored:
    """Restore the first of these backups that is whole, the newest first; damaged ones are skipped and named.

    Raises NoBackupHere for none at all, NoBackupWhole when every one is damaged, and what `restore_backup` raises.
    """
    skipped: list[Backup] = []
    for backup in backups:
        try:
            done = restore_backup(backup, way_in, into, watch)
        except BackupDamaged:
            skipped.append(backup)
            continue
        return Restored(done.backup, done.contents, done.replaced, tuple(skipped))
    raise NoBackupWhole if skipped else NoBackupHere


def _wish(backup: Backup, into: Restoring) -> rebuilding.Wish:
    with rebuilding.reading_from(backup.folder):
        try:
            uid = keyfile.peek(backup.folder).vault
        except (NoVaultHere, KeyFileDamaged):
            raise BackupDamaged from None
        except VaultIsNewer:
            raise BackupIsNewer from None
    # First this: on a new laptop it makes the folder in which the machine's id is kept as well.
    outside = counter_path(into.counters, uid)
    machine = machine_id(into.counters) if into.counters is not None else ""
    return rebuilding.Wish(into.now, outside, machine)


def _contents(backup: Backup, counted: Counted) -> Contents:
    rows = dict(counted.rows)
    return Contents(backup.made_at, rows["citizen"], rows["course"], rows["contact"], rows["submission"], backup.size)
