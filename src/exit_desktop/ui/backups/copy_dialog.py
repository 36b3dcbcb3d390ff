"""Makes a backup now: beside the vault, or in another place that the worker chooses."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from exit_desktop.errors import Failure
from exit_desktop.services.backups import Backup, back_up, back_up_to
from exit_desktop.services.care import note_taken_along
from exit_desktop.ui.backups.backup_words import size_words, when_words
from exit_desktop.ui.backups.keeper import BACKUP_MADE
from exit_desktop.ui.backups.progress import watch_of
from exit_desktop.ui.backups.work_dialog import WorkDialog
from exit_desktop.ui.files.place_dialog import ask_place

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from exit_desktop.services.desk import Desk
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.jobs import Job
    from exit_desktop.ui.session import Session


class CopyDialog(WorkDialog):
    """Begins at once; says when it was made, that it was tested, and what opens it."""

    def __init__(self, parent: QWidget, session: Session, place: Path | None = None) -> None:
        t = session.t
        name = t("Backup") if place is None else t("Backup in another place")
        super().__init__(parent, session, name, () if place is None else (str(place),))
        self._place = place
        self.act.setText(t("Try again"))
        self.asked.connect(self.copy)

    def copy(self) -> None:
        """Make it."""
        self.begin(partial(_copy, self.session.desk, self._place, self.t), self._made)

    def _made(self, result: object) -> None:
        made, t = cast("Backup", result), self.t
        try:
            note_taken_along(self.session.desk, made)
        except Failure as failure:
            self.session.tell(failure)
        self.session.changed.emit(BACKUP_MADE, "")
        words = t(
            "Made {when}, {size}, read again and whole. It is locked like the vault: your passphrase of today or the "
            "recovery sheet opens it.",
            when=when_words(t, made.made_at, self.session.today()),
            size=size_words(t, made.size),
        )
        if self._place is not None:
            words += " " + t(
                "Keep the stick apart from the laptop. Those older than 35 days go whenever you make a new one there."
            )
        self.say(words)


def _copy(desk: Desk, place: Path | None, t: Texts, job: Job) -> Backup:
    watch = watch_of(job, t)
    if place is None:
        return back_up(desk.vault, desk.clock.now_utc(), watch=watch)
    return back_up_to(desk.vault, place, desk.clock.now_utc(), watch)


def back_up_here(session: Session, parent: QWidget) -> None:
    """Make a backup beside the vault, in sight of the worker."""
    dialog = CopyDialog(parent, session)
    dialog.open()
    dialog.copy()


def back_up_elsewhere(session: Session, parent: QWidget) -> None:
    """Ask for a place and make a backup there."""
    t = session.t
    place = ask_place(session, parent, t("Where is the stick or drive?"), t("Back up here"))
    if place is None or not session.vault.is_open:
        return
    dialog = CopyDialog(parent, session, place)
    dialog.open()
    dialog.copy()
