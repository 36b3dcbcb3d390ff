"""The whole window, open on a copy of a practice vault with a dozen invented citizens."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from exit_desktop.services.practice import PracticeVault, make_practice_vault
from exit_desktop.services.vaults import unlock_vault
from exit_desktop.ui.frame import Frame
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.main_window import MainWindow
from exit_desktop.ui.start.chooser import VaultChoice
from exit_desktop.ui.start.start_area import StartArea, StartWith
from exit_desktop.ui.work_area import WorkArea
from support.places_to_go import settle

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
SEED = 3


@dataclass(frozen=True, slots=True)
class Opened:
    """A window and the work area in it."""

    window: MainWindow
    work: WorkArea


@pytest.fixture(scope="session")
def dozen(tmp_path_factory: pytest.TempPathFactory) -> PracticeVault:
    """A practice vault that is only copied, never opened."""
    return make_practice_vault(tmp_path_factory.mktemp("dozen") / "practice", 12, SEED, TODAY, NOW)


@contextmanager
def open_window(frame: Frame, dozen: PracticeVault, folder: Path) -> Iterator[Opened]:
    """Show the window with a copy of the practice vault open in `folder`."""
    shutil.copytree(dozen.vault, folder)
    window = MainWindow(frame, StartArea(frame, StartWith((VaultChoice(folder, folder.name, practice=True),))))
    window.show()
    window.start.opened.emit(unlock_vault(folder, dozen.passphrase))
    assert window.work is not None
    window.work.presence.idle.stop()
    settle()
    try:
        yield Opened(window, window.work)
    finally:
        window.lock(LockReason.ASKED)
        window.close()
        window.deleteLater()
        settle()


@pytest.fixture
def opened(frame: Frame, dozen: PracticeVault, tmp_path: Path) -> Iterator[Opened]:
    """The open window for one test."""
    with open_window(frame, dozen, tmp_path / "copy") as made:
        yield made


def wait_for_jobs(frame: Frame, wait_until: Callable[..., None]) -> None:
    """Wait until nothing works behind the window."""
    wait_until(lambda: not frame.jobs.busy, timeout=20000)
    QApplication.processEvents()
