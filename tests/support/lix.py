"""How hard a text is to read: LIX, words to a sentence and long words to a hundred (Björnsson 1968)."""

import re

LONG = 6


def words_of(text: str) -> list[str]:
    """Return the words of a text."""
    return re.findall(r"[^\W\d_]+", text)


def lix(text: str) -> float:
    """Return the LIX of a text; up to 35 is easy."""
    words = words_of(text)
    sentences = [part for part in re.split(r"[.!?:]+", text) if words_of(part)]
    return len(words) / len(sentences) + 100 * sum(len(word) > LONG for word in words) / len(words)
