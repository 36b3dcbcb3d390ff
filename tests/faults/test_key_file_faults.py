"""The key file on a disk that fills up between its two copies, and keys cut off half way: no vault is lost."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from exit_desktop import errors
from exit_desktop.services import vaults
from exit_desktop.services.vaults import Founding, NewVault, Vault
from exit_desktop.system.safe_write import write_file
from exit_desktop.vault import access, keyfile, rekeying
from exit_desktop.vault.keyfile import PassphraseSlot
from exit_desktop.vault.slots import seal_with_passphrase
from faults.figures import Figures
from faults.shim import worker_environment
from support.full_disk import really_full, small_disk
from support.vault_making import NOW, PASSPHRASE, WORKER

HERE = Path(__file__).parent
OTHER = "vinter skjorte pelikan trappe morgenrød"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk."""
    try:
        with small_disk(tmp_path / "disk") as folder:
            yield folder
    except PermissionError:
        pytest.skip("a small disk needs the right to mount one")


@pytest.fixture
def small(disk: Path) -> Iterator[NewVault]:
    """An open practice vault on it."""
    made = vaults.create_vault(disk / "v", PASSPHRASE, WORKER, Founding(NOW, practice=True))
    yield made
    made.vault.close()


@contextmanager
def no_room_for_the_mirror(disk: Path) -> Iterator[None]:
    """Have the disk full whenever the second copy of the key file is written."""

    def written(path: Path, *values: Any) -> None:
        if path.name != keyfile.NAMES[1]:
            write_file(path, *values)
            return
        with really_full(disk):
            write_file(path, *values)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keyfile, "write_file", written)
        yield


def test_a_change_holds_when_only_the_mirror_found_no_room(small: NewVault, disk: Path) -> None:
    with no_room_for_the_mirror(disk):
        vaults.change_passphrase(small.vault, PASSPHRASE, OTHER)
    assert keyfile.peek(small.vault.folder) == small.vault.keyfile
    small.vault.close()
    vaults.unlock_vault(small.vault.folder, OTHER).close()


def test_the_next_opening_makes_the_mirror_again(small: NewVault, disk: Path) -> None:
    with no_room_for_the_mirror(disk):
        vaults.change_passphrase(small.vault, PASSPHRASE, OTHER)
    assert not keyfile.copies_agree(small.vault.folder)
    small.vault.close()
    vaults.unlock_vault(small.vault.folder, OTHER).close()
    assert keyfile.copies_agree(small.vault.folder)


def test_a_change_that_found_no_room_at_all_is_no_change(small: NewVault, disk: Path) -> None:
    with really_full(disk), pytest.raises(errors.DiskFull):
        vaults.change_passphrase(small.vault, PASSPHRASE, OTHER)
    assert keyfile.peek(small.vault.folder) == small.vault.keyfile
    small.vault.close()
    vaults.unlock_vault(small.vault.folder, PASSPHRASE).close()


def unanswered(path: Path, data: bytes) -> None:
    """Write as a disk does that then says it could not."""
    write_file(path, data)
    raise errors.DiskFull


def test_a_copy_that_stands_there_holds_though_the_disk_gave_no_answer(
    practice: NewVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyfile, "write_file", unanswered)
    vaults.change_passphrase(practice.vault, PASSPHRASE, OTHER)
    assert keyfile.peek(practice.vault.folder) == practice.vault.keyfile


def cut_off(vault: Vault, at: str) -> None:
    """Begin to renew the keys and stop before one of the steps, as a cut of power would."""

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(rekeying, at, cut)
        vaults.renew_keys(vault, PASSPHRASE)
    vault.close()


@pytest.mark.parametrize("by", [1, 2])
def test_a_change_in_which_the_database_was_moved_is_finished_whatever_the_generation(
    practice: NewVault, by: int
) -> None:
    secret = practice.vault.secret_copy()
    held = practice.vault.keyfile
    cut_off(practice.vault, "_move_drafts")
    later = held
    for _ in range(by):
        later = keyfile.later(later)
    keyfile.write(practice.vault.folder, keyfile.sign(later, secret.master))
    again = vaults.unlock_vault(practice.vault.folder, PASSPHRASE)
    assert (vaults.read_worker(again), again.keyfile.epoch) == (WORKER, 2)
    assert again.keyfile.generation > by + 1
    again.close()
    vaults.recover_vault(practice.vault.folder, practice.recovery_key, OTHER).close()


def test_a_change_that_never_reached_the_database_gives_way_to_a_newer_key_file(practice: NewVault) -> None:
    secret, held = practice.vault.secret_copy(), practice.vault.keyfile
    cut_off(practice.vault, "_move_database")
    keyfile.write(practice.vault.folder, keyfile.sign(keyfile.later(held), secret.master))
    again = vaults.unlock_vault(practice.vault.folder, PASSPHRASE)
    assert (vaults.read_worker(again), again.keyfile.epoch) == (WORKER, 1)
    assert not (again.folder / keyfile.NEXT_NAME).exists()
    again.close()


def test_a_damaged_database_is_told_as_that_with_a_journal_beside_it(practice: NewVault) -> None:
    cut_off(practice.vault, "_drop")
    database = practice.vault.folder / "vault.db"
    database.write_bytes(b"\x55" * database.stat().st_size)
    with pytest.raises(errors.VaultDamaged):
        vaults.unlock_vault(practice.vault.folder, PASSPHRASE)


def test_a_journal_of_other_keys_gives_way_to_keys_that_open(practice: NewVault) -> None:
    held, secret = practice.vault.keyfile, practice.vault.secret_copy()
    changed, new = access.with_new_master(held, secret, PASSPHRASE)
    rekeying.begin(practice.vault.folder, (held, new), (changed, new))
    practice.vault.close()
    again = vaults.unlock_vault(practice.vault.folder, PASSPHRASE)
    assert vaults.read_worker(again) == WORKER and not (again.folder / keyfile.NEXT_NAME).exists()
    again.close()


@pytest.mark.parametrize("act", [vaults.renew_keys, lambda vault, old: vaults.change_passphrase(vault, old, OTHER)])
def test_a_vault_closed_while_the_passphrase_is_stretched_is_left_alone(
    practice: NewVault, monkeypatch: pytest.MonkeyPatch, act: Callable[[Vault, str], None]
) -> None:

    def stretched(*values: Any) -> PassphraseSlot:
        practice.vault.close()
        return seal_with_passphrase(*values)

    with monkeypatch.context() as patch, pytest.raises(RuntimeError, match="closed"):
        patch.setattr(access, "seal_with_passphrase", stretched)
        act(practice.vault, PASSPHRASE)
    vaults.unlock_vault(practice.vault.folder, PASSPHRASE).close()


def test_a_journal_that_found_no_room_leaves_nothing_behind(
    practice: NewVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, pytest.raises(errors.DiskFull):
        patch.setattr(rekeying, "write_file", unanswered)
        vaults.renew_keys(practice.vault, PASSPHRASE)
    assert not (practice.vault.folder / keyfile.NEXT_NAME).exists()
    assert vaults.read_worker(practice.vault) == WORKER


def killed_at(folder: Path, step: int, full: str) -> bool:
    command = [sys.executable, str(HERE / "rekey_worker.py"), str(folder), PASSPHRASE, str(step), full]
    known = worker_environment()
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=known)
    assert ended.returncode in {0, -9}, ended.stderr
    return ended.returncode != 0


@pytest.mark.slow
@pytest.mark.parametrize("full", ["before", "within"])
def test_without_room_for_the_mirror_and_then_killed_the_vault_opens(
    disk: Path, small: NewVault, full: str, figures: Figures
) -> None:
    small.vault.close()
    step, killed = 0, True
    while killed:
        folder = Path(shutil.copytree(small.vault.folder, disk / f"step{step}"))
        killed = killed_at(folder, step, full)
        (disk / "filler").unlink(missing_ok=True)
        again = vaults.unlock_vault(folder, PASSPHRASE)
        assert vaults.check_vault(again).ok, step
        assert vaults.read_worker(again) == WORKER, step
        again.close()
        assert keyfile.copies_agree(folder) and not (folder / keyfile.NEXT_NAME).exists(), step
        shutil.rmtree(folder)
        step += 1
    figures("T5", f"no room for the mirror {full} new keys, killed before each step", step, 0, "a naive write in T3")
    assert step > 10
