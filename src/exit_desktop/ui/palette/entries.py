"""What the palette can lead to, and which of it fits what is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what it is, a word about it (phase, keys), what happens when it is chosen, and its other names."""

    text: str = field(repr=False)
    hint: str = field(repr=False)
    go: Callable[[], None] = field(repr=False)
    also: str = field(default="", repr=False)


def find_entries(entries: Iterable[Entry], typed: str, most: int = 40) -> list[Entry]:
    """Return the entries that fit: beginnings first, then beginnings of a word, then anywhere; else in given order."""
    wanted = typed.strip().casefold()
    if not wanted:
        return list(entries)[:most]
    ranked = [(rank, entry) for entry in entries if (rank := _rank_of(entry, wanted)) is not None]
    ranked.sort(key=lambda found: found[0])
    return [entry for _, entry in ranked[:most]]


def _rank_of(entry: Entry, wanted: str) -> int | None:
    rank = _rank(entry.text.casefold(), wanted)
    if rank is not None or not entry.also:
        return rank
    return None if _rank(entry.also.casefold(), wanted) is None else 3


def _rank(text: str, wanted: str) -> int | None:
    if text.startswith(wanted):
        return 0
    if any(word.startswith(wanted) for word in text.replace("-", " ").split()):
        return 1
    return 2 if wanted in text else None
