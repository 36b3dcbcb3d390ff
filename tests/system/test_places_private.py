"""The folders are found, private, and all under one where the user says so."""

import stat
import sys
from pathlib import Path

import pytest

from exit_desktop.system.paths import find_places

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_data_folder_keeps_everything_of_the_run(tmp_path: Path) -> None:
    places = find_places(tmp_path / "here")
    assert {places.data_dir, places.settings_dir.parent, places.runtime_dir.parent} == {tmp_path / "here"}


@posix_only
def test_new_folders_are_the_users_alone(tmp_path: Path) -> None:
    places = find_places(tmp_path / "here")
    assert {_mode(one) for one in (places.data_dir, places.settings_dir, places.runtime_dir)} == {0o700}


@posix_only
def test_a_folder_that_stood_before_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    find_places(tmp_path)
    assert _mode(tmp_path) == 0o755


@pytest.mark.skipif(sys.platform != "linux", reason="XDG folders")
def test_without_one_the_systems_own_folders_carry_the_neutral_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name))
        (tmp_path / name).mkdir(mode=0o700)
    places = find_places()
    assert {places.data_dir.name, places.settings_dir.name, places.runtime_dir.name} == {"forloeb"}
    assert _mode(places.settings_dir) == 0o700
