"""The start of the program, step by step, without a window."""

from pathlib import Path

import pytest

from exit_desktop import app
from exit_desktop.services.vaults import NewVault
from exit_desktop.system.language import Language
from exit_desktop.system.launch import WindowOptions
from exit_desktop.system.preferences import Preferences, write_preferences


@pytest.fixture
def start(tmp_path: Path) -> app.Start:
    return app.Start(WindowOptions(data_dir=tmp_path, language=Language.ENGLISH))


def test_folders_stay_under_the_data_folder(start: app.Start, tmp_path: Path) -> None:
    app.find_folders(start)
    assert start.places is not None
    assert start.places.preferences.is_relative_to(tmp_path)


def test_language_of_the_command_line_wins(start: app.Start) -> None:
    app.find_folders(start)
    app.read_settings(start)
    assert start.preferences.language is Language.ENGLISH


def test_vaults_are_found_by_their_key_file(start: app.Start, practice: NewVault) -> None:
    app.find_folders(start)
    app.look_for_vaults(start)
    assert [choice.folder for choice in start.found.choices] == [practice.vault.folder]


def test_a_last_vault_that_is_gone_is_not_offered(start: app.Start, tmp_path: Path) -> None:
    app.find_folders(start)
    assert start.places is not None
    write_preferences(start.places.preferences, Preferences(last_vault=tmp_path / "gone"))
    app.read_settings(start)
    app.look_for_vaults(start)
    assert start.found.last is None


def test_practice_is_asked_for(tmp_path: Path) -> None:
    start = app.Start(WindowOptions(data_dir=tmp_path, practice=True, citizens=3, seed=7))
    app.find_folders(start)
    app.look_for_vaults(start)
    assert start.found.practice is not None
    assert (start.found.practice.citizens, start.found.practice.seed) == (3, 7)
