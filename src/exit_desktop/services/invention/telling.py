"""Tells a course in sentences: the next frame of a section, the next combination that this seed owns."""

from __future__ import annotations

import zlib
from functools import cache
from math import gcd
from typing import TYPE_CHECKING

from exit_desktop.services.invention.frames import SHARES, class_size, sentence

if TYPE_CHECKING:
    from random import Random

    from exit_desktop.services.invention.frames import Frame
    from exit_desktop.services.invention.material import Material

# Far from 0 modulo small numbers, so that neighbours in time are not neighbours in wording.
_STRIDE = 7919


class Teller:
    """The sentences of one seed; none comes twice before a frame has run out of combinations."""

    def __init__(self, material: Material, seed: int) -> None:
        self.material = material
        self.share = seed % SHARES
        self._turns: dict[tuple[str, int], int] = {}
        self._steps: dict[tuple[str, int, str, int], tuple[Frame, int, int, int]] = {}

    def sentence(self, section: str, at: int, pronoun: str, month: int) -> str:
        """Return the next sentence of frame number `at` of a section."""
        key = (section, at, pronoun, month)
        known = self._steps.get(key)
        if known is None:
            known = self._steps[key] = self._step(section, at, pronoun, month)
        frame, first, stride, size = known
        place = (section, at)
        turn = self._turns[place] = self._turns.get(place, -1) + 1
        return sentence(frame, self.share, (first + turn * stride) % size)

    def _step(self, section: str, at: int, pronoun: str, month: int) -> tuple[Frame, int, int, int]:
        frame = self.material.frames(section, pronoun, month)[at]
        size = class_size(frame, self.share)
        return frame, _first(section, at) + self.share, _stride(size), size


@cache
def _first(section: str, at: int) -> int:
    return zlib.crc32(f"{section} {at}".encode())


@cache
def _stride(size: int) -> int:
    """Return a step that visits every turn of `size` before one comes back."""
    step = _STRIDE
    while gcd(step, size) > 1:
        step += 1
    return step


class Voice:
    """How one citizen's course is told: the pronoun, and which frames were used last."""

    def __init__(self, teller: Teller, rng: Random, pronoun: str) -> None:
        self._teller = teller
        self._rng = rng
        self._pronoun = pronoun
        self._next: dict[str, int] = {}

    def tell(self, section: str, month: int = 1) -> str:
        """Return one sentence of a section; frames take turns within a course."""
        at = self._next.get(section)
        count = len(self._teller.material.sections[section])
        if at is None:
            at = self._rng.randrange(count)
        self._next[section] = (at + 1) % count
        return self._teller.sentence(section, at, self._pronoun, month)
