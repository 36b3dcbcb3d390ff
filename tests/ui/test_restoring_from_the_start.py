"""A backup is restored before any vault is open: found, looked into, put in place, and the vault before it kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exit_desktop.errors import BackupStopped
from exit_desktop.services.backups import back_up, back_up_to, list_backups, list_replaced
from exit_desktop.services.vaults import Founding, NewVault, create_vault, unlock_vault
from exit_desktop.ui.frame import Frame
from exit_desktop.ui.jobs import Stopped
from exit_desktop.ui.main_window import MainWindow
from exit_desktop.ui.start import restore_way, vault_work
from exit_desktop.ui.start.chooser import VaultChoice
from exit_desktop.ui.start.restore_page import RestorePage
from exit_desktop.ui.start.start_area import StartArea, StartWith
from support.keeping import bend
from support.places_to_go import settle
from support.vault_making import PASSPHRASE, WORKER, practice
from support.window_reading import words_in_sight

__all__ = ["practice"]
MADE = datetime(2026, 11, 20, 9, tzinfo=UTC)


@dataclass
class Start:
    """The window before a vault is open, one vault with two backups beside it, and a stick with one."""

    window: MainWindow
    folder: Path
    stick: Path
    recovery_key: str

    @property
    def page(self) -> RestorePage:
        """The page that leads through the restore."""
        return self.window.start.findChildren(RestorePage)[-1]


@pytest.fixture
def start(frame: Frame, practice: NewVault, tmp_path: Path, qtbot: QtBot) -> Iterator[Start]:
    vault, stick = practice.vault, tmp_path / "stick"
    stick.mkdir()
    back_up(vault, MADE)
    back_up(vault, MADE + timedelta(days=1))
    back_up_to(vault, stick, MADE)
    vault.close()
    choice = VaultChoice(vault.folder, vault.folder.name, practice=True)
    window = MainWindow(frame, StartArea(frame, StartWith((choice,))))
    qtbot.addWidget(window)
    window.show()
    yield Start(window, vault.folder, stick, practice.recovery_key)
    window.start.give_up()


def look(start: Start, qtbot: QtBot, passphrase: str = PASSPHRASE) -> RestorePage:
    """Go to the backups from the page that asks for the passphrase, type one and look into the newest."""
    start.window.start.unlock.restore_wanted.emit()
    page = start.page
    page.passphrase.field.setText(passphrase)
    page.go.click()
    qtbot.waitUntil(lambda: not start.window._frame.jobs.busy)
    settle()
    return page


def test_what_is_in_a_backup_is_told_before_anything_is_replaced(start: Start, qtbot: QtBot) -> None:
    page = look(start, qtbot)
    assert "every page of it was read" in words_in_sight(page)
    assert "kept aside for 35 days" in words_in_sight(page)
    assert list_replaced(start.folder) == ()


def test_where_nothing_is_replaced_nothing_is_said_to_be_kept_aside(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exit_desktop.ui.start.vault_work.home_of", lambda *_: tmp_path / "of another vault")
    page = look(start, qtbot)
    assert "every page of it was read" in words_in_sight(page)
    assert "kept aside" not in words_in_sight(page)


def test_it_takes_the_place_of_the_vault_which_is_kept(start: Start, qtbot: QtBot) -> None:
    page = look(start, qtbot)
    page.go.click()
    qtbot.waitUntil(lambda: "is restored" in words_in_sight(start.window))
    assert len(list_replaced(start.folder)) == 1
    unlock_vault(start.folder, PASSPHRASE).close()


def test_a_wrong_passphrase_is_told_and_nothing_is_lost(start: Start, qtbot: QtBot) -> None:
    page = look(start, qtbot, "noget helt andet end det")
    assert "not the passphrase" in words_in_sight(page)
    assert page.go.text() == "Look into it"


def test_after_a_wrong_passphrase_the_next_try_is_typed_over_it(start: Start, qtbot: QtBot) -> None:
    with qtbot.waitActive(start.window):
        start.window.activateWindow()
    start.window.start.unlock.restore_wanted.emit()
    page = start.page
    page.passphrase.field.setFocus()
    QTest.keyClicks(page.passphrase.field, "forkert")
    QTest.keyClick(page.passphrase.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "not the passphrase" in words_in_sight(page))
    assert page.passphrase.field.hasFocus()
    assert page.passphrase.field.selectedText() == "forkert"


def test_escape_leads_back(start: Start, qtbot: QtBot) -> None:
    start.window.start.unlock.restore_wanted.emit()
    page = start.page
    QTest.keyClick(page.passphrase.field, Qt.Key.Key_Escape)
    assert start.window.start.currentWidget() is start.window.start.unlock


def test_the_next_older_one_is_offered_where_the_newest_is_damaged(start: Start, qtbot: QtBot) -> None:
    newest, older = list_backups(start.folder)
    bend(newest)
    page = look(start, qtbot)
    assert "This backup is damaged" in words_in_sight(page)
    assert page.chosen is not None and page.chosen.folder == older.folder
    page.go.click()
    qtbot.waitUntil(lambda: "every page of it was read" in words_in_sight(page))


def test_where_no_older_one_is_left_another_place_is_the_next_step(start: Start, qtbot: QtBot) -> None:
    for one in list_backups(start.folder):
        bend(one)
    page = look(start, qtbot)
    page.go.click()
    qtbot.waitUntil(lambda: "Look for a backup in another place" in words_in_sight(page))
    assert "next older" not in words_in_sight(page)


def test_the_sheet_opens_a_backup_too(start: Start, qtbot: QtBot) -> None:
    start.window.start.unlock.restore_wanted.emit()
    page = start.page
    page._by_sheet.click()
    page.key.setText(start.recovery_key)
    page.go.click()
    qtbot.waitUntil(lambda: "every page of it was read" in words_in_sight(page))


def test_on_a_new_laptop_the_stick_becomes_a_vault(
    start: Start, frame: Frame, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restore_way, "ask_place", lambda *_: start.stick)
    start.window.start.show_restore()
    page = start.page
    assert "No backup lies here" in words_in_sight(page)
    page.place_wanted.emit()
    page.passphrase.field.setText(PASSPHRASE)
    page.go.click()
    qtbot.waitUntil(lambda: page.go.text() == "Restore this backup")
    page.go.click()
    qtbot.waitUntil(lambda: "is restored" in words_in_sight(start.window))
    made = start.window.start._folder
    assert made is not None and made.is_relative_to(frame.places.data_dir)
    unlock_vault(made, PASSPHRASE).close()


def test_a_backup_of_another_vault_leaves_the_one_that_is_there(
    start: Start, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = create_vault(tmp_path / "far" / "away", PASSPHRASE, WORKER, Founding(MADE, practice=True)).vault
    back_up_to(other, start.stick, MADE + timedelta(days=2))
    other.close()
    monkeypatch.setattr(restore_way, "ask_place", lambda *_: start.stick)
    start.window.start.unlock.restore_wanted.emit()
    page = start.page
    page.place_wanted.emit()
    lines = [page.backups.item(at).text() for at in range(page.backups.count())]
    page.backups.setCurrentRow(next(at for at, line in enumerate(lines) if "of another vault" in line))
    assert len([line for line in lines if "of another vault" not in line]) == 1
    page.passphrase.field.setText(PASSPHRASE)
    page.go.click()
    qtbot.waitUntil(lambda: page.go.text() == "Restore this backup")
    assert "is of another vault" in words_in_sight(page) and "35 days" not in words_in_sight(page)
    page.go.click()
    qtbot.waitUntil(lambda: "is restored" in words_in_sight(start.window))
    made = start.window.start._folder
    assert made is not None and made.name == "forloeb" and list_replaced(start.folder) == ()


def test_a_backup_of_another_vault_beside_this_one_gets_its_own_place(
    start: Start, frame: Frame, tmp_path: Path, qtbot: QtBot
) -> None:
    other = create_vault(tmp_path / "far" / "away", PASSPHRASE, WORKER, Founding(MADE, practice=True)).vault
    strange = back_up_to(other, start.folder / "backups", MADE + timedelta(days=2))
    other.close()
    home = vault_work.home_of(frame, strange, start.folder)
    assert home != start.folder and home.is_relative_to(frame.places.data_dir)


def test_a_place_without_backups_is_told(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr(restore_way, "ask_place", lambda *_: tmp_path / "empty")
    start.window.start.unlock.restore_wanted.emit()
    start.page.place_wanted.emit()
    assert "There is no backup in this folder" in words_in_sight(start.page)


def test_what_was_typed_is_gone_when_the_page_is_left(start: Start, qtbot: QtBot) -> None:
    page = look(start, qtbot)
    with qtbot.waitSignal(page.destroyed):
        page.back.click()
    assert start.window.start.currentWidget() is start.window.start.unlock


def test_a_restore_that_was_stopped_does_not_say_that_a_backup_counts_no_more(start: Start, qtbot: QtBot) -> None:
    def stopped(_job: object) -> object:
        raise BackupStopped

    start.window.start.show_restore(start.folder)
    way = start.window.start._restoring
    assert way is not None
    way._start(stopped, lambda _result: None)
    qtbot.waitUntil(lambda: Stopped.sentence in words_in_sight(start.page))
    assert BackupStopped.sentence not in words_in_sight(start.page)
