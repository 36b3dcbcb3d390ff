"""The name guard: tells that a text may make someone easier to identify. It stores no name and never blocks.

Each guarded word is kept as an HMAC of its folded form under a key of the vault, and shown only as a count (model 19).
"""

import hmac
import re
from dataclasses import dataclass
from enum import StrEnum

from exit_desktop.domain.citizens import alias_key
from exit_desktop.services.desk import Act, Desk, append_use
from exit_desktop.system.language import mark
from exit_desktop.vault.guarded_words import clear_guarded, keep_guarded, read_guarded

_WORD = re.compile(r"\w[\w'’-]*")
_CPR = re.compile(r"(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}[\s-]?\d{4}(?!\d)")
_PHONE = re.compile(r"(?<![\d.,])(?!\d{4}-\d\d-\d\d)(?:\+?45[\s-]?)?[2-9]\d(?:[\s-]?\d\d){3}(?![\d.,]?\d)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_STREET = re.compile(
    r"\b\w*(?:gade|vej|alle|allé|stræde|vænget|boulevard|plads|torv|parken|stien|gården|ager)\s+\d{1,3}\s?[a-zA-Z]?\b",
    re.IGNORECASE,
)


class Finding(StrEnum):
    """What was found in a text."""

    GUARDED_WORD = "guarded_word"
    CPR = "cpr"
    PHONE = "phone"
    MAIL = "mail"
    ADDRESS = "address"


FINDINGS = {
    Finding.GUARDED_WORD: mark("This text holds a word that you guard."),
    Finding.CPR: mark("This looks like a CPR number."),
    Finding.PHONE: mark("This looks like a phone number."),
    Finding.MAIL: mark("This looks like an e-mail address."),
    Finding.ADDRESS: mark("This looks like an address."),
}


@dataclass(frozen=True, slots=True)
class GuardHint:
    """A finding and where it stands in the text."""

    finding: Finding
    start: int
    end: int


def check_text(desk: Desk, text: str) -> tuple[GuardHint, ...]:
    """Return what in `text` may identify someone, in order; empty for most texts."""
    hints = _patterns(text)
    with desk.vault.reading() as connection:
        guarded = read_guarded(connection)
    if guarded:
        hints += [h for h in _guarded(desk, text, guarded)]
    return tuple(sorted(hints, key=lambda hint: hint.start))


def _patterns(text: str) -> list[GuardHint]:
    found = [GuardHint(Finding.CPR, m.start(), m.end()) for m in _CPR.finditer(text)]
    taken = [(hint.start, hint.end) for hint in found]
    for finding, pattern in ((Finding.PHONE, _PHONE), (Finding.MAIL, _MAIL), (Finding.ADDRESS, _STREET)):
        for m in pattern.finditer(text):
            if not any(start < m.end() and m.start() < end for start, end in taken):
                found.append(GuardHint(finding, m.start(), m.end()))
    return found


def _guarded(desk: Desk, text: str, guarded: frozenset[bytes]) -> list[GuardHint]:
    words = list(_WORD.finditer(text))
    return [
        GuardHint(Finding.GUARDED_WORD, m.start(), m.end())
        for m in words
        if any(_mac(desk, form) in guarded for form in _forms(m.group()))
    ]


def _forms(word: str) -> set[str]:
    """Return a word's folded form, and without a genitive -s."""
    folded = alias_key(word).replace("’", "'").strip("'-")
    parts = {folded, *re.split(r"['-]", folded)}
    return (parts | {re.sub(r"'?s$", "", part) for part in parts}) - {""}


def _mac(desk: Desk, word: str) -> bytes:
    return hmac.digest(desk.vault.derived_key("name-guard"), word.encode(), "sha256")


def guard_words(desk: Desk, text: str) -> int:
    """Guard every word of `text` (a name may have several); return how many words are guarded now."""
    with desk.vault.writing() as connection:
        for word in _WORD.findall(text):
            keep_guarded(connection, _mac(desk, alias_key(word).replace("’", "'").strip("'-")))
        append_use(connection, desk, Act.CHANGED, "guarded_words")
    return count_guarded(desk)


def count_guarded(desk: Desk) -> int:
    """Return how many words are guarded."""
    with desk.vault.reading() as connection:
        return len(read_guarded(connection))


def forget_guarded(desk: Desk) -> None:
    """Guard no word any more."""
    with desk.vault.writing() as connection:
        clear_guarded(connection)
        append_use(connection, desk, Act.DELETED, "guarded_words")
