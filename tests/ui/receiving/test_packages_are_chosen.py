"""One package, several, or all of a folder are chosen in the program's own dialog."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.ui.receiving.packages_dialog import PackagesDialog
from exit_desktop.ui.session import Session
from support.window_reading import words_in_sight


@pytest.fixture
def dialog(session: Session, tmp_path: Path, qtbot: QtBot) -> Iterator[PackagesDialog]:
    """The dialog at a folder with three packages and something else."""
    for name in ("b.forloeb", "a.forloeb", "c.FORLOEB", "kort.txt"):
        (tmp_path / name).touch()
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    made = PackagesDialog(session, window)
    made.show()
    made.show_folder(tmp_path)
    yield made


@pytest.fixture
def chosen(dialog: PackagesDialog) -> list[tuple[Path, ...]]:
    """What the dialog ended with."""
    found: list[tuple[Path, ...]] = []
    dialog.chosen.connect(found.append)
    return found


def test_only_packages_are_listed(dialog: PackagesDialog) -> None:
    assert [dialog.files.item(at).text() for at in range(dialog.files.count())] == [
        "a.forloeb",
        "b.forloeb",
        "c.FORLOEB",
    ]


def test_one_is_taken(dialog: PackagesDialog, chosen: list[tuple[Path, ...]], tmp_path: Path) -> None:
    dialog.files.setCurrentRow(1)
    dialog.act.click()
    assert chosen == [(tmp_path / "b.forloeb",)]


def test_several_are_taken(dialog: PackagesDialog, chosen: list[tuple[Path, ...]], tmp_path: Path) -> None:
    dialog.files.selectAll()
    assert dialog.name.placeholderText() == "3 packages are chosen"
    dialog.act.click()
    assert [path.name for path in chosen[0]] == ["a.forloeb", "b.forloeb", "c.FORLOEB"]


def test_the_whole_folder_is_taken(dialog: PackagesDialog, chosen: list[tuple[Path, ...]], tmp_path: Path) -> None:
    assert dialog.every.text() == "Take in all here (3)"
    dialog.every.click()
    assert chosen == [(tmp_path,)]


def test_an_empty_folder_says_what_packages_are_called(dialog: PackagesDialog, tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    dialog.show_folder(tmp_path / "tom")
    assert "Their names end in .forloeb." in words_in_sight(dialog)


def test_a_name_that_is_not_there_is_told(dialog: PackagesDialog, chosen: list[tuple[Path, ...]]) -> None:
    dialog.name.setText("væk")
    dialog.act.click()
    assert not chosen
    assert "There is no file of that name here." in words_in_sight(dialog)
