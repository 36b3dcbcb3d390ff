"""Backups that a worker asks for: what is said, what can be stopped, what a lock takes away."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.errors import BackupStopped, NothingToTry
from exit_desktop.services.backups import Backup, find_backups, list_backups
from exit_desktop.services.vaults import read_log
from exit_desktop.ui.backups import copy_dialog
from exit_desktop.ui.backups.copy_dialog import CopyDialog, back_up_elsewhere, back_up_here
from exit_desktop.ui.backups.move_dialog import MoveDialog
from exit_desktop.ui.backups.trial_dialog import TrialDialog
from exit_desktop.ui.backups.work_dialog import WorkDialog
from exit_desktop.ui.jobs import Stopped
from exit_desktop.ui.lock_reason import LockReason
from support.open_window import Opened
from support.window_reading import words_in_sight
from ui.backups.conftest import Gate, count, keeper_of, write


def dialog_of(opened: Opened) -> WorkDialog:
    """The dialog over the window."""
    return opened.window.findChildren(WorkDialog)[-1]


def newest(opened: Opened) -> Backup:
    """The newest backup beside the vault."""
    return list_backups(opened.work.session.vault.folder)[0]


def test_one_that_is_asked_for_is_made_tested_and_told(opened: Opened, qtbot: QtBot) -> None:
    write(opened)
    before = newest(opened)
    back_up_here(opened.work.session, opened.work)
    dialog = dialog_of(opened)
    qtbot.waitUntil(dialog.said.isVisible)
    assert "read again and whole" in dialog.said.text()
    # Of one day the newest is kept.
    assert newest(opened).number > before.number
    assert (count(opened), keeper_of(opened).changes) == (1, 0)


def test_one_in_another_place_is_logged_and_remembered(
    opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(copy_dialog, "ask_place", lambda *_: stick)
    back_up_elsewhere(opened.work.session, opened.work)
    dialog = dialog_of(opened)
    qtbot.waitUntil(dialog.said.isVisible)
    assert len(find_backups(stick)) == 1
    logged = read_log(opened.work.session.vault)[0]
    assert (logged.act, logged.kind) == ("exported", "backup")


def test_a_stick_that_is_gone_is_told_and_can_be_tried_again(
    opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copy_dialog, "ask_place", lambda *_: tmp_path / "gone")
    back_up_elsewhere(opened.work.session, opened.work)
    dialog = dialog_of(opened)
    qtbot.waitUntil(lambda: "cannot be reached" in words_in_sight(dialog))
    (tmp_path / "gone").mkdir()
    dialog.act.click()
    qtbot.waitUntil(dialog.said.isVisible)
    assert len(find_backups(tmp_path / "gone")) == 1


def test_stopped_half_way_nothing_counts(opened: Opened, qtbot: QtBot, gate: Gate) -> None:
    back_up_here(opened.work.session, opened.work)
    dialog = dialog_of(opened)
    qtbot.waitUntil(gate.reached.is_set)
    dialog.leave.click()
    gate.open.set()
    qtbot.waitUntil(lambda: "does not count" in words_in_sight(dialog))
    assert count(opened) == 1
    dialog.leave.click()
    qtbot.waitUntil(lambda: not opened.window.findChildren(CopyDialog))


def test_a_lock_half_way_takes_the_dialog_and_nothing_counts(opened: Opened, qtbot: QtBot, gate: Gate) -> None:
    back_up_here(opened.work.session, opened.work)
    folder = opened.work.session.vault.folder
    qtbot.waitUntil(gate.reached.is_set)
    opened.window.lock(LockReason.ASKED)
    gate.open.set()
    qtbot.waitUntil(lambda: not opened.window.findChildren(WorkDialog))
    qtbot.waitUntil(lambda: len(find_backups(folder)) == 1)


def test_a_wrong_sheet_is_told_and_the_dialog_stays(opened: Opened, qtbot: QtBot) -> None:
    dialog = TrialDialog(opened.work, opened.work.session)
    dialog.open()
    assert not dialog.act.isEnabled()
    dialog._key.setText("MJGAG-" * 8)
    dialog.act.click()
    qtbot.waitUntil(lambda: dialog.leave.text() == "Cancel" and dialog._fault.isVisible())
    assert dialog._key.text()


def test_without_a_backup_it_is_said_before_forty_letters_are_typed(opened: Opened) -> None:
    shutil.rmtree(opened.work.session.vault.folder / "backups")
    dialog = TrialDialog(opened.work, opened.work.session)
    dialog.open()
    assert NothingToTry.sentence in words_in_sight(dialog)


def test_a_move_says_that_unfinished_texts_stay_behind(opened: Opened) -> None:
    work = opened.work
    assert "do not come along" not in words_in_sight(MoveDialog(work, work.session))
    work.session.drafts.keep("contact/1", "Kaffe")
    dialog = MoveDialog(work, work.session)
    dialog.open()
    assert "Texts that you have begun do not come along." in words_in_sight(dialog)


def test_a_trial_that_is_stopped_frightens_nobody(opened: Opened) -> None:
    dialog = TrialDialog(opened.work, opened.work.session)
    dialog.open()
    for failure in (Stopped(), BackupStopped()):
        dialog._fail(failure)
        assert Stopped.sentence in words_in_sight(dialog)
