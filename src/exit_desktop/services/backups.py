"""Backups of a vault: making them, here and in a second place, and knowing what there is of them.

A backup counts once it has been opened again, every page checked and every row counted. Restoring one is in
`services/restoring.py`. All of it may take long and belongs on the worker thread; a `Watch` is told how far it is and
says when it is to stop.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from exit_desktop.errors import BackupDamaged, BackupsNotRemoved, Failure, SecondPlaceInside
from exit_desktop.services.second_place import telling_of_the_place
from exit_desktop.system.safe_write import sync_folder
from exit_desktop.vault import backup_folder, backup_rows, keyfile, rotation
from exit_desktop.vault.backing import SPARE_ELSEWHERE, Order, clear_parts, local_order, make_backup
from exit_desktop.vault.backup_folder import FOLDER_NAME, PREFIX, Backup, Why, list_folder, stamp
from exit_desktop.vault.backup_rows import place_beside
from exit_desktop.vault.copied_pages import UNWATCHED, Stage, Watch
from exit_desktop.vault.engine_failures import file_failures
from exit_desktop.vault.open_vault import Vault
from exit_desktop.vault.taking_away import clear_leftovers, list_copies, throw_away

__all__ = ["UNWATCHED", "Backup", "Stage", "Watch", "Why", "list_folder"]

KEPT_DAYS = rotation.LONGEST_DAYS


class Opens(StrEnum):
    """What opens a backup: the passphrase of now, the one that the vault had then, or keys that were since renewed."""

    AS_NOW = "as_now"
    AS_THEN = "as_then"
    OTHER_KEYS = "other_keys"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A backup outside the vault's folder: where it was put, when (UTC), and when a new one there may end it."""

    folder: Path
    made_at: datetime
    gone_by: datetime


@dataclass(frozen=True, slots=True)
class BackupState:
    """The last tested backup here and elsewhere (None: never; UTC), the second place, the changes since the last."""

    here: datetime | None
    elsewhere: datetime | None
    second_place: Path | None
    changes: int


def back_up(vault: Vault, now: datetime, why: Why = Why.ASKED, watch: Watch = UNWATCHED) -> Backup:
    """Make a tested backup beside the vault, and throw away those that it makes needless.

    Raises BackupNoRoom, BackupStopped, BackupNotTrue, VaultDamaged, DiskFull, FolderNotWritable; then nothing half
    counts, and nothing was thrown away.
    """
    order = local_order(vault.folder, now, why)
    clear_parts(order.parent)
    clear_leftovers(vault.folder)
    made = make_backup(vault.copying(), order, watch)
    gone = _rotate(vault, order.parent, made, now)
    _note(vault, made, [place_beside(one) for one in gone], now)
    return made


def back_up_to(vault: Vault, place: Path, now: datetime, watch: Watch = UNWATCHED) -> Backup:
    """Make a tested backup in a second place: a stick, a network drive, any folder. Older ones there are rotated.

    Raises SecondPlaceInside, SecondPlaceGone, SecondPlaceFull, SecondPlaceReadOnly, BackupStopped, BackupNotTrue,
    VaultDamaged.
    """
    if place.resolve().is_relative_to(vault.folder.resolve()):
        raise SecondPlaceInside
    short = vault.uid[: backup_folder.SHORT]
    order = Order(now, Why.ASKED, place, f"{PREFIX}{stamp(now)}-{short}", SPARE_ELSEWHERE)
    with telling_of_the_place(place):
        clear_parts(place, short)
        made = make_backup(vault.copying(), order, watch)
        gone = _rotate(vault, place, made, now)
    _note(vault, made, [str(one.folder) for one in gone], now)
    return made


def list_backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups beside the vault in `folder`, the newest first; needs no key."""
    return list_folder(folder / FOLDER_NAME)


def list_own(vault: Vault) -> tuple[Backup, ...]:
    """Return the backups of an open vault that lie beside it, the newest first; those of another stay untouched."""
    return list_folder(vault.folder / FOLDER_NAME, vault.uid)


def find_backups(place: Path, vault: str | None = None) -> tuple[Backup, ...]:
    """Return the backups in a folder that somebody points at, of one vault or of all, the newest first.

    It may be a stick, the folder of a vault, its `backups`, or one backup itself. Needs no key.
    """
    if backup_folder.is_backup(place):
        return (backup_folder.look_at(place),)
    return list_folder(place, vault) or list_folder(place / FOLDER_NAME, vault)


def read_state(vault: Vault) -> BackupState:
    """Return how the vault stands with its backups: by what lies beside it, and by what was noted of other places."""
    with vault.reading() as connection:
        noted, changes = backup_rows.read_noted(connection), backup_rows.count_changes(connection)
    here = [one.made_at for one in list_own(vault) if one.whole]
    elsewhere = [one for one in noted if one.elsewhere]
    place = elsewhere[0].place.parent if elsewhere else None
    return BackupState(_first(here), _first([one.made_at for one in elsewhere]), place, changes)


def list_elsewhere(vault: Vault) -> tuple[Elsewhere, ...]:
    """Return what lies in second places, as far as the vault knows; a stick may be away, or lost."""
    with vault.reading() as connection:
        noted = [one for one in backup_rows.read_noted(connection) if one.elsewhere]
    return tuple(Elsewhere(one.place, one.made_at, one.made_at + timedelta(days=KEPT_DAYS)) for one in noted)


def tell_what_opens(vault: Vault, backup: Backup) -> Opens:
    """Tell whether the passphrase of now opens a backup, or the one of its time. Raises BackupDamaged."""
    try:
        held = keyfile.peek(backup.folder)
    except Failure:
        raise BackupDamaged from None
    if held.epoch != vault.keyfile.epoch:
        return Opens.OTHER_KEYS
    return Opens.AS_NOW if held.passphrase == vault.keyfile.passphrase else Opens.AS_THEN


def remove_older(vault: Vault, than: Backup, now: datetime) -> int:
    """Throw away the vault's own backups beside it but `than`, which must be whole, and every replaced vault there.

    After an erasure, or when new keys were made because somebody may know the old ones. Returns how many went; raises
    BackupDamaged when `than` is not whole, and then nothing goes; BackupsNotRemoved when something stays.
    """
    if not backup_folder.is_as_made(than):
        raise BackupDamaged
    older = [one for one in list_own(vault) if one.folder != than.folder]
    gone = [one for one in older if throw_away(one.folder)]
    replaced = [one for one in list_replaced(vault.folder) if throw_away(one)]
    clear_parts(vault.folder / FOLDER_NAME)
    clear_leftovers(vault.folder)
    with file_failures():
        # What is told as removed must not be back after a cut of power.
        for one in (vault.folder / FOLDER_NAME, vault.folder):
            sync_folder(one)
    _note(vault, None, [place_beside(one) for one in gone], now)
    if [one for one in list_copies(vault.folder, vault.uid) if one != than.folder]:
        raise BackupsNotRemoved
    return len(gone) + len(replaced)


def list_replaced(folder: Path) -> tuple[Path, ...]:
    """Return the folders of vaults that a restore replaced, the newest first; each is kept for 35 days."""
    return backup_folder.list_replaced(folder)


def _rotate(vault: Vault, parent: Path, made: Backup, now: datetime) -> list[Backup]:
    """Throw away what may go now that `made` stands; return what went."""
    held = list_folder(parent, vault.uid)
    newest = next((one for one in held if one.folder == made.folder), made)
    slots = rotation.LARGE if made.size > rotation.LARGE_BYTES else rotation.SMALL
    here = parent == vault.folder / FOLDER_NAME
    witnesses = () if here else list_own(vault)
    gone = [one for one in rotation.to_remove(held, newest, now, slots, witnesses) if throw_away(one.folder)]
    if here and rotation.is_clock_believed(held, newest, now):
        for one in list_replaced(vault.folder):
            if backup_folder.is_past(one, now - timedelta(days=KEPT_DAYS)):
                throw_away(one)
    return gone


def _note(vault: Vault, made: Backup | None, gone: Sequence[str], now: datetime) -> None:
    """Let the vault's own notes follow the folders that are there, in one change."""
    here = [(place_beside(one), one) for one in list_own(vault)]
    there = [] if made is None or (place_beside(made), made) in here else [(str(made.folder), made)]
    places = {place for place, _ in here}
    with vault.job():
        # Locked meanwhile: the folders are there all the same, and the next backup notes them.
        if not vault.is_open:
            return
        with vault.writing() as connection:
            noted = [str(one.place) for one in backup_rows.read_noted(connection) if not one.elsewhere]
            missing = [place for place in noted if place not in places]
            backup_rows.note_gone(connection, [*gone, *missing], now)
            backup_rows.note_backups(connection, [*here, *there])


def _first(moments: Sequence[datetime]) -> datetime | None:
    return moments[0] if moments else None
