"""A vault from its making to new keys, as the window and the commands use it."""

from pathlib import Path

import pytest

from exit_desktop import errors
from exit_desktop.services import drafts, sheet_proofs, vaults
from exit_desktop.services.vaults import Founding, NewVault, Vault
from support.vault_making import NOW, PASSPHRASE, WORKER, Template

OTHER = "vinter skjorte pelikan trappe morgenrød"


def reopened(vault: Vault, passphrase: str = PASSPHRASE) -> Vault:
    vault.close()
    return vaults.unlock_vault(vault.folder, passphrase)


def test_the_passphrase_opens_a_real_vault(real_template: Template, tmp_path: Path) -> None:
    with_files = real_template.copy_to(tmp_path / "v")
    opened = vaults.unlock_vault(with_files, PASSPHRASE)
    assert vaults.check_vault(opened).ok
    opened.close()


def test_another_passphrase_does_not(real_template: Template, tmp_path: Path) -> None:
    with pytest.raises(errors.WrongPassphrase):
        vaults.unlock_vault(real_template.copy_to(tmp_path / "v"), OTHER)


def test_a_new_vault_holds_its_worker(practice: NewVault) -> None:
    again = reopened(practice.vault)
    assert vaults.read_worker(again) == WORKER
    again.close()


def test_a_weak_passphrase_makes_no_real_vault(tmp_path: Path) -> None:
    with pytest.raises(errors.WeakPassphrase):
        vaults.create_vault(tmp_path / "v", "Sommer2026!", WORKER, Founding(NOW))
    assert not (tmp_path / "v").exists()


def test_a_vault_is_never_made_over_another(practice: NewVault) -> None:
    practice.vault.close()
    with pytest.raises(errors.VaultExists):
        vaults.create_vault(practice.vault.folder, PASSPHRASE, WORKER, Founding(NOW, practice=True))


def test_a_new_passphrase_opens_and_the_old_does_not(practice: NewVault) -> None:
    vaults.change_passphrase(practice.vault, PASSPHRASE, OTHER)
    reopened(practice.vault, OTHER).close()
    with pytest.raises(errors.WrongPassphrase):
        vaults.unlock_vault(practice.vault.folder, PASSPHRASE)


def test_changing_it_needs_the_old_one(practice: NewVault) -> None:
    with pytest.raises(errors.WrongPassphrase):
        vaults.change_passphrase(practice.vault, OTHER, PASSPHRASE)


def test_the_sheet_opens_a_vault_whose_passphrase_is_forgotten(practice: NewVault) -> None:
    practice.vault.close()
    vaults.recover_vault(practice.vault.folder, practice.recovery_key.lower(), OTHER).close()
    vaults.unlock_vault(practice.vault.folder, OTHER).close()


def test_new_keys_keep_the_sheet_and_everything_written(practice: NewVault) -> None:
    drafts.keep_draft(practice.vault, "note/1", "half a sent", NOW)
    vaults.renew_keys(practice.vault, PASSPHRASE)
    assert vaults.read_worker(practice.vault) == WORKER
    practice.vault.close()
    again = vaults.recover_vault(practice.vault.folder, practice.recovery_key, OTHER)
    assert [one.body for one in drafts.list_drafts(again)] == ["half a sent"]
    again.close()


def test_an_old_copy_of_the_key_file_opens_nothing_after_new_keys(practice: NewVault) -> None:
    folder = practice.vault.folder
    old = (folder / "vault.keys").read_bytes()
    vaults.renew_keys(practice.vault, PASSPHRASE)
    practice.vault.close()
    for name in ("vault.keys", "vault.keys.2"):
        (folder / name).write_bytes(old)
    with pytest.raises(errors.VaultDamaged):
        vaults.unlock_vault(folder, PASSPHRASE)


def test_one_wrong_letter_on_the_sheet_is_called_a_typing_error(practice: NewVault) -> None:
    practice.vault.close()
    first = practice.recovery_key[0]
    mistyped = ("A" if first != "A" else "B") + practice.recovery_key[1:]
    with pytest.raises(errors.RecoveryKeyMistyped):
        vaults.recover_vault(practice.vault.folder, mistyped, OTHER)


def test_two_groups_typed_back_prove_the_sheet(practice: NewVault) -> None:
    groups = practice.recovery_key.split("-")
    asked = sheet_proofs.asked_groups(practice.vault)
    assert not sheet_proofs.prove_recovery(practice.vault, {number: "AAAAA" for number in asked})
    assert sheet_proofs.prove_recovery(practice.vault, {number: groups[number - 1].lower() for number in asked})
    assert sheet_proofs.is_recovery_proved(practice.vault)


def test_encrypting_again_keeps_the_content_and_changes_every_page(practice: NewVault) -> None:
    path = practice.vault.folder / "vault.db"
    practice.vault.checkpoint()
    before = path.read_bytes()
    vaults.encrypt_again(practice.vault)
    after = path.read_bytes()
    assert vaults.check_vault(practice.vault).ok
    assert not {before[at : at + 4096] for at in range(4096, len(before), 4096)} & {
        after[at : at + 4096] for at in range(4096, len(after), 4096)
    }


def test_the_chooser_tells_practice_from_real(practice: NewVault, real_template: Template, tmp_path: Path) -> None:
    real_template.copy_to(tmp_path / "work")
    (tmp_path / "empty").mkdir()
    assert [(one.name, one.practice) for one in vaults.list_vaults([tmp_path])] == [("practice", True), ("work", False)]


def test_an_older_copy_of_the_folder_is_told(real_template: Template, tmp_path: Path) -> None:
    counters = tmp_path / "settings"
    first = vaults.unlock_vault(real_template.copy_to(tmp_path / "v"), PASSPHRASE, counters)
    vaults.save_worker(first, WORKER)
    first.close()
    old = vaults.unlock_vault(real_template.copy_to(tmp_path / "old"), PASSPHRASE, counters)
    assert [type(one) for one in old.notices] == [errors.FolderIsOlderCopy]
    old.close()
