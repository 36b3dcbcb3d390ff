"""A file is found by its ending, in the list or by its whole path."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.ui.files.open_dialog import OpenDialog
from exit_desktop.ui.frame import Frame
from support.window_reading import words_in_sight


@pytest.fixture
def dialog(frame: Frame, window: QWidget, home: Path) -> OpenDialog:
    made = OpenDialog(frame, window, ".txt", "Add a contact card")
    made.show()
    return made


def listed(dialog: OpenDialog) -> list[str]:
    return [dialog.files.item(number).text() for number in range(dialog.files.count())]


def enter(dialog: OpenDialog, text: str) -> None:
    dialog.name.setText(text)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)


def test_files_with_the_wanted_ending_are_listed_or_all(dialog: OpenDialog) -> None:
    assert listed(dialog) == ["kort.txt"]
    dialog.all_files.click()
    assert listed(dialog) == ["kort.txt", "Note.odt"]


def test_the_file_chosen_in_the_list_is_opened(dialog: OpenDialog, home: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.files.setFocus()
        QTest.keyClick(dialog.files, Qt.Key.Key_Down)
        dialog.act.click()
    assert chosen.args == [home / "kort.txt"]


def test_enter_in_the_list_opens(dialog: OpenDialog, home: Path, qtbot: QtBot) -> None:
    dialog.files.setCurrentRow(0)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(dialog.files, Qt.Key.Key_Return)
    assert chosen.args == [home / "kort.txt"]


@pytest.mark.parametrize("written", ["kort", "kort.txt", "~/kort.txt"])
def test_a_written_name_or_path_is_opened(dialog: OpenDialog, home: Path, qtbot: QtBot, written: str) -> None:
    with qtbot.waitSignal(dialog.chosen) as chosen:
        enter(dialog, written)
    assert chosen.args == [home / "kort.txt"]


def test_a_file_that_is_not_there_is_told_in_place(dialog: OpenDialog) -> None:
    enter(dialog, "andet")
    assert "There is no file of that name here." in words_in_sight(dialog)


def test_a_file_that_may_not_be_read_is_told_in_place(dialog: OpenDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    enter(dialog, "kort.txt")
    assert "This file cannot be opened." in words_in_sight(dialog)


def test_a_folder_without_such_a_file_says_so(dialog: OpenDialog, home: Path) -> None:
    dialog.show_folder(home / "Papirer")
    assert "No file ending in .txt is in this folder." in words_in_sight(dialog)


def test_a_folder_that_may_not_be_read_says_so(dialog: OpenDialog, home: Path) -> None:
    dialog.show_folder(home / "ingen")
    assert "This folder cannot be opened." in words_in_sight(dialog)
