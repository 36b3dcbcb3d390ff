"""Half-written texts, in an encrypted file of their own, so that a running job never blocks them.

A draft belongs to a place: a name that the screen gives to one field of one record. It is at most two seconds old, and
gone when the text is saved.
"""

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exit_desktop.errors import VaultDamaged
from exit_desktop.vault.engine_failures import engine_failures
from exit_desktop.vault.opening import open_database

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

FILE_NAME = "drafts.db"
_TABLE = """CREATE TABLE IF NOT EXISTS draft (
    place TEXT PRIMARY KEY, body TEXT NOT NULL, at TEXT NOT NULL
) STRICT, WITHOUT ROWID"""


@dataclass(frozen=True, slots=True)
class Draft:
    """One unfinished text: where it was written, the text, and when (UTC, ISO 8601)."""

    place: str
    body: str
    at: str


class Drafts:
    """The open file of drafts."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self._lock = threading.Lock()
        with engine_failures():
            connection.execute(_TABLE)

    def keep(self, draft: Draft) -> None:
        """Keep the text of one place, in the place of an earlier one."""
        with self._lock, engine_failures():
            self._connection.execute(
                """INSERT INTO draft (place, body, at) VALUES (:place, :body, :at)
                   ON CONFLICT (place) DO UPDATE SET body = :body, at = :at""",
                {"place": draft.place, "body": draft.body, "at": draft.at},
            )

    def read(self, place: str) -> Draft | None:
        """Return what was left in one place."""
        with self._lock, engine_failures():
            row = self._connection.execute("SELECT place, body, at FROM draft WHERE place = ?", (place,)).fetchone()
        return Draft(*row) if row else None

    def all(self) -> list[Draft]:
        """Return every unfinished text, the newest first."""
        with self._lock, engine_failures():
            return [
                Draft(*row) for row in self._connection.execute("SELECT place, body, at FROM draft ORDER BY at DESC")
            ]

    def drop(self, place: str) -> None:
        """Forget the text of one place."""
        with self._lock, engine_failures():
            self._connection.execute("DELETE FROM draft WHERE place = ?", (place,))

    def checkpoint(self) -> None:
        """Empty the write-ahead log into the file: until then it holds what was forgotten."""
        with self._lock, engine_failures():
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Close the file, its write-ahead log emptied."""
        try:
            self.checkpoint()
        finally:
            with self._lock, engine_failures():
                self._connection.close()


def open_drafts(folder: Path, key: bytearray) -> tuple[Drafts, bool]:
    """Open or make the file of drafts; the flag says that an unreadable one was laid aside. `key` is wiped."""
    path = folder / FILE_NAME
    again = bytearray(key)
    try:
        return Drafts(open_database(path, key, create=True)), False
    except VaultDamaged:
        lay_aside(path)
        return Drafts(open_database(path, again, create=True)), True
    finally:
        again[:] = bytes(len(again))


def lay_aside(path: Path) -> None:
    """Rename a file that cannot be read, and remove what belongs to it."""
    path.replace(path.with_name(path.name + ".unreadable"))
    for tail in ("-wal", "-shm"):
        path.with_name(path.name + tail).unlink(missing_ok=True)
