"""Dialogs that stand behind something rare (a card, a first save, a crash, a finished reading), made at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from exit_desktop.domain.answers import Answer
from exit_desktop.domain.calendar import CourseState, Phase
from exit_desktop.services.desk import Act
from exit_desktop.services.erasing import Consequences, Elsewhere, Reason, Receipt
from exit_desktop.services.erasing_all import look_at_all
from exit_desktop.services.erasure_words import receipt_words
from exit_desktop.system.folders.facts import Risk, Warned
from exit_desktop.ui.backups.copy_dialog import CopyDialog
from exit_desktop.ui.backups.move_dialog import MoveDialog
from exit_desktop.ui.backups.older_keys_dialog import OlderKeysDialog
from exit_desktop.ui.backups.trial_dialog import TrialDialog
from exit_desktop.ui.course.course_page import CoursePage
from exit_desktop.ui.course.details.asking import Asked
from exit_desktop.ui.course.erasing.erase_dialog import EraseDialog, ReasonForm
from exit_desktop.ui.course.erasing.receipt_dialog import ReceiptDialog
from exit_desktop.ui.course.readings.correction import CorrectionDialog
from exit_desktop.ui.fault_dialog import show_fault
from exit_desktop.ui.files.folder_dialog import FolderDialog
from exit_desktop.ui.files.place_dialog import PlaceDialog
from exit_desktop.ui.files.save_dialog import SaveDialog
from exit_desktop.ui.papers.leaving import Explained
from exit_desktop.ui.settings.erase_all import EraseAllDialog
from exit_desktop.ui.settings.place_dialogs import BetterPlace, MovedOrCopied
from exit_desktop.ui.widgets.asking import AskingDialog
from exit_desktop.ui.work_area import WorkArea
from support.places_to_go import Place, choose, dialog_over

ELSEWHERE = Elsewhere(
    Path("/1234567/12345678901234567/123456789012345678901234567890"),
    datetime(2026, 11, 20, tzinfo=UTC),
    datetime(2026, 12, 25, tzinfo=UTC),
)


def _card(work: WorkArea) -> QDialog:
    t = work.session.t
    words = (
        t("This is a practice card"),
        t("It belongs to a vault with invented citizens. What you send to it leaves your real vault all the same."),
        t("Keep the practice card"),
    )
    return AskingDialog(work, work.session, words)


def _leaving(work: WorkArea) -> QDialog:
    return Explained(work.session, Act.PRINTED, work.window())


def _fault(work: WorkArea) -> QDialog:
    return show_fault(work.window(), work.session.theme, work.session.t)


def _correction(work: WorkArea) -> QDialog:
    choose(work, CourseState.ACTIVE, Phase.THREE)
    question = work.session.desk.catalogue.get("life_situation").question("money")
    assert question is not None
    answer = Answer(instrument="life_situation", version=1, question="money", value=3)
    page = work.window().findChildren(CoursePage)[0]
    return CorrectionDialog(page, page.work, question, answer)


def _better_place(work: WorkArea) -> QDialog:
    return BetterPlace(work, work.session, tuple(Warned(risk, "Dropbox") for risk in Risk))


def _moved(work: WorkArea) -> QDialog:
    return MovedOrCopied(work, work.session)


def _folder(work: WorkArea) -> QDialog:
    return FolderDialog(work.session, work, "forloeb")


def _erasing(work: WorkArea) -> QDialog:
    choose(work, CourseState.CLOSED)
    t = work.session.t
    asked = Asked(
        t("Erase what is written?"),
        t("First see what it reaches."),
        t("Delete {alias}'s course", alias="Rav"),
        t("Keep the course"),
    )
    form = ReasonForm(work.session, tuple(Reason), Consequences(True, 3, (ELSEWHERE,)))
    return EraseDialog(work.window(), work.session, form, asked)


def _last_step(work: WorkArea) -> QDialog:
    dialog = _erasing(work)
    assert isinstance(dialog, EraseDialog)
    dialog.act.click()
    return dialog


def _receipt(work: WorkArea) -> QDialog:
    t = work.session.t
    receipt = Receipt(work.session.clock.now_utc(), Reason.WISH, True, 3, (ELSEWHERE,))
    return ReceiptDialog(work.window(), work.session.frame, t("It is erased"), receipt_words(receipt, t))


def _everything(work: WorkArea) -> QDialog:
    session = work.session
    whole = look_at_all(session.desk, [session.vault.folder.parent])
    seen = replace(whole, folder=Path("forloeb"), elsewhere=(ELSEWHERE,), sent_to=(), other_vaults=())
    return EraseAllDialog(work.window(), session, seen)


def _where(work: WorkArea) -> QDialog:
    return SaveDialog(work.session, work, "min-plan.pdf")


def _trial(work: WorkArea) -> QDialog:
    return TrialDialog(work, work.session)


def _moving(work: WorkArea) -> QDialog:
    return MoveDialog(work, work.session)


def _older_keys(work: WorkArea) -> QDialog:
    return OlderKeysDialog(work, work.session)


def _backed_up(work: WorkArea) -> QDialog:
    dialog = CopyDialog(work, work.session)
    dialog.show()
    dialog.copy()
    settle_jobs(work)
    return dialog


def _other_place(work: WorkArea) -> QDialog:
    t = work.session.t
    return PlaceDialog(work.session, work, t("Where is the stick or drive?"), t("Back up here"))


def settle_jobs(work: WorkArea) -> None:
    """Wait until nothing works behind the window."""
    while work.session.jobs.busy:
        QApplication.processEvents()


def _place(name: str, make: Callable[[WorkArea], QDialog]) -> Place:
    def go(work: WorkArea) -> QWidget:
        make(work).open()
        return dialog_over(work.window())

    return Place(name, go)


RARE = tuple(
    _place(name, make)
    for name, make in (
        ("card-asking", _card),
        ("before-it-leaves", _leaving),
        ("fault", _fault),
        ("correction", _correction),
        ("erase", _erasing),
        ("erase-last-step", _last_step),
        ("receipt", _receipt),
        ("erase-everything", _everything),
        ("better-place", _better_place),
        ("moved-or-copied", _moved),
        ("backup-trial", _trial),
        ("backup-move", _moving),
        ("backup-older-keys", _older_keys),
        ("backup-made", _backed_up),
    )
)
# Full of names of folders, which no language has.
FILES = (_place("where-to-save", _where), _place("another-place", _folder), _place("other-place", _other_place))
