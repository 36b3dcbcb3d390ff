"""What is told as removed is gone: half-made copies too, and with keys that are written over before they go."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from exit_desktop import errors
from exit_desktop.services import backups, older_keys, vaults
from exit_desktop.services.vaults import NewVault
from support.vault_making import NOW, PASSPHRASE, WORKER, practice

__all__ = ["practice"]
LEFT = ("replaced-20261101T120000Z.part", "restore-20261101T120000Z.part", "backups/20261101T120000Z.part")


def leave_half_made(vault: Path) -> list[Path]:
    """Put there what a restore, a removal and a backup leave that were cut off: copies of the vault."""
    (vault / "backups").mkdir(exist_ok=True)
    for name in LEFT:
        shutil.copytree(vault, vault / name, ignore=shutil.ignore_patterns("backups", "*.part", "*.lock"))
    return [vault / name for name in LEFT]


def test_the_next_backup_clears_what_was_cut_off(practice: NewVault) -> None:
    left = leave_half_made(practice.vault.folder)
    backups.back_up(practice.vault, NOW)
    assert [one for one in left if one.exists()] == []


def test_after_an_erasure_no_half_copy_is_left(practice: NewVault) -> None:
    newest = backups.back_up(practice.vault, NOW)
    left = leave_half_made(practice.vault.folder)
    backups.remove_older(practice.vault, newest, NOW)
    assert [one for one in left if one.exists()] == []


def test_what_the_disk_does_not_let_go_of_is_told(practice: NewVault, monkeypatch: pytest.MonkeyPatch) -> None:
    backups.back_up(practice.vault, NOW - timedelta(days=1))
    newest = backups.back_up(practice.vault, NOW)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)
        with pytest.raises(errors.BackupsNotRemoved):
            backups.remove_older(practice.vault, newest, NOW)
    backups.remove_older(practice.vault, newest, NOW)
    assert [one.name for one in (practice.vault.folder / "backups").iterdir()] == [newest.folder.name]


def test_keys_of_a_removed_backup_are_written_over(practice: NewVault, tmp_path: Path) -> None:
    older = backups.back_up(practice.vault, NOW - timedelta(days=1))
    os.link(older.folder / "vault.keys", tmp_path / "on the disk")
    before = (tmp_path / "on the disk").read_bytes()
    backups.remove_older(practice.vault, backups.back_up(practice.vault, NOW), NOW)
    assert (tmp_path / "on the disk").read_bytes() != before


def test_a_backup_of_another_vault_is_neither_counted_nor_taken_away(practice: NewVault, tmp_path: Path) -> None:
    mine, other = practice.vault, practice_of(tmp_path / "other")
    (mine.folder / "backups").mkdir()
    strange = backups.back_up_to(other, mine.folder / "backups", NOW - timedelta(days=1)).folder
    other.close()
    assert backups.read_state(mine).here is None
    vaults.renew_keys(mine, PASSPHRASE)
    assert older_keys.count_opened_by_others(mine) == 1
    assert older_keys.remove_opened_by_others(mine, NOW + timedelta(days=1)) == 1
    assert strange.exists()


def practice_of(folder: Path) -> vaults.Vault:
    """Make one more vault, open."""
    return vaults.create_vault(folder, PASSPHRASE, WORKER, vaults.Founding(NOW, practice=True)).vault
