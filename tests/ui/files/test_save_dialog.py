"""A file is saved where the worker says, never over another one unasked."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.ui.files.save_dialog import SaveDialog, ask_where
from exit_desktop.ui.frame import Frame
from support.window_reading import words_in_sight


@pytest.fixture
def dialog(frame: Frame, window: QWidget, home: Path) -> SaveDialog:
    made = SaveDialog(frame, window, "min-plan.pdf")
    made.show()
    return made


def enter(dialog: SaveDialog, text: str) -> None:
    dialog.name.setText(text)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)


def test_enter_takes_the_offered_name_at_home(dialog: SaveDialog, home: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert chosen.args == [home / "min-plan.pdf"]


def test_the_chosen_folder_stays_in_sight_when_the_rows_above_are_sorted(dialog: SaveDialog, qtbot: QtBot) -> None:
    tree = dialog.folders
    with qtbot.waitSignal(tree.model().layoutChanged):
        pass
    qtbot.waitUntil(lambda: tree.viewport().rect().contains(tree.visualRect(tree.currentIndex()).center()))


def test_another_folder_of_the_tree_is_taken(dialog: SaveDialog, home: Path, qtbot: QtBot) -> None:
    dialog.show_folder(home / "Papirer")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.act.click()
    assert chosen.args == [home / "Papirer" / "min-plan.pdf"]


def test_a_whole_path_needs_no_tree(dialog: SaveDialog, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.chosen) as chosen:
        enter(dialog, str(tmp_path / "andet"))
    assert chosen.args == [tmp_path / "andet.pdf"]


def test_a_folder_written_out_is_gone_into(dialog: SaveDialog, tmp_path: Path) -> None:
    enter(dialog, str(tmp_path))
    assert dialog.folders.folder == tmp_path
    assert dialog.name.text() == "min-plan.pdf"
    assert str(tmp_path) in words_in_sight(dialog)


def test_an_existing_file_asks_once(dialog: SaveDialog, home: Path, qtbot: QtBot) -> None:
    (home / "gammel.pdf").write_bytes(b"older")
    enter(dialog, "gammel")
    assert dialog.act.text() == "Replace the file"
    assert "stands here already" in words_in_sight(dialog)
    with qtbot.waitSignal(dialog.chosen):
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)


def test_another_name_takes_the_question_back(dialog: SaveDialog, home: Path) -> None:
    (home / "gammel.pdf").write_bytes(b"older")
    enter(dialog, "gammel.pdf")
    dialog.name.setText("ny.pdf")
    assert dialog.act.text() == "Save here"
    assert "stands here already" not in words_in_sight(dialog)


def test_a_folder_that_is_not_there_is_told_in_place(dialog: SaveDialog, home: Path) -> None:
    enter(dialog, str(home / "ingen" / "plan.pdf"))
    assert "There is no such folder." in words_in_sight(dialog)


def test_a_folder_that_takes_nothing_is_told_in_place(dialog: SaveDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    enter(dialog, "plan.pdf")
    assert "Nothing can be saved in this folder." in words_in_sight(dialog)


def test_what_is_no_name_is_told_in_place(dialog: SaveDialog) -> None:
    enter(dialog, "a/b")
    assert "Write a plain name" in words_in_sight(dialog)


def open_dialog() -> SaveDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, SaveDialog)
    return found


def test_asking_returns_the_path_and_writes_nothing_down(frame: Frame, window: QWidget, home: Path) -> None:
    QTimer.singleShot(0, lambda: enter(open_dialog(), "kort"))
    assert ask_where(frame, window, "min-plan.pdf", "Save the card") == home / "kort.pdf"
    assert QSettings("QtProject").allKeys() == []


def test_thinking_better_of_it_gives_no_path(frame: Frame, window: QWidget, home: Path) -> None:
    QTimer.singleShot(0, lambda: QTest.mouseClick(open_dialog().leave, Qt.MouseButton.LeftButton))
    assert ask_where(frame, window, "min-plan.pdf") is None


def test_a_dialog_that_goes_with_its_window_gives_no_path(frame: Frame, qapp: QApplication, home: Path) -> None:
    gone = QWidget()
    QTimer.singleShot(0, gone.deleteLater)
    assert ask_where(frame, gone, "min-plan.pdf") is None
