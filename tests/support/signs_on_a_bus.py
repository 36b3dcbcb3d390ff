"""Listens on the bus that the environment names and prints each sign; says "ready" first.

Ends when `Done` of the interface `test.Listener` has come on both of its connections: what was said on a connection
before that has been heard by then.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import SLOT, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection

import exit_desktop.ui  # noqa: F401 - first of all: it mends Qt's binding
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.lock_signs.linux import LinuxSigns


def tell(reason: LockReason) -> None:
    """Print a sign."""
    print(reason.value, flush=True)  # noqa: T201


class End(QObject):
    """Ends the program once every connection has brought the last word."""

    def __init__(self, *connections: QDBusConnection) -> None:
        super().__init__()
        self._left = len(connections)
        for connection in connections:
            # Typed as bytes, but only the text that SLOT gives is taken.
            connection.connect("", "", "test.Listener", "Done", self, SLOT("done()"))  # type: ignore[call-overload]

    @Slot()
    def done(self) -> None:
        """Hear the last word on one of them."""
        self._left -= 1
        if not self._left:
            QCoreApplication.quit()


def main() -> None:
    """Listen until the last word."""
    app = QCoreApplication([])
    signs = LinuxSigns()
    signs.told.connect(tell)
    end = End(QDBusConnection.sessionBus(), QDBusConnection.systemBus())  # noqa: F841 - lives as long as the loop
    print("ready", flush=True)  # noqa: T201
    app.exec()


if __name__ == "__main__":
    main()
