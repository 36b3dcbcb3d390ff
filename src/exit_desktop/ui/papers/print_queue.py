"""Offers to remove the copies that the print system keeps, and tells how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from exit_desktop.services.printed import Purged, can_purge, let_go_of_printed
from exit_desktop.ui.files.printing import JOB_NAME
from exit_desktop.ui.jobs import Job, Listeners

if TYPE_CHECKING:
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.session import Session


class PrintQueue(QObject):
    """Works aside, for a print system may be slow to answer; one for each session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def remove(self) -> None:
        """Remove what was printed from here."""
        desk = self._session.desk

        def work(_job: Job) -> Purged:
            return let_go_of_printed(desk, JOB_NAME)

        self._session.jobs.start(work, Listeners(self._tell, self._session.tell))

    def _tell(self, purged: object) -> None:
        self._session.note(purged_words(cast("Purged", purged), self._session.t))


def remove_printed(session: Session) -> None:
    """Remove what was printed from here, and tell."""
    (session.findChild(PrintQueue) or PrintQueue(session)).remove()


def tell_printed(session: Session) -> None:
    """Say that a paper was printed, and offer to remove the copy where that is possible."""
    t = session.t
    if can_purge():
        words = t("Printed. The print system keeps a copy. When the paper is out, it can be removed.")
        session.note(words, t("Remove the copy"), lambda: remove_printed(session))
    else:
        session.note(t("Printed."))


def purged_words(purged: Purged, t: Texts) -> str:
    """Return what became of the copies."""
    if purged.elsewhere:
        return t(
            "Papers are printed through another computer. What it keeps cannot be reached from here: ask whoever "
            "looks after it."
        )
    if not purged.asked:
        return t("The print system did not answer, so a copy may still be there. Try again under Safety in a while.")
    if purged.refused:
        return t(
            "The print system did not let go of the copy. Whoever looks after this laptop can set it to keep none; "
            "how stands under Safety."
        )
    if purged.waiting:
        return t("Not all is printed yet. When the paper is out, remove the copy under Safety.")
    if purged.gone:
        return t.plural(
            "{count} copy is gone from the print queue of this computer.",
            "{count} copies are gone from the print queue of this computer.",
            purged.gone,
        )
    return t("There was no copy from here in the print queue of this computer.")
