"""A vault made by the first version opens in this one with everything in it, and one from the future is refused."""

import shutil
from pathlib import Path

import pytest

from exit_desktop.domain.due import due_items
from exit_desktop.errors import VaultIsNewer
from exit_desktop.services.vaults import unlock_vault
from exit_desktop.vault import migrations
from exit_desktop.vault.courses import read_courses
from exit_desktop.vault.migrations import SCHEMA_VERSION, schema_version

FIXTURE = Path(__file__).parent.parent / "fixtures" / "vaults" / "v001"
PASSPHRASE = "hest lampe skrue vandmand tagsten"


@pytest.fixture
def old_vault(tmp_path: Path) -> Path:
    """A copy of the vault that schema 1 made."""
    return Path(shutil.copytree(FIXTURE, tmp_path / "old"))


def test_a_vault_of_the_first_version_is_brought_up_to_date(old_vault: Path) -> None:
    vault = unlock_vault(old_vault, PASSPHRASE)
    with vault.reading() as connection:
        assert schema_version(connection) == SCHEMA_VERSION
        assert len([course.citizen.alias for course in read_courses(connection)]) == 3
    vault.close()


def test_what_is_due_is_told_with_the_kinds_of_today(old_vault: Path) -> None:
    vault = unlock_vault(old_vault, PASSPHRASE)
    with vault.reading() as connection:
        for course in read_courses(connection):
            stored = connection.execute(
                "SELECT d.kind, d.on_date, d.until_on, d.ref FROM due d JOIN course c ON c.id = d.course_id"
                " WHERE c.uid = :uid",
                {"uid": bytes.fromhex(course.id)},
            ).fetchall()
            wanted = [(d.kind.value, d.on.isoformat(), d.until.isoformat(), d.ref) for d in due_items(course)]
            assert sorted(stored) == sorted(wanted)
        kinds = {row[0] for row in connection.execute("SELECT kind FROM due")}
    assert "status_form" in kinds
    vault.close()


def test_opening_twice_changes_nothing_more(old_vault: Path) -> None:
    for _ in range(2):
        vault = unlock_vault(old_vault, PASSPHRASE)
        assert vault.notices == []
        vault.close()


def test_a_migration_that_fails_leaves_the_old_vault(old_vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = (migrations.MIGRATION_001, ("CREATE TABLE half (x INTEGER)", "CREATE NONSENSE"))
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "MIGRATIONS", broken)
        with pytest.raises(Exception, match="NONSENSE"):
            unlock_vault(old_vault, PASSPHRASE)
    vault = unlock_vault(old_vault, PASSPHRASE)
    with vault.reading() as connection:
        assert connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'half'").fetchone() is None
    vault.close()


def test_a_newer_vault_is_refused(old_vault: Path) -> None:
    vault = unlock_vault(old_vault, PASSPHRASE)
    with vault.writing() as connection:
        connection.execute("PRAGMA user_version = 99")
    vault.close()
    with pytest.raises(VaultIsNewer):
        unlock_vault(old_vault, PASSPHRASE)
