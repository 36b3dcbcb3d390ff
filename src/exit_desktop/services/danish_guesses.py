"""How many guesses a Danish passphrase stands: the cheapest way to write it in words, names, years and letters.

zxcvbn knows English; alone it overrates Danish. Here a passphrase costs what the cheapest division of it costs, so that
joining words, adding a year or an exclamation mark helps as little as it does against a person who knows Danish.
"""

import math
import re
from functools import cache
from itertools import pairwise

from exit_desktop.system.resources import resource_folder

FREQUENT = "frequent_da.txt"
_PHRASES = "common_phrases_da.txt"
_NAMES = "names_places_da.txt"
_LONGEST = 40
_WORD_BITS = (4.0, 13.0)
_NAME_BITS = 9.0
_PHRASE_BITS = 8.0
_LETTER_BITS = 4.7
_DIGIT_BITS = 3.3
_MARK_BITS = 3.0
_FREE_BITS = 1.0
_YEAR_BITS = 7.0
_REPEAT_BITS = 2.0
_YEAR = re.compile(r"(19|20)\d\d")


def count_bits(text: str) -> float:
    """Return the base-2 logarithm of the guesses that the cheapest division of `text` needs."""
    folded = text.casefold()
    costs = _word_costs()
    best = [0.0] + [math.inf] * len(folded)
    for start in range(len(folded)):
        best[start + 1] = min(best[start + 1], best[start] + _letter_cost(folded, start))
        for end in range(start + 2, min(len(folded), start + _LONGEST) + 1):
            piece = folded[start:end]
            cost = _YEAR_BITS if _YEAR.fullmatch(piece) else costs.get(piece, math.inf)
            if piece in folded[:start]:
                cost = min(cost, _REPEAT_BITS)
            best[end] = min(best[end], best[start] + cost)
    return best[-1] + (_FREE_BITS if text != folded else 0.0)


@cache
def read_words(name: str) -> tuple[str, ...]:
    """Return the lines of one word list."""
    return tuple((resource_folder("words") / name).read_text(encoding="utf-8").split("\n")[:-1])


def judging_words() -> list[str]:
    """Return phrases, names and words, the most likely first."""
    return [*read_words(_PHRASES), *read_words(_NAMES), *read_words(FREQUENT)]


@cache
def _word_costs() -> dict[str, float]:
    least, most = _WORD_BITS
    costs = {word: min(max(math.log2(rank), least), most) for rank, word in enumerate(read_words(FREQUENT), 2)}
    for name in read_words(_NAMES):
        costs[name] = min(costs.get(name, _NAME_BITS), _NAME_BITS)
    for phrase in read_words(_PHRASES):
        costs[phrase] = _PHRASE_BITS
        costs[phrase.replace(" ", "")] = _PHRASE_BITS
    return costs


def _letter_cost(text: str, position: int) -> float:
    letter = text[position]
    if position and _is_run(text[position - 1], letter):
        return _FREE_BITS
    if letter == " ":
        return _FREE_BITS
    if letter.isdigit():
        return _DIGIT_BITS
    return _LETTER_BITS if letter.isalpha() else _MARK_BITS


def _is_run(before: str, letter: str) -> bool:
    rows = ("qwertyuiopå", "asdfghjklæø", "zxcvbnm", "abcdefghijklmnopqrstuvwxyzæøå", "1234567890")
    return before == letter or any((before, letter) in pairwise(row) for row in rows)
