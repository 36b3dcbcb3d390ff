"""Listens on the bus that the environment names and prints each sign; says "ready" first, ends with its input."""

import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QCoreApplication

import exit_desktop.ui  # noqa: F401 - first of all: it mends Qt's binding
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.lock_signs.linux import LinuxSigns


def tell(reason: LockReason) -> None:
    """Print a sign."""
    print(reason.value, flush=True)  # noqa: T201


def main() -> None:
    """Listen until standard input closes."""
    app = QCoreApplication([])
    signs = LinuxSigns()
    signs.told.connect(tell)
    threading.Thread(target=lambda: (sys.stdin.read(), app.quit()), daemon=True).start()
    print("ready", flush=True)  # noqa: T201
    app.exec()


if __name__ == "__main__":
    main()
