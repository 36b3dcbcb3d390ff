"""The dialog for a stick or a drive begins where one is, offers each by name, and shows the folder that is chosen."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileSystemModel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.ui.files import place_dialog
from exit_desktop.ui.files.folder_tree import FolderTree
from exit_desktop.ui.files.place_dialog import PlaceDialog
from exit_desktop.ui.frame import Frame


@pytest.fixture
def sticks(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Two sticks that are put in."""
    made = [tmp_path / "media" / name for name in ("NYEST", "GAMMEL")]
    for one in made:
        one.mkdir(parents=True)
    monkeypatch.setattr(place_dialog, "list_sticks", lambda: tuple(made))
    return made


def dialog_in(frame: Frame, window: QWidget, qtbot: QtBot) -> PlaceDialog:
    window.show()
    made = PlaceDialog(frame, window, "Where is the stick or drive?", "Back up here")
    with qtbot.waitActive(made):
        made.open()
    return made


def test_it_begins_at_the_stick_that_was_put_in_last(
    frame: Frame, window: QWidget, sticks: list[Path], qtbot: QtBot
) -> None:
    dialog = dialog_in(frame, window, qtbot)
    assert dialog.folders.folder == sticks[0]
    dialog.sticks[1].click()
    assert dialog.folders.folder == sticks[1]
    assert [one.accessibleName() for one in dialog.sticks] == ["Stick or drive: NYEST", "Stick or drive: GAMMEL"]


def test_the_chosen_folder_comes_in_sight_though_the_keyboard_is_there_first(tmp_path: Path, qtbot: QtBot) -> None:
    for number in range(80):
        (tmp_path / f"a{number:02}").mkdir()
    window = QWidget()
    tree, other = FolderTree("Folder"), QPushButton()
    column = QVBoxLayout(window)
    column.addWidget(other)
    column.addWidget(tree)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    other.setFocus()
    tree.show_folder(tmp_path / "a79")
    tree.setFocus()
    model = tree.model()
    assert isinstance(model, QFileSystemModel)
    with qtbot.waitSignal(model.directoryLoaded, check_params_cb=lambda path: path == str(tmp_path)):
        pass
    row = tree.visualRect(tree.currentIndex())
    assert tree.hasFocus() and tree.viewport().rect().intersects(row)
