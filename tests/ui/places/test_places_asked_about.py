"""A place that is not the best is told before anything is made there and when it is opened; another one comes first."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.services import moved, places, vaults
from exit_desktop.services.practice import PracticeVault
from exit_desktop.services.vaults import unlock_vault
from exit_desktop.system.folders import here
from exit_desktop.system.folders.facts import Risk, Warned
from exit_desktop.ui.closed_fields import FINDS
from exit_desktop.ui.files.folder_dialog import FolderDialog
from exit_desktop.ui.frame import Frame
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.main_window import MainWindow
from exit_desktop.ui.session import Session
from exit_desktop.ui.settings.place_dialogs import BetterPlace, MovedOrCopied
from exit_desktop.ui.start.ceremony import CeremonyPage
from exit_desktop.ui.start.place_page import PlacePage
from exit_desktop.ui.start.start_area import StartArea, StartWith
from exit_desktop.ui.widgets.fields import TextArea, TextLine
from support.open_window import dozen, wait_for_jobs
from support.window_reading import words_in_sight

__all__ = ["dozen"]
DROPBOX = (Warned(Risk.CLOUD, "Dropbox"),)


@pytest.fixture
def window(frame: Frame) -> Iterator[MainWindow]:
    """A window at the start, with no vault yet."""
    made = MainWindow(frame, StartArea(frame, StartWith(())))
    made.show()
    yield made
    made.lock(LockReason.ASKED)
    made.close()


def warn(monkeypatch: pytest.MonkeyPatch, *warned: Warned) -> None:
    """Let every folder lie there."""
    monkeypatch.setattr(here, "look_at_folder", lambda _folder: warned)


def test_a_new_vault_is_warned_about_first(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    warn(monkeypatch, *DROPBOX)
    window.start.show_ceremony()
    page = window.start.currentWidget()
    assert isinstance(page, PlacePage) and page.focusProxy() is page.another
    assert "Dropbox copies this folder" in words_in_sight(page)
    page.on.click()
    assert isinstance(window.start.currentWidget(), CeremonyPage)


def test_on_another_computer_there_is_no_going_on(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    warn(monkeypatch, Warned(Risk.NETWORK))
    window.start.show_ceremony()
    page = window.start.currentWidget()
    assert isinstance(page, PlacePage)
    assert (page.another.isVisible(), page.on.isVisible()) == (True, False)


def test_a_good_place_is_not_spoken_of(window: MainWindow) -> None:
    window.start.show_ceremony()
    assert isinstance(window.start.currentWidget(), CeremonyPage)


def test_the_new_folder_must_not_be_there_yet(frame: Frame, tmp_path: Path, qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    dialog = FolderDialog(frame, over, "forloeb")
    dialog.show()
    (tmp_path / "here").mkdir()
    dialog.settle(tmp_path / "here")
    assert "stands here already" in words_in_sight(dialog)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.settle(tmp_path / "new")
    assert chosen.args == [tmp_path / "new"]


@pytest.mark.parametrize("copied", [True, False])
def test_moved_or_copied_is_done_as_it_is_answered(
    session: Session, qtbot: QtBot, copied: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    asked: list[bool] = []
    monkeypatch.setattr("exit_desktop.services.places._be_at_home", lambda _desk, copied: asked.append(copied))
    dialog = MovedOrCopied(over, session)
    (dialog.second if copied else dialog.first).click()
    assert asked == [copied]


def test_staying_is_asked_once(session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    monkeypatch.setattr(places, "look_at_folder", lambda _folder: DROPBOX)
    BetterPlace(over, session, DROPBOX).second.click()
    assert places.place_question(session.desk) == ()


def test_the_vault_lies_elsewhere_after_a_move(
    window: MainWindow, dozen: PracticeVault, frame: Frame, tmp_path: Path, qtbot: QtBot
) -> None:
    vault = unlock_vault(places_of(dozen, tmp_path / "here"), dozen.passphrase)
    window.start.opened.emit(vault)
    assert window.work is not None
    window.work.session.move_wanted.emit(tmp_path / "there")
    qtbot.waitUntil(lambda: window.work is None)
    wait_for_jobs(frame, qtbot.waitUntil)
    assert not (tmp_path / "here").exists()
    assert frame.preferences.last_vault == tmp_path / "there"
    unlock_vault(tmp_path / "there", dozen.passphrase).close()


def test_after_a_move_that_was_cut_off_the_vault_is_opened_where_it_is(
    window: MainWindow, dozen: PracticeVault, frame: Frame, tmp_path: Path, qtbot: QtBot
) -> None:
    here, there = places_of(dozen, tmp_path / "here"), places_of(dozen, tmp_path / "there")
    moved.begin_move(here, there)
    moved.arrive(here, there)
    window.start.show_unlock(here)
    for _ in range(2):
        window.start.unlock.tried.emit(dozen.passphrase)
        wait_for_jobs(frame, qtbot.waitUntil)
        if window.work is None:
            assert str(there) in words_in_sight(window)
    assert window.work is not None and window.work.session.vault.folder == there and not here.exists()


def places_of(dozen: PracticeVault, folder: Path) -> Path:
    """Put a copy of the practice vault into a folder."""
    return Path(shutil.copytree(dozen.vault, folder))


def test_reading_only_is_said_and_closes_every_field(
    window: MainWindow, dozen: PracticeVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vaults, "medium_is_read_only", lambda _folder: True)
    window.start.opened.emit(unlock_vault(places_of(dozen, tmp_path / "v"), dozen.passphrase))
    assert window.work is not None
    assert "Only for reading" in words_in_sight(window)
    assert not window.findChildren(QDialog)
    for field in (TextLine(), TextArea(window.work.session.theme)):
        field.setParent(window)
        field.show()
        field.setFocus()
        assert field.isReadOnly()
    search = TextLine()
    search.setProperty(FINDS, True)
    search.setParent(window)
    search.setFocus()
    assert not search.isReadOnly()
