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


def test_no_part_of_the_window_is_loaded_on_a_second_thread(real_template: Template, tmp_path: Path) -> None:
    real_template.copy_to(tmp_path / "vault")
    command = [sys.executable, import_watch.__file__, str(tmp_path), PASSPHRASE]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=90)
    assert done.stdout.splitlines() == ["opened"], done.stderr
