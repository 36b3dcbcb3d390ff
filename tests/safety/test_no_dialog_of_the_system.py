"""Files are chosen in a dialog of ours: the one of Qt writes down in clear which folders and files were looked at."""

from pathlib import Path

import exit_desktop

SOURCES = Path(exit_desktop.__file__).parent


def test_no_file_dialog_that_remembers_is_used() -> None:
    users = [path.name for path in SOURCES.rglob("*.py") if "QFileDialog" in path.read_text(encoding="utf-8")]
    assert users == []


def test_no_settings_of_qt_are_used() -> None:
    users = [path.name for path in SOURCES.rglob("*.py") if "QSettings" in path.read_text(encoding="utf-8")]
    assert users == []
