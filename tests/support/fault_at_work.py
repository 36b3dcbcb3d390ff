"""Lets a bug rise in the whole program while a vault is open, and prints what became of it: "locked", "told".

Arguments: the data folder (with one vault), the passphrase, and optionally a folder that takes the log's place so that
it cannot be written.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from exit_desktop import app as root
from support.whole_program import all_loaded, handle_until, start_program


def bug() -> None:
    """Do what no sentence was written for."""
    raise LookupError


def main(data: Path, passphrase: str) -> None:
    """Open the vault, let the bug rise in a timer, and tell."""
    app, start, window = start_program(data)
    loaded = handle_until(app, all_loaded)
    window.start.unlock.tried.emit(passphrase)
    handle_until(app, lambda: window.work is not None)
    QTimer.singleShot(0, bug)
    locked = handle_until(app, lambda: window.work is None, 10)
    told = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    print(*(["loaded"] if loaded else []), *(["locked"] if locked else []), *(["told"] if told else []))  # noqa: T201
    for dialog in told:
        dialog.reject()
    root.stop(start)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
