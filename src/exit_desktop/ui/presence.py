"""What is heard of every window while a vault is open: idle minutes, the two keys that leave it, what is copied."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from exit_desktop.services.settings import read_idle_minutes
from exit_desktop.ui import work_services
from exit_desktop.ui.closed_fields import ClosedFields
from exit_desktop.ui.idle import IdleTimer
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.locking import LockKeys
from exit_desktop.ui.secret_copy import MarkedCopies
from exit_desktop.ui.windows import Windows

if TYPE_CHECKING:
    from exit_desktop.ui.messages import MessageBar
    from exit_desktop.ui.session import Session


class Presence(QObject):
    """Emits `lock_wanted(reason)` and `hide_wanted`; the last seconds before a lock stand in the message bar."""

    lock_wanted = Signal(object)
    hide_wanted = Signal()

    def __init__(self, parent: QObject, session: Session, messages: MessageBar) -> None:
        super().__init__(parent)
        self._session, self._messages = session, messages
        self.idle, self._keys = IdleTimer(time.monotonic), LockKeys(self)
        self.idle.going.connect(self._warn)
        self.idle.going.connect(session.idle_warned)
        self.idle.stayed.connect(session.idle_stayed)
        self.idle.stayed.connect(messages.stop_warning)
        # Bound methods: a lambda that holds this object would keep the session alive after the lock.
        self.idle.gone.connect(self._went_idle)
        self._keys.lock_pressed.connect(self._asked)
        self._keys.hide_pressed.connect(self.hide_wanted)
        self._closed = ClosedFields(self) if session.vault.read_only else None
        session.changed.connect(self._follow)
        self.idle.looked.connect(Windows(self, self.idle, self._keys, MarkedCopies(self)).listen)

    def begin(self) -> None:
        """Watch from now, for as many idle minutes as are set."""
        self._follow("idle")
        self.idle.start()

    def _follow(self, kind: str, _course_id: str = "") -> None:
        if kind == "idle":
            self.idle.set_minutes(read_idle_minutes(self._session.desk))

    def _went_idle(self) -> None:
        self.lock_wanted.emit(LockReason.IDLE)

    def _asked(self) -> None:
        self.lock_wanted.emit(LockReason.ASKED)

    def _warn(self, seconds: int) -> None:
        self._messages.warn(work_services.idle_words(self._session.t, seconds))
