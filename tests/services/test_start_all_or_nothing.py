"""What a file brings in comes in whole or not at all, stands in the usage log, and goes as any other course goes."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from exit_desktop.errors import DiskFull, StartChangedMeanwhile, TooLittleRoom
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services import csv_start
from exit_desktop.services.courses import delete_citizen_course, find_citizen, list_courses, register_citizen
from exit_desktop.services.csv_start import FileKind, bring_in, known_columns, save_empty_file
from exit_desktop.services.desk import Desk
from exit_desktop.services.vaults import NewVault, read_log, unlock_vault
from exit_desktop.system.clock import Clock
from exit_desktop.system.resources import resource_folder
from support.full_disk import really_full, small_disk
from support.start_files import COURSE_HEAD, go_on, look, take, told, write
from support.vault_making import PASSPHRASE, Template

MANY = tuple(f"Fugl {number};;1.6.2026;2.7.2026;" for number in range(300))


class Enough(Exception):
    """Somebody wants the work to stop."""


def stop_at(count: int) -> csv_start.Checkpoint:
    """Return a checkpoint that stops the work at its `count`-th call."""
    left = [count]

    def check() -> None:
        left[0] -= 1
        if not left[0]:
            raise Enough

    return check


@pytest.mark.parametrize("at", [1, 2, 150, 301])
def test_stopped_anywhere_nothing_has_come_in(desk: Desk, tmp_path: Path, at: int) -> None:
    preview = look(desk, write(tmp_path / "a.csv", COURSE_HEAD, *MANY))
    lines = len(read_log(desk.vault))
    with pytest.raises(Enough):
        bring_in(desk, preview, stop_at(at))
    assert list_courses(desk) == []
    assert len(read_log(desk.vault)) == lines


def test_killed_half_way_nothing_has_come_in(practice: NewVault, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", COURSE_HEAD, *MANY)
    practice.vault.close()
    worker = Path(__file__).parents[1] / "faults" / "start_worker.py"
    ended = subprocess.run([sys.executable, worker, practice.vault.folder, PASSPHRASE, path, "200"], check=False)
    assert ended.returncode == -signal.SIGKILL
    vault = unlock_vault(practice.vault.folder, PASSPHRASE)
    desk = Desk(vault, Clock(), "K7", Catalogue(resource_folder("instruments")))
    assert list_courses(desk) == []
    take(desk, path)
    assert len(list_courses(desk)) == len(MANY)
    vault.close()


def test_on_a_full_disk_nothing_has_come_in(
    real_template: Template, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.csv", COURSE_HEAD, *MANY)
    try:
        with small_disk(tmp_path / "disk") as disk:
            vault = real_template.open_raw(real_template.copy_to(disk / "vault"))
            desk = Desk(vault, clock, "K7", Catalogue(resource_folder("instruments")))
            preview = look(desk, path)
            with really_full(disk), pytest.raises(TooLittleRoom):
                bring_in(desk, preview, go_on)
            # Full only after it was looked at.
            monkeypatch.setattr(csv_start, "require_room", lambda _folder: None)
            with really_full(disk), pytest.raises(DiskFull):
                bring_in(desk, preview, go_on)
            assert list_courses(desk) == []
            assert bring_in(desk, preview, go_on).courses == len(MANY)
            vault.close()
    except PermissionError:
        pytest.skip("a small disk needs the right to mount one")


def test_somebody_registered_meanwhile_stops_it_whole(desk: Desk, tmp_path: Path) -> None:
    preview = look(desk, write(tmp_path / "a.csv", COURSE_HEAD, *MANY))
    register_citizen(desk, "fugl 299")
    with pytest.raises(StartChangedMeanwhile):
        bring_in(desk, preview, go_on)
    assert len(list_courses(desk)) == 1


def test_the_usage_log_tells_how_many_and_which(desk: Desk, tmp_path: Path) -> None:
    take(desk, write(tmp_path / "a.csv", COURSE_HEAD, *MANY[:2]))
    lines = read_log(desk.vault)[:3]
    assert [(one.act, one.kind) for one in lines] == [
        ("loaded", "from_file courses=2 readings=0"),
        ("loaded", "from_file"),
        ("loaded", "from_file"),
    ]


def test_what_came_in_is_deleted_like_any_course(desk: Desk, tmp_path: Path) -> None:
    take(desk, write(tmp_path / "a.csv", COURSE_HEAD, MANY[0]))
    delete_citizen_course(desk, find_citizen(desk, "fugl 0"))
    assert list_courses(desk) == []


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("kind", FileKind)
def test_the_empty_file_is_understood_and_brings_nothing_in(
    desk: Desk, tmp_path: Path, kind: FileKind, language: str
) -> None:
    save_empty_file(desk, tmp_path / "a.csv", kind, language)
    preview = look(desk, tmp_path / "a.csv")
    assert (preview.unknown, told(preview)) == ((), ["2: Stays out: it is the example of the empty file."])


def test_the_example_row_would_come_in_under_another_name(desk: Desk, tmp_path: Path) -> None:
    paths = [tmp_path / f"{kind}.csv" for kind in FileKind]
    for kind, path in zip(FileKind, paths, strict=True):
        save_empty_file(desk, path, kind, "da")
        path.write_bytes(path.read_bytes().replace(b"Eksempel", b"Terne"))
    # The next meeting of the example has passed by now.
    assert [sentence.partition(",")[0] for sentence in told(look(desk, *paths))] == ["2: Comes in", "2: Comes in."]


def test_the_file_itself_stays_as_it_was(desk: Desk, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", COURSE_HEAD, MANY[0])
    before = (path.read_bytes(), list(tmp_path.iterdir()))
    take(desk, path)
    assert (path.read_bytes(), list(tmp_path.iterdir())) == before


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_column_stands_in_the_document(desk: Desk, language: str) -> None:
    document = (resource_folder("docs") / "csv-start.md").read_text(encoding="utf-8")
    headings = [column.heading(language) for known in known_columns(desk).values() for column in known]
    assert [heading for heading in headings if f"`{heading.lower()}`" not in document] == []
