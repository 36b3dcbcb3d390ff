"""Leads the vault to a new laptop: a backup in, a look there, and only then the old one is emptied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.ui.backups.copy_dialog import back_up_elsewhere
from exit_desktop.ui.backups.work_dialog import WorkDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from exit_desktop.ui.session import Session


class MoveDialog(WorkDialog):
    """The steps in their order; the first is done from here."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        t = session.t
        words: tuple[str, ...] = (
            t("1. Put a stick in this laptop and make a backup on it. From then on write nothing more here."),
            t(
                "2. On the new laptop open Forløb, choose “I have a backup of a vault”, and show it the stick. Type "
                "your passphrase."
            ),
            t("3. Look there whether your citizens and your newest notes are in it."),
            t(
                "4. Only then empty this laptop: under Safety, “Erase everything on this computer”. Keep the stick "
                "until the new laptop has made backups of its own."
            ),
        )
        if session.drafts.places():
            unfinished = t(
                "Texts that you have begun do not come along. Finish them first; Today shows where they are."
            )
            words = (unfinished, *words)
        super().__init__(parent, session, t("Move to a new laptop"), words)
        self.act.setText(t("Back up to a stick"))
        self.leave.setText(t("Close"))
        self.asked.connect(self._back_up)

    def _back_up(self) -> None:
        session, over = self.session, self.parentWidget()
        self.accept()
        if over is not None:
            back_up_elsewhere(session, over)
