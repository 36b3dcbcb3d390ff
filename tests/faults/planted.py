"""Invented people with a planted word in every field that takes words, and the pages of a vault decrypted.

Which fields take words is worked out: every text of a course but those listed here, which are ids and codes.
"""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from itertools import count
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from exit_desktop.domain.courses import Course
from exit_desktop.services.invention.citizens import invent_citizens
from exit_desktop.services.vaults import Vault
from exit_desktop.vault import rekeying

CANARY = "Perlehyacint"
PAGE, TEXT, SALT, WAL_HEAD, FRAME_HEAD = 4096, 4016, 16, 32, 24
_CODES = {"id", "language", "owner", "wire_code", "wire_id", "series", "instrument", "question", "value", "computed"}
_CODES |= {"taker"}


def planted_courses(people: int, owner: str) -> list[Course]:
    """Return invented courses with the planted word, numbered, in every field."""
    numbers = count(1)
    return [_planted(one, numbers) for one in invent_citizens(people, 1, date(2026, 11, 22), owner)]


def _planted(value: Any, numbers: "count[int]") -> Any:  # Any: whatever stands in a course
    if isinstance(value, tuple):
        return tuple(_planted(one, numbers) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes = {}
    for field in fields(value):
        held = getattr(value, field.name)
        if isinstance(held, str) and not isinstance(held, Enum):
            if field.name not in _CODES:
                changes[field.name] = f"{CANARY} {next(numbers)}"
        elif is_dataclass(held) or isinstance(held, tuple):
            changes[field.name] = _planted(held, numbers)
    return replace(value, **changes)


def clear_pages(vault: Vault) -> dict[str, bytes]:
    """Return by name every page of each file of an open vault decrypted, also the free ones and those in a log."""
    secret = vault.secret_copy()
    keys = {"vault.db": rekeying.database_key, "drafts.db": rekeying.drafts_key}
    found = {}
    for name, derived in keys.items():
        key = bytes(derived(vault.keyfile, secret))
        database, log = vault.folder / name, vault.folder / f"{name}-wal"
        found[name] = clear_pages_of(database, key)
        if log.exists():
            found[log.name] = b"".join(
                _clear(frame[FRAME_HEAD:], key, frame[:4] == b"\0\0\0\1")
                for frame in _pages(log, WAL_HEAD, FRAME_HEAD + PAGE)
            )
    secret.wipe()
    return found


def clear_pages_of(path: Path, key: bytes) -> bytes:
    """Return every page of one file decrypted."""
    return b"".join(_clear(page, key, at == 0) for at, page in enumerate(_pages(path)))


def _pages(path: Path, begin: int = 0, size: int = PAGE) -> list[bytes]:
    data = path.read_bytes() if path.exists() else b""
    return [data[at : at + size] for at in range(begin, len(data) - size + 1, size)]


def _clear(page: bytes, key: bytes, first: bool) -> bytes:
    decryptor = Cipher(algorithms.AES256(key), modes.CBC(page[TEXT : TEXT + 16])).decryptor()
    return decryptor.update(page[SALT if first else 0 : TEXT])
