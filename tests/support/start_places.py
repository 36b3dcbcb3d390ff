"""The pages before a vault is open, each as a worker comes to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QStackedWidget
from pytest import MonkeyPatch

from exit_desktop.errors import BackupDamaged, BackupNoRoom, NoBackupHere, WrongPassphrase
from exit_desktop.services.backups import Backup, Why
from exit_desktop.services.restoring import Contents
from exit_desktop.system.folders import here
from exit_desktop.system.folders.facts import Risk, Warned
from exit_desktop.ui.backups.farewell import FarewellPage
from exit_desktop.ui.jobs import Progress
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.main_window import MainWindow
from exit_desktop.ui.start.ceremony import CeremonyPage, Proof
from exit_desktop.ui.start.chooser import VaultChoice
from exit_desktop.ui.start.lock_words import Locked, Unkept
from exit_desktop.ui.start.restore_page import Fate, RestorePage
from exit_desktop.ui.widgets.buttons import PrimaryButton
from exit_desktop.vault.backup_folder import Checks
from support.window_reading import first

TWO = (VaultChoice(Path("odense"), "Odense", practice=False), VaultChoice(Path("skive"), "Skive", practice=True))


@dataclass(frozen=True, slots=True)
class StartPlace:
    """A page of the start and the way to it."""

    name: str
    go: Callable[[MainWindow], None]


def _unlock(window: MainWindow) -> None:
    window.start.show_unlock(TWO[0].folder)


def _locked(window: MainWindow) -> None:
    unkept = Unkept(datetime(2026, 11, 20, 14, 10), date(2026, 11, 23))  # noqa: DTZ001 - local, as the page gets it
    window.start.show_locked(TWO[1].folder, Locked(LockReason.IDLE, time(14, 32), 7, unkept))


def _refused(window: MainWindow) -> None:
    _unlock(window)
    for _ in range(4):
        window.start.unlock.tell(WrongPassphrase())


def _ceremony(window: MainWindow) -> CeremonyPage:
    window.start.show_unlock(TWO[0].folder)
    window.start.show_ceremony()
    return window.start.findChildren(CeremonyPage)[-1]


def _who(window: MainWindow) -> None:
    _ceremony(window)


def _place(window: MainWindow) -> None:
    with MonkeyPatch.context() as patch:
        warned = (Warned(Risk.CLOUD, "Dropbox"), Warned(Risk.STICK), Warned(Risk.LINK))
        patch.setattr(here, "look_at_folder", lambda _folder: warned)
        window.start.show_ceremony()


def _passphrase(window: MainWindow) -> None:
    page = _ceremony(window)
    first(page, QLineEdit).setText("K7")
    first(page, PrimaryButton).click()


def _sheet(window: MainWindow) -> None:
    _ceremony(window).show_sheet(Proof((2, 5), lambda _place, text: text == "ABCDE"))


def _groups(window: MainWindow) -> None:
    page = _ceremony(window)
    page.show_sheet(Proof((2, 5), lambda _place, text: text == "ABCDE"))
    page.set_sheet_kept()
    first(page, PrimaryButton).click()


def _recover(window: MainWindow) -> None:
    _unlock(window)
    window.start.unlock.sheet_wanted.emit()


def _restore(window: MainWindow) -> None:
    """A list of backups, one of them damaged; no such folder is there."""
    window.start.show_restore()
    made = datetime(2026, 11, 20, 15, 40, tzinfo=UTC)
    checks = Checks(1, "00" * 16, True, made, Why.BEFORE_KEYS, 40, 9, 3 << 20, "")
    found = [
        Backup(Path("b1"), made, 3 << 20, checks),
        Backup(Path("b2"), made - timedelta(days=1), 3 << 20, None, BackupDamaged()),
    ]
    page = window.start.findChildren(RestorePage)[-1]
    page.show_backups(tuple(found), "Odense")


def _restore_found(window: MainWindow) -> None:
    _restore(window)
    page = window.start.findChildren(RestorePage)[-1]
    page.show_contents(Contents(datetime(2026, 11, 20, 15, 40, tzinfo=UTC), 12, 13, 240, 61, 3 << 20), Fate.KEPT_ASIDE)


def _restore_nothing(window: MainWindow) -> None:
    window.start.show_restore()
    window.start.findChildren(RestorePage)[-1].tell(NoBackupHere())


def _farewell(window: MainWindow) -> FarewellPage:
    pages, frame = window.centralWidget(), window._frame
    assert isinstance(pages, QStackedWidget)
    page = FarewellPage(frame.theme, frame.t)
    page.show_progress(Progress(40, 100, frame.t("Copying what you have written")))
    pages.addWidget(page)
    pages.setCurrentWidget(page)
    return page


def _begin_farewell(window: MainWindow) -> None:
    _farewell(window)


def _no_farewell(window: MainWindow) -> None:
    _farewell(window).tell(BackupNoRoom(megabytes=700))


START_PLACES = (
    StartPlace("unlock", _unlock),
    StartPlace("locked", _locked),
    StartPlace("refused", _refused),
    StartPlace("chooser", lambda window: window.start.show_chooser()),
    StartPlace("ceremony-who", _who),
    StartPlace("place", _place),
    StartPlace("ceremony-passphrase", _passphrase),
    StartPlace("ceremony-sheet", _sheet),
    StartPlace("ceremony-groups", _groups),
    StartPlace("recover", _recover),
    StartPlace("restore", _restore),
    StartPlace("restore-found", _restore_found),
    StartPlace("restore-nothing", _restore_nothing),
    # Last: nothing leads back from here.
    StartPlace("farewell", _begin_farewell),
    StartPlace("farewell-refused", _no_farewell),
)
