"""A dialog that does one long thing on the worker thread: how far it is, a way to stop, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from exit_desktop.errors import BackupStopped, Failure
from exit_desktop.ui.jobs import Listeners, Stopped
from exit_desktop.ui.messages import announce, sentence_of
from exit_desktop.ui.widgets.buttons import Button, PrimaryButton
from exit_desktop.ui.widgets.dialog_room import DialogRoom
from exit_desktop.ui.widgets.flow import buttons
from exit_desktop.ui.widgets.labels import Label, muted, title, wants

if TYPE_CHECKING:
    from collections.abc import Callable

    from exit_desktop.ui.jobs import Job, Progress
    from exit_desktop.ui.session import Session


class WorkDialog(QDialog):
    """Words, parts of its own in `parts`, one act; `asked` when it is pressed. A lock takes it away."""

    asked = Signal()
    stopped_as: type[Failure] = BackupStopped
    """What is told of work that was stopped: a backup that does not count, or nothing that was changed."""

    def __init__(self, parent: QWidget, session: Session, name: str, words: tuple[str, ...]) -> None:
        super().__init__(parent.window())
        self.session, self.t = session, session.t
        self._job: Job | None = None
        self._over = False
        self._done: Callable[[object], None] | None = None
        self.setWindowTitle("Forløb")
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme = session.theme
        self.said, self._fault, self._doing = Label(theme), wants(theme), muted(theme)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.act, self.leave = PrimaryButton(), Button(self.t("Cancel"))
        self.act.clicked.connect(self._ask)
        self.leave.clicked.connect(self.reject)
        room = DialogRoom(self, theme, 500)
        room.inner.addWidget(title(theme, name))
        for one in words:
            room.inner.addWidget(Label(theme, one))
        self.parts = QVBoxLayout()
        self.parts.setSpacing(theme.px(8))
        room.inner.addLayout(self.parts)
        for part in (self.said, self._fault, self._doing):
            room.inner.addWidget(part)
            part.hide()
        room.column.addWidget(room.area)
        room.column.addWidget(self._bar)
        room.column.addLayout(buttons(theme, self.act, self.leave))
        self._bar.hide()
        session.locked.connect(self._give_way)

    def begin(self, work: Callable[[Job], object], done: Callable[[object], None]) -> None:
        """Do the work; `done` is called with what it brings, unless it fails."""
        self._done = done
        self._fault.hide()
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(self.accessibleName())
        for part in (self._bar, self._doing):
            part.show()
        self.act.setEnabled(False)
        self.leave.setText(self.t("Stop"))
        self._job = self.session.jobs.start(work, Listeners(self._finish, self._fail, self._drop, self._show_progress))

    def tell(self, failure: Failure) -> None:
        """Say what went wrong; the dialog stays."""
        self._fault.setText(sentence_of(failure, self.t))
        self._fault.show()
        announce(self, self._fault.text())

    def say(self, words: str) -> None:
        """Say what came of it; nothing more is to be done here."""
        self.said.setText(words)
        self.said.show()
        self.act.hide()
        self.leave.setText(self.t("Close"))
        self.leave.setFocus()
        announce(self, words)

    def reject(self) -> None:
        """Stop what is under way, or close."""
        if self._job is not None:
            self._job.stop()
            self.leave.setEnabled(False)
        else:
            super().reject()

    def _ask(self) -> None:
        self.asked.emit()

    def _give_way(self, _reason: object) -> None:
        """Let go: the lock takes the dialog, and what the work still brings is dropped."""
        self._over = True
        if self._job is not None:
            self._job.stop()
            self._job = None

    def _rest(self) -> None:
        self._job = None
        for part in (self._bar, self._doing):
            part.hide()
        self.act.setEnabled(True)
        self.leave.setEnabled(True)
        self.leave.setText(self.t("Cancel"))

    def _show_progress(self, progress: Progress) -> None:
        if self._over:
            return
        self._doing.setText(progress.doing)
        self._bar.setRange(0, progress.of)
        self._bar.setValue(progress.done)

    def _finish(self, result: object) -> None:
        if self._over:
            return
        self._rest()
        if self._done is not None:
            self._done(result)

    def _drop(self, _result: object) -> None:
        """Done before it heard that it should stop: it stands, and nothing is to be cleared up."""

    def _fail(self, failure: Failure) -> None:
        if self._over:
            return
        self._rest()
        self.tell(self.stopped_as() if isinstance(failure, Stopped | BackupStopped) else failure)
