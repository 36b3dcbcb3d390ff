"""Erasing a citizen to the last backup, as an act that can be cut off, refused and looked at afterwards."""

from datetime import timedelta
from pathlib import Path

from exit_desktop.errors import BackupsNotRemoved, DiskFull, ErasureNotFinished
from exit_desktop.services import backups, erasing, restoring, vaults
from exit_desktop.services.courses import find_citizen, list_courses
from exit_desktop.services.desk import Desk
from faults.acts import BEFORE, Act, copied, look, opened
from faults.ground import ALIAS, open_ground
from support.vault_making import NOW, PASSPHRASE


def with_backups(ground: Path, folder: Path) -> None:
    """A vault with a backup of yesterday that holds the citizen."""
    copied(ground, folder)
    desk = open_ground(folder / "v")
    backups.back_up(desk.vault, NOW - timedelta(days=1))
    desk.vault.close()


def erase(_: Path, desk: Desk | None) -> None:
    """Erase the citizen, or what was left undone of it."""
    assert desk
    if list_courses(desk):
        erasing.erase_course(desk, find_citizen(desk, ALIAS), erasing.Reason.WISH)
    elif erasing.is_erasure_unfinished(desk.vault):
        erasing.finish_erasing(desk)
    desk.vault.close()


def erased(folder: Path, done: bool) -> None:
    """The citizen is there whole, or gone from the vault; gone, the next opening can make it gone from the backups."""
    desk = open_ground(folder / "v")
    rows, unfinished = list_courses(desk), erasing.is_erasure_unfinished(desk.vault)
    assert not (done and (rows or unfinished)), "told as done"
    assert not (rows and unfinished), "there, and said to be erased"
    if unfinished:
        erasing.finish_erasing(desk)
    assert vaults.check_vault(desk.vault).ok
    desk.vault.close()
    if rows:
        assert look(folder) == BEFORE
        return
    found = backups.list_backups(folder / "v")
    assert found, "no backup after the erasure"
    for backup in found:
        assert restoring.look_into(backup, restoring.with_passphrase(PASSPHRASE)).courses == 0, "in a backup"


TOLD = (DiskFull.__name__, ErasureNotFinished.__name__, BackupsNotRemoved.__name__)
ERASE_ACTS = {"erase and backups": Act(with_backups, opened, erase, erased, told=TOLD)}
