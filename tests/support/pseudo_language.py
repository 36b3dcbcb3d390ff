"""A language that nobody speaks: each sentence is marked, accented and 40 % longer, so that what is unmarked or clipped
shows up.
"""

import math
import re
from datetime import date

from exit_desktop.instruments.definition import Wording
from exit_desktop.system.language import Texts

OPENING, CLOSING = "⟦", "⟧"
LONGER = 1.4
_ACCENTS = str.maketrans("aeiouyAEIOUYcnsz", "áéïóúýÁÉÏÓÚÝçñšž")
_PLACES = re.compile(r"(\{[^}]*\})")
_INNERMOST = re.compile(f"{OPENING}[^{OPENING}{CLOSING}]*{CLOSING}")


def pseudo(message: str) -> str:
    """Return a sentence marked, accented and longer, its `{names}` left alone."""
    parts = _PLACES.split(message)
    accented = "".join(part if part.startswith("{") else part.translate(_ACCENTS) for part in parts)
    length = sum(len(part) for part in parts if not part.startswith("{"))
    missing = math.ceil(length * (LONGER - 1)) - 2
    return f"{OPENING}{accented}{_padding(missing)}{CLOSING}"


def without_marked(text: str) -> str:
    """Return what stands outside of every mark."""
    while (shorter := _INNERMOST.sub("", text)) != text:
        text = shorter
    return text


def pseudo_wording(wording: Wording, _language: str) -> str:
    """Return a text of an instrument as `pseudo` does; takes the place of `Wording.of`."""
    return pseudo(wording.en)


class _Catalogue:
    """Stands where the catalogue of a language stands."""

    def gettext(self, message: str) -> str:
        """Return the sentence in the language that nobody speaks."""
        return pseudo(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return the sentence for a count."""
        return pseudo(one if count == 1 else many)


class PseudoTexts(Texts):
    """English, made longer; dates are marked and keep their length."""

    def use(self, language: str) -> None:
        """Speak the language that nobody speaks, whichever is asked for."""
        super().use("en")
        self._catalogue = _Catalogue()  # type: ignore[assignment]  # the two methods that are called

    def date(self, day: date, style: str = "long") -> str:
        """Return a date, marked."""
        return f"{OPENING}{super().date(day, style)}{CLOSING}"


def _padding(length: int) -> str:
    # In words, so that it wraps as a sentence does; a short one grows by letters alone.
    if length <= 0:
        return ""
    return "é" * length if length < 5 else (" " + "žéñúá " * (length // 6 + 1))[:length].rstrip()
