"""`backup` and `restore` as real processes."""

import shutil

from commands.conftest import Shell


def test_a_backup_is_made_restored_and_the_vault_before_is_kept(shell: Shell) -> None:
    made = shell.run("backup", "a", "--json").document
    shell.run("sharing", "a", shell.citizens[0], "nothing")
    done = shell.run("restore", made["backup"], "--to", "a", "--json", passphrase_file="a.passphrase.txt")
    assert done.code == 0, done.err
    assert done.document["citizens"] == len(shell.citizens)
    assert (shell.folder / "a" / done.document["replaced"]).is_dir()
    assert shell.run("check", "a").code == 0


def test_a_backup_on_a_stick_becomes_a_vault_on_a_new_computer(shell: Shell) -> None:
    (shell.folder / "stick").mkdir()
    assert shell.run("backup", "a", "--to", "stick").code == 0
    shutil.rmtree(shell.folder / "a")
    done = shell.run("restore", "stick", "--to", "new", passphrase_file="a.passphrase.txt")
    assert f"Citizens: {len(shell.citizens)}" in done.out
    assert shell.run("check", "new", passphrase_file="a.passphrase.txt").code == 0


def test_a_folder_without_a_backup_is_told_and_nothing_is_made(shell: Shell) -> None:
    (shell.folder / "empty").mkdir()
    said = shell.run("restore", "empty", "--to", "new", passphrase_file="a.passphrase.txt")
    assert said.code == 1
    assert "no backup in this folder" in said.err
    assert not (shell.folder / "new").exists()


def test_check_tells_which_backups_there_are(shell: Shell) -> None:
    shell.run("backup", "a")
    assert len(shell.run("check", "a", "--json").document["backups"]) == 1
