"""A receipt that can be read over the telephone: a short code that only sender and receiver of a package can make.

Its key is the package's own id, which stands inside the seal and nowhere else, so that nobody who only carried the file
can say that it came.
"""

import hashlib
import hmac
from enum import StrEnum

from exit_desktop.system.spoken_letters import LETTERS, as_meant, in_groups

CODE_CONTEXT = b"forloeb receipt code v1\x00"
MAC_LETTERS = 11
CODE_LETTERS = MAC_LETTERS + 1
GROUP = 4


class CodeSays(StrEnum):
    """What a code tells: everything in the package is held now, or it came and something in it is not."""

    ALL_TAKEN = "all_taken"
    NOT_ALL = "not_all"


class Mistyped(ValueError):
    """The letters cannot be a code; carries nothing of them."""


def make_code(bundle: str, file_sha256: str, receiver: str, says: CodeSays) -> str:
    """Return the code for a package (its id and file) taken in by `receiver` (a sender id): 7K3M-Q2PX-9TZA."""
    message = CODE_CONTEXT + bytes.fromhex(file_sha256) + bytes.fromhex(receiver) + says.value.encode("ascii")
    number = int.from_bytes(hmac.digest(bytes.fromhex(bundle), message, hashlib.sha256), "big")
    letters = "".join(LETTERS[number >> (251 - 5 * place) & 31] for place in range(MAC_LETTERS))
    return in_groups(letters + _check(letters), GROUP)


def read_code(typed: str) -> str:
    """Return the code as it is written; case, spaces, hyphens and O/0, I/L/1 do not matter. Raises Mistyped."""
    letters = as_meant("".join(letter for letter in typed if letter.isalnum()))
    if len(letters) != CODE_LETTERS or set(letters) - set(LETTERS) or _check(letters[:-1]) != letters[-1]:
        raise Mistyped
    return in_groups(letters, GROUP)


def _check(letters: str) -> str:
    # Odd weights below 32 find every single wrong letter; neighbours that differ by 2 find most that changed places.
    return LETTERS[sum((2 * place + 1) * LETTERS.index(letter) for place, letter in enumerate(letters)) % 32]
