"""A backup takes the place of a vault: tested before, whole after, and the one before is kept."""

import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from exit_desktop import errors
from exit_desktop.services import backups, moved, restoring, vaults
from exit_desktop.services.restoring import Restored, Restoring
from exit_desktop.services.vaults import NewVault, Vault, WorkerDetails, read_worker, save_worker
from exit_desktop.vault import keyfile, rebuilding
from exit_desktop.vault import restoring as steps
from exit_desktop.vault.erased_rows import PENDING_NAME
from exit_desktop.vault.package_epoch import read_machine, read_package_epoch
from support.keeping import bend
from support.vault_making import NOW, PASSPHRASE, WORKER, practice

__all__ = ["practice"]
LATER = WorkerDetails("Senere")


class CutOffError(BaseException):
    """In the place of a crash."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A closed vault of WORKER's with two backups, in which LATER works since."""
    founding = vaults.Founding(NOW, practice=True, counters=tmp_path / "counters")
    vault = vaults.create_vault(tmp_path / "v", PASSPHRASE, WORKER, founding).vault
    backups.back_up(vault, NOW)
    backups.back_up(vault, NOW + timedelta(days=1))
    save_worker(vault, LATER)
    vault.close()
    return tmp_path


def restored(home: Path, into: str = "v") -> Restored:
    """Restore the newest whole backup."""
    place = Restoring(home / into, NOW + timedelta(days=2), home / "counters")
    found = backups.list_backups(home / "v")
    return restoring.restore_newest(found, restoring.with_passphrase(PASSPHRASE), place)


def opened(home: Path, folder: str = "v") -> Vault:
    """Open a vault there."""
    return vaults.unlock_vault(home / folder, PASSPHRASE, home / "counters")


def test_the_vault_is_as_it_was_nothing_is_wrong_and_the_one_before_is_kept(home: Path) -> None:
    done = restored(home)
    vault = opened(home)
    assert (read_worker(vault), vault.notices, vaults.check_vault(vault).ok) == (WORKER, [], True)
    vault.close()
    assert done.replaced == backups.list_replaced(home / "v")[0]
    before = vaults.unlock_vault(done.replaced, PASSPHRASE)
    assert read_worker(before) == LATER
    before.close()


def test_packages_are_numbered_anew(home: Path) -> None:
    restored(home)
    vault = opened(home)
    with vault.reading() as connection:
        assert read_package_epoch(connection) != vault.uid
    vault.close()


def test_on_a_new_laptop_it_is_at_home_at_once(home: Path) -> None:
    shutil.rmtree(home / "counters")
    restored(home, "new")
    vault = opened(home, "new")
    with vault.reading() as connection:
        assert read_machine(connection) == vault.machine
    vault.close()


def test_whoever_puts_the_old_files_back_is_told(home: Path) -> None:
    done = restored(home)
    assert done.replaced
    for name in ("vault.db", "vault.keys", "vault.keys.2", "vault.commit"):
        shutil.copy(done.replaced / name, home / "v" / name)
    vault = opened(home)
    assert [type(one) for one in vault.notices] == [errors.FolderIsOlderCopy]
    vault.close()


def test_a_damaged_newest_is_passed_over_for_the_next(home: Path) -> None:
    newest, older = backups.list_backups(home / "v")
    bend(newest)
    done = restored(home)
    assert (done.backup.folder, [one.folder for one in done.skipped]) == (older.folder, [newest.folder])


def test_when_all_are_damaged_the_vault_is_left_as_it_is(home: Path) -> None:
    for backup in backups.list_backups(home / "v"):
        bend(backup)
    with pytest.raises(errors.NoBackupWhole):
        restored(home)
    vault = opened(home)
    assert read_worker(vault) == LATER
    vault.close()


def test_into_an_empty_folder_it_is_a_move_to_a_new_computer(home: Path) -> None:
    shutil.rmtree(home / "counters")
    assert restored(home, "new").replaced is None
    vault = opened(home, "new")
    assert (read_worker(vault), vault.notices) == (WORKER, [])
    vault.close()


def test_the_vault_of_somebody_else_is_not_replaced(home: Path) -> None:
    founding = vaults.Founding(NOW, practice=True)
    vaults.create_vault(home / "other", PASSPHRASE, LATER, founding).vault.close()
    with pytest.raises(errors.OtherVaultThere):
        restored(home, "other")


def test_an_open_vault_is_not_replaced(home: Path) -> None:
    vault = opened(home)
    with pytest.raises(errors.AlreadyOpen):
        restored(home)
    vault.close()


def test_a_wrong_passphrase_leaves_nothing_behind(home: Path) -> None:
    before = sorted(one.name for one in (home / "v").iterdir())
    place = Restoring(home / "v", NOW)
    with pytest.raises(errors.WrongPassphrase):
        restoring.restore_newest(backups.list_backups(home / "v"), restoring.with_passphrase("en anden"), place)
    assert sorted(one.name for one in (home / "v").iterdir()) == before


def test_cut_off_between_two_renames_the_next_opening_finishes(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for step in range(8):
        cut_off(steps._take_place, step, monkeypatch)
        with pytest.raises(CutOffError):
            restored(home)
        monkeypatch.undo()
        assert vaults.read_vault_header(home / "v").problem is None
        vault = opened(home)
        assert read_worker(vault) == WORKER
        save_worker(vault, LATER)
        vault.close()


def cut_off(take: Callable[[Path, Path], None], step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the renames end before number `step`."""
    left = [step]

    def taken(path: Path, place: Path) -> None:
        if not left[0]:
            raise CutOffError
        left[0] -= 1
        take(path, place)

    monkeypatch.setattr(steps, "_take_place", taken)


def test_a_vault_whose_key_files_are_both_broken_is_saved_by_its_backup(home: Path) -> None:
    for name in ("vault.keys", "vault.keys.2"):
        (home / "v" / name).write_bytes(b"broken")
    restored(home)
    vault = opened(home)
    assert read_worker(vault) == WORKER
    vault.close()


def test_an_older_backup_opens_with_the_sheet_too(home: Path, practice: NewVault) -> None:
    made = backups.back_up(practice.vault, NOW)
    practice.vault.close()
    place = Restoring(home / "by-sheet", NOW)
    assert restoring.restore_backup(made, restoring.with_sheet(practice.recovery_key), place).contents.citizens == 0


def test_a_stick_that_was_pulled_out_is_not_told_as_damage(home: Path) -> None:
    found = backups.list_backups(home / "v")
    (home / "v" / "backups").rename(home / "pulled out")
    place = Restoring(home / "new", NOW, home / "counters")
    for act in (
        lambda: restoring.look_into(found[0], restoring.with_passphrase(PASSPHRASE)),
        lambda: restoring.restore_newest(found, restoring.with_passphrase(PASSPHRASE), place),
    ):
        with pytest.raises(errors.BackupGone):
            act()


def test_a_stick_that_stops_answering_while_it_is_read_is_no_full_disk(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_answer(*_: object) -> None:
        raise errors.DiskFull

    monkeypatch.setattr(rebuilding, "read_whole", no_answer)
    with pytest.raises(errors.BackupGone):
        restored(home)


def test_a_backup_of_a_later_key_file_is_newer_and_not_damaged(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyfile, "FORMAT", 0)
    assert {type(one.problem) for one in backups.list_backups(home / "v")} == {errors.BackupIsNewer}


def test_an_erasure_that_was_cut_off_before_a_restore_is_forgotten_with_it(home: Path) -> None:
    (home / "v" / PENDING_NAME).write_bytes(b"not to be read")
    done = restored(home)
    assert not (home / "v" / PENDING_NAME).exists()
    assert done.replaced and (done.replaced / PENDING_NAME).exists()


def test_a_restore_ends_a_move_that_was_cut_off_there(home: Path) -> None:
    moved.begin_move(home / "v", home / "there")
    shutil.copytree(home / "v", home / "there")
    moved.arrive(home / "v", home / "there")
    restored(home)
    vault = opened(home)
    assert read_worker(vault) == WORKER
    vault.close()


def test_a_stick_that_does_not_answer_is_gone_and_no_fault(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stick, ask = home / "stick", os.stat

    def answer(path: Path, **more: Any) -> object:
        if path == stick:
            raise OSError(5, "no answer")
        return ask(path, **more)

    monkeypatch.setattr(os, "stat", answer)
    with pytest.raises(errors.BackupGone), rebuilding.reading_from(stick):
        raise errors.BackupDamaged
