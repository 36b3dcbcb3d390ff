"""How the worker takes the machine back: by what is held for two seconds, or by the passphrase, as the vault says."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from exit_desktop.services.settings import LeaveBy, read_leave_by
from exit_desktop.ui.together.holding import Holding

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.session import Session
    from exit_desktop.ui.together.shell import Shell


class Leaving(QObject):
    """`left` when the worker may have the machine, `stayed` when the passphrase was put away."""

    left = Signal()
    stayed = Signal()

    def __init__(self, parent: QObject, session: Session, seconds: Callable[[], float]) -> None:
        super().__init__(parent)
        self._session = session
        self.holding = Holding(self, seconds)
        self._shell: Shell | None = None
        self.holding.filled.connect(self._show_hold)
        self.holding.done.connect(self.left)
        self.holding.dropped.connect(self._hush)
        session.idle_warned.connect(self._warn_idle)
        session.idle_stayed.connect(self._hush)

    @property
    def asks(self) -> bool:
        """Whether the passphrase is being asked for."""
        return self._shell is not None and self._shell.strip.asks

    def serve(self, shell: Shell) -> None:
        """Work with another shell around the question."""
        self.end()
        self._shell = shell
        shell.ring.pressed.connect(self.press)
        shell.ring.released.connect(self.let_go)
        shell.strip.opened.connect(self.left)
        shell.strip.folded.connect(self.stayed)

    def press(self) -> None:
        """The key or the ring went down: begin to count, or ask for the passphrase, or put it away."""
        shell = self._shell
        if shell is not None and shell.strip.asks:
            shell.strip.fold()
            return
        if self.holding.held:
            self.holding.begin()
            return
        self.tell()
        if self._by is LeaveBy.HELD_KEY:
            self.holding.begin()

    def let_go(self) -> None:
        """The key or the ring came up."""
        self.holding.release()

    def tell(self) -> None:
        """Say how it is done, or ask for the passphrase; the question stays."""
        if self._shell is None:
            return
        if self._by is LeaveBy.PASSPHRASE:
            self._shell.strip.ask()
        else:
            self.say(self._shell.t("For the worker: hold Esc, or the ring, for two seconds."))

    def say(self, words: str) -> None:
        """Say one line."""
        if self._shell is not None:
            self._shell.say(words)

    def end(self) -> None:
        """Count and check no longer."""
        shell, self._shell = self._shell, None
        self.holding.end()
        if shell is not None:
            shell.strip.let_go()

    @property
    def _by(self) -> LeaveBy:
        return read_leave_by(self._session.desk)

    def _show_hold(self, share: float) -> None:
        if self._shell is not None:
            self._shell.ring.set_share(share)

    def _warn_idle(self, seconds: int) -> None:
        if self._shell is None or self.asks:
            return
        t: Texts = self._shell.t
        words = t.plural(
            "The screen closes in {count} second. Touch it to stay.",
            "The screen closes in {count} seconds. Touch it to stay.",
            seconds,
        )
        self.say(words)

    def _hush(self) -> None:
        if not self.asks:
            self.say("")
