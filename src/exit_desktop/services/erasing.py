"""Erases a course so that it is gone: rows overwritten, the file encrypted anew, a backup made, older ones removed.

While that is under way a file beside the vault says so, for it may be cut off at any moment: until the rows are
deleted the course is there whole, and after that whoever opens the vault next can finish the rest. The file holds a
number and nothing else; no backup takes it along.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from exit_desktop.domain.calendar import CourseState
from exit_desktop.domain.courses import Course
from exit_desktop.errors import BackupsNotRemoved, ErasureNotFinished, Failure
from exit_desktop.services import backups
from exit_desktop.services.backups import Elsewhere, Why
from exit_desktop.services.courses import delete_citizen_course
from exit_desktop.services.desk import Desk
from exit_desktop.services.vaults import encrypt_again, require_room_to_encrypt
from exit_desktop.system.safe_write import sync_folder, write_file
from exit_desktop.vault.cards import has_left
from exit_desktop.vault.engine_failures import file_failures
from exit_desktop.vault.erased_rows import PENDING_NAME, ErasedLine, Reason, count_erased, read_erased
from exit_desktop.vault.open_vault import Vault

__all__ = ["Elsewhere", "ErasedLine", "Reason"]


@dataclass(frozen=True, slots=True)
class Consequences:
    """What an erasure reaches and what it does not, told before: whether a coordinator has it, and copies elsewhere."""

    has_left: bool
    backups_here: int
    elsewhere: tuple[Elsewhere, ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was erased and when (UTC), whether a coordinator had it, older backups removed, copies elsewhere.

    `reason` is None where an erasure that had been cut off was finished.
    """

    at: datetime
    reason: Reason | None
    has_left: bool
    removed: int
    elsewhere: tuple[Elsewhere, ...]


def reasons_for(course: Course) -> tuple[Reason, ...]:
    """Return why a course can be erased: that its time is over can be said of an ended one only."""
    return tuple(Reason) if course.state is CourseState.CLOSED else (Reason.WISH,)


def foresee(desk: Desk, course: Course) -> Consequences:
    """Return what erasing a course would reach."""
    with desk.vault.reading() as connection:
        left = has_left(connection, course.wire_id)
    here = len(backups.list_own(desk.vault))
    return Consequences(left, here, backups.list_elsewhere(desk.vault))


def erase_course(desk: Desk, course: Course, reason: Reason) -> Receipt:
    """Erase a course; on the citizen's wish a coordinator who has it is told with the next package.

    Raises TooLittleRoom, DiskFull and the like with the course there whole; ErasureNotFinished, BackupsNotRemoved
    when it is erased in the vault and what is left of it elsewhere on the disk waits for `finish_erasing`.
    """
    vault = desk.vault
    require_room_to_encrypt(vault)
    with vault.reading() as connection:
        left = has_left(connection, course.wire_id)
        before = count_erased(connection)
    with file_failures():
        write_file(vault.folder / PENDING_NAME, b"%d\n" % before)
    try:
        delete_citizen_course(desk, course, reason)
    except BaseException:
        with suppress(OSError):
            _drop_pending(vault)
        raise
    removed = _finish(desk)
    return Receipt(desk.clock.now_utc(), reason, left, removed, backups.list_elsewhere(vault))


def is_erasure_unfinished(vault: Vault) -> bool:
    """Return whether an erasure was cut off after the rows were deleted; one cut off before that is forgotten."""
    if vault.read_only or not (vault.folder / PENDING_NAME).exists():
        return False
    try:
        before = int((vault.folder / PENDING_NAME).read_bytes()[:20])
    except (OSError, ValueError):
        before = -1
    with vault.reading() as connection:
        erased = count_erased(connection)
    # Fewer than before: somebody went back to an older state since.
    if erased <= before:
        with suppress(OSError):
            _drop_pending(vault)
    return erased > before


def finish_erasing(desk: Desk) -> Receipt:
    """Do the rest of an erasure that was cut off. Raises ErasureNotFinished, BackupsNotRemoved, TooLittleRoom."""
    require_room_to_encrypt(desk.vault)
    removed = _finish(desk)
    return Receipt(desk.clock.now_utc(), None, False, removed, backups.list_elsewhere(desk.vault))


def list_erased(desk: Desk) -> tuple[ErasedLine, ...]:
    """Return what stays of the erased courses, the newest first."""
    with desk.vault.reading() as connection:
        return read_erased(connection)


def _finish(desk: Desk) -> int:
    vault, now = desk.vault, desk.clock.now_utc()
    try:
        encrypt_again(vault)
        made = backups.back_up(vault, now, Why.AFTER_ERASURE)
        removed = backups.remove_older(vault, made, now)
        _remove_laid_aside(vault.folder)
        # While the mark stands, the next opening says that something is left to do: told as done, that would be a lie.
        with file_failures():
            _drop_pending(vault)
    except BackupsNotRemoved:
        raise
    except Failure as failure:
        raise ErasureNotFinished from failure
    return removed


def _remove_laid_aside(folder: Path) -> None:
    # Drafts that could not be read once; nobody will, and the key that they hang on is gone with the old backups.
    with suppress(OSError):
        for one in folder.glob("drafts.db.unreadable*"):
            one.unlink()


def _drop_pending(vault: Vault) -> None:
    (vault.folder / PENDING_NAME).unlink(missing_ok=True)
    sync_folder(vault.folder)
