"""Making a vault and the ways into it; what comes out is the key file and the secret that hold."""

import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from exit_desktop.errors import DiskFull, FolderNotWritable, UnfinishedOnReadOnly, VaultExists
from exit_desktop.system.ids import new_id
from exit_desktop.vault import drafts, identity, keyfile, recovery, rekeying
from exit_desktop.vault.commit_counter import COUNTER_NAME
from exit_desktop.vault.engine_failures import engine_failures, refuse_full_disk
from exit_desktop.vault.keyfile import KeyFile, RecipientSlot
from exit_desktop.vault.keys import LIGHT, STRONG, Stretch, derive, wipe
from exit_desktop.vault.migrations import migrate
from exit_desktop.vault.opening import open_database
from exit_desktop.vault.slots import (
    Place,
    Secret,
    new_secret,
    open_with_passphrase,
    open_with_sheet,
    place_of,
    seal_to_recipient,
    seal_to_sheet,
    seal_with_passphrase,
)

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

LOCK_NAME = "vault.lock"
OUR_FILES = (rekeying.DATABASE_NAME, *keyfile.NAMES)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A new recovery key as it stands on paper, and what the key file keeps of it."""

    groups: str = field(repr=False)
    slot: RecipientSlot
    asked: dict[str, str]


def usual_cost(practice: bool) -> Stretch:
    """Return what a new passphrase slot costs."""
    return LIGHT if practice else STRONG


def new_sheet(place: Place, secret: Secret) -> Sheet:
    """Return a new recovery key, sealed to and opened once; two of its groups are chosen to be typed back."""
    key = recovery.new_recovery_key()
    groups = recovery.write_groups(key)
    wipe(key)
    return _sealed_sheet(place, secret, groups, sorted(secrets.SystemRandom().sample(range(1, recovery.GROUPS + 1), 2)))


def _sealed_sheet(place: Place, secret: Secret, groups: str, chosen: Iterable[int]) -> Sheet:
    key = recovery.read_groups(groups)
    slot = seal_to_sheet(place, secret, key)
    check = derive(secret.lasting, "sheet")
    asked = {str(n): recovery.group_check(check, n, groups.split("-")[n - 1]) for n in chosen}
    wipe(key, check)
    return Sheet(groups, slot, asked)


def make_keys(passphrase: str, practice: bool) -> tuple[KeyFile, Secret, Sheet]:
    """Return the key file of a new vault, its secret and its recovery sheet; each slot has been opened once."""
    secret, place = new_secret(), Place(new_id(), practice, 1)
    sheet = new_sheet(place, secret)
    made = KeyFile(
        format=keyfile.FORMAT,
        vault=place.vault,
        practice=practice,
        epoch=place.epoch,
        generation=1,
        database_salt=keyfile.new_salt(),
        passphrase=seal_with_passphrase(place, secret, passphrase, usual_cost(practice)),
        sheet=sheet.slot,
        sheet_groups=sheet.asked,
    )
    return keyfile.sign(made, secret.master), secret, sheet


def make_files(folder: Path, keys: tuple[KeyFile, Secret], created_at: str) -> None:
    """Write the database and then both copies of the key file; nothing is left behind by a failure.

    Raises VaultExists, DiskFull, FolderNotWritable.
    """
    if any((folder / name).exists() for name in OUR_FILES):
        raise VaultExists
    made, secret = keys
    path = folder / rekeying.DATABASE_NAME
    try:
        connection = open_database(path, rekeying.database_key(made, secret), create=True)
        try:
            with engine_failures():
                migrate(connection)
                _write_first_rows(connection, made, created_at)
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except FolderNotWritable:
            refuse_full_disk(path)
            raise
        finally:
            connection.close()
        keyfile.write(folder, made)
    except BaseException:
        remove_files(folder)
        raise


def remove_files(folder: Path) -> None:
    """Remove a vault that was made just now and could not be finished, as far as the disk lets go of it."""
    database = rekeying.DATABASE_NAME
    for name in (*OUR_FILES, database + "-wal", database + "-shm", COUNTER_NAME):
        with suppress(OSError):
            (folder / name).unlink(missing_ok=True)


def check_finished(folder: Path) -> None:
    """Raise UnfinishedOnReadOnly where something waits to be written, on a disk that cannot be."""
    names = (rekeying.DATABASE_NAME, drafts.FILE_NAME)
    logs = [folder / f"{name}-wal" for name in names]
    if keyfile.NEXT_NAME in {one.name for one in folder.iterdir()} or any(
        one.exists() and one.stat().st_size for one in logs
    ):
        raise UnfinishedOnReadOnly


def unlock(folder: Path, way_in: Callable[[KeyFile], Secret]) -> tuple[KeyFile, Secret, bool]:
    """Return key file, secret, and whether a broken copy was healed; finishes a change of keys that was cut off.

    Raises NoVaultHere, KeyFileDamaged, VaultIsNewer and what `way_in` raises.
    """
    found = keyfile.read(folder)
    secret = way_in(found.keyfile)
    try:
        keyfile.check_mac(found.keyfile, secret.master)
        with suppress(DiskFull):
            held, secret = rekeying.finish(folder, found.keyfile, secret)
            return held, secret, found.healed is not None
        # No room to finish: the change was undone, or DiskFull rises again from here.
        held, secret = rekeying.finish(folder, found.keyfile, secret)
    except BaseException:
        secret.wipe()
        raise
    return held, secret, found.healed is not None


def by_passphrase(passphrase: str) -> Callable[[KeyFile], Secret]:
    """Return the way in through slot A."""
    return lambda held: open_with_passphrase(place_of(held), held.passphrase, passphrase)


def by_sheet(groups: str) -> Callable[[KeyFile], Secret]:
    """Return the way in through slot B; raises RecoveryKeyMistyped at once."""
    key = recovery.read_groups(groups)

    def way_in(held: KeyFile) -> Secret:
        try:
            return open_with_sheet(place_of(held), held.sheet, key)
        finally:
            wipe(key)

    return way_in


def with_new_passphrase(held: KeyFile, secret: Secret, passphrase: str) -> KeyFile:
    """Return the next key file, its slot A sealed with another passphrase."""
    place = place_of(held)
    slot = seal_with_passphrase(place, secret, passphrase, usual_cost(held.practice))
    return keyfile.sign(keyfile.later(held, passphrase=slot), secret.master)


def with_sheet(held: KeyFile, secret: Secret, sheet: Sheet) -> KeyFile:
    """Return the next key file, its slot B sealed to this sheet, made for this epoch or an earlier one."""
    sealed = _sealed_sheet(place_of(held), secret, sheet.groups, map(int, sheet.asked))
    return keyfile.sign(keyfile.later(held, sheet=sealed.slot, sheet_groups=sealed.asked), secret.master)


def with_new_master(held: KeyFile, old: Secret, passphrase: str) -> tuple[KeyFile, Secret]:
    """Return the key file and secret of the next epoch; the same passphrase and the same sheet open it."""
    secret = Secret(new_secret().master, bytearray(old.lasting))
    place = Place(held.vault, held.practice, held.epoch + 1)
    organisation = held.organisation
    changed = keyfile.later(
        held,
        epoch=place.epoch,
        database_salt=keyfile.new_salt(),
        passphrase=seal_with_passphrase(place, secret, passphrase, usual_cost(held.practice)),
        sheet=seal_to_recipient(place, secret, held.sheet.recipient),
        organisation=organisation and seal_to_recipient(place, secret, organisation.recipient, "C"),
    )
    return keyfile.sign(changed, secret.master), secret


def with_new_salt(held: KeyFile, secret: Secret) -> KeyFile:
    """Return the next key file with new random bytes: old copies of the database no longer open with it."""
    return keyfile.sign(keyfile.later(held, database_salt=keyfile.new_salt()), secret.master)


def with_organisation(held: KeyFile, secret: Secret, recipient: str | None) -> KeyFile:
    """Return the next key file with the organisation's slot C, or without one.

    The page of safety will call it once an organisation has announced its recovery key; nothing does yet.
    """
    slot = seal_to_recipient(place_of(held), secret, recipient, "C") if recipient else None
    return keyfile.sign(keyfile.later(held, organisation=slot), secret.master)


def _write_first_rows(connection: "Connection", made: KeyFile, created_at: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        """INSERT INTO vault (id, uid, practice, created_at, epoch, commit_number, recovery_proved)
           VALUES (1, :uid, :practice, :at, :epoch, 0, 0)""",
        {"uid": bytes.fromhex(made.vault), "practice": int(made.practice), "at": created_at, "epoch": made.epoch},
    )
    identity.save_identity(connection, identity.make_identity(created_at))
    connection.execute("COMMIT")
