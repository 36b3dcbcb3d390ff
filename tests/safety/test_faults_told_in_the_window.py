"""Vaults that are damaged, held, full, newer or cannot be written: the real window tells each in its own sentence, and
nothing that was written is lost.
"""

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from exit_desktop import errors
from exit_desktop.services.practice import PracticeVault
from exit_desktop.services.vaults import unlock_vault
from exit_desktop.vault.migrations import SCHEMA_VERSION
from support.hands import wait_for_cursor
from support.journey import Worker, begin_contact, open_course, worker_at_screen
from support.open_window import dozen

__all__ = ["dozen"]
pytestmark = [pytest.mark.window, pytest.mark.slow, pytest.mark.timeout(120)]
WRITTEN = "hun ringede om aftenen"
Damage = Callable[[Path, str], None]


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[Worker]:
    """A worker at a screen; whatever happens to the vault, no fault of the program is written anywhere."""
    with worker_at_screen(tmp_path, language="en") as made:
        made.data.mkdir(mode=0o700)
        yield made
    said = (tmp_path / "program.out").read_text(encoding="utf-8").splitlines()
    # Qt's own word about a question of the accessibility service that it does not know.
    assert [line for line in said if not line.startswith("qt.accessibility.atspi")] == []
    logs = [path.read_text(encoding="utf-8") for path in (made.data / "run").glob("*.log")]
    assert not any("crashed" in log or "Traceback" in log for log in logs)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 6 MB of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)], capture_output=True).returncode:
        pytest.skip("a small disk needs the right to mount one")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def open_vault(worker: Worker, passphrase: str) -> None:
    """Start the program on the only vault of its folder and type a passphrase."""
    worker.screen.start("--data-dir", str(worker.data), "--language", "en")
    worker.screen.find("Open Odense", exact=False)
    wait_for_cursor(worker.screen, worker.t("Passphrase"))
    worker.screen.type(passphrase)
    worker.screen.key("Return")


def _is_selected(worker: Worker, tab: str) -> bool:
    return "selected" in worker.screen.find(tab, "page tab").states


def flip(path: Path, at: int) -> None:
    """Change one bit of a file."""
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def break_key_files(folder: Path, _passphrase: str) -> None:
    """Damage both copies of the key file."""
    for name in ("vault.keys", "vault.keys.2"):
        flip(folder / name, 100)


def break_database(folder: Path, _passphrase: str) -> None:
    """Damage the database."""
    flip(folder / "vault.db", 3000)


def make_newer(folder: Path, passphrase: str) -> None:
    """Let the vault come from a program of tomorrow."""
    vault = unlock_vault(folder, passphrase)
    with vault.writing() as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    vault.close()


def leave_whole(_folder: Path, _passphrase: str) -> None:
    """Damage nothing."""


CASES: dict[str, tuple[type[errors.Failure], Damage, str]] = {
    "wrong-passphrase": (errors.WrongPassphrase, leave_whole, "not the one"),
    "key-file": (errors.KeyFileDamaged, break_key_files, ""),
    "database": (errors.VaultDamaged, break_database, ""),
    "newer": (errors.VaultIsNewer, make_newer, ""),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_wrong_is_told_with_the_next_step(case: str, worker: Worker, dozen: PracticeVault) -> None:
    failure, damage, typed = CASES[case]
    folder = Path(shutil.copytree(dozen.vault, worker.data / "Odense"))
    damage(folder, dozen.passphrase)
    open_vault(worker, typed or dozen.passphrase)
    worker.sees(failure.sentence)


def test_a_vault_that_is_open_elsewhere_is_told_as_that(worker: Worker, dozen: PracticeVault) -> None:
    folder = Path(shutil.copytree(dozen.vault, worker.data / "Odense"))
    held = unlock_vault(folder, dozen.passphrase)
    open_vault(worker, dozen.passphrase)
    worker.sees(errors.AlreadyOpen.sentence)
    held.close()
    worker.screen.key("Return")
    worker.screen.find("Search citizen", "text")


def test_a_full_disk_is_told_and_the_text_stays_in_its_field(worker: Worker, dozen: PracticeVault, disk: Path) -> None:
    worker.data = disk / "data"
    worker.data.mkdir()
    shutil.copytree(dozen.vault, worker.data / "Odense")
    open_vault(worker, dozen.passphrase)
    worker.screen.find("Search citizen", "text")
    open_course(worker, dozen.aliases[0])
    begin_contact(worker)
    worker.write("Note", WRITTEN)
    worker.sees_words("Not added yet. It waits here.")
    # What is written later than the last letter would be told too, in the place of what is looked for.
    worker.screen.wait_for(lambda: is_kept(worker.data / "Odense"), "the text as a draft")
    fill(disk / "full")
    worker.screen.key("ctrl+Return")
    worker.sees(errors.DiskFull.sentence)
    assert worker.screen.find("Note", "text").text == WRITTEN
    (disk / "full").unlink()
    worker.screen.key("ctrl+Return")
    worker.screen.wait_for(lambda: not worker.screen.shows("Note", "text"), "the contact in the log")


def is_kept(folder: Path) -> bool:
    """Tell whether nothing was written to the drafts for longer than a draft waits."""
    return time.time() - max(one.stat().st_mtime for one in folder.glob("drafts.db*")) > 3


def fill(path: Path) -> None:
    """Leave no byte free on the disk of a file."""
    try:
        with path.open("wb", buffering=0) as stream:
            while stream.write(b"\0" * 4096):
                pass
    except OSError:
        return


def test_a_disk_that_cannot_be_written_opens_for_reading_only(worker: Worker, dozen: PracticeVault, disk: Path) -> None:
    shutil.copytree(dozen.vault, disk / "Odense")
    (worker.data / "settings").mkdir()
    there = f'last_vault = "{disk / "Odense"}"\n'
    (worker.data / "settings" / "preferences.toml").write_text(there, encoding="utf-8")
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    open_vault(worker, dozen.passphrase)
    worker.sees("Only for reading: this disk cannot be written. Nothing can be changed, and no use is logged.")
    open_course(worker, dozen.aliases[0])
    begin_contact(worker)
    worker.screen.type("nothing of this")
    worker.screen.key("ctrl+Return")
    worker.sees(errors.OnlyForReading.sentence)
    assert worker.screen.find("Note", "text").text == ""


def test_a_clock_in_1970_keeps_nobody_from_their_work(worker: Worker, dozen: PracticeVault) -> None:
    shutil.copytree(dozen.vault, worker.data / "practice")
    (worker.data / "practice.passphrase.txt").write_text(f"{dozen.passphrase}\n", encoding="utf-8")
    words = ("--data-dir", str(worker.data), "--language", "en", "--today", "1970-01-01", "practice")
    worker.screen.start(*words)
    worker.screen.find("Search citizen", "text")
    open_course(worker, dozen.aliases[0])
    for tab in ("Readings", "Plan", "Contacts", "Details", "Overview"):
        worker.press(tab, "page tab")
        worker.screen.wait_for(partial(_is_selected, worker, tab), tab)
