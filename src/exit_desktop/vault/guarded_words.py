"""Rows of the name guard: a MAC per guarded word, and no word."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


def read_guarded(connection: "Connection") -> frozenset[bytes]:
    """Return the MAC of every guarded word."""
    return frozenset(row[0] for row in connection.execute("SELECT mac FROM guarded_word"))


def keep_guarded(connection: "Connection", mac: bytes) -> None:
    """Guard a word."""
    connection.execute("INSERT INTO guarded_word (mac) VALUES (:mac) ON CONFLICT (mac) DO NOTHING", {"mac": mac})


def clear_guarded(connection: "Connection") -> None:
    """Guard no word any more."""
    connection.execute("DELETE FROM guarded_word")
