"""What the suite found once, each as a test of its own: the short run does not come by at every call."""

import errno
import hashlib
import os
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from exit_desktop import errors
from exit_desktop.services import courses, drafts, vaults
from exit_desktop.services.courses import delete_citizen_course, list_courses, register_citizen
from exit_desktop.services.vaults import Founding, NewVault
from exit_desktop.system import safe_write
from exit_desktop.vault import keyfile, rekeying
from exit_desktop.vault.migrations import migrate
from faults.ground import Ground, desk_at, open_ground
from support.vault_making import NOW, PASSPHRASE, WORKER


def no_room(*_: Any, **__: Any) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def disk_full(*_: Any, **__: Any) -> None:
    raise errors.DiskFull


def make(folder: Path) -> NewVault:
    return vaults.create_vault(folder, PASSPHRASE, WORKER, Founding(NOW, practice=True))


@pytest.mark.parametrize("step", ["save_worker", "Vault"])
def test_a_vault_that_could_not_be_finished_is_not_in_the_way(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, pytest.raises(errors.DiskFull):
        patch.setattr(vaults, step, disk_full)
        make(tmp_path / "v")
    made = make(tmp_path / "v")
    assert made.vault.notices == []
    made.vault.close()


def test_a_folder_that_finds_no_room_is_told_as_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vaults, "make_private_folder", no_room)
    with pytest.raises(errors.DiskFull):
        make(tmp_path / "v")


def test_without_a_folder_for_counters_the_vault_opens(
    practice: NewVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    practice.vault.close()
    monkeypatch.setattr(vaults, "make_private_folder", no_room)
    opened = vaults.unlock_vault(practice.vault.folder, PASSPHRASE, tmp_path / "counters")
    assert opened.is_open
    opened.close()


def test_new_keys_hold_though_the_journal_could_not_be_dropped(
    practice: NewVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(rekeying, "sync_folder", no_room)
        vaults.renew_keys(practice.vault, PASSPHRASE)
    assert vaults.read_worker(practice.vault) == WORKER
    practice.vault.close()
    vaults.unlock_vault(practice.vault.folder, PASSPHRASE).close()


def test_a_sibling_that_cannot_be_removed_does_not_hide_what_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", no_room)
    monkeypatch.setattr(Path, "unlink", no_room)
    with pytest.raises(errors.DiskFull):
        safe_write.write_file(tmp_path / "a", b"new")


def test_a_citizen_whose_drafts_could_not_be_erased_is_there_to_try_again(
    practice: NewVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_at(practice.vault)
    course = register_citizen(desk, "Mågen")
    drafts.keep_draft(practice.vault, f"note/{course.id}", "half", NOW)
    with monkeypatch.context() as patch, pytest.raises(errors.DiskFull):
        patch.setattr(courses, "drop_drafts_of", disk_full)
        delete_citizen_course(desk, course)
    assert len(list_courses(desk)) == 1
    delete_citizen_course(desk, course)
    assert (list_courses(desk), drafts.list_drafts(practice.vault)) == ([], [])


@pytest.mark.parametrize(("fault", "told"), [(errno.ENOSPC, errors.DiskFull), (errno.EACCES, errors.FolderNotWritable)])
def test_a_log_that_cannot_be_made_is_told_by_its_cause(
    practice: NewVault, monkeypatch: pytest.MonkeyPatch, fault: int, told: type[Exception]
) -> None:
    def refused(*_: object) -> int:
        raise OSError(fault, os.strerror(fault))

    practice.vault.close()
    (practice.vault.folder / "vault.db-wal").mkdir()  # the engine cannot open it, and does not say why
    monkeypatch.setattr(os, "open", refused)
    with pytest.raises(told):
        rekeying.opens(practice.vault.folder / "vault.db", bytearray(b"k" * 32))


def test_a_key_file_that_is_no_text_is_damaged_though_its_digest_fits() -> None:
    body = b'{"form\xe6t": 1}\n'
    with pytest.raises(errors.KeyFileDamaged):
        keyfile.decode(body + hashlib.sha256(body).hexdigest().encode() + b"\n")


def test_a_long_log_left_by_a_crash_is_not_taken_for_a_passphrase(ground: Ground, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ground.folder, tmp_path / "v"))
    desk = open_ground(folder)
    with desk.vault.writing() as connection:
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("UPDATE worker SET contact_line = :text", {"text": "x" * (60 << 20)})
    crashed = Path(shutil.copytree(folder, tmp_path / "crashed"))
    desk.vault.close()
    assert (crashed / "vault.db-wal").stat().st_size > 60 << 20
    open_ground(crashed).vault.close()


class EndedByTheEngine:
    """A connection whose engine ends the transaction by itself at a statement, as on a disk that answers no more."""

    def __init__(self, at: str) -> None:
        self._real = sqlite3.connect(":memory:", isolation_level=None)
        self._at = at

    @property
    def in_transaction(self) -> bool:
        return self._real.in_transaction

    def execute(self, statement: str) -> sqlite3.Cursor:
        if statement.startswith(self._at):
            self._real.execute("ROLLBACK")
            raise sqlite3.OperationalError("disk I/O error")
        return self._real.execute(statement)


def test_tables_that_the_engine_gave_up_by_itself_are_told_as_what_it_was() -> None:
    gone: Any = EndedByTheEngine("CREATE INDEX bin_by_date")
    with pytest.raises(sqlite3.OperationalError, match="disk I/O error"):
        migrate(gone)
