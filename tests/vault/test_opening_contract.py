"""The one place that opens a file, and what it promises."""

import ast
from pathlib import Path

import pytest

import exit_desktop
from exit_desktop import errors
from exit_desktop.services.vaults import Vault
from exit_desktop.vault.keys import new_key
from exit_desktop.vault.opening import UnsafeOpening, check_engine, open_database, raw_key


def test_the_settings_of_an_open_vault(vault: Vault) -> None:
    with vault.writing() as connection:
        read = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "journal_mode",
                "synchronous",
                "temp_store",
                "secure_delete",
                "foreign_keys",
                "trusted_schema",
                "page_size",
            )
        }
    assert read == {
        "journal_mode": "wal",
        "synchronous": 2,
        "temp_store": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "page_size": "4096",
    }


def test_the_file_is_not_in_clear(vault: Vault) -> None:
    vault.checkpoint()
    data = (vault.folder / "vault.db").read_bytes()
    assert not data.startswith(b"SQLite")
    assert b"Odense" not in data


def test_the_key_is_wiped_and_has_the_one_form_that_is_raw() -> None:
    key = new_key()
    raw = raw_key(key)
    assert len(raw) == 67
    assert not any(key)


@pytest.mark.parametrize("key", [bytearray(), bytearray(b"k" * 31), bytearray(b"k" * 33), bytearray(32)])
def test_anything_but_32_bytes_of_key_is_refused(key: bytearray, tmp_path: Path) -> None:
    with pytest.raises(UnsafeOpening):
        open_database(tmp_path / "x.db", key, create=True)


def test_another_key_is_told_as_damage_never_as_a_passphrase(vault: Vault) -> None:
    with pytest.raises(errors.VaultDamaged):
        open_database(vault.folder / "vault.db", new_key())


def test_an_engine_with_the_wal_fault_is_refused() -> None:
    with pytest.raises(errors.EngineTooOld):
        check_engine((3, 51, 2))


def test_only_one_line_of_the_program_connects() -> None:
    calls = []
    for path in Path(exit_desktop.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and "dbapi2" in ast.unparse(node.func)
            ):
                calls += [path.name] * (node.func.attr == "connect")
            if isinstance(node, ast.Attribute) and node.attr in {"set_key", "reset_key"}:
                assert path.name == "opening.py"
    assert calls == ["opening.py"]
