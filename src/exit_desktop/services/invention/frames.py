"""Sentence frames: how one line of material becomes many sentences, and no two seeds the same one.

A frame is one sentence with lists of choices. Its combinations are numbered 0 to n-1, and a combination belongs to the
seed class `number % SHARES`. A seed draws only from its own class (`seed % SHARES`), so two seeds that differ there
share no sentence: that is a guarantee, not a chance, as long as two combinations never read alike. Seeds that are
equal modulo SHARES draw from the same class and may meet.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from itertools import product
from math import prod

# A prime above every number of choices in one list: all choices of a list then occur in every class.
SHARES = 499
# A list inside a choice is cut to this many, or that choice would crowd out its neighbours.
_INNER = 3

Slots = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence with a `%s` for each list of choices, in the order they are read; `size` combinations in all."""

    text: str
    lists: tuple[tuple[str, ...], ...]
    size: int


def parse_frame(line: str, slots: Slots) -> Frame:
    """Return the frame that a line of material describes; raises ValueError for a brace without its pair."""
    text, lists = [], []
    for piece in _pieces(line):
        if piece.startswith("{"):
            text.append("%s")
            lists.append(_choices(piece, slots))
        else:
            text.append(piece.replace("%", "%%"))
    return Frame("".join(text), tuple(lists), prod(len(choices) for choices in lists))


def class_size(frame: Frame, share: int) -> int:
    """Return how many sentences of the frame belong to one seed class."""
    return max(0, (frame.size - share + SHARES - 1) // SHARES)


def sentence(frame: Frame, share: int, turn: int) -> str:
    """Return the sentence of a seed class at `turn`, which counts from 0 to `class_size`."""
    number = share + SHARES * turn
    words = []
    for choices in frame.lists:
        count = len(choices)
        words.append(choices[number % count])
        number //= count
    text = (frame.text % tuple(words)).replace(" ,", ",")
    return text[0].upper() + text[1:]


def _pieces(line: str) -> list[str]:
    """Cut a line into fixed texts and whole lists, each list with its braces."""
    pieces, depth, begin = [], 0, 0
    for i, letter in enumerate(line):
        if letter == "{":
            if depth == 0 and i > begin:
                pieces.append(line[begin:i])
            begin = i if depth == 0 else begin
            depth += 1
        elif letter == "}":
            depth -= 1
            if depth == 0:
                pieces.append(line[begin : i + 1])
                begin = i + 1
    if depth:
        raise ValueError(f"unpaired brace: {line}")
    return [*pieces, line[begin:]] if line[begin:] else pieces


def _choices(piece: str, slots: Slots) -> tuple[str, ...]:
    if not piece.startswith("{"):
        return (piece,)
    inside = piece[1:-1]
    if "|" not in inside:
        return slots[inside]
    return tuple(text for choice in _alternatives(inside) for text in _unfold(choice, slots))


def _alternatives(inside: str) -> list[str]:
    found, depth, begin = [], 0, 0
    for i, letter in enumerate(inside):
        depth += {"{": 1, "}": -1}.get(letter, 0)
        if letter == "|" and depth == 0:
            found.append(inside[begin:i])
            begin = i + 1
    return [*found, inside[begin:]]


def _unfold(choice: str, slots: Slots) -> list[str]:
    parts = []
    for piece in _pieces(choice):
        all_of_it = _choices(piece, slots)
        first = zlib.crc32(choice.encode()) % len(all_of_it)
        parts.append((all_of_it[first:] + all_of_it[:first])[:_INNER])
    return ["".join(words) for words in product(*parts)]
