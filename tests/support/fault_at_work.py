"""Lets a bug rise in the whole program while a vault is open, and prints what became of it: "locked", "told".

Arguments: the data folder (with one vault), the passphrase, and where it rises: "timer", or "going" for the moment in
which a part of the page is being thrown away.
"""

import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from exit_desktop import app as root
from exit_desktop.ui.main_window import MainWindow
from support.whole_program import all_loaded, handle_until, start_program


def bug(*_gone: object) -> None:
    """Do what no sentence was written for."""
    raise LookupError


def bug_as_a_part_goes(window: MainWindow) -> None:
    """Throw a part of the page away; what looks on as its own parts go has the bug."""
    part = QWidget(window.work)
    QWidget(part).destroyed.connect(bug)
    shiboken6.delete(part)


def main(data: Path, passphrase: str, where: str) -> None:
    """Open the vault, let the bug rise, and tell."""
    app, start, window = start_program(data)
    loaded = handle_until(app, all_loaded)
    window.start.unlock.tried.emit(passphrase)
    handle_until(app, lambda: window.work is not None)
    QTimer.singleShot(0, bug if where == "timer" else partial(bug_as_a_part_goes, window))
    locked = handle_until(app, lambda: window.work is None, 10)
    told = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    print(*(["loaded"] if loaded else []), *(["locked"] if locked else []), *(["told"] if told else []))  # noqa: T201
    for dialog in told:
        dialog.reject()
    root.stop(start)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
