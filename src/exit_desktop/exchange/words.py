"""The eight Danish words by which two people make sure, by voice, that a card is the right one."""

import hashlib
import unicodedata
from functools import cache

from exit_desktop.exchange.identity import PublicIdentity
from exit_desktop.system.resources import resource_folder

WORDS_CONTEXT = b"forloeb card words v1\x00"
WORDS_PER_CARD = 8
BITS_PER_WORD = 11


def identity_words(public: PublicIdentity) -> tuple[str, ...]:
    """Return the words of both keys: 88 bits of their hash, the same in every language and each time."""
    digest = hashlib.sha256(WORDS_CONTEXT + public.signing_key + public.recipient.encode("ascii")).digest()
    number = int.from_bytes(digest, "big") >> (len(digest) * 8 - WORDS_PER_CARD * BITS_PER_WORD)
    mask = (1 << BITS_PER_WORD) - 1
    shifts = range((WORDS_PER_CARD - 1) * BITS_PER_WORD, -1, -BITS_PER_WORD)
    return tuple(_word_list()[number >> shift & mask] for shift in shifts)


def same_words(words: tuple[str, ...], typed: str) -> bool:
    """Compare letters only: case, spaces, commas and numbers do not matter, and ae, oe, aa stand for æ, ø, å."""
    return _letters(typed) == _letters("".join(words))


@cache
def _word_list() -> tuple[str, ...]:
    return tuple((resource_folder("words") / "card-words.txt").read_text(encoding="utf-8").split())


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFC", text).casefold()
    for letter, pair in (("æ", "ae"), ("ø", "oe"), ("å", "aa")):
        plain = plain.replace(letter, pair)
    return "".join(letter for letter in plain if letter.isalpha())
