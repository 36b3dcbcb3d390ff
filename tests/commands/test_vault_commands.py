"""Commands on a whole vault, each as a real process, with what they refuse."""

import json
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from commands.conftest import Said, Shell
from exit_desktop.system.single_instance import hold_lock

STRONG = "vinter skjorte pelikan trappe morgenrød"


def refused(said: Said, words: str) -> None:
    """Assert that a command was refused with one sentence that holds `words`, and printed nothing else."""
    assert (said.code, said.out) == (1, "")
    assert words in said.err
    assert said.err.count("\n") == 1


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    """A shell with a real vault `v`, its sheet and its key, made by the command."""
    shell = Shell(tmp_path_factory.mktemp("real"), ())
    shell.file("v.passphrase.txt", STRONG + "\n")
    said = shell.run("new", "v", "--recovery-sheet", "ark.pdf", "--recovery-key-file", "key.txt", "--worker", "K7")
    assert said.code == 0, said.err
    yield shell


def test_a_new_vault_has_a_sheet_that_holds_its_key(real: Shell) -> None:
    key = (real.folder / "key.txt").read_text("utf-8").strip()
    words = pypdf.PdfReader(real.folder / "ark.pdf").pages[0].extract_text()
    assert [group for group in key.split("-") if group not in words] == []


def test_a_new_vault_is_healthy_and_says_so(real: Shell) -> None:
    said = real.run("check", "v", "--json")
    assert (said.code, said.document["ok"], said.document["practice"]) == (0, True, False)
    assert said.document["rows"]["course"] == 0


def test_another_day_is_for_practice_only(real: Shell) -> None:
    refused(real.run("check", "v", "--today", "2026-12-01"), "--today works on practice vaults only")


def test_a_vault_is_never_made_over_another(real: Shell) -> None:
    refused(real.run("new", "v", "--recovery-sheet", "to.pdf"), "already a vault")
    assert not (real.folder / "to.pdf").exists()


def test_the_recovery_key_sets_a_new_passphrase(real: Shell) -> None:
    new = real.file("new.txt", "sommer jakke ugle gelænder aftenrød")
    said = real.run("recover", "v", "--recovery-key-file", "key.txt", "--new-passphrase-file", new)
    assert said.code == 0, said.err
    assert real.run("check", "v", passphrase_file=new).code == 0
    back = real.run("passphrase", "v", "--new-passphrase-file", "v.passphrase.txt", passphrase_file=new)
    assert back.code == 0, back.err


def test_a_weak_passphrase_makes_no_vault(real: Shell) -> None:
    weak = real.file("weak.txt", "sommer2026")
    refused(real.run("new", "w", "--recovery-sheet", "w.pdf", passphrase_file=weak), "too easy to guess")
    assert [path.name for path in real.folder.glob("w*")] == ["weak.txt"]


def test_a_sheet_that_cannot_be_written_makes_no_vault(real: Shell) -> None:
    refused(real.run("new", "w", "--recovery-sheet", "no/such/w.pdf", passphrase_file="v.passphrase.txt"), "no folder")
    assert not (real.folder / "w").exists()


def test_practice_names_its_vault_its_passphrase_and_its_citizens(shell: Shell) -> None:
    said = shell.run("practice", "--make-only", "--citizens", "2", "--seed", "5")
    assert len(said.document["citizens"]) == 2
    shown = shell.bare(
        *("show", said.document["vault"], said.document["citizens"][0], "--data-dir", "data"),
        *("--passphrase-file", said.document["passphrase_file"]),
    )
    assert (shown.code, said.document["citizens"][0] in shown.out) == (0, True)


def test_practice_with_nobody_makes_an_empty_vault(shell: Shell) -> None:
    said = shell.run("practice", "--make-only", "--citizens", "0")
    assert said.document["citizens"] == []
    checked = shell.bare(
        *("check", said.document["vault"], "--json", "--data-dir", "data"),
        *("--passphrase-file", said.document["passphrase_file"]),
    )
    assert checked.document["rows"]["citizen"] == 0


def test_a_second_practice_vault_stands_beside_the_first(shell: Shell) -> None:
    made = [shell.run("practice", "--make-only", "--citizens", "1").document["vault"] for _ in range(2)]
    assert made[0] != made[1]


def test_check_counts(shell: Shell) -> None:
    said = shell.run("check", "a")
    assert (said.code, said.out.splitlines()[:2]) == (0, ["All is well.", "Citizens: 6"])


def test_check_names_a_broken_copy_of_the_key_file_that_it_mended(shell: Shell) -> None:
    (shell.folder / "a" / "vault.keys").write_bytes(b"broken")
    said = shell.run("check", "a", "--json")
    assert said.code == 0 and "KeyFileHealed" in said.document["noticed"]
    assert "has been repaired" in said.err


def test_a_changed_passphrase_opens_and_the_old_one_does_not(shell: Shell) -> None:
    new = shell.file("new.txt", STRONG + "\n")
    assert shell.run("passphrase", "a", "--new-passphrase-file", new).code == 0
    refused(shell.run("check", "a"), "not the passphrase")
    assert shell.run("check", "a", passphrase_file=new).code == 0


def test_new_keys_keep_everything_and_may_bring_a_new_sheet(shell: Shell) -> None:
    said = shell.run("rekey", "a", "--recovery-sheet", "ark.pdf", "--json")
    assert (said.code, said.document["epoch"], said.document["backups_removed"]) == (0, 2, 1)
    assert pypdf.PdfReader(shell.folder / "ark.pdf").pages
    assert shell.run("check", "a").out.splitlines()[1] == "Citizens: 6"


def test_a_passphrase_file_is_utf8_and_loses_one_line_end(shell: Shell) -> None:
    text = (shell.folder / "a.passphrase.txt").read_text("utf-8").removesuffix("\n")
    assert shell.run("check", "a", passphrase_file=shell.file("crlf.txt", text + "\r\n")).code == 0
    refused(shell.run("check", "a", passphrase_file=shell.file("two.txt", text + "\n\n")), "not the passphrase")


def test_without_a_terminal_nobody_is_asked(shell: Shell) -> None:
    said = shell.bare("check", "a", "--language", "en", "--data-dir", "data")
    assert (said.code, "--passphrase-file" in said.err) == (1, True)


def test_a_missing_file_is_named(shell: Shell) -> None:
    refused(shell.run("check", "a", passphrase_file="nowhere.txt"), "“nowhere.txt”")


def test_a_folder_without_a_vault_is_told(shell: Shell) -> None:
    refused(shell.run("check", "data"), "no vault in this folder")


def test_a_vault_that_is_open_elsewhere_is_told(shell: Shell) -> None:
    with hold_lock(shell.folder / "a" / "vault.lock"):
        refused(shell.run("show", "a", shell.citizens[0]), "already open in another window")


def test_both_copies_of_the_key_file_damaged_is_no_wrong_passphrase(shell: Shell) -> None:
    for name in ("vault.keys", "vault.keys.2"):
        (shell.folder / "a" / name).write_bytes(b"broken")
    refused(shell.run("check", "a"), "key file of this vault is damaged")


def test_a_damaged_database_is_told(shell: Shell) -> None:
    database = shell.folder / "a" / "vault.db"
    database.write_bytes(b"\x55" * database.stat().st_size)
    refused(shell.run("check", "a"), "database of this vault is damaged")


def test_a_vault_of_a_newer_program_is_told(shell: Shell) -> None:
    for name in ("vault.keys", "vault.keys.2"):
        _write_newer(shell.folder / "a" / name)
    refused(shell.run("check", "a"), "newer version of the program")


def _write_newer(path: Path) -> None:
    import hashlib

    held = json.loads(path.read_bytes()[:-65])
    body = json.dumps({**held, "format": 99}).encode() + b"\n"
    path.write_bytes(body + hashlib.sha256(body).hexdigest().encode() + b"\n")
