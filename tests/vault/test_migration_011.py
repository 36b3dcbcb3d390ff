"""The eleventh migration: what others send has its tables; cards, what was sent and what was called back stay."""

import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest

from exit_desktop.vault.answered_rows import read_sent
from exit_desktop.vault.cards import last_sent, read_cards, read_revoked, read_tombstones
from exit_desktop.vault.held_rows import count_held
from exit_desktop.vault.migrations import migrate


@pytest.fixture
def tenth() -> Iterator[Any]:
    """The tables of schema 10 with a card, a package that was sent and a tombstone; in clear text, without a word."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection, 10)
    connection.execute("INSERT INTO vault VALUES (1, zeroblob(16), 0, '', 1, 1, 1, '', '')")
    connection.execute("INSERT INTO card VALUES (1, 'aa', x'00', 'worker', 'K1', 0, '', '2026-11-01', NULL)")
    connection.execute("INSERT INTO sent_bundle VALUES (1, randomblob(16), 7, x'00', '2026-11-02', 'aa', 3, NULL, '')")
    connection.execute("INSERT INTO tombstone VALUES (1, zeroblob(16), '2026-11-03', 'erased', 1, 2, NULL, NULL)")
    migrate(connection, 11)
    yield connection
    connection.close()


def test_cards_go_on_as_they_were(tenth: Any) -> None:
    (card,) = read_cards(tenth)
    assert (card.sender, card.line, card.confirmed_at, read_revoked(tenth)) == ("aa", "aa", "2026-11-01", ())


def test_what_was_sent_is_numbered_on_and_waits_for_a_receipt(tenth: Any) -> None:
    last = last_sent(tenth, "aa")
    assert last is not None and last.number == 7
    assert [one.number for one in read_sent(tenth)] == [7]


def test_what_was_called_back_goes_on_travelling(tenth: Any) -> None:
    assert [one.revision for one in read_tombstones(tenth, "aa")] == [2]


def test_nothing_is_held_yet(tenth: Any) -> None:
    assert count_held(tenth) == 0
