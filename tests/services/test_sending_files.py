"""Files that go between people are written all or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from exit_desktop.domain.courses import Sharing
from exit_desktop.errors import DiskFull, Failure
from exit_desktop.services import sending
from exit_desktop.services.desk import Desk
from exit_desktop.services.sharing import confirm_card
from exit_desktop.vault.cards import last_sent
from exit_desktop.vault.courses import write_course
from support.courses import make_course
from support.sharing_people import NOW, Person


class Halted(Failure):
    """The worker wants it to stop."""


def halt() -> None:
    """A checkpoint at which the worker has pressed stop."""
    raise Halted


def make_ready(desk: Desk, folder: Path) -> str:
    """One citizen who shares and a confirmed coordinator; return the course's id."""
    person = Person(folder, "KOORD")
    confirm_card(desk, person.file.read_bytes(), person.words)
    with desk.vault.writing() as connection:
        return write_course(connection, None, replace(make_course(), sharing=Sharing.FULL), NOW).id


def number_of_last(desk: Desk) -> int:
    """The number of the last package; 0 if none left."""
    with desk.vault.reading() as connection:
        last = last_sent(connection)
    return last.number if last else 0


def test_a_package_is_numbered_when_it_is_written(desk: Desk, tmp_path: Path) -> None:
    course = make_ready(desk, tmp_path)
    sending.seal_to_file(desk, sending.list_cards(desk)[0], [course], tmp_path / "p.forloeb", lambda: None)
    assert number_of_last(desk) == 1


def test_a_stopped_package_takes_no_number(desk: Desk, tmp_path: Path) -> None:
    course = make_ready(desk, tmp_path)
    with pytest.raises(Halted):
        sending.seal_to_file(desk, sending.list_cards(desk)[0], [course], tmp_path / "p.forloeb", halt)
    assert number_of_last(desk) == 0


def test_a_full_disk_takes_no_number(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise DiskFull

    course = make_ready(desk, tmp_path)
    monkeypatch.setattr(sending, "write_file", full)
    with pytest.raises(DiskFull):
        sending.seal_to_file(desk, sending.list_cards(desk)[0], [course], tmp_path / "p.forloeb", lambda: None)
    assert number_of_last(desk) == 0


def test_a_failed_dump_leaves_the_older_file(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_desk: Desk, _path: Path) -> int:
        raise DiskFull

    (tmp_path / "alt.jsonl").write_text("older")
    monkeypatch.setattr(sending, "dump_vault", full)
    with pytest.raises(DiskFull):
        sending.dump_to_file(desk, tmp_path / "alt.jsonl", lambda: None)
    assert (tmp_path / "alt.jsonl").read_text() == "older"
