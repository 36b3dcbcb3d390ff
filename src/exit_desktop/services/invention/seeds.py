"""What is drawn from the seed besides words: ids, codes, aliases and working days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_QUIET_DAYS = {(12, 24), (12, 25), (12, 26), (12, 31), (1, 1), (6, 5)}
_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ23456789"
_ALIASES = [
    "Mågen",
    "Anemone",
    "Sol",
    "Bølge",
    "Rav",
    "Kastanje",
    "Lærke",
    "Fyrtårn",
    "Mælkebøtte",
    "Ahorn",
    "Strandskal",
    "Pil",
    "Svale",
    "Enebær",
    "Kompas",
    "Hyben",
    "Nattergal",
    "Birk",
    "Lanterne",
    "Havtorn",
    "Vipstjert",
    "Kløver",
    "Muslingen",
    "Tang",
    "Regnbue",
    "Solsort",
    "Timian",
    "Paraply",
    "Lyng",
    "Stær",
    "Granit",
    "Brombær",
    "Perlemor",
    "Viol",
    "Drage",
    "Agern",
    "Kornblomst",
    "Ugle",
    "Salvie",
    "Trækfugl",
    "Måne",
    "Ørred",
    "Bregne",
    "Klippe",
    "Hasselnød",
    "Nordlys",
    "Vildrose",
    "Gåsefjer",
    "Tøndebånd",
    "Siv",
    "Æblegren",
    "Ask",
    "Syren",
    "Rønnebær",
    "Fjord",
    "Blåmejse",
    "Kobber",
    "Skumring",
    "Flint",
    "Mosegris",
    "Hejre",
]


def draw_id(rng: Random) -> str:
    """Return an id of 32 hex digits; only practice takes ids from a seed (model 1)."""
    return f"{rng.getrandbits(128):032x}"


def draw_code(rng: Random) -> str:
    """Return a code such as K7QM-4TZ2."""
    letters = "".join(rng.choices(_LETTERS, k=8))
    return f"{letters[:4]}-{letters[4:]}"


def draw_alias(rng: Random, taken: set[str]) -> str:
    """Return a word of nature that nobody has yet, with a number behind it when the words run out."""
    alias = rng.choice(_ALIASES)
    while alias.casefold() in taken:
        alias = f"{rng.choice(_ALIASES)}-{rng.randrange(2, 9 + 2 * len(taken))}"
    taken.add(alias.casefold())
    return alias


def workday(day: date) -> date:
    """Return the day, or the next one on which people work."""
    while day.weekday() > 4 or (day.month, day.day) in _QUIET_DAYS:
        day += timedelta(days=1)
    return day
