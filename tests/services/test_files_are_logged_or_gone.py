"""No file that anyone can read stays behind without its line in the usage log."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from exit_desktop.errors import DiskFull, FolderNotWritable
from exit_desktop.services import logged_files
from exit_desktop.services.desk import Desk
from exit_desktop.services.dumps import dump_vault
from exit_desktop.services.service_files import save_services
from exit_desktop.services.usage_log import LogFilter, save_log
from exit_desktop.system.language import Texts

SAVERS: dict[str, Callable[[Desk, Path], object]] = {
    "dump": dump_vault,
    "log": lambda desk, path: save_log(desk, path, LogFilter(), Texts("en")),
    "services": lambda desk, path: save_services(desk, path, Texts("en")),
}


@pytest.mark.parametrize("saver", SAVERS)
def test_where_the_log_has_no_room_there_is_no_file(
    saver: str, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise DiskFull

    monkeypatch.setattr(logged_files, "append_use", full)
    with pytest.raises(DiskFull):
        SAVERS[saver](desk, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("saver", SAVERS)
def test_where_the_file_has_no_room_the_log_says_nothing(saver: str, desk: Desk, tmp_path: Path) -> None:
    def lines() -> int:
        with desk.vault.reading() as connection:
            return int(connection.execute("SELECT count(*) FROM usage_log").fetchone()[0])

    before = lines()
    (tmp_path / "out").mkdir()
    with pytest.raises(FolderNotWritable):
        SAVERS[saver](desk, tmp_path / "out")
    assert lines() == before


class Refused:
    """A transaction that finds no room when it is to end."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        raise DiskFull


@pytest.fixture
def nothing_is_committed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logged_files, "append_use", lambda *_: None)
    monkeypatch.setattr(desk.vault, "writing", Refused)


@pytest.mark.usefixtures("nothing_is_committed")
def test_what_cannot_be_committed_takes_its_file_back(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(DiskFull):
        dump_vault(desk, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("nothing_is_committed")
def test_one_that_took_the_place_of_an_older_one_stays(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"older")
    with pytest.raises(DiskFull):
        dump_vault(desk, tmp_path / "out")
    assert (tmp_path / "out").read_bytes().startswith(b'{"body"')
