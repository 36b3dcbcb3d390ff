"""Makes backups on the worker thread while a vault is open; gives way to every other work, and to a lock."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from exit_desktop.errors import BackupStopped, Failure
from exit_desktop.services.backups import Backup, Why, back_up, read_state
from exit_desktop.ui.backups.progress import watch_of
from exit_desktop.ui.backups.rhythm import Rhythm
from exit_desktop.ui.jobs import Job, Listeners, Stopped

if TYPE_CHECKING:
    from exit_desktop.services.desk import Desk
    from exit_desktop.ui.session import Session

LOOKS_EVERY_MS = 30_000
# What a page emits as `changed` when it has made a backup itself.
BACKUP_MADE = "backup"
# After each piece: whoever works in the window shares disk and processor with the copy.
_REST_SECONDS = 0.015


class Keeper(QObject):
    """Starts a backup when the rhythm says so; `progressed(Progress)` meanwhile, `ended(failure or None)` after it."""

    ended = Signal(object)
    progressed = Signal(object)

    def __init__(self, session: Session, seconds: Callable[[], float]) -> None:
        super().__init__(session)
        self._session = session
        self._job: Job | None = None
        self._told: type[Failure] | None = None
        state = read_state(session.vault)
        self._last = _newest(state.here, state.elsewhere)
        self._rhythm = Rhythm(seconds, state.changes)
        self._changes_before = 0
        self._tick = QTimer(self)
        self._tick.setInterval(LOOKS_EVERY_MS)
        self._tick.timeout.connect(self.look)
        session.changed.connect(self._note_change)
        session.locked.connect(self._stop)
        session.jobs.asked.connect(self._give_way)
        self._tick.start()

    @property
    def under_way(self) -> bool:
        """Whether a backup is being made."""
        return self._job is not None

    @property
    def changes(self) -> int:
        """How many changes no backup holds."""
        return self._rhythm.changes

    @property
    def last(self) -> datetime | None:
        """When the last backup was made, here or elsewhere (UTC); None: never."""
        return self._last

    def look(self) -> None:
        """Make a backup if one is due and nothing else is being done."""
        if self._rhythm.is_due() and not self._session.jobs.busy:
            self.make()

    def make(self, calmly: bool = True) -> bool:
        """Begin a backup now, `calmly` where somebody works meanwhile; tell whether one is being made."""
        if self._job is None and self._session.vault.is_open:
            self._changes_before = self._rhythm.changes
            listeners = Listeners(self._done, self._failed, self._done, self.progressed.emit)
            rest = _REST_SECONDS if calmly else 0.0
            work = partial(_back_up, self._session.desk, self._session.t, rest)
            self._job = self._session.jobs.start(work, listeners)
        return self._job is not None

    def skip(self) -> None:
        """Give up the one that is being made."""
        if self._job is not None:
            self._job.stop()

    def _note_change(self, kind: str, _id: str) -> None:
        if kind == BACKUP_MADE:
            self._read_again()
            return
        self._rhythm.note_change()
        self.look()

    def _read_again(self) -> None:
        state = read_state(self._session.vault)
        self._last = _newest(state.here, state.elsewhere)
        self._rhythm.note_backup(state.changes)

    def _done(self, result: object) -> None:
        self._job, self._told = None, None
        if isinstance(result, Backup):
            self._last = result.made_at
        self._rhythm.note_backup(self._rhythm.changes - self._changes_before)
        with suppress(Failure):
            if self._session.vault.is_open:
                # While it was copied the log could not be emptied.
                self._session.vault.checkpoint()
        self.ended.emit(None)

    def _failed(self, failure: Failure) -> None:
        if self._job is None:
            # It was done before it heard that it should stop, and that was told.
            return
        self._job = None
        self._rhythm.put_off()
        stopped = isinstance(failure, Stopped | BackupStopped)
        if not stopped and type(failure) is not self._told:
            # Once, and not every ten minutes.
            self._told = type(failure)
            self._session.tell(failure)
        self.ended.emit(None if stopped else failure)

    def _give_way(self, job: Job) -> None:
        if job is not self._job:
            self.skip()

    def _stop(self, _reason: object) -> None:
        self._tick.stop()
        self.skip()


def _back_up(desk: Desk, words: Callable[[str], str], rest: float, job: Job) -> Backup:
    return back_up(desk.vault, desk.clock.now_utc(), Why.USUAL, watch_of(job, words, rest))


def _newest(*moments: datetime | None) -> datetime | None:
    return max((one for one in moments if one is not None), default=None)
