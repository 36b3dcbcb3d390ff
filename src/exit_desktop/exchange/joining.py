"""Which of several writings of one course hold: a join, so that no order and no repetition of packages matters.

A writing is beaten by one of higher ownership; and, within the line of one sender, by a higher revision, and of the
same revision by a tombstone. That is a partial order, and what holds are its highest elements: taking in one writing
after the other ends where taking in all at once does. Two living ones that are both highest are a conflict, for a
person to settle.
"""

from collections.abc import Iterable
from dataclasses import dataclass

GONE = bytes(32)
"""Stands for the SHA-256 of a tombstone: it has no content, so that two of the same numbers are the same."""


@dataclass(frozen=True, slots=True)
class Writing:
    """What one unit claims for its wire id. `line` is the sender, or the first of those whose cards follow another."""

    line: str
    ownership: int
    revision: int
    sha256: bytes

    @property
    def gone(self) -> bool:
        """Whether it says that there is nothing any more."""
        return self.sha256 == GONE


def beats(one: Writing, other: Writing) -> bool:
    """Say whether `one` takes the place of `other`."""
    if one.ownership != other.ownership:
        return one.ownership > other.ownership
    if one.line != other.line:
        return False
    if one.revision != other.revision:
        return one.revision > other.revision
    return one.gone and not other.gone


def joined(held: Iterable[Writing], new: Writing) -> frozenset[Writing]:
    """Return what holds of all writings of one wire id once `new` has come."""
    every = {*held, new}
    return frozenset(one for one in every if not any(beats(other, one) for other in every))
