"""Leads from the wish to erase a course to its receipt; the long part is a job."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from exit_desktop.domain.courses import Course
from exit_desktop.errors import BackupsNotRemoved, ErasureNotFinished, Failure
from exit_desktop.services.erasing import Reason, Receipt, erase_course, finish_erasing, foresee, reasons_for
from exit_desktop.ui.backups.keeper import BACKUP_MADE
from exit_desktop.ui.course.details.asking import Asked
from exit_desktop.ui.course.erasing.erase_dialog import EraseDialog, ReasonForm
from exit_desktop.ui.course.erasing.receipt_dialog import ReceiptDialog
from exit_desktop.ui.jobs import Listeners
from exit_desktop.ui.lock_reason import LockReason

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from exit_desktop.services.desk import Desk
    from exit_desktop.system.language import Texts
    from exit_desktop.ui.course.work import CourseWork
    from exit_desktop.ui.jobs import Job
    from exit_desktop.ui.session import Session


def begin_erasing(parent: QWidget, work: CourseWork, asked: Asked) -> EraseDialog | None:
    """Ask about the chosen course, erase it on the second yes, and show the receipt."""
    course = work.course
    if course is None:
        return None
    try:
        seen = foresee(work.desk, course)
    except Failure as failure:
        work.session.tell(failure)
        return None
    form = ReasonForm(work.session, reasons_for(course), seen)
    dialog = EraseDialog(parent.window(), work.session, form, asked)
    dialog.keeper = _Erasing(work, course, dialog)
    dialog.open()
    return dialog


class _Erasing:
    """One erasure, from the last yes on; a lock may take the dialog away before it is done."""

    def __init__(self, work: CourseWork, course: Course, dialog: EraseDialog) -> None:
        self._work, self._course = work, course
        self._dialog: EraseDialog | None = dialog
        self._over = dialog.parentWidget()
        dialog.wanted.connect(self._start)
        dialog.finished.connect(self._forget)

    def _start(self, reason: Reason) -> None:
        course, session = self._course, self._work.session
        # At once, lest a text that still waits be written after the course is gone.
        session.drafts.forget((course.id, *(submission.id for submission in course.submissions)))
        work = partial(_erase, self._work.desk, course, reason)
        session.jobs.start(work, Listeners(self._done, self._failed))

    def _forget(self, _result: int) -> None:
        self._dialog = None

    def _done(self, result: object) -> None:
        self._let_go()
        session = self._work.session
        if self._over is not None and session.vault.is_open:
            session.changed.emit(BACKUP_MADE, "")
            show_receipt(self._over, session, cast("Receipt", result))

    def _failed(self, failure: Failure) -> None:
        session = self._work.session
        if not session.vault.is_open:
            if self._dialog is not None:
                # The file was half encrypted anew when the disk refused: nothing can be read before it is opened again.
                session.lock_wanted.emit(LockReason.KEYS)
        elif isinstance(failure, ErasureNotFinished | BackupsNotRemoved):
            self._let_go()
            session.tell(failure)
        elif self._dialog is not None:
            self._dialog.tell(failure)

    def _let_go(self) -> None:
        if self._dialog is None:
            return
        self._dialog.set_busy(False)
        self._dialog.accept()
        self._work.let_go()
        self._work.session.changed.emit("course_deleted", self._course.id)


def show_receipt(over: QWidget, session: Session, receipt: Receipt) -> None:
    """Show what was erased."""
    from exit_desktop.services.erasure_words import receipt_words  # noqa: PLC0415 - reportlab, first needed here

    t = session.t
    ReceiptDialog(over, session.frame, t("It is erased"), receipt_words(receipt, t)).open()


def finish_cut_off(over: QWidget, session: Session) -> None:
    """Do the rest of an erasure that was cut off, and show its receipt."""

    def done(result: object) -> None:
        if session.vault.is_open:
            session.changed.emit(BACKUP_MADE, "")
            show_receipt(over, session, cast("Receipt", result))

    def failed(failure: Failure) -> None:
        if session.vault.is_open:
            session.tell(failure)

    session.jobs.start(lambda _: finish_erasing(session.desk), Listeners(done, failed))


def _erase(desk: Desk, course: Course, reason: Reason, _job: Job) -> Receipt:
    return erase_course(desk, course, reason)


def act_words(alias: str, t: Texts) -> str:
    """Return the act with whose course it is; a name that ends in s takes no other."""
    if alias[-1:].casefold() in ("s", "x", "z"):
        return t("Delete the course of {alias}", alias=alias)
    return t("Delete {alias}'s course", alias=alias)
