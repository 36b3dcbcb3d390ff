"""Tells on the page of safety whether the disk under the vault is encrypted; the system is asked aside."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from exit_desktop.errors import Failure
from exit_desktop.services.disk import DiskEncryption, look_under_vault, note_encrypted, read_noted
from exit_desktop.ui.jobs import Job, Listeners
from exit_desktop.ui.settings.state_rows import StateRow

if TYPE_CHECKING:
    from exit_desktop.ui.session import Session

_CALLED = {"win32": "BitLocker", "darwin": "FileVault"}


class DiskTeller(QObject):
    """`changed` when the system has answered."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.known: DiskEncryption | None = None
        self._asking = False

    def look(self) -> None:
        """Ask the system, unless it is being asked already."""
        if self._asking:
            return
        self._asking, desk = True, self._session.desk

        def work(_job: Job) -> DiskEncryption:
            return look_under_vault(desk)

        self._session.jobs.start(work, Listeners(self._tell, self._fail))

    def row(self) -> StateRow:
        """Return what is known, with what to do."""
        t = self._session.t
        name, called = t("Encryption of the disk"), _CALLED.get(sys.platform, "LUKS")
        if self.known is None:
            return StateRow(name, t("Being asked."), known=False)
        if self.known is DiskEncryption.ON:
            return StateRow(name, t("The disk under the vault is encrypted by the system too."))
        if self.known is DiskEncryption.OFF:
            words = t(
                "The disk under the vault is not encrypted. The vault itself is, but not what the system keeps of "
                "printing and of memory. Ask whoever looks after this laptop to turn on {name}.",
                name=called,
            )
            return StateRow(name, words, True, t("Look again"), self.look)
        noted = read_noted(self._session.desk)
        if noted is not None:
            return StateRow(name, t("You noted on {date} that it is encrypted.", date=t.date(noted)))
        words = t(
            "The system does not say whether the disk is encrypted. Ask whoever looks after this laptop for {name}.",
            name=called,
        )
        return StateRow(name, words, True, t("It is encrypted"), self._note)

    def _note(self) -> None:
        try:
            note_encrypted(self._session.desk)
        except Failure as failure:
            self._session.tell(failure)
        self.changed.emit()

    def _tell(self, known: object) -> None:
        self.known, self._asking = cast("DiskEncryption", known), False
        self.changed.emit()

    def _fail(self, _failure: Failure) -> None:
        # Stopped by a lock: nobody waits for it any more.
        self._asking = False
