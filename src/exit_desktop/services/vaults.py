"""What a worker does with a vault as a whole: make it, open it, change passphrase and keys, look at its health.

The window and the commands use only this. A failure rises as one of the `errors`; what is only to be told stands in
`vault.notices`.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from exit_desktop.errors import (
    Failure,
    KeyFileHealed,
    MoveCutOff,
    NoVaultHere,
    PlaceIsElsewhere,
    ThisIsABackup,
    UnfinishedOnReadOnly,
    WeakPassphrase,
)
from exit_desktop.services.backups import Why, back_up
from exit_desktop.services.moved import finish_move, is_move_pending
from exit_desktop.services.passphrases import judge_passphrase
from exit_desktop.system.clock import Clock
from exit_desktop.system.folders.here import look_at_folder, medium_is_read_only
from exit_desktop.system.folders.risks import is_only_unwise
from exit_desktop.system.free_space import require_room
from exit_desktop.system.machine import machine_id
from exit_desktop.system.paths import make_private_folder
from exit_desktop.system.single_instance import Lock, hold_lock
from exit_desktop.vault import access, health, keyfile, restoring, slots, usage_log, worker
from exit_desktop.vault.backup_folder import is_backup
from exit_desktop.vault.engine_failures import file_failures
from exit_desktop.vault.health import Finding, HealthReport
from exit_desktop.vault.holding import Holding
from exit_desktop.vault.keyfile import KeyFile
from exit_desktop.vault.open_vault import Vault
from exit_desktop.vault.opening import load_engine
from exit_desktop.vault.slots import Secret
from exit_desktop.vault.worker import Role, WorkerDetails

__all__ = ["Finding", "HealthReport", "Role", "Vault", "WorkerDetails", "load_engine"]


@dataclass(frozen=True, slots=True)
class NewVault:
    """A vault just made, open, and its recovery key in eight groups, which is kept nowhere else."""

    vault: Vault
    recovery_key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Founding:
    """How a vault is made: for invented people or not, when (UTC), and the folder for counters (None: none is kept)."""

    now: datetime
    practice: bool = False
    counters: Path | None = None


@dataclass(frozen=True, slots=True)
class VaultHeader:
    """What may be told of a vault without its key: its folder, its folder's name, practice or not, what is wrong.

    `uid` is empty where no key file can be read.
    """

    folder: Path
    name: str
    practice: bool
    problem: Failure | None
    uid: str = ""


def create_vault(folder: Path, passphrase: str, details: WorkerDetails, founding: Founding) -> NewVault:
    """Make a vault in `folder` and open it; each way in has been tried once.

    Raises WeakPassphrase (never for practice), PlaceIsElsewhere, TooLittleRoom, VaultExists, TooLittleMemory, DiskFull,
    FolderNotWritable, AlreadyOpen.
    """
    if not founding.practice:
        require_strong(passphrase)
        if not is_only_unwise(look_at_folder(folder)):
            raise PlaceIsElsewhere
    require_room(folder)
    with file_failures():
        make_private_folder(folder)
    lock = hold_lock(folder / access.LOCK_NAME)
    try:
        made, secret, sheet = access.make_keys(passphrase, founding.practice)
        access.make_files(folder, (made, secret), founding.now.isoformat(timespec="seconds"))
        try:
            vault = _open_with((made, secret), folder, lock, founding.counters)
            _write_first_worker(vault, details)
        except BaseException:
            # Its recovery key was shown to nobody: the next try must not find it in the way.
            access.remove_files(folder)
            raise
    except BaseException:
        lock.release()
        raise
    return NewVault(vault, sheet.groups)


def unlock_vault(folder: Path, passphrase: str, counters: Path | None = None) -> Vault:
    """Open the vault in `folder`; a change of keys that was cut off is finished first.

    Raises NoVaultHere, AlreadyOpen, WrongPassphrase, KeyFileDamaged, VaultDamaged, VaultIsNewer, TooLittleMemory,
    DiskFull.
    """
    return _open(folder, access.by_passphrase(passphrase), counters)


def recover_vault(folder: Path, recovery_key: str, new_passphrase: str, counters: Path | None = None) -> Vault:
    """Open the vault with its recovery sheet and give it a new passphrase; the sheet stays valid.

    Raises RecoveryKeyMistyped, WrongRecoveryKey, WeakPassphrase and what `unlock_vault` raises.
    """
    way_in = access.by_sheet(recovery_key)
    if not keyfile.peek(folder).practice:
        require_strong(new_passphrase)
    vault = _open(folder, way_in, counters)
    try:
        vault.replace_keyfile(lambda held, secret: access.with_new_passphrase(held, secret, new_passphrase))
    except BaseException:
        vault.close()
        raise
    return vault


def change_passphrase(vault: Vault, old: str, new: str) -> None:
    """Let `new` open the vault instead of `old`; older backups still open with the old one, and the screen says so.

    Raises WrongPassphrase, WeakPassphrase, TooLittleMemory, DiskFull.
    """
    if not vault.practice:
        require_strong(new)

    def changed(held: KeyFile, secret: Secret) -> KeyFile:
        _check_passphrase(held, old)
        return access.with_new_passphrase(held, secret, new)

    vault.replace_keyfile(changed)


def renew_keys(vault: Vault, passphrase: str) -> None:
    """Give the vault a new master key and re-encrypt its files, backed up before; the recovery sheet stays valid.

    Raises WrongPassphrase, TooLittleMemory, TooLittleRoom, BackupNoRoom, DiskFull with everything as before.
    """
    require_room_to_encrypt(vault)

    def changed(held: KeyFile, secret: Secret) -> tuple[KeyFile, Secret]:
        _check_passphrase(held, passphrase)
        back_up(vault, Clock().now_utc(), Why.BEFORE_KEYS)
        return access.with_new_master(held, secret, passphrase)

    vault.replace_keys(changed)


def encrypt_again(vault: Vault) -> None:
    """Re-encrypt the files under new random bytes: no old piece of the disk can be read.

    The erasure of a citizen does it (security decision 4).
    """
    require_room_to_encrypt(vault)
    vault.replace_keys(lambda held, secret: (access.with_new_salt(held, secret), secret.copy()))


def require_room_to_encrypt(vault: Vault) -> None:
    """Raise TooLittleRoom where there is no room to re-encrypt the files; half way that is undone too, at a price."""
    if not vault.read_only:
        require_room(vault.folder, [vault.folder / name for name in health.FILES])


def check_passphrase(vault: Vault, passphrase: str) -> None:
    """Raise WrongPassphrase unless it is the one of this open vault."""
    _check_passphrase(vault.keyfile, passphrase)


def _check_passphrase(held: KeyFile, passphrase: str) -> None:
    slots.open_with_passphrase(slots.place_of(held), held.passphrase, passphrase).wipe()


def check_vault(vault: Vault) -> HealthReport:
    """Look through every page of the vault and count; raises VaultDamaged where not even that is possible."""
    return health.examine(vault)


def read_worker(vault: Vault) -> WorkerDetails | None:
    """Return who works here."""
    with vault.reading() as connection:
        return worker.read_worker(connection)


def save_worker(vault: Vault, details: WorkerDetails) -> None:
    """Record who works here."""
    with vault.writing() as connection:
        worker.save_worker(connection, details)


def read_log(vault: Vault, newest: int = 200) -> list[usage_log.Use]:
    """Return the newest lines of the usage log, the last one first."""
    with vault.reading() as connection:
        return usage_log.read_log(connection, newest)


def read_vault_header(folder: Path) -> VaultHeader:
    """Return what the chooser may show; nothing is written and no key is needed."""
    try:
        held = keyfile.peek(folder)
    except Failure as problem:
        return VaultHeader(folder, folder.name, False, problem)
    return VaultHeader(folder, folder.name, held.practice, None, held.vault)


def list_vaults(places: Iterable[Path]) -> list[VaultHeader]:
    """Return the vaults that stand in these folders or are these folders, by name."""
    inside = [one for place in places if place.is_dir() for one in (place, *place.iterdir()) if one.is_dir()]
    inside = [one for one in inside if not one.name.startswith(".")]
    headers = [read_vault_header(one) for one in dict.fromkeys(inside)]
    found = [one for one in headers if not isinstance(one.problem, NoVaultHere)]
    return sorted(found, key=lambda one: one.name.casefold())


def counter_path(counters: Path | None, uid: str) -> Path | None:
    """Return the file in the settings folder that keeps the number of the last commit of one vault."""
    if counters is None:
        return None
    # Without its folder no number is kept; that must not keep anybody out of the vault.
    with suppress(OSError):
        make_private_folder(counters)
    return counters / f"{uid}.commit"


def require_strong(passphrase: str) -> None:
    """Raise WeakPassphrase unless the passphrase is hard to guess."""
    if not judge_passphrase(passphrase).ok:
        raise WeakPassphrase


def _open(folder: Path, way_in: Callable[[KeyFile], Secret], counters: Path | None) -> Vault:
    moving = is_move_pending(folder)
    _make_ready(folder)
    keyfile.peek(folder)
    if medium_is_read_only(folder):
        access.check_finished(folder)
        return _open_held(folder, way_in, None, counters)
    lock = hold_lock(folder / access.LOCK_NAME)
    try:
        vault = _open_held(folder, way_in, lock, counters)
    except BaseException:
        lock.release()
        raise
    vault.notices += [MoveCutOff()] if moving else []
    return vault


def _make_ready(folder: Path) -> None:
    """Finish a restore or a move that was cut off; nothing is to be locked or written in a folder that is a backup."""
    if is_backup(folder):
        raise ThisIsABackup
    if restoring.is_pending(folder):
        if medium_is_read_only(folder):
            raise UnfinishedOnReadOnly
        with hold_lock(folder / access.LOCK_NAME):
            restoring.finish(folder)
    if is_move_pending(folder) and not medium_is_read_only(folder):
        with hold_lock(folder / access.LOCK_NAME), file_failures():
            finish_move(folder)


def _open_held(folder: Path, way_in: Callable[[KeyFile], Secret], lock: Lock | None, counters: Path | None) -> Vault:
    held, secret, healed = access.unlock(folder, way_in)
    vault = _open_with((held, secret), folder, lock, counters)
    vault.notices += [KeyFileHealed()] if healed else []
    return vault


def _open_with(keys: tuple[KeyFile, Secret], folder: Path, lock: Lock | None, counters: Path | None) -> Vault:
    outside = counter_path(counters, keys[0].vault)
    machine = machine_id(counters) if counters is not None else ""
    return Vault(folder, keys, Holding(lock, outside, machine))


def _write_first_worker(vault: Vault, details: WorkerDetails) -> None:
    try:
        save_worker(vault, details)
    except BaseException:
        vault.close()
        raise
