"""Long work on a page: what it is doing, that it is going on, and a way to stop."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from exit_desktop.ui.jobs import Job, Listeners, Progress
from exit_desktop.ui.telling import announce
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.labels import muted
from exit_desktop.ui.widgets.panels import row

if TYPE_CHECKING:
    from exit_desktop.errors import Failure
    from exit_desktop.ui.session import Session


# Work that is done sooner shows nothing: a bar that flashes by only disturbs.
_SHOWN_AFTER_MS = 250


class WorkBar(QWidget):
    """Hidden until work has lasted a moment; after `clear()` nothing that a job still brings is told.

    `ended` comes after each piece of work, however it went; `stopping` when the worker asks for it to stop.
    """

    ended = Signal()
    stopping = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._job: Job | None = None
        self._gone = False
        self._late: object = None
        self._done: Callable[[object], None] | None = None
        self._failed: Callable[[Failure], None] = session.tell
        self._doing = muted(session.theme)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = Button()
        self._stop.clicked.connect(self._ask_to_stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(session.theme.px(6))
        line = row(self._doing, self._stop)
        line.setStretch(0, 1)
        column.addLayout(line)
        column.addWidget(self._bar)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_AFTER_MS)
        self._timer.timeout.connect(self._show)
        self.retranslate()
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether work is going on."""
        return self._job is not None

    def start(
        self,
        doing: str,
        work: Callable[[Job], object],
        done: Callable[[object], None],
        failed: Callable[[Failure], None] | None = None,
    ) -> None:
        """Do the work on the worker thread and hand its result to `done`; one piece of work at a time.

        A failure goes to `failed`, for a dialog would cover the bar that tells it otherwise.
        """
        if self.busy or self._gone:
            return
        self._done, self._failed = done, failed or self._session.tell
        self._doing.setText(doing)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(doing)
        self._stop.setEnabled(True)
        self._timer.start()
        self._job = self._session.jobs.start(
            work, Listeners(self._end, self._fail, self._keep_late, self._show_progress)
        )

    def retranslate(self) -> None:
        """Speak the language in force."""
        self._stop.setText(self._session.t("Stop"))

    def clear(self) -> None:
        """Stop the work and let its result go."""
        self._gone = True
        self._done = None
        self._timer.stop()
        if self._job is not None:
            self._job.stop()

    def _show(self) -> None:
        if self.busy and not self._gone:
            self.show()
            announce(self, self._doing.text())

    def _ask_to_stop(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._stop.setEnabled(False)
            self.stopping.emit()

    def _show_progress(self, progress: Progress) -> None:
        if not self._gone:
            self._bar.setRange(0, progress.of)
            self._bar.setValue(progress.done)

    def _keep_late(self, result: object) -> None:
        """The work was done before it heard that it was to stop: then it is done, and told so."""
        self._late = result

    def _end(self, result: object) -> None:
        # A dialog may be gone by the time its work ends, and with it whoever waited for the result.
        done = self._done if isValid(self) else None
        self._rest()
        if done is not None:
            done(result)

    def _fail(self, failure: Failure) -> None:
        gone, late, failed = self._gone, self._late, self._failed
        if late is not None:
            self._end(late)
            return
        self._rest()
        if not gone:
            failed(failure)

    def _rest(self) -> None:
        self._job = None
        self._done, self._failed = None, self._session.tell
        self._late = None
        if not self._gone and isValid(self):
            self._timer.stop()
            self.hide()
            self.ended.emit()
