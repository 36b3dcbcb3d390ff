"""A window that asks for files, and a home folder of its own."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialogs belong to."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The worker's home folder, with a folder, a card and a note in it."""
    made = tmp_path / "home"
    (made / "Papirer").mkdir(parents=True)
    (made / "kort.txt").write_text("card")
    (made / "Note.odt").write_text("note")
    (made / ".hidden.txt").write_text("hidden")
    monkeypatch.setattr(Path, "home", lambda: made)
    return made
