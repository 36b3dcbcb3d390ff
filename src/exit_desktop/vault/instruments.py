"""Rows of instruments: the bytes of every version that an answer refers to, and the integer key of each question."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from exit_desktop.errors import InstrumentDiffers

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


def keep_instrument(connection: "Connection", name: str, version: int, sha256: bytes, definition: bytes) -> int:
    """Keep the bytes of this version and return its integer key. Raises InstrumentDiffers if it is held with others."""
    connection.execute(
        "INSERT INTO instrument (name, version, sha256, definition) VALUES (:name, :version, :sha256, :definition)"
        " ON CONFLICT (name, version) DO NOTHING",
        {"name": name, "version": version, "sha256": sha256, "definition": definition},
    )
    if held_instrument(connection, name, version) != definition:
        raise InstrumentDiffers(instrument=name, version=version)
    return instrument_key(connection, name, version)


def held_instrument(connection: "Connection", name: str, version: int) -> bytes | None:
    """Return the bytes of a version that is kept; None if it is not."""
    row = connection.execute(
        "SELECT definition FROM instrument WHERE name = :name AND version = :version",
        {"name": name, "version": version},
    ).fetchone()
    return None if row is None else row[0]


def instrument_key(connection: "Connection", name: str, version: int) -> int:
    """Return the integer key of a kept version. Raises KeyError when it was never kept."""
    row = connection.execute(
        "SELECT id FROM instrument WHERE name = :name AND version = :version", {"name": name, "version": version}
    ).fetchone()
    if row is None:
        raise KeyError((name, version))
    return int(row[0])


def read_instruments(connection: "Connection") -> tuple[tuple[str, int, bytes, bytes], ...]:
    """Return every kept version as name, version, SHA-256, bytes."""
    rows = connection.execute("SELECT name, version, sha256, definition FROM instrument ORDER BY name, version")
    return tuple((r[0], r[1], r[2], r[3]) for r in rows)


def question_keys(connection: "Connection", instrument: int, keys: Iterable[str]) -> dict[str, int]:
    """Return the integer key of each of these questions, giving it one at its first answer."""
    rows = connection.execute(
        "SELECT key, id FROM question WHERE instrument_id = :instrument", {"instrument": instrument}
    )
    found: dict[str, int] = dict(rows.fetchall())
    for key in keys:
        if key not in found:
            cursor = connection.execute(
                "INSERT INTO question (instrument_id, key) VALUES (:instrument, :key)",
                {"instrument": instrument, "key": key},
            )
            found[key] = int(cursor.lastrowid)
    return found
