"""Large work is not begun without room for it, and the sentence says how much is missing."""

from pathlib import Path

import pytest

from exit_desktop.errors import TooLittleRoom
from exit_desktop.services.telling import sentence_of
from exit_desktop.system import free_space
from exit_desktop.system.language import Texts

MB = 1 << 20


def ask(free: int | None, size: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask for room on a disk with so many megabytes free, for a file of that many."""
    monkeypatch.setattr(free_space, "free_bytes", lambda _folder: None if free is None else free * MB)
    file = folder / "f"
    with file.open("wb") as stream:
        stream.truncate(size * MB)
    free_space.require_room(folder, [file, folder / "missing"])


@pytest.mark.parametrize(("free", "size"), [(2, 0), (302, 100), (None, 5000)])
def test_enough_is_enough(free: int | None, size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(free, size, tmp_path, monkeypatch)


@pytest.mark.parametrize(("free", "size", "missing"), [(1, 0, 1), (0, 100, 302), (301, 100, 1)])
def test_what_is_missing_is_said(
    free: int, size: int, missing: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(TooLittleRoom) as told:
        ask(free, size, tmp_path, monkeypatch)
    assert f"another {missing} MB" in sentence_of(told.value, Texts("en"))


def test_a_folder_that_is_not_there_yet_is_looked_for_above(tmp_path: Path) -> None:
    free_space.require_room(tmp_path / "not" / "yet")
