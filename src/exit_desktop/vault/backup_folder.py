"""What a backup is on a disk: a folder with the copy of the database, the key file of its time and plain checks.

The checks are a few lines of JSON that tell when and why it was made, how long the file is and its SHA-256, so that
backups can be listed, and damage seen, without a key. Nothing in them is personal, nor in the folder's name. Whether a
backup is whole in truth, its pages tell, each of which is sealed under the backup's key.
"""

import hashlib
import heapq
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec

from exit_desktop.errors import BackupDamaged, BackupIsNewer, Failure, VaultIsNewer
from exit_desktop.system.safe_write import write_file
from exit_desktop.vault import keyfile

DATABASE_NAME = "vault.db"
CHECKS_NAME = "vault.checks"
FOLDER_NAME = "backups"
PREFIX = "forloeb-"
REPLACED = "replaced-"
READY = "restore-"
PART = ".part"
SHORT = 6
FORMAT = 1
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"\A(?:forloeb-)?(\d{8}T\d{6}Z)(?:-[0-9a-f]{6})?(?:-\d+)?\Z")
_PIECE = 1 << 20


class Why(StrEnum):
    """Why a backup was made."""

    USUAL = "usual"
    ASKED = "asked"
    BEFORE_MIGRATION = "before_migration"
    BEFORE_KEYS = "before_keys"
    BEFORE_RESTORE = "before_restore"
    BEFORE_ERASURE = "before_erasure"
    AFTER_ERASURE = "after_erasure"


class Checks(msgspec.Struct, frozen=True):
    """The plain checks, a SHA-256 line behind them; times in UTC, sizes in bytes."""

    format: int
    vault: str
    practice: bool
    made_at: Annotated[datetime, msgspec.Meta(tz=True)]
    why: Why
    commit_number: int
    schema: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: where it lies, when it was made (UTC), how long its file is, and what is wrong at first sight.

    `checks` is None where they cannot be read; then the time comes from the folder's name.
    """

    folder: Path
    made_at: datetime
    size: int
    checks: Checks | None
    problem: Failure | None = None

    @property
    def why(self) -> Why:
        """Why it was made."""
        return self.checks.why if self.checks else Why.USUAL

    @property
    def number(self) -> int:
        """The number of the last commit in it; 0 where the checks cannot be read."""
        return self.checks.commit_number if self.checks else 0

    @property
    def risky(self) -> bool:
        """Whether it was made before a risky act, and is kept beside the daily and weekly ones."""
        return self.why.value.startswith("before_")

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong with it at first sight."""
        return self.problem is None


def stamp(moment: datetime) -> str:
    """Return a moment as it stands in the names of folders."""
    return moment.astimezone(UTC).strftime(_STAMP)


def stamped(name: str) -> datetime | None:
    """Return the moment in the name of a backup's folder, None for any other name."""
    found = _NAME.match(name)
    try:
        return datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC) if found else None
    except ValueError:
        return None


def list_folder(parent: Path, vault: str | None = None) -> tuple[Backup, ...]:
    """Return the backups in `parent`, of one vault or of all, the newest first; an unreachable folder holds none."""
    try:
        folders = [one for one in parent.iterdir() if stamped(one.name) and one.is_dir()]
    except OSError:
        return ()
    found = [look_at(one) for one in folders]
    if vault is not None:
        return tuple(_newest_first([one for one in found if belongs(one, vault)]))
    # The numbers of two vaults say nothing of each other: each has its order, and the clock tells whose turn it is.
    orders = [_newest_first(list(ours)) for ours in _by_vault(found)]
    return tuple(heapq.merge(*orders, key=lambda one: one.made_at, reverse=True))


def is_backup(folder: Path) -> bool:
    """Tell whether a folder is itself a backup."""
    return (folder / CHECKS_NAME).exists()


def list_replaced(folder: Path) -> tuple[Path, ...]:
    """Return the folders of vaults that a restore replaced in `folder`, the newest first."""
    try:
        found = [one for one in folder.iterdir() if one.name.startswith(REPLACED) and not one.name.endswith(PART)]
    except OSError:
        return ()
    return tuple(sorted(found, reverse=True))


def is_past(replaced: Path, limit: datetime) -> bool:
    """Tell whether a vault was replaced before `limit`, by its folder's name."""
    at = stamped(replaced.name.removeprefix(REPLACED))
    return at is not None and at < limit


def look_at(folder: Path) -> Backup:
    """Return what a backup's folder tells without a key."""
    made_at = stamped(folder.name) or datetime.fromtimestamp(0, UTC)
    try:
        size = (folder / DATABASE_NAME).stat().st_size
        checks = _read_checks(folder / CHECKS_NAME)
        held = keyfile.peek(folder)
    except (BackupIsNewer, VaultIsNewer):
        return Backup(folder, made_at, 0, None, BackupIsNewer())
    except Failure:
        return Backup(folder, made_at, 0, None, BackupDamaged())
    except OSError:
        return Backup(folder, made_at, 0, None, BackupDamaged())
    whole = size == checks.size and held.vault == checks.vault
    return Backup(folder, checks.made_at, size, checks, None if whole else BackupDamaged())


def is_as_made(backup: Backup) -> bool:
    """Tell whether every byte of the database is as it was when the backup was made; reads the whole file."""
    try:
        return backup.problem is None and file_digest(backup.folder / DATABASE_NAME) == _sha_of(backup)
    except OSError:
        return False


def write_checks(folder: Path, checks: Checks) -> None:
    """Write the plain checks of a backup that was opened and checked."""
    body = msgspec.json.format(msgspec.json.encode(checks), indent=1) + b"\n"
    write_file(folder / CHECKS_NAME, body + hashlib.sha256(body).hexdigest().encode() + b"\n")


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _read_checks(path: Path) -> Checks:
    with path.open("rb") as stream:
        read = stream.read(keyfile.LARGEST)
    body, _, digest = read.rstrip(b"\n").rpartition(b"\n")
    body += b"\n"
    if hashlib.sha256(body).hexdigest().encode() != digest:
        raise BackupDamaged
    try:
        if msgspec.json.decode(body, type=_OnlyFormat).format > FORMAT:
            raise BackupIsNewer
        return msgspec.json.decode(body, type=Checks)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise BackupDamaged from problem


class _OnlyFormat(msgspec.Struct):
    format: int


def _sha_of(backup: Backup) -> str:
    return backup.checks.sha256 if backup.checks else ""


def belongs(backup: Backup, vault: str) -> bool:
    """Tell whether a backup is of this vault, as far as it can be seen without a key."""
    if backup.checks is not None:
        return backup.checks.vault == vault
    # What cannot be read in a folder of several vaults may be anybody's; in the vault's own it has no id in its name.
    name = backup.folder.name
    return not name.startswith(PREFIX) or vault[:SHORT] in name.split("-")[2:3]


def _newest_first(ours: list[Backup]) -> list[Backup]:
    return sorted(ours, key=lambda one: (one.number or _between(one, ours), one.made_at), reverse=True)


def _by_vault(found: list[Backup]) -> Iterable[list[Backup]]:
    """Return the backups of each vault, as far as they tell whose they are, and the rest."""
    orders: dict[str, list[Backup]] = {one.checks.vault: [] for one in found if one.checks}
    vaults = tuple(orders)
    for one in found:
        orders.setdefault(next((uid for uid in vaults if belongs(one, uid)), ""), []).append(one)
    return orders.values()


def _between(damaged: Backup, others: list[Backup]) -> int:
    """Return the number of the newest backup that was made no later than one that does not tell its own."""
    return max((one.number for one in others if one.made_at <= damaged.made_at), default=0)
