"""Removes backups that earlier keys still open, after a new one was made and tested."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from exit_desktop.services.older_keys import remove_opened_by_others, removed_words
from exit_desktop.ui.backups.keeper import BACKUP_MADE
from exit_desktop.ui.backups.progress import watch_of
from exit_desktop.ui.backups.work_dialog import WorkDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from exit_desktop.services.desk import Desk
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.jobs import Job
    from exit_desktop.ui.session import Session


def remove_those_of_older_keys(session: Session, over: QWidget) -> None:
    """Ask whether the older backups are to go."""
    OlderKeysDialog(over, session).open()


class OlderKeysDialog(WorkDialog):
    """Says what goes and what stays, and does it when asked."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        t = session.t
        words = (
            t("First a new backup is made and tested. Then the older ones on this computer are removed."),
            t("Backups in other places stay, and still open with the earlier keys. Delete those there yourself."),
        )
        super().__init__(parent, session, t("Remove older backups"), words)
        self.act.setText(t("Remove older backups"))
        self.asked.connect(self._remove)

    def _remove(self) -> None:
        self.begin(partial(_removed, self.session.desk, self.t), self._done_with)

    def _done_with(self, result: object) -> None:
        self.session.changed.emit(BACKUP_MADE, "")
        self.say(removed_words(self.t, cast("int", result)))


def _removed(desk: Desk, t: Texts, job: Job) -> int:
    return remove_opened_by_others(desk.vault, desk.clock.now_utc(), watch_of(job, t))
