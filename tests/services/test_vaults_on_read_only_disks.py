"""A vault on a disk that cannot be written opens for reading, changes nothing, and refuses a change in one sentence."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from exit_desktop import errors
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services import drafts, places, vaults
from exit_desktop.services.courses import list_courses, load_course, open_course, register_citizen
from exit_desktop.services.desk import Act, Desk, log_use
from exit_desktop.services.settings import take_sheet_question
from exit_desktop.system.clock import Clock
from exit_desktop.system.resources import resource_folder
from exit_desktop.vault import health, migrations
from support.vault_making import NOW, PASSPHRASE, WORKER


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice vault with one citizen and a draft, closed."""
    folder = tmp_path_factory.mktemp("stick") / "v"
    vault = vaults.create_vault(folder, PASSPHRASE, WORKER, vaults.Founding(NOW, practice=True)).vault
    desk = Desk(vault, Clock(NOW.date()), "K7", Catalogue(resource_folder("instruments")))
    register_citizen(desk, "Rav", "da")
    drafts.keep_draft(vault, "there", "half", NOW)
    vault.close()
    return folder


@pytest.fixture
def folder(stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it on a disk that is said not to be written."""
    monkeypatch.setattr(vaults, "medium_is_read_only", lambda _folder: True)
    return Path(shutil.copytree(stick, tmp_path / "v"))


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    vault = vaults.unlock_vault(folder, PASSPHRASE, folder.parent / "counters")
    yield Desk(vault, Clock(NOW.date()), "K7", Catalogue(resource_folder("instruments")))
    vault.close()


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file of a folder with the time it was written."""
    return {one.name: (one.read_bytes(), one.stat().st_mtime_ns) for one in folder.iterdir()}


def test_all_can_be_read_and_nothing_is_touched(folder: Path) -> None:
    before = state(folder)
    vault = vaults.unlock_vault(folder, PASSPHRASE, folder.parent / "counters")
    desk = Desk(vault, Clock(NOW.date()), "K7", Catalogue(resource_folder("instruments")))
    row = list_courses(desk)[0]
    assert vault.read_only and open_course(desk, row.course_id).citizen.alias == "Rav"
    assert [draft.body for draft in drafts.list_drafts(vault)] == ["half"]
    assert health.examine(vault).ok
    vault.checkpoint()
    vault.close()
    assert state(folder) == before


def test_nothing_is_asked_whose_answer_could_not_be_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vaults.Vault, "practice", False)
    assert not take_sheet_question(desk) and places.place_question(desk) == () and not places.is_from_elsewhere(desk)


def test_every_change_is_refused_in_one_sentence(desk: Desk) -> None:
    course = load_course(desk, list_courses(desk)[0].course_id)
    changes = (
        lambda: register_citizen(desk, "Ny", "da"),
        lambda: log_use(desk, Act.PRINTED, "plan", course.id),
        lambda: drafts.keep_draft(desk.vault, "there", "more", NOW),
        lambda: drafts.drop_draft(desk.vault, "there"),
        lambda: vaults.change_passphrase(desk.vault, PASSPHRASE, "another one"),
        lambda: vaults.renew_keys(desk.vault, PASSPHRASE),
        lambda: vaults.save_worker(desk.vault, WORKER),
    )
    refused = 0
    for change in changes:
        with pytest.raises(errors.OnlyForReading):
            change()
        refused += 1
    assert refused == len(changes)


def test_what_was_not_finished_is_told(folder: Path) -> None:
    (folder / "vault.db-wal").write_bytes(b"something")
    with pytest.raises(errors.UnfinishedOnReadOnly):
        vaults.unlock_vault(folder, PASSPHRASE)


def test_a_restore_that_was_cut_off_is_told(folder: Path) -> None:
    (folder / "restore-20261123T120000Z").mkdir()
    with pytest.raises(errors.UnfinishedOnReadOnly):
        vaults.unlock_vault(folder, PASSPHRASE)


def test_a_change_of_keys_that_was_cut_off_is_told(folder: Path) -> None:
    (folder / "vault.keys.next").write_bytes(b"something")
    with pytest.raises(errors.UnfinishedOnReadOnly):
        vaults.unlock_vault(folder, PASSPHRASE)


def test_an_older_vault_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "SCHEMA_VERSION", migrations.SCHEMA_VERSION + 1)
    with pytest.raises(errors.OlderOnReadOnly):
        vaults.unlock_vault(folder, PASSPHRASE)


def test_wrong_words_are_still_wrong_words(folder: Path) -> None:
    with pytest.raises(errors.WrongPassphrase):
        vaults.unlock_vault(folder, "not these words")
