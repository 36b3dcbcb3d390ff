"""A backup is made while work goes on, counts only when it was read again, and lies where it was wanted."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from exit_desktop import errors
from exit_desktop.services import backups, restoring, vaults
from exit_desktop.services.backups import Opens, Stage, Watch, Why
from exit_desktop.services.vaults import NewVault, WorkerDetails, save_worker
from exit_desktop.vault import copied_pages
from support.full_disk import really_full, small_disk
from support.keeping import bend
from support.vault_making import NOW, PASSPHRASE, practice

__all__ = ["practice"]
V001 = Path(__file__).parent.parent / "fixtures" / "vaults" / "v001"
OTHER = "vinter skjorte pelikan trappe morgenrød"


def test_what_is_written_meanwhile_goes_on_and_the_copy_stands_still(practice: NewVault) -> None:
    vault, seen = practice.vault, []

    def write_on(stage: Stage, done: int, of: int) -> None:
        seen.append((stage, done, of))
        if stage is Stage.COPYING:
            save_worker(vault, WorkerDetails("Å7"))

    before = vault.commit_number()
    made = backups.back_up(vault, NOW, watch=Watch(write_on))
    assert [stage for stage, _, _ in seen] == [Stage.COPYING, Stage.CHECKING]
    assert made.number == before
    assert backups.read_state(vault).changes == 1


def test_the_log_beside_the_vault_can_be_settled_while_it_is_copied(practice: NewVault) -> None:
    vault, settled = practice.vault, []

    def settle(_stage: Stage, _done: int, _of: int) -> None:
        settled.append(vault.checkpoint())

    backups.back_up(vault, NOW, watch=Watch(settle))
    assert settled == [False, True]


def test_it_opens_with_the_passphrase_and_with_the_sheet_but_is_no_vault(practice: NewVault) -> None:
    made = backups.back_up(practice.vault, NOW)
    for way_in in (restoring.with_passphrase(PASSPHRASE), restoring.with_sheet(practice.recovery_key)):
        assert restoring.look_into(made, way_in).citizens == 0
    with pytest.raises(errors.WrongPassphrase):
        restoring.look_into(made, restoring.with_passphrase(OTHER))
    with pytest.raises(errors.ThisIsABackup):
        vaults.unlock_vault(made.folder, PASSPHRASE)


def test_a_backup_put_in_the_place_of_the_vault_is_told_as_one(practice: NewVault) -> None:
    vault = practice.vault
    made = backups.back_up(vault, NOW)
    vault.close()
    shutil.copy(made.folder / "vault.db", vault.folder / "vault.db")
    with pytest.raises(errors.ThisIsABackup):
        vaults.unlock_vault(vault.folder, PASSPHRASE)


def test_after_another_passphrase_older_ones_open_with_the_one_of_their_time(practice: NewVault) -> None:
    vault = practice.vault
    first = backups.back_up(vault, NOW)
    vaults.change_passphrase(vault, PASSPHRASE, OTHER)
    second = backups.back_up(vault, NOW + timedelta(days=1))
    assert [backups.tell_what_opens(vault, one) for one in (first, second)] == [Opens.AS_THEN, Opens.AS_NOW]
    vaults.renew_keys(vault, OTHER)
    assert backups.tell_what_opens(vault, second) is Opens.OTHER_KEYS


def test_new_keys_make_a_backup_first(practice: NewVault) -> None:
    vaults.renew_keys(practice.vault, PASSPHRASE)
    assert [one.why for one in backups.list_backups(practice.vault.folder)] == [Why.BEFORE_KEYS]


@pytest.mark.parametrize("stage", Stage)
def test_stopped_nothing_half_is_left(practice: NewVault, stage: Stage) -> None:
    reached: list[Stage] = []
    watch = Watch(lambda now, _done, _of: reached.append(now), lambda: stage in reached)
    with pytest.raises(errors.BackupStopped):
        backups.back_up(practice.vault, NOW, watch=watch)
    assert list((practice.vault.folder / "backups").iterdir()) == []


def test_closing_the_vault_stops_a_copy_that_is_under_way(practice: NewVault) -> None:
    vault = practice.vault
    with pytest.raises(errors.BackupStopped):
        backups.back_up(vault, NOW, watch=Watch(lambda stage, _done, _of: vault.close()))
    assert backups.list_backups(vault.folder) == ()
    vaults.unlock_vault(vault.folder, PASSPHRASE).close()


def test_a_disk_that_writes_wrongly_makes_no_backup(practice: NewVault, monkeypatch: pytest.MonkeyPatch) -> None:
    flush = copied_pages.flush

    def badly(path: Path) -> None:
        flush(path)
        bend(path.parent)

    monkeypatch.setattr(copied_pages, "flush", badly)
    with pytest.raises(errors.BackupNotTrue):
        backups.back_up(practice.vault, NOW)
    assert backups.list_backups(practice.vault.folder) == ()


def test_a_stick_gets_a_neutral_name_and_is_remembered(practice: NewVault, tmp_path: Path) -> None:
    vault = practice.vault
    made = backups.back_up_to(vault, tmp_path, NOW)
    assert made.folder.name == f"forloeb-20261123T110000Z-{vault.uid[:6]}"
    state = backups.read_state(vault)
    assert (state.here, state.elsewhere, state.second_place, state.changes) == (None, NOW, tmp_path, 0)
    assert [one.gone_by for one in backups.list_elsewhere(vault)] == [NOW + timedelta(days=35)]


def test_two_vaults_share_a_stick_and_leave_each_other_alone(practice: NewVault, tmp_path: Path) -> None:
    details, founding = WorkerDetails("B"), vaults.Founding(NOW, practice=True)
    other = vaults.create_vault(tmp_path / "other", PASSPHRASE, details, founding).vault
    theirs = backups.back_up_to(other, tmp_path, NOW)
    for day in range(12):
        backups.back_up_to(practice.vault, tmp_path, NOW + timedelta(days=day))
    assert theirs.folder.exists()
    assert len(backups.find_backups(tmp_path, practice.vault.uid)) == 7
    other.close()


def test_of_two_vaults_on_a_stick_the_newest_backup_comes_first(practice: NewVault, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    for _ in range(5):
        save_worker(practice.vault, WorkerDetails("Å7"))
    old = backups.back_up_to(practice.vault, tmp_path / "stick", NOW)
    founding = vaults.Founding(NOW, practice=True)
    other = vaults.create_vault(tmp_path / "other", PASSPHRASE, WorkerDetails("B"), founding).vault
    new = backups.back_up_to(other, tmp_path / "stick", NOW + timedelta(days=1))
    newest = backups.back_up_to(other, tmp_path / "stick", NOW + timedelta(days=2))
    other.close()
    (newest.folder / "vault.checks").write_bytes(b"bent")
    found = [one.folder for one in backups.find_backups(tmp_path / "stick")]
    assert found == [newest.folder, new.folder, old.folder]


def test_the_vaults_own_folder_is_no_second_place(practice: NewVault) -> None:
    with pytest.raises(errors.SecondPlaceInside):
        backups.back_up_to(practice.vault, practice.vault.folder / "backups", NOW)


def test_a_stick_that_is_not_there_or_pulled_out_is_told_so(practice: NewVault, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    with pytest.raises(errors.SecondPlaceGone):
        backups.back_up_to(practice.vault, stick, NOW)
    stick.mkdir()
    with pytest.raises(errors.SecondPlaceGone):
        backups.back_up_to(practice.vault, stick, NOW, Watch(lambda _stage, _done, _of: shutil.rmtree(stick)))
    assert not stick.exists()


def test_a_full_stick_is_told_and_keeps_what_was_there(practice: NewVault, tmp_path: Path) -> None:
    try:
        with small_disk(tmp_path / "stick") as stick:
            backups.back_up_to(practice.vault, stick, NOW)
            with really_full(stick), pytest.raises(errors.SecondPlaceFull):
                backups.back_up_to(practice.vault, stick, NOW + timedelta(days=1))
            assert [one.made_at for one in backups.find_backups(stick)] == [NOW]
    except PermissionError:
        pytest.skip("no right to mount a disk")


def test_a_write_protected_stick_is_told(practice: NewVault, tmp_path: Path) -> None:
    import subprocess

    try:
        with small_disk(tmp_path / "stick") as stick:
            made = backups.back_up_to(practice.vault, stick, NOW)
            subprocess.run(["mount", "-o", "remount,ro", str(stick)], check=True)
            with pytest.raises(errors.SecondPlaceReadOnly):
                backups.back_up_to(practice.vault, stick, NOW + timedelta(days=1))
            assert restoring.look_into(made, restoring.with_open_vault(practice.vault)).size == made.size
    except PermissionError:
        pytest.skip("no right to mount a disk")


def test_a_vault_too_large_for_its_disk_is_told_before_anything_is_written(practice: NewVault, tmp_path: Path) -> None:
    try:
        with small_disk(tmp_path / "small", "2m") as small:
            shutil.copytree(practice.vault.folder, small / "v")
            vault = vaults.unlock_vault(small / "v", PASSPHRASE)
            with pytest.raises(errors.BackupNoRoom):
                backups.back_up(vault, NOW)
            vault.close()
    except PermissionError:
        pytest.skip("no right to mount a disk")


def test_after_an_erasure_only_the_newest_is_left_and_only_if_it_is_whole(practice: NewVault) -> None:
    vault = practice.vault
    for day in range(3):
        newest = backups.back_up(vault, NOW + timedelta(days=day))
    bend(newest)
    with pytest.raises(errors.BackupDamaged):
        backups.remove_older(vault, newest, NOW)
    bend(newest)
    assert backups.remove_older(vault, newest, NOW) == 2
    assert [one.folder for one in backups.list_backups(vault.folder)] == [newest.folder]


def test_that_a_course_was_opened_is_no_change(practice: NewVault) -> None:
    backups.back_up(practice.vault, NOW)
    backups.back_up(practice.vault, NOW + timedelta(minutes=1))
    assert backups.read_state(practice.vault).changes == 0


def test_an_older_vault_is_backed_up_before_its_tables_change(tmp_path: Path) -> None:
    shutil.copytree(V001, tmp_path / "old")
    vaults.unlock_vault(tmp_path / "old", PASSPHRASE).close()
    (made,) = backups.list_backups(tmp_path / "old")
    assert (made.why, made.checks and made.checks.schema) == (Why.BEFORE_MIGRATION, 1)
    into = restoring.Restoring(tmp_path / "new", NOW)
    assert restoring.restore_backup(made, restoring.with_passphrase(PASSPHRASE), into).contents.citizens == 3
    vault = vaults.unlock_vault(tmp_path / "new", PASSPHRASE)
    assert vaults.check_vault(vault).ok
    vault.close()
