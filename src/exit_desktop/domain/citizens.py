"""The citizen: a self-chosen alias and a language, and nothing else about who they are."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_ALIAS = 40
_NEAR = 0.8
_JOINERS = "\u200d\ufe0f"


@dataclass(frozen=True, slots=True)
class Citizen:
    """A citizen as this program knows one. `id` is 32 hex digits, `language` is "da" or "en"."""

    id: str
    alias: str
    language: str = "da"


def whole_characters(text: str) -> str:
    """Return the text with a mark in the place of every half character, which no file could hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def tidy_alias(text: str) -> str:
    """Return the alias as it is kept: NFC, trimmed, single spaces, nothing unseen; empty if nothing is to be seen."""
    kept = "".join(_kept(c) for c in text)
    alias = " ".join(unicodedata.normalize("NFC", kept).split())
    return alias if any(c not in _JOINERS for c in alias) else ""


def _kept(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Cc", "Zl", "Zp"):
        return " "
    # What is not seen cannot tell two citizens apart, and may turn the words round it; emoji need their joiners.
    return "" if category in ("Cf", "Cs", "Co", "Cn") and character not in _JOINERS else character


def alias_key(alias: str) -> str:
    """Return what two aliases have in common when they are the same to a person."""
    seen = "".join(c for c in tidy_alias(alias) if c not in _JOINERS)
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen).casefold())


def suggest_alias(alias: str, taken: Iterable[str]) -> str:
    """Return `alias` with the lowest number behind it that is not among the `taken` keys."""
    keys = set(taken)
    number = 2
    while True:
        suffix = f"-{number}"
        candidate = alias[: LONGEST_ALIAS - len(suffix)] + suffix
        if alias_key(candidate) not in keys:
            return candidate
        number += 1


def near_aliases(alias: str, others: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Return up to `most` of the others that a person could mistake for `alias`, the nearest first."""
    key = alias_key(alias)
    if len(key) < 3:
        return ()
    from difflib import SequenceMatcher  # noqa: PLC0415 - only where somebody new is named

    ratios = ((SequenceMatcher(None, key, alias_key(other)).ratio(), other) for other in others)
    near = sorted((pair for pair in ratios if pair[0] >= _NEAR), reverse=True)
    return tuple(other for _, other in near[:most])
