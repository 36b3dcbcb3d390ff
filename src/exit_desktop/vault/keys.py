"""Keys, kept only in buffers that can be wiped: deriving them, stretching a passphrase, and forgetting them.

cryptography does the work; nothing here lies below its level. Its parts are imported at first use, because the unlock
page needs none of them to be shown.
"""

import secrets
import unicodedata
from dataclasses import dataclass

from exit_desktop.errors import TooLittleMemory

KEY_BYTES = 32
# What age reads and writes at a time, with the tag of a piece.
_AGE_PIECE = 64 * 1024 + 16
_FREED_AT_MOST = 16
MEBIBYTE = 1024  # Argon2 counts memory in KiB


@dataclass(frozen=True, slots=True)
class Stretch:
    """What Argon2id is asked to spend on one try of a passphrase."""

    memory_kib: int
    passes: int
    lanes: int

    def is_strong(self) -> bool:
        """Tell whether a vault with real people in it may be made with this."""
        return self.memory_kib >= 256 * MEBIBYTE and self.passes >= 3 and self.lanes >= 2

    def is_bearable(self) -> bool:
        """Tell whether trying it is safe for the machine: a forged key file must not ask for all memory."""
        return 8 * self.lanes <= self.memory_kib <= 2048 * MEBIBYTE and 1 <= self.passes <= 16 and 1 <= self.lanes <= 8


STRONG = Stretch(256 * MEBIBYTE, 3, 2)
LIGHT = Stretch(8 * MEBIBYTE, 1, 1)
"""For practice vaults only: the people in them are invented."""


def wipe(*buffers: bytearray) -> None:
    """Fill each buffer with zeros."""
    for buffer in buffers:
        buffer[:] = bytes(len(buffer))


def overwrite_freed(size: int) -> None:
    """Let zeros take the place of what was given back with a secret of `size` bytes still in it.

    age hands out bytes that cannot be wiped, and keeps its text in pieces of 64 KiB that it frees as they are. Memory
    of the same size is asked for more often than it can have been given back: what was freed is handed out first.
    """
    held = [bytes(one) for one in (size, _AGE_PIECE) for _ in range(_FREED_AT_MOST)]
    del held


def new_key() -> bytearray:
    """Return 32 random bytes."""
    return bytearray(secrets.token_bytes(KEY_BYTES))


def derive(key: bytearray, purpose: str, salt: bytes = b"") -> bytearray:
    """Return the 32-byte key of `purpose` under `key` (HKDF with SHA-256)."""
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415 - see the top of the file
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

    derived = bytearray(KEY_BYTES)
    HKDF(SHA256(), KEY_BYTES, salt, f"forloeb/{purpose}/v1".encode()).derive_into(key, derived)
    return derived


def stretch(passphrase: str, salt: bytes, cost: Stretch) -> bytearray:
    """Return 64 bytes made from the passphrase by Argon2id: 32 to wrap with, 32 that commit to it.

    The passphrase is taken in NFC, so that å typed on any keyboard is the same. Raises TooLittleMemory.
    """
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415

    typed = bytearray(unicodedata.normalize("NFC", passphrase).encode())
    stretched = bytearray(2 * KEY_BYTES)
    try:
        kdf = Argon2id(
            salt=salt, length=len(stretched), iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
        )
        kdf.derive_into(typed, stretched)  # type: ignore[arg-type]  # its types know bytes only; it takes any buffer
    except MemoryError as problem:
        raise TooLittleMemory from problem
    finally:
        wipe(typed)
    return stretched
