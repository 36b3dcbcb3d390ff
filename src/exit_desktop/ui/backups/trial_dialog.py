"""Proves, twice a year, that the recovery sheet opens the newest backup: the one way back when all else is gone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from exit_desktop.errors import Failure, NothingToTry
from exit_desktop.services.backups import list_own
from exit_desktop.services.care import note_trial, prove_recovery
from exit_desktop.ui.backups.backup_words import contents_words
from exit_desktop.ui.backups.keeper import BACKUP_MADE
from exit_desktop.ui.backups.progress import watch_of
from exit_desktop.ui.backups.work_dialog import WorkDialog
from exit_desktop.ui.jobs import Stopped
from exit_desktop.ui.widgets.recovery_key import RecoveryKeyRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from exit_desktop.services.desk import Desk
    from exit_desktop.services.restoring import Contents
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.jobs import Job
    from exit_desktop.ui.session import Session


class TrialDialog(WorkDialog):
    """The whole recovery key is typed; the newest backup is opened with it alone, and every page read."""

    stopped_as = Stopped

    def __init__(self, parent: QWidget, session: Session) -> None:
        t = session.t
        words = t(
            "Fetch the recovery sheet from where it lies and type its key. The newest backup is opened with it and "
            "read to the end. Nothing is changed. Then you know that you can come back if the laptop is gone."
        )
        super().__init__(parent, session, t("Try the way back"), (words,))
        self._row = RecoveryKeyRow(session.theme, t)
        self._key = self._row.key
        self.parts.addWidget(self._row)
        self.act.setText(t("Try it"))
        self.act.setEnabled(False)
        self._key.textChanged.connect(self._allow)
        self._key.returnPressed.connect(self.act.click)
        self.asked.connect(self._try)
        session.locked.connect(self._forget)
        if not list_own(session.vault):
            self.tell(NothingToTry())
        self._key.setFocus()

    def _allow(self) -> None:
        self.act.setEnabled(self._row.is_whole)

    def _try(self) -> None:
        self.begin(partial(_prove, self.session.desk, self._key.text(), self.t), self._proved)

    def _forget(self, _reason: object) -> None:
        self._key.clear()

    def _proved(self, result: object) -> None:
        found, t = cast("Contents", result), self.t
        self._key.clear()
        self._row.hide()
        try:
            note_trial(self.session.desk)
        except Failure as failure:
            self.tell(failure)
            return
        self.session.changed.emit(BACKUP_MADE, "")
        self.say(t("It works.") + " " + contents_words(t, found, self.session.today()))


def _prove(desk: Desk, key: str, t: Texts, job: Job) -> Contents:
    return prove_recovery(desk.vault, key, watch_of(job, t))
