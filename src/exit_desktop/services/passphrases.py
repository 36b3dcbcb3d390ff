"""Passphrases: five Danish words drawn at random, and a verdict on those that people make themselves.

No rules of composition and no expiry: what counts is how many guesses it stands.
"""

import secrets
from dataclasses import dataclass
from enum import StrEnum

from exit_desktop.services.danish_guesses import count_bits, judging_words, read_words
from exit_desktop.system.language import mark

PROPOSED_WORDS = 5
SHORTEST = 14
FEWEST_BITS = 50.0
_DRAWN_FROM = "passphrase_da.txt"
_LONGEST_JUDGED = 72  # zxcvbn takes no more


class Weakness(StrEnum):
    """Why a passphrase is refused."""

    TOO_SHORT = "too_short"
    GUESSABLE = "guessable"
    KNOWN_WORDS = "known_words"


WEAKNESS_SENTENCES = {
    Weakness.TOO_SHORT: mark("Use at least 14 characters, for example five words that do not belong together."),
    Weakness.GUESSABLE: mark("This is easy to guess. Add one or two words that do not belong with the others."),
    Weakness.KNOWN_WORDS: mark("Few words, names and years are tried first. Add one or two words that surprise."),
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether the passphrase is accepted, and why not."""

    ok: bool
    weaknesses: tuple[Weakness, ...]


def generate_passphrase(words: int = PROPOSED_WORDS) -> str:
    """Return so many words out of 7,776, drawn by the system's random source; five make 64 bits."""
    listed = read_words(_DRAWN_FROM)
    drawn = " ".join(secrets.choice(listed) for _ in range(words))
    # One draw in hundreds holds mostly everyday words and would be refused if somebody typed it as their own.
    while words >= PROPOSED_WORDS and count_bits(drawn) < FEWEST_BITS:
        drawn = " ".join(secrets.choice(listed) for _ in range(words))
    return drawn


def judge_passphrase(text: str) -> Judgement:
    """Judge a passphrase: at least 14 characters, and guesses enough by zxcvbn and by our Danish count."""
    weaknesses = []
    if len(text.strip()) < SHORTEST:
        weaknesses.append(Weakness.TOO_SHORT)
    if count_bits(text) < FEWEST_BITS:
        weaknesses.append(Weakness.KNOWN_WORDS)
    elif not weaknesses and _zxcvbn_score(text) < 4:
        weaknesses.append(Weakness.GUESSABLE)
    return Judgement(not weaknesses, tuple(weaknesses))


def _zxcvbn_score(text: str) -> int:
    from zxcvbn import zxcvbn  # noqa: PLC0415 - 150 ms that only a new passphrase needs

    return int(zxcvbn(text[:_LONGEST_JUDGED], user_inputs=judging_words())["score"])
