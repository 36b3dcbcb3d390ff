"""Tells on the page of safety where the vault lies and what speaks against the place; the disk is asked aside."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from exit_desktop.services.place_words import place_words
from exit_desktop.services.places import Warned, is_place_accepted, look_at_folder
from exit_desktop.ui.jobs import Job, Listeners
from exit_desktop.ui.settings.state_rows import StateRow
from exit_desktop.ui.widgets.labels import breaking

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from exit_desktop.errors import Failure
    from exit_desktop.ui.session import Session


class PlaceTeller(QObject):
    """`changed` when the disk has answered: one on another computer may take its time."""

    changed = Signal()

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__()
        self._session, self._over = session, over
        self._warned: tuple[Warned, ...] | None = None
        self._asking = False

    def look(self) -> None:
        """Look at the place, unless that is being done already."""
        if self._asking:
            return
        self._asking, folder = True, self._session.vault.folder

        def work(_job: Job) -> tuple[Warned, ...]:
            return look_at_folder(folder)

        self._session.jobs.start(work, Listeners(self._tell, self._fail))

    def row(self) -> StateRow:
        """Return where the vault lies and what is known of the place."""
        session, t = self._session, self._session.t
        name, vault = t("Where the vault lies"), session.vault
        if self._warned is None:
            return StateRow(name, t("Being asked."), known=False)
        if not self._warned:
            return StateRow(
                name, t("In {folder}. Nothing speaks against the place.", folder=breaking(str(vault.folder)))
            )
        words = " ".join(place_words(self._warned, t))
        if vault.practice or vault.read_only:
            return StateRow(name, words)
        wants = not is_place_accepted(session.desk, self._warned)
        return StateRow(name, words, wants, t("Another place"), partial(_move, session, self._over))

    def _tell(self, warned: object) -> None:
        self._warned, self._asking = cast("tuple[Warned, ...]", warned), False
        self.changed.emit()

    def _fail(self, _failure: Failure) -> None:
        # Stopped by a lock: nobody waits for it any more.
        self._asking = False


def _move(session: Session, over: QWidget) -> None:
    from exit_desktop.ui.settings.place_dialogs import move_elsewhere  # noqa: PLC0415 - when it is wanted

    move_elsewhere(session, over.window())
