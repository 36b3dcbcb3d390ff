"""The recovery key: 160 random bits on paper that open the vault without the passphrase.

Written as eight groups of five letters (Crockford's base 32): 160 bits of key and 40 bits that catch a typing error
before anything is tried. Through HKDF it becomes an age X25519 identity; the vault keeps only its recipient, so that
a new master key can be wrapped for the same sheet without asking for it.
"""

import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING

from exit_desktop.errors import RecoveryKeyMistyped
from exit_desktop.system.spoken_letters import LETTERS, as_meant, in_groups
from exit_desktop.vault.keys import derive, wipe

if TYPE_CHECKING:
    import pyrage

KEY_LENGTH = 20
CHECK_LENGTH = 5
GROUPS = 8
GROUP_LETTERS = 5
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_AGE_PREFIX = "age-secret-key-"


def new_recovery_key() -> bytearray:
    """Return 20 random bytes."""
    return bytearray(secrets.token_bytes(KEY_LENGTH))


def write_groups(key: bytearray) -> str:
    """Return the key as it stands on the sheet: `MJGAG-HXSKQ-...`, eight groups of five."""
    number = int.from_bytes(bytes(key) + _check(key), "big")
    letters = "".join(LETTERS[(number >> shift) & 31] for shift in range(5 * (GROUPS * GROUP_LETTERS - 1), -1, -5))
    return in_groups(letters, GROUP_LETTERS)


def read_groups(text: str) -> bytearray:
    """Return the key typed from the sheet; spaces, hyphens, case and O/0, I/L/1 do not matter.

    Raises RecoveryKeyMistyped when a letter is missing or its check bits do not agree.
    """
    letters = clean_letters(text)
    if len(letters) != GROUPS * GROUP_LETTERS or set(letters) - set(LETTERS):
        raise RecoveryKeyMistyped
    number = 0
    for letter in letters:
        number = number << 5 | LETTERS.index(letter)
    whole = number.to_bytes(KEY_LENGTH + CHECK_LENGTH, "big")
    key = bytearray(whole[:KEY_LENGTH])
    if _check(key) != whole[KEY_LENGTH:]:
        raise RecoveryKeyMistyped
    return key


def clean_letters(text: str) -> str:
    """Return typed letters in the one form in which they are compared."""
    return as_meant("".join(text.split()).replace("-", ""))


def group_check(key: bytearray, position: int, group: str) -> str:
    """Return what the key file keeps of one group, to know it when it is typed back (keyed: it tells nothing alone)."""
    return hmac.new(key, f"{position}/{clean_letters(group)}".encode(), hashlib.sha256).hexdigest()


def recovery_identity(key: bytearray, vault_uid: str) -> "pyrage.x25519.Identity":
    """Return the age identity that the recovery key stands for in this vault."""
    from pyrage import x25519  # noqa: PLC0415 - 10 ms that the unlock page does not need

    secret = derive(key, "recovery", bytes.fromhex(vault_uid))
    try:
        return x25519.Identity.from_str(age_secret_key(secret))
    finally:
        wipe(secret)


def age_secret_key(secret: bytearray) -> str:
    """Return 32 bytes as age writes a secret key (bech32, BIP 173, upper case)."""
    values = _five_bits(secret)
    prefix = [ord(letter) >> 5 for letter in _AGE_PREFIX] + [0] + [ord(letter) & 31 for letter in _AGE_PREFIX]
    rest = _polymod([*prefix, *values, 0, 0, 0, 0, 0, 0]) ^ 1
    check = [(rest >> shift) & 31 for shift in range(25, -1, -5)]
    return (_AGE_PREFIX + "1" + "".join(_BECH32[value] for value in values + check)).upper()


def _five_bits(data: bytearray) -> list[int]:
    padding = -len(data) * 8 % 5
    bits = len(data) * 8 + padding
    number = int.from_bytes(data, "big") << padding
    return [(number >> shift) & 31 for shift in range(bits - 5, -1, -5)]


def _polymod(values: list[int]) -> int:
    rest = 1
    for value in values:
        top = rest >> 25
        rest = (rest & 0x1FFFFFF) << 5 ^ value
        for position, term in enumerate(_GENERATOR):
            rest ^= term if (top >> position) & 1 else 0
    return rest


def _check(key: bytearray) -> bytes:
    return hashlib.sha256(b"forloeb/recovery/check/v1" + key).digest()[:CHECK_LENGTH]
