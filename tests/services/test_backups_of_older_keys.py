"""New keys: backups that the old ones open go once a new one is whole, and not before."""

from datetime import timedelta

import pytest

from exit_desktop import errors
from exit_desktop.services import backups, older_keys, recovery_sheets, vaults
from exit_desktop.services.vaults import NewVault
from support.vault_making import NOW, PASSPHRASE, practice

__all__ = ["practice"]
DAY = timedelta(days=5)


def no_room(*_: object) -> None:
    raise errors.BackupNoRoom(megabytes=3)


def test_after_new_keys_only_what_they_open_is_left(practice: NewVault) -> None:
    vault = practice.vault
    backups.back_up(vault, NOW - DAY)
    vaults.renew_keys(vault, PASSPHRASE)
    assert older_keys.count_opened_by_others(vault) == 2
    assert older_keys.remove_opened_by_others(vault, NOW + DAY) == 2
    (left,) = backups.list_backups(vault.folder)
    assert backups.tell_what_opens(vault, left) is backups.Opens.AS_NOW
    assert older_keys.count_opened_by_others(vault) == 0


def test_a_backup_of_another_sheet_is_counted_and_one_of_another_passphrase_is_not(practice: NewVault) -> None:
    vault = practice.vault
    backups.back_up(vault, NOW)
    vaults.change_passphrase(vault, PASSPHRASE, "vinter skjorte pelikan trappe morgenrød")
    assert older_keys.count_opened_by_others(vault) == 0
    recovery_sheets.use_sheet(vault, recovery_sheets.prepare_sheet(vault), proved=True)
    assert older_keys.count_opened_by_others(vault) == 1


def test_without_a_new_one_no_older_one_goes_and_that_is_told(
    practice: NewVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = practice.vault
    backups.back_up(vault, NOW - DAY)
    vaults.renew_keys(vault, PASSPHRASE)
    before = backups.list_backups(vault.folder)
    monkeypatch.setattr(older_keys, "back_up", no_room)
    with pytest.raises(errors.OlderKeysStay):
        older_keys.remove_opened_by_others(vault, NOW)
    assert backups.list_backups(vault.folder) == before
