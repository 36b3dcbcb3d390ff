"""Asks for two groups of a recovery sheet that was never typed back, as of a vault that was made by command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.errors import Failure
from exit_desktop.services.sheet_proofs import asked_groups, is_group_right, prove_recovery
from exit_desktop.ui.settings.key_dialogs import KeyDialog
from exit_desktop.ui.start.sheet_pages import GroupsPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from exit_desktop.ui.session import Session


class SheetProof(KeyDialog):
    """Two groups to type; the vault counts its sheet as proved when both are right."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        self._groups = GroupsPage(session.theme, session.t)
        super().__init__(parent, session, self._groups)
        t, vault = session.t, session.vault
        self.set_words(
            t("Is your recovery sheet at hand?"),
            t(
                "It is all that opens the vault if the passphrase is forgotten. Should it be gone, make a new one "
                "under Safety. You can also do this later, in the same place."
            ),
            t("The sheet is right"),
            t("Later"),
        )
        first, second = asked_groups(vault)
        self._groups.ask((first, second), lambda place, text: is_group_right(vault, place, text))
        self._groups.changed.connect(self.allow)
        self.asked.connect(self._prove)
        self.allow(False)
        self._groups.setFocus()

    def _prove(self) -> None:
        self.set_busy(False)
        try:
            right = prove_recovery(self.session.vault, self._groups.typed())
        except Failure as failure:
            self.tell(failure)
            return
        if right:
            self.accept()
            self.session.say(self.session.t("Good. Put the sheet back where it is safe."))
