"""A bug in the whole program locks the vault and says so; a step of the start that fails takes no other with it."""

import os
import subprocess
import sys
from pathlib import Path

from support import fault_at_work
from support.vault_making import PASSPHRASE, Template


def happens(data: Path, where: str = "timer") -> str:
    """Return what becomes of a bug in the program that stands on this data folder."""
    command = [sys.executable, fault_at_work.__file__, str(data), PASSPHRASE, where]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=90)
    return done.stdout.strip() or done.stderr


def test_a_bug_locks_and_is_told(real_template: Template, tmp_path: Path) -> None:
    real_template.copy_to(tmp_path / "vault")
    assert happens(tmp_path) == "loaded locked told"


def test_a_bug_while_parts_of_the_page_go(real_template: Template, tmp_path: Path) -> None:
    """There the page may not be taken apart."""
    real_template.copy_to(tmp_path / "vault")
    assert happens(tmp_path, "going") == "loaded locked told"


def test_without_a_log_all_else_is_done(real_template: Template, tmp_path: Path) -> None:
    real_template.copy_to(tmp_path / "vault")
    (tmp_path / "run" / "forloeb-crash.log").mkdir(parents=True)
    assert happens(tmp_path) == "loaded locked told"
