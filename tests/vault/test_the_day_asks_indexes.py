"""What the page of the day asks of the largest table is answered by indexes alone: the table is not decrypted."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from sqlcipher3.dbapi2 import Connection, Cursor, connect

from exit_desktop.vault.migrations import migrate
from exit_desktop.vault.today_rows import read_attempts, read_rows

TODAY = date(2026, 11, 23)


class Asked:
    """Hands statements on and keeps what the database says of how it will answer those about contacts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.ways: list[str] = []

    def execute(self, sql: str, values: Any = ()) -> Cursor:
        """Ask how, then ask."""
        told = self._connection.execute("EXPLAIN QUERY PLAN " + sql, values)
        self.ways += [way for *_, way in told if " contact " in f"{way} "]
        return self._connection.execute(sql, values)


@pytest.fixture
def empty() -> Iterator[Connection]:
    """The tables as they are now; in clear text, for their words are none."""
    connection = connect(":memory:", isolation_level=None)
    migrate(connection)
    yield connection
    connection.close()


def test_no_contact_is_looked_up_in_its_table(empty: Connection) -> None:
    asked: Any = Asked(empty)
    read_rows(asked, TODAY, 12)
    read_attempts(asked, {1: TODAY})
    assert len(asked.ways) == 3
    assert [way for way in asked.ways if "COVERING INDEX" not in way] == []


def test_the_appointments_are_found_by_their_day(empty: Connection) -> None:
    asked: Any = Asked(empty)
    read_rows(asked, TODAY, 12)
    assert all(way.startswith("SEARCH contact USING COVERING INDEX contact_planned (on_date>") for way in asked.ways)
