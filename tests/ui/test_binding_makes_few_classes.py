"""PySide makes its classes when they are first named, and at a careless word all of them: 40 ms, and megabytes.

Qt's namespace is not named before the first page stands. A filter on the application, or a private part of Qt asked
for by `viewport()`, would make every class there is.
"""

import os
import subprocess
import sys

from exit_desktop.services.vaults import NewVault
from support import class_watch
from support.vault_making import PASSPHRASE


def test_neither_the_start_nor_the_list_makes_more_classes_than_it_needs(practice: NewVault) -> None:
    practice.vault.close()
    command = [sys.executable, class_watch.__file__, str(practice.vault.folder.parent), PASSPHRASE]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=90)
    assert done.stdout.split("\n")[:2] == ["", "Qt"], done.stderr
