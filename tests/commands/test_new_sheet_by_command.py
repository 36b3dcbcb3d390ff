"""`rekey --recovery-sheet`: whatever fails, a sheet that opens the vault stands in a file, and none is thrown away."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pypdf
import pytest

from exit_desktop import errors
from exit_desktop.commands.running import run_command
from exit_desktop.services.practice import make_practice_vault
from exit_desktop.system.safe_write import write_file
from exit_desktop.vault import access, keyfile, rekeying, worker

OLD = b"the sheet of before"


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an almost empty practice vault."""
    folder = tmp_path_factory.mktemp("made")
    now = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
    made = make_practice_vault(folder / "a", 0, 3, date(2026, 11, 23), now)
    (folder / "words.txt").write_text(made.passphrase, "utf-8")
    return folder


@pytest.fixture
def here(made_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, as the current folder."""
    folder = Path(shutil.copytree(made_once, tmp_path / "here"))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(autouse=True)
def sheets(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The recovery keys that were made."""
    made: list[str] = []
    new_sheet = access.new_sheet

    def noted(*values: object) -> access.Sheet:
        sheet = new_sheet(*values)  # type: ignore[arg-type]  # handed on as they come
        made.append(sheet.groups)
        return sheet

    monkeypatch.setattr(access, "new_sheet", noted)
    yield made


def rekey(*more: str) -> int:
    words = ["rekey", "a", "--recovery-sheet", "ark.pdf", "--data-dir", "data", "--language", "en"]
    return run_command([*words, "--passphrase-file", "words.txt", *more])


def refuse(*_: object) -> None:
    raise errors.DiskFull


def opens(recovery_key: str) -> bool:
    try:
        access.by_sheet(recovery_key)(keyfile.read(Path("a")).keyfile).wipe()
    except errors.WrongRecoveryKey:
        return False
    return True


def says(path: Path, recovery_key: str) -> bool:
    text = pypdf.PdfReader(path).pages[0].extract_text()
    return all(group in text for group in recovery_key.split("-"))


def test_a_new_sheet_stands_in_its_file_alone(here: Path, sheets: list[str]) -> None:
    (here / "ark.pdf").write_bytes(OLD)
    before = set(here.iterdir())
    assert rekey("--force") == 0
    assert opens(sheets[0]) and says(here / "ark.pdf", sheets[0])
    assert {path.name for path in set(here.iterdir()) - before} <= {"data"}


def test_a_key_file_without_room_leaves_the_old_sheet_and_keeps_the_new_file(
    here: Path, sheets: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keyfile, "write_file", _refusing_the_third(write_file))
        assert rekey() == 1
    assert not opens(sheets[0]) and says(here / "ark.pdf", sheets[0])
    said = capsys.readouterr().err
    assert "new keys" in said and "the sheet before it still holds" in said and "ark.pdf" in said


def _refusing_the_third(write: Callable[..., None]) -> Callable[..., None]:
    turns = iter([write, write])  # both copies of the renewal; then the new sheet's

    def written(path: Path, *values: object) -> None:
        # The backup that is made before has a key file of its own.
        (next(turns, refuse) if path.parent.name == "a" else write)(path, *values)

    return written


def test_a_proof_row_without_room_costs_no_sheet(
    here: Path, sheets: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "save_recovery_proved", refuse)
    rekey()
    assert (here / "ark.pdf").exists() and says(here / "ark.pdf", sheets[0])


def test_keys_that_could_not_be_renewed_leave_the_old_file_as_it_was(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "ark.pdf").write_bytes(OLD)
    before = {path.name for path in here.iterdir()}
    monkeypatch.setattr(rekeying, "begin", refuse)
    assert rekey("--force") == 1
    assert (here / "ark.pdf").read_bytes() == OLD
    assert {path.name for path in here.iterdir()} - before <= {"data"}
    assert "The disk is full" in capsys.readouterr().err


def test_a_sheet_not_in_force_never_takes_the_old_ones_place(
    here: Path, sheets: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "ark.pdf").write_bytes(OLD)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keyfile, "write_file", _refusing_the_third(write_file))
        assert rekey("--force") == 1
    assert (here / "ark.pdf").read_bytes() == OLD
    assert says(here / "ark-new.pdf", sheets[0]) and "ark-new.pdf" in capsys.readouterr().err


def test_a_sheet_in_force_that_cannot_take_its_place_is_kept_and_named(
    here: Path, sheets: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "ark.pdf").write_bytes(OLD)

    rename = Path.replace

    def held(path: Path, to: Path) -> Path:
        if to.name == "ark.pdf":
            raise PermissionError(13, "in use")
        return rename(path, to)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        assert rekey("--force") == 1
    assert opens(sheets[0]) and says(here / "ark-new.pdf", sheets[0])
    assert "ark-new.pdf" in capsys.readouterr().err
