"""A new recovery sheet is in force when two of its groups were typed back, and not before."""

import pytest

from exit_desktop import errors
from exit_desktop.services import sheet_proofs, vaults
from exit_desktop.services.recovery_sheets import NewSheet, prepare_sheet, prove_new_sheet, use_sheet
from exit_desktop.services.vaults import NewVault
from support.vault_making import PASSPHRASE

OTHER = "vinter skjorte pelikan trappe morgenrød"


def typed_from(new: NewSheet) -> dict[int, str]:
    groups = new.recovery_key.split("-")
    return {place: groups[place - 1].lower() for place in new.asked}


def opens(practice: NewVault, recovery_key: str) -> bool:
    practice.vault.close()
    try:
        vaults.recover_vault(practice.vault.folder, recovery_key, OTHER).close()
    except errors.WrongRecoveryKey:
        return False
    return True


def test_a_sheet_that_was_only_shown_leaves_the_old_one_in_force(practice: NewVault) -> None:
    new = prepare_sheet(practice.vault)
    assert not opens(practice, new.recovery_key)
    assert opens(practice, practice.recovery_key)


def test_a_wrong_group_leaves_the_old_one_in_force(practice: NewVault) -> None:
    new = prepare_sheet(practice.vault)
    assert not prove_new_sheet(practice.vault, new, dict.fromkeys(new.asked, "AAAAA"))
    assert opens(practice, practice.recovery_key)


def test_a_proved_sheet_takes_the_place_of_the_old_one(practice: NewVault) -> None:
    new = prepare_sheet(practice.vault)
    assert prove_new_sheet(practice.vault, new, typed_from(new))
    assert sheet_proofs.is_recovery_proved(practice.vault)
    assert not opens(practice, practice.recovery_key)
    assert opens(practice, new.recovery_key)


def test_a_sheet_prepared_before_new_keys_opens_after_them(practice: NewVault) -> None:
    new = prepare_sheet(practice.vault)
    vaults.renew_keys(practice.vault, PASSPHRASE)
    use_sheet(practice.vault, new)
    assert opens(practice, new.recovery_key)


def test_a_sheet_in_force_that_was_not_typed_back_is_asked_for(practice: NewVault) -> None:
    use_sheet(practice.vault, prepare_sheet(practice.vault))
    assert not sheet_proofs.is_recovery_proved(practice.vault)


def test_a_full_disk_leaves_the_old_sheet(practice: NewVault, monkeypatch: pytest.MonkeyPatch) -> None:
    new = prepare_sheet(practice.vault)

    def refuse(*_: object) -> None:
        raise errors.DiskFull

    with monkeypatch.context() as patch, pytest.raises(errors.DiskFull):
        patch.setattr("exit_desktop.vault.keyfile.write_file", refuse)
        prove_new_sheet(practice.vault, new, typed_from(new))
    assert opens(practice, practice.recovery_key)


def test_the_key_is_in_no_repr(practice: NewVault) -> None:
    new = prepare_sheet(practice.vault)
    assert new.recovery_key not in repr(new)
