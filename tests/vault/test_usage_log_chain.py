"""The usage log: its chain shows what was changed in it."""

import pytest

from exit_desktop.services.vaults import Finding, NewVault, Vault, check_vault, read_log, renew_keys
from exit_desktop.vault.usage_log import ChainReport, Use, append, verify_chain
from support.vault_making import PASSPHRASE


def write_lines(vault: Vault, count: int = 4) -> None:
    with vault.writing() as connection:
        for number in range(count):
            append(connection, Use(f"2026-11-23T11:00:0{number}+00:00", "K7", "opened", "course", b"c" * 16))


def chain(vault: Vault) -> ChainReport:
    with vault.reading() as connection:
        return verify_chain(connection)


def test_lines_read_back_newest_first(vault: Vault) -> None:
    write_lines(vault)
    assert [one.at[17:19] for one in read_log(vault)] == ["03", "02", "01", "00"]
    assert chain(vault) == ChainReport(4, None)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE usage_log SET who = 'X1' WHERE id = 2",
        "UPDATE usage_log SET course_uid = NULL WHERE id = 2",
        "UPDATE usage_log SET mac = zeroblob(32) WHERE id = 2",
    ],
)
def test_a_changed_line_shows(vault: Vault, change: str) -> None:
    write_lines(vault)
    with vault.writing() as connection:
        connection.execute(change)
    assert chain(vault).first_broken == 2


def test_a_missing_line_shows_in_the_health_check(vault: Vault) -> None:
    write_lines(vault)
    with vault.writing() as connection:
        connection.execute("DELETE FROM usage_log WHERE id = 2")
    assert check_vault(vault).findings == (Finding.LOG_CHAIN,)


def test_new_keys_anchor_the_chain_again_and_say_that_it_held(practice: NewVault) -> None:
    write_lines(practice.vault)
    renew_keys(practice.vault, PASSPHRASE)
    assert chain(practice.vault) == ChainReport(5, None)
    assert (read_log(practice.vault)[0].act, read_log(practice.vault)[0].kind) == ("keys_renewed", "whole")


def test_new_keys_do_not_hide_that_the_chain_was_broken(practice: NewVault) -> None:
    write_lines(practice.vault)
    with practice.vault.writing() as connection:
        connection.execute("DELETE FROM usage_log WHERE id = 2")
    renew_keys(practice.vault, PASSPHRASE)
    assert read_log(practice.vault)[0].kind == "broken"
