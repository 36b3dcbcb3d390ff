"""What decides which sheet opens the vault is the key file alone, and two changes of it never undo each other."""

from collections.abc import Callable
from threading import Thread
from types import ModuleType

import pytest

from exit_desktop import errors
from exit_desktop.services import recovery_sheets, sheet_proofs, vaults
from exit_desktop.services.recovery_sheets import prepare_sheet, use_sheet
from exit_desktop.services.vaults import NewVault
from exit_desktop.vault import access, keyfile, worker
from exit_desktop.vault.keyfile import KeyFile
from support.vault_making import PASSPHRASE

OTHER = "vinter skjorte pelikan trappe morgenrød"


def refuse(*_: object) -> None:
    raise errors.DiskFull


def opens(practice: NewVault, recovery_key: str) -> bool:
    """Whether a sheet opens the vault as it stands on the disk."""
    try:
        access.by_sheet(recovery_key)(keyfile.peek(practice.vault.folder)).wipe()
    except errors.WrongRecoveryKey:
        return False
    return True


def prove_old(practice: NewVault) -> None:
    with practice.vault.writing() as connection:
        worker.save_recovery_proved(connection, True)


@pytest.mark.parametrize(
    ("room", "step"), [(worker, "save_recovery_proved"), (keyfile, "write_file")], ids=["row", "key file"]
)
def test_without_room_the_old_sheet_stays_and_stays_proved(
    practice: NewVault, monkeypatch: pytest.MonkeyPatch, room: ModuleType, step: str
) -> None:
    prove_old(practice)
    new = prepare_sheet(practice.vault)
    with monkeypatch.context() as patch, pytest.raises(errors.DiskFull):
        patch.setattr(room, step, refuse)
        use_sheet(practice.vault, new, proved=True)
    assert (opens(practice, practice.recovery_key), opens(practice, new.recovery_key)) == (True, False)
    assert sheet_proofs.is_recovery_proved(practice.vault)


def test_a_sheet_in_force_is_told_so_though_its_proof_found_no_room(
    practice: NewVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = prepare_sheet(practice.vault)
    with monkeypatch.context() as patch:
        patch.setattr(worker, "save_recovery_proved", refuse)
        use_sheet(practice.vault, new, proved=True)
    assert opens(practice, new.recovery_key)
    assert not sheet_proofs.is_recovery_proved(practice.vault)


def test_a_sheet_nobody_typed_back_is_never_called_proved(practice: NewVault, monkeypatch: pytest.MonkeyPatch) -> None:
    prove_old(practice)

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    new = prepare_sheet(practice.vault)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(recovery_sheets, "_keep_proved", _then(recovery_sheets._keep_proved, cut))
        use_sheet(practice.vault, new)
    assert not sheet_proofs.is_recovery_proved(practice.vault)


def _then(first: Callable[..., None], later: Callable[..., None]) -> Callable[..., None]:
    turns = iter([first])

    def one_after_the_other(*values: object) -> None:
        next(turns, later)(*values)

    return one_after_the_other


def meanwhile(other: Thread, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let another thread begin while the new passphrase is being stretched."""
    stretch = access.with_new_passphrase

    def stretched(*values: object) -> KeyFile:
        made = stretch(*values)  # type: ignore[arg-type]  # handed on as they come
        other.start()
        other.join(0.5)
        return made

    monkeypatch.setattr(access, "with_new_passphrase", stretched)


def test_a_sheet_proved_while_the_passphrase_changes_holds_and_so_does_the_passphrase(
    practice: NewVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = prepare_sheet(practice.vault)
    other = Thread(target=use_sheet, args=(practice.vault, new))
    meanwhile(other, monkeypatch)
    vaults.change_passphrase(practice.vault, PASSPHRASE, OTHER)
    other.join()
    assert (opens(practice, practice.recovery_key), opens(practice, new.recovery_key)) == (False, True)
    practice.vault.close()
    vaults.unlock_vault(practice.vault.folder, OTHER).close()


def test_keys_renewed_while_the_passphrase_changes_know_the_passphrase_in_force(
    practice: NewVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []

    def renew() -> None:
        with pytest.raises(errors.WrongPassphrase):
            vaults.renew_keys(practice.vault, PASSPHRASE)
        told.append("refused")

    other = Thread(target=renew)
    meanwhile(other, monkeypatch)
    vaults.change_passphrase(practice.vault, PASSPHRASE, OTHER)
    other.join()
    assert told == ["refused"]


def test_a_change_inside_a_change_is_a_bug_and_loses_nothing(
    practice: NewVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, stretch = prepare_sheet(practice.vault), access.with_new_passphrase

    def stretched(*values: object) -> KeyFile:
        use_sheet(practice.vault, new)
        return stretch(*values)  # type: ignore[arg-type]  # handed on as they come

    monkeypatch.setattr(access, "with_new_passphrase", stretched)
    with pytest.raises(RuntimeError, match="changed inside"):
        vaults.change_passphrase(practice.vault, PASSPHRASE, OTHER)
    assert opens(practice, new.recovery_key)
