"""Backups and restores as acts that can be cut off, refused and looked at afterwards."""

from datetime import timedelta
from pathlib import Path

from exit_desktop.errors import SecondPlaceFull, SecondPlaceGone
from exit_desktop.services import backups, restoring, vaults
from exit_desktop.services.backups import Backup
from exit_desktop.services.courses import find_citizen
from exit_desktop.services.desk import Desk
from faults.acts import BEFORE, Act, copied, look, not_opened, opened
from faults.ground import ALIAS, NOTES, add_note, desk_at, look_at
from support.vault_making import NOW, PASSPHRASE

LATER = NOW + timedelta(hours=1)


def counters(folder: Path) -> Path:
    """Return where the numbers outside the vault are kept."""
    return folder / "settings" / "counters"


def with_a_stick(ground: Path, folder: Path) -> object:
    """A copy, and an empty stick."""
    (folder / "stick").mkdir()
    return copied(ground, folder)


def back_up(_: Path, desk: Desk | None) -> None:
    """Make a backup beside the vault."""
    assert desk
    backups.back_up(desk.vault, NOW)
    desk.vault.close()


def to_the_stick(folder: Path, desk: Desk | None) -> None:
    """Make a backup on the stick."""
    assert desk
    backups.back_up_to(desk.vault, folder / "stick", NOW)
    desk.vault.close()


def backed_up(folder: Path, done: bool) -> None:
    """The vault is as it was; what counts as a backup is whole."""
    assert look(folder) == BEFORE
    all_whole(backups.list_backups(folder / "v"), done)


def on_the_stick(folder: Path, done: bool) -> None:
    """The same of the stick."""
    assert look(folder) == BEFORE
    all_whole(backups.find_backups(folder / "stick"), done)


def all_whole(found: tuple[Backup, ...], done: bool) -> None:
    """Open every backup that stands under its name."""
    assert found or not done, "told as done, and there is none"
    for backup in found:
        assert restoring.look_into(backup, restoring.with_passphrase(PASSPHRASE)).contacts == NOTES


def with_a_backup(ground: Path, folder: Path) -> None:
    """A vault that went on after its last backup."""
    copied(ground, folder)
    desk = desk_at(vaults.unlock_vault(folder / "v", PASSPHRASE, counters(folder)))
    backups.back_up(desk.vault, NOW)
    add_note(desk, find_citizen(desk, ALIAS), NOTES)
    desk.vault.close()


def restore(folder: Path, _: Desk | None) -> None:
    """Put the backup in its place."""
    into = restoring.Restoring(folder / "v", LATER, counters(folder))
    restoring.restore_newest(backups.list_backups(folder / "v"), restoring.with_passphrase(PASSPHRASE), into)


def restored(folder: Path, done: bool) -> None:
    """The old or the restored vault opens, whole, and nobody is told of an older copy; done, the restored one."""
    desk = desk_at(vaults.unlock_vault(folder / "v", PASSPHRASE, counters(folder)))
    try:
        assert not desk.vault.notices, f"told at opening: {desk.vault.notices}"
        numbers = look_at(desk)
        assert numbers in (BEFORE, *([] if done else [[*BEFORE, NOTES]])), f"notes {numbers}"
        if done:
            assert backups.list_replaced(folder / "v"), "the replaced vault is gone"
    finally:
        desk.vault.close()
    all_whole(backups.list_backups(folder / "v"), True)


NOT_THERE = (SecondPlaceGone.__name__, SecondPlaceFull.__name__)
BACKUP_ACTS = {
    "backup": Act(copied, opened, back_up, backed_up),
    "second place": Act(with_a_stick, opened, to_the_stick, on_the_stick, told=NOT_THERE),
    "restore": Act(with_a_backup, not_opened, restore, restored),
}
