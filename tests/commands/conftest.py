"""A place to run commands as real processes: two practice vaults made once for all tests, and copied."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from exit_desktop.services.practice import make_practice_vault
from exit_desktop.services.vaults import Role, WorkerDetails, save_worker, unlock_vault

TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Said:
    """What a command said."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:  # JSON as it comes
        return json.loads(self.out)


@dataclass(frozen=True)
class Shell:
    """A folder with vaults; `run` starts a command there, in English and with the vault's passphrase."""

    folder: Path
    citizens: tuple[str, ...]

    def run(self, *words: str, passphrase_file: str | None = None, language: str = "en") -> Said:
        """Run a command; its second word is taken for the vault whose passphrase is given."""
        vault = next((word for word in words[1:] if (self.folder / f"{word}.passphrase.txt").exists()), "nix")
        file = passphrase_file or f"{vault}.passphrase.txt"
        common = ["--data-dir", "data", "--language", language, "--passphrase-file", file]
        return self.bare(*words, *common)

    def bare(self, *words: str) -> Said:
        """Run exactly these words."""
        command = [sys.executable, "-m", "exit_desktop", *words]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, stdin=subprocess.DEVNULL, timeout=60)
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())

    def file(self, name: str, text: str) -> str:
        """Write a file and return its name."""
        (self.folder / name).write_text(text, "utf-8")
        return name


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A worker's vault `a` with six citizens and a coordinator's vault `b` with one."""
    folder = tmp_path_factory.mktemp("vaults")
    now = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
    made = make_practice_vault(folder / "a", 6, 3, TODAY, now)
    theirs = make_practice_vault(folder / "b", 1, 4, TODAY, now)
    vault = unlock_vault(theirs.vault, theirs.passphrase)
    save_worker(vault, WorkerDetails("KO1", role=Role.COORDINATOR))
    vault.close()
    return Shell(folder, made.aliases)


@pytest.fixture
def shell(made_once: Shell, tmp_path: Path) -> Shell:
    """A shell in a folder with copies of both vaults."""
    shutil.copytree(made_once.folder, tmp_path / "shell")
    return Shell(tmp_path / "shell", made_once.citizens)
