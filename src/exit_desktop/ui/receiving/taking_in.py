"""Takes packages in on the worker thread, tells of each as it is done, and says in the end what became of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Signal

from exit_desktop.services import receiving
from exit_desktop.services.receiving import Taken
from exit_desktop.ui.jobs import Stopped, StoppedTooLate
from exit_desktop.ui.receiving.outcome_words import summary_words

if TYPE_CHECKING:
    from exit_desktop.errors import Failure
    from exit_desktop.ui.jobs import Job
    from exit_desktop.ui.session import Session
    from exit_desktop.ui.widgets.work_bar import WorkBar


class TakingIn(QObject):
    """One turn after the other: `began`, `came(taken)` after each package, `ended(sentence)` also after a stop."""

    began = Signal()
    came = Signal(object)
    ended = Signal(str)
    # Emitted on the worker thread, heard on this one.
    _looked_at = Signal(int, object)

    def __init__(self, session: Session, bar: WorkBar) -> None:
        super().__init__()
        self._session, self._bar = session, bar
        self.told: list[Taken] = []
        self._turn, self._of = 0, 0
        self._next: list[tuple[str, Callable[[Job], object]]] = []
        self._looked_at.connect(self._hear)
        # The bar is free only once it has told so.
        bar.ended.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    def take(self, paths: Sequence[Path]) -> None:
        """Take in files, and the packages in folders, now or after what is being done."""
        words = self._session.t("Taking in packages")
        self._next.append((words, partial(self._import, tuple(paths), words)))
        self._go_on()

    def release(self, sender: str) -> None:
        """Take in what waited from a sender who is confirmed now, now or after what is being done."""
        self._next.append((self._session.t("Taking in what waited"), partial(self._release, sender)))
        self._go_on()

    def clear(self) -> None:
        """Hear nothing more."""
        self._turn += 1
        self.told, self._next = [], []

    def _go_on(self) -> None:
        if self._bar.busy or not self._next:
            return
        words, work = self._next.pop(0)
        self._turn += 1
        self.told, self._of = [], 0
        self.began.emit()
        self._bar.start(words, work, self._end, self._fail)

    def _release(self, sender: str, _job: Job) -> object:
        turn = self._turn
        for one in receiving.release_waiting(self._session.desk, sender):
            self._looked_at.emit(turn, one)
        return None

    def _import(self, paths: tuple[Path, ...], words: str, job: Job) -> object:
        desk, turn, done = self._session.desk, self._turn, [0, 0]

        def tell(at: int, of: int, one: Taken) -> None:
            done[:] = at, of
            self._of = of
            self._looked_at.emit(turn, one)
            job.report(at, of, words)

        found = receiving.find_packages(paths)
        self._of = len(found)
        receiving.import_packages(desk, found, lambda: job.report(done[0], done[1], words), tell)
        return None

    def _hear(self, turn: int, taken: object) -> None:
        if turn == self._turn:
            one = cast("Taken", taken)
            self.told.append(one)
            self.came.emit(one)

    def _end(self, _nothing: object) -> None:
        t = self._session.t
        self.ended.emit(summary_words(self.told, t) or t("There was no package among them."))

    def _fail(self, failure: Failure) -> None:
        """What was taken in before a stop stays, and is told; another failure is told besides."""
        t = self._session.t
        said = summary_words(self.told, t)
        if isinstance(failure, Stopped | StoppedTooLate):
            rest = self._of - len(self.told)
            left = t.plural("{count} was not opened.", "{count} were not opened.", rest)
            said = " ".join(filter(None, (t("Stopped."), said, left if rest > 0 else "")))
        else:
            self._session.tell(failure)
        self.ended.emit(said)
