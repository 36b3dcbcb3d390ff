"""Tells on the page of safety what the usage log is, and whether it holds together; it is followed aside, once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from exit_desktop.services.usage_log import LogState, check_log
from exit_desktop.ui.jobs import Job, Listeners
from exit_desktop.ui.settings.state_rows import StateRow

if TYPE_CHECKING:
    from exit_desktop.errors import Failure
    from exit_desktop.ui.session import Session


class LogTeller(QObject):
    """`changed` when the log was followed to its end; `read` leads to the page of the log."""

    changed = Signal()

    def __init__(self, session: Session, read: Callable[[], None]) -> None:
        super().__init__()
        self._session, self._read = session, read
        self._state: LogState | None = None
        self._asking = False

    def look(self) -> None:
        """Follow the log, unless that was done since the vault was opened: while it is open only lines are added."""
        if self._asking or self._state is not None:
            return
        self._asking, desk = True, self._session.desk

        def work(job: Job) -> LogState:
            return check_log(desk, lambda done, of: job.report(done, of, ""))

        self._session.jobs.start(work, Listeners(self._tell, self._fail))

    def row(self) -> StateRow:
        """Return what is known, with the way to the log."""
        t = self._session.t
        name, act = t("Usage log"), (t("Read the log"), self._read)
        if self._state is not None and not self._state.whole:
            words = t(
                "The log does not hold together: a line was changed, moved or taken out. Read there where, and what "
                "to do now."
            )
            return StateRow(name, words, True, *act)
        words = t("Every time something is opened, changed, printed or sent, a line is written. It is never left out.")
        return StateRow(name, words, False, *act, known=self._state is not None)

    def _tell(self, state: object) -> None:
        self._state, self._asking = cast("LogState", state), False
        self.changed.emit()

    def _fail(self, _failure: Failure) -> None:
        # Stopped by a lock: nobody waits for it any more.
        self._asking = False
