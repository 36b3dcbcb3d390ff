"""One writer, one reader: what is committed, what is not, and what is left after closing."""

import threading
from pathlib import Path

import pytest

from exit_desktop import errors
from exit_desktop.services.vaults import NewVault, Vault, read_worker, renew_keys
from exit_desktop.vault.commit_counter import COUNTER_NAME
from support.vault_making import PASSPHRASE, WORKER, Template


def write_code(vault: Vault, code: str) -> None:
    with vault.writing() as connection:
        connection.execute("UPDATE worker SET code = :code", {"code": code})


def code(vault: Vault) -> str:
    worker = read_worker(vault)
    assert worker is not None
    return worker.code


def commits(vault: Vault) -> int:
    with vault.reading() as connection:
        return int(connection.execute("SELECT commit_number FROM vault").fetchone()[0])


def test_a_block_that_ends_is_kept_and_counted(vault: Vault) -> None:
    before = commits(vault)
    write_code(vault, "B2")
    assert (code(vault), commits(vault)) == ("B2", before + 1)
    assert int((vault.folder / COUNTER_NAME).read_text()) == before + 1


def test_a_block_that_fails_leaves_nothing(vault: Vault) -> None:
    with pytest.raises(KeyError), vault.writing() as connection:
        connection.execute("UPDATE worker SET code = 'B2'")
        raise KeyError
    assert code(vault) == WORKER.code


def test_an_inner_block_that_fails_undoes_the_outer_one(vault: Vault) -> None:
    with pytest.raises(RuntimeError), vault.writing() as connection:
        connection.execute("UPDATE worker SET code = 'B2'")
        with pytest.raises(KeyError), vault.writing():
            raise KeyError
    assert code(vault) == WORKER.code


def test_a_reader_sees_one_state_while_others_write(vault: Vault) -> None:
    with vault.reading() as connection:
        connection.execute("SELECT code FROM worker").fetchone()
        job = threading.Thread(target=write_code, args=(vault, "B2"))
        job.start()
        job.join(5)
        assert connection.execute("SELECT code FROM worker").fetchone()[0] == WORKER.code
    assert code(vault) == "B2"


def test_the_reader_cannot_write(vault: Vault) -> None:
    with pytest.raises(errors.FolderNotWritable), vault.reading() as connection:
        connection.execute("UPDATE worker SET code = 'B2'")


def test_a_job_keeps_other_writers_waiting_and_readers_not(vault: Vault) -> None:
    done = threading.Event()

    def write() -> None:
        write_code(vault, "B2")
        done.set()

    other = threading.Thread(target=write)
    with vault.job():
        other.start()
        assert not done.wait(0.1)
        reader = threading.Thread(target=code, args=(vault,))
        reader.start()
        reader.join(5)
        assert not reader.is_alive()
    other.join(5)
    assert done.is_set()


def test_no_other_file_can_be_attached(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(Exception, match="not authorized"), vault.writing() as connection:
        connection.execute("ATTACH ? AS other KEY ''", (str(tmp_path / "clear.db"),))


def test_a_closed_vault_has_no_log_no_connection_and_no_key(vault: Vault) -> None:
    key = vault.derived_key("name_guard")
    assert any(key)
    vault.close()
    assert not any(key)
    assert not (vault.folder / "vault.db-wal").exists()
    with pytest.raises(RuntimeError):
        code(vault)


def test_what_is_known_to_be_written_and_is_missing_is_told(real_template: Template, tmp_path: Path) -> None:
    folder = real_template.copy_to(tmp_path / "v")
    (folder / COUNTER_NAME).write_text(f"{7:020d}\n")
    opened = real_template.open_raw(folder)
    assert [type(one) for one in opened.notices] == [errors.VaultLostRows]
    opened.close()


def test_the_same_words_are_known_again_after_new_keys(practice: NewVault) -> None:
    before = bytes(practice.vault.derived_key("name_guard"))
    renew_keys(practice.vault, PASSPHRASE)
    assert practice.vault.derived_key("name_guard") == before
