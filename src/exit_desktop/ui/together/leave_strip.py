"""Where the worker types the passphrase that takes the machine back, under the head; the question stays in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from exit_desktop.services.vaults import check_passphrase
from exit_desktop.ui.jobs import Listeners, Stopped
from exit_desktop.ui.start.passphrase_field import PassphraseField
from exit_desktop.ui.telling import announce, sentence_of
from exit_desktop.ui.together.large_buttons import Face, LargeButton, Manner
from exit_desktop.ui.together.measures import Letters, Measures

if TYPE_CHECKING:
    from exit_desktop.errors import Failure
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.jobs import Job
    from exit_desktop.ui.session import Session


class LeaveStrip(QFrame):
    """`opened` when the passphrase is right, `folded` when it is put away; hidden until it asks."""

    opened = Signal()
    folded = Signal()

    def __init__(self, session: Session, measures: Measures, t: Texts) -> None:
        super().__init__()
        self._session, self.t = session, t
        self._job: Job | None = None
        self.setProperty("kind", "quiet")
        self.words = QLabel()
        self.words.setFont(measures.font(Letters.QUIET))
        self.words.setWordWrap(True)
        self.field = PassphraseField(session.theme, t)
        self.field.field.setFont(measures.font(Letters.QUIET))
        self.leave = LargeButton(Face(measures, Manner.QUIET), t("Back to the course"))
        self.back = LargeButton(Face(measures, Manner.QUIET), t("Stay here"))
        self._build(measures)
        self.leave.clicked.connect(self._check)
        self.back.clicked.connect(self.fold)
        self.field.entered.connect(self._check)
        self.hide()

    @property
    def asks(self) -> bool:
        """Whether it waits for the passphrase."""
        return self.isVisible()

    def ask(self) -> None:
        """Ask for the passphrase."""
        self.words.setText(self.t("For the worker: the passphrase leads back to the course."))
        self.show()
        self.field.setFocus()
        announce(self, self.words.text())

    def fold(self) -> None:
        """Put the passphrase away; nothing of it stays in its field."""
        self._clear()
        self.hide()
        self.folded.emit()

    def let_go(self) -> None:
        """Give up a check that is under way, and empty the field."""
        if self._job is not None:
            self._job.stop()
            self._job = None
        self._clear()

    def _build(self, measures: Measures) -> None:
        column = QVBoxLayout(self)
        space = measures.px(12)
        column.setContentsMargins(space, space // 2, space, space // 2)
        column.addWidget(self.words)
        line = QHBoxLayout()
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for part in (self.field, self.leave, self.back):
            line.addWidget(part)
        line.setStretch(0, 1)
        column.addLayout(line)

    def _clear(self) -> None:
        with QSignalBlocker(self.field):
            self.field.clear()

    def _check(self) -> None:
        passphrase, vault = self.field.text(), self._session.vault
        if self._job is not None or not passphrase:
            return
        self.leave.setEnabled(False)
        self._job = self._session.jobs.start(
            lambda _job: check_passphrase(vault, passphrase), Listeners(self._right, self._wrong)
        )

    def _right(self, _nothing: object) -> None:
        self._job = None
        self._clear()
        self.opened.emit()

    def _wrong(self, failure: Failure) -> None:
        # A lock that stops the check has taken the strip away already.
        if isinstance(failure, Stopped):
            return
        self._job = None
        self.leave.setEnabled(True)
        self._clear()
        self.words.setText(sentence_of(failure, self.t))
        announce(self, self.words.text())
