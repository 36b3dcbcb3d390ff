"""Only the window's own thread loads parts of the window.

PySide makes its classes when they are first named. A second thread that named one while a key was on its way into the
passphrase field ended the program, one start in six.
"""

import os
import subprocess
import sys
from pathlib import Path

from support import import_watch
from support.vault_making import PASSPHRASE, Template


def watched(data: Path) -> list[str]:
    """Return what the watch prints for this data folder."""
    command = [sys.executable, import_watch.__file__, str(data), PASSPHRASE]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=90)
    return done.stdout.splitlines() or [done.stderr]


def test_opening_a_vault_loads_nothing_of_the_window_elsewhere(real_template: Template, tmp_path: Path) -> None:
    real_template.copy_to(tmp_path / "vault")
    assert watched(tmp_path) == ["opened"]


def test_the_first_start_loads_nothing_of_the_window_elsewhere(tmp_path: Path) -> None:
    assert watched(tmp_path) == ["opened"]
