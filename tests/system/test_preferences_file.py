"""Settings come back as they were, and a broken file never stops the program."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exit_desktop.system.language import Language
from exit_desktop.system.preferences import Preferences, Theme, WindowPlace, read_preferences, write_preferences

FULL = Preferences(Language.ENGLISH, Theme.DARK, 150, WindowPlace(-5, 10, 1280, 800, True), Path('/å "b"\\c'))


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    write_preferences(tmp_path / "p.toml", FULL)
    assert read_preferences(tmp_path / "p.toml") == FULL


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert read_preferences(tmp_path / "p.toml") == Preferences()


@pytest.mark.parametrize(
    "text", ["language = ", "\x00", "scale = 5000", 'theme = "pink"', 'window = "wide"', "[last_vault]"]
)
def test_a_broken_line_falls_back_to_its_default(tmp_path: Path, text: str) -> None:
    (tmp_path / "p.toml").write_text(text, encoding="utf-8")
    assert read_preferences(tmp_path / "p.toml") == Preferences()


def test_one_broken_line_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text('theme = "pink"\nscale = 125\n', encoding="utf-8")
    assert read_preferences(tmp_path / "p.toml") == Preferences(scale=125)


@given(st.binary(max_size=80))
def test_any_bytes_can_be_read(tmp_path_factory: pytest.TempPathFactory, found: bytes) -> None:
    path = tmp_path_factory.mktemp("p") / "p.toml"
    path.write_bytes(found)
    assert isinstance(read_preferences(path), Preferences)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=20))
def test_any_folder_name_comes_back(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    path = tmp_path_factory.mktemp("p") / "p.toml"
    write_preferences(path, Preferences(last_vault=Path(name)))
    assert read_preferences(path).last_vault == Path(name)
