"""The give-away list: words on paper that could tell a stranger what the programme is.

The program's own words never do. Where the citizen's words or a note do, the line is shown before it is printed, and a
person decides: as said, left out, or other words found with the citizen. Nothing is changed silently.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from unicodedata import normalize

from exit_desktop.services.desk import Desk
from exit_desktop.system.resources import resource_folder
from exit_desktop.vault.settings import read_setting, save_setting

SETTING = "giveaway_words"


@dataclass(frozen=True, slots=True)
class GiveawayLine:
    """A line of a paper, its place (an id) and the words in it that give away."""

    place: str
    text: str = field(repr=False)
    words: tuple[str, ...] = field(repr=False)


def shipped_words() -> tuple[str, ...]:
    """Return the shipped list: one word a line, folded; a star stands for any letters."""
    text = (resource_folder("words") / "giveaway.txt").read_text(encoding="utf-8")
    return _tidy(text.splitlines())


def _tidy(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(line.strip().casefold() for line in lines if line.strip(" *") and line.strip()[0] != "#")
    )


def read_words(desk: Desk) -> tuple[str, ...]:
    """Return the list in force."""
    with desk.vault.reading() as connection:
        own = read_setting(connection, SETTING)
    return shipped_words() if own is None else _tidy(own.splitlines())


def save_words(desk: Desk, lines: Iterable[str]) -> None:
    """Put another list in force."""
    with desk.vault.writing() as connection:
        save_setting(connection, SETTING, "\n".join(_tidy(lines)))


def find_giveaways(lines: Iterable[tuple[str, str]], words: Iterable[str]) -> tuple[GiveawayLine, ...]:
    """Return the lines (place, text) in which a word of the list stands."""
    pattern = _pattern(tuple(words))
    if pattern is None:
        return ()
    found = ((place, text, tuple(dict.fromkeys(pattern.findall(normalize("NFC", text))))) for place, text in lines)
    return tuple(GiveawayLine(place, text, hits) for place, text, hits in found if hits)


def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    if not words:
        return None
    return re.compile(r"(?<!\w)(?:" + "|".join(map(_one_word, words)) + r")(?!\w)", re.IGNORECASE)


def _one_word(word: str) -> str:
    """Return the pattern of a listed word: a star stands for any letters, a space for any room between words."""
    parts = (re.escape(part) for part in normalize("NFC", word).split("*"))
    return r"\w*".join(parts).replace(r"\ ", r"\s+")
