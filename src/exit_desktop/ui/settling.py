"""Empties the write-ahead log into the vault two idle seconds after a change.

A flipped bit in a log that a crash left looks to the engine like an unfinished write: the shorter it is, the less can
be lost so.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from exit_desktop.errors import Failure

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

IDLE_MILLISECONDS = 2000


class Settling(QObject):
    """Waits for two seconds without a change; a writer in use is left alone until the next time."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(IDLE_MILLISECONDS)
        self._timer.timeout.connect(self._settle)
        session.changed.connect(self._again)
        session.locked.connect(self._stop)

    def _again(self, _kind: str, _id: str) -> None:
        self._timer.start()

    def _stop(self, _reason: object) -> None:
        self._timer.stop()

    def _settle(self) -> None:
        # A full disk is told when something is written, not here.
        with suppress(Failure):
            if self._session.vault.is_open:
                self._session.vault.checkpoint()
