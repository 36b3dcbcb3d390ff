"""Opens the real window on a vault in a process of its own and prints which telling classes PySide has made by then.

Arguments: the data folder (with one vault), the passphrase. One line when the start page stands, one when the list
does: of "Qt", Qt's whole namespace of words, and "QWizard", which nothing here uses.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QElapsedTimer

from exit_desktop import app as root
from support.whole_program import all_loaded, handle_until, start_program


def made() -> str:
    """Return the names of those that were made."""
    there = {**vars(QtCore), **vars(QtWidgets)}
    return " ".join(name for name in ("Qt", "QWizard") if name in there)


def main(data: Path, passphrase: str) -> None:
    """Start, look, unlock, give what follows the list its time, and look again."""
    app, start, window = start_program(data)
    lines = [made()]
    handle_until(app, all_loaded)
    window.start.unlock.tried.emit(passphrase)
    handle_until(app, lambda: window.work is not None)
    since = QElapsedTimer()
    since.start()
    handle_until(app, lambda: since.hasExpired(500))
    print(*lines, made(), sep="\n")  # noqa: T201
    root.stop(start)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
