"""Vaults really damaged, filled, held, starved and killed: each tells its own sentence, and none is lost."""

import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from exit_desktop import errors
from exit_desktop.services import drafts, vaults
from exit_desktop.services.vaults import NewVault, Vault
from exit_desktop.vault import keyfile
from exit_desktop.vault.migrations import SCHEMA_VERSION
from faults.figures import Figures, tries
from faults.shim import worker_environment
from support.vault_making import NOW, PASSPHRASE, WORKER, Template

HERE = Path(__file__).parent


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def run_python(code: str, *values: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *values], capture_output=True, text=True, timeout=60, check=False
    )


def test_seven_failures_have_seven_different_sentences() -> None:
    kinds = (
        errors.WrongPassphrase,
        errors.KeyFileDamaged,
        errors.VaultDamaged,
        errors.VaultIsNewer,
        errors.DiskFull,
        errors.AlreadyOpen,
        errors.TooLittleMemory,
    )
    assert len({kind.sentence for kind in kinds}) == 7


def test_one_broken_key_file_is_healed_from_the_other(practice: NewVault) -> None:
    folder = practice.vault.folder
    practice.vault.close()
    flip(folder / "vault.keys", 100)
    again = vaults.unlock_vault(folder, PASSPHRASE)
    assert [type(one) for one in again.notices] == [errors.KeyFileHealed]
    assert keyfile.copies_agree(folder)
    again.close()


def test_two_broken_key_files_are_never_called_a_wrong_passphrase(practice: NewVault) -> None:
    practice.vault.close()
    for name in keyfile.NAMES:
        flip(practice.vault.folder / name, 100)
    with pytest.raises(errors.KeyFileDamaged):
        vaults.unlock_vault(practice.vault.folder, PASSPHRASE)


def test_every_flipped_byte_and_every_cut_of_the_key_file_is_seen(practice: NewVault) -> None:
    data = (practice.vault.folder / "vault.keys").read_bytes()
    broken = [data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :] for at in range(len(data))]
    broken += [data[:end] for end in range(len(data))]
    for one in broken:
        with pytest.raises(errors.KeyFileDamaged):
            keyfile.decode(one)


@pytest.mark.parametrize("at", [3, 50, 4000])
def test_a_damaged_database_is_told_as_that(practice: NewVault, at: int) -> None:
    practice.vault.close()
    flip(practice.vault.folder / "vault.db", at)
    with pytest.raises(errors.VaultDamaged):
        vaults.unlock_vault(practice.vault.folder, PASSPHRASE)


def test_a_missing_database_is_told_as_damage(practice: NewVault) -> None:
    practice.vault.close()
    (practice.vault.folder / "vault.db").unlink()
    with pytest.raises(errors.VaultDamaged):
        vaults.unlock_vault(practice.vault.folder, PASSPHRASE)


def test_an_empty_folder_holds_no_vault(tmp_path: Path) -> None:
    with pytest.raises(errors.NoVaultHere):
        vaults.unlock_vault(tmp_path, PASSPHRASE)
    assert not list(tmp_path.iterdir())


def test_a_database_of_a_newer_program_is_left_alone(vault: Vault, real_template: Template) -> None:
    with vault.writing() as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    vault.close()
    with pytest.raises(errors.VaultIsNewer):
        real_template.open_raw(vault.folder)


def test_a_key_file_of_a_newer_program_is_left_alone(practice: NewVault) -> None:
    practice.vault.close()
    newer = keyfile.encode(keyfile.later(practice.vault.keyfile, format=keyfile.FORMAT + 1))
    (practice.vault.folder / "vault.keys").write_bytes(newer)
    with pytest.raises(errors.VaultIsNewer):
        vaults.unlock_vault(practice.vault.folder, PASSPHRASE)


def test_a_vault_held_by_another_process_says_so(practice: NewVault) -> None:
    tried = run_python(
        "import sys; from pathlib import Path; from exit_desktop import errors\n"
        "from exit_desktop.services import vaults\n"
        "try: vaults.unlock_vault(Path(sys.argv[1]), sys.argv[2])\n"
        "except errors.Failure as told: print(type(told).__name__)",
        str(practice.vault.folder),
        PASSPHRASE,
    )
    assert tried.stdout.strip() == "AlreadyOpen", tried.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="address space is limited as on Linux")
def test_too_little_memory_is_never_called_a_wrong_passphrase(real_template: Template, tmp_path: Path) -> None:
    tried = run_python(
        "import resource, sys; from pathlib import Path; from exit_desktop import errors\n"
        "from exit_desktop.services import vaults\n"
        "resource.setrlimit(resource.RLIMIT_AS, (300 << 20, 300 << 20))\n"
        "try: vaults.unlock_vault(Path(sys.argv[1]), sys.argv[2])\n"
        "except errors.Failure as told: print(type(told).__name__)",
        str(real_template.copy_to(tmp_path / "v")),
        PASSPHRASE,
    )
    assert tried.stdout.strip() == "TooLittleMemory", tried.stderr


def test_a_disk_that_takes_no_more_keeps_what_was_saved(vault: Vault) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    vault.checkpoint()
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, limits[1]))
    try:
        with pytest.raises(errors.DiskFull), vault.writing() as connection:
            connection.execute("UPDATE worker SET contact_line = :text", {"text": "x" * 3_000_000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert vaults.read_worker(vault) == WORKER
    assert vaults.check_vault(vault).ok


def test_new_keys_on_a_full_disk_leave_everything_as_it_was(practice: NewVault) -> None:
    size = (practice.vault.folder / "vault.db").stat().st_size
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, limits[1]))
    try:
        with pytest.raises(errors.DiskFull):
            vaults.renew_keys(practice.vault, PASSPHRASE)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert vaults.read_worker(practice.vault) == WORKER
    practice.vault.close()
    vaults.unlock_vault(practice.vault.folder, PASSPHRASE).close()


def mount(folder: Path, size: str) -> None:
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=False)
    if done.returncode:
        pytest.skip("a small disk needs the right to mount one")


def test_a_really_full_disk_makes_no_half_vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = tmp_path / "disk"
    mount(disk, "200k")
    # The room was there when it was looked for, and was gone a moment later.
    monkeypatch.setattr(vaults, "require_room", lambda _folder: None)
    try:
        with pytest.raises(errors.DiskFull):
            vaults.create_vault(disk / "v", PASSPHRASE, WORKER, vaults.Founding(NOW, practice=True))
        assert [one.name for one in (disk / "v").iterdir()] == ["vault.lock"]
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def killed_at(folder: Path, step: int) -> bool:
    command = [sys.executable, str(HERE / "rekey_worker.py"), str(folder), PASSPHRASE, str(step)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=worker_environment())
    assert ended.returncode in {0, -9}, ended.stderr
    return ended.returncode != 0


@pytest.mark.slow
def test_killed_before_any_step_of_new_keys_the_vault_opens(
    practice: NewVault, tmp_path: Path, figures: Figures
) -> None:
    drafts.keep_draft(practice.vault, "a", "half a sent", NOW)
    practice.vault.close()
    step = tried = 0
    while True:
        folder = tmp_path / f"step{step}"
        shutil.copytree(practice.vault.folder, folder)
        killed = killed_at(folder, step)
        again = vaults.unlock_vault(folder, PASSPHRASE)
        assert vaults.check_vault(again).ok, step
        assert (vaults.read_worker(again), len(drafts.list_drafts(again))) == (WORKER, 1), step
        assert not (folder / keyfile.NEXT_NAME).exists()
        again.close()
        vaults.recover_vault(folder, practice.recovery_key, PASSPHRASE).close()
        tried += 1
        if not killed:
            break
        step += tries(2, 1)
    figures("T5", "new keys killed before each step, opened by passphrase and sheet", tried, 0, "a naive write in T3")
    assert step > 12
