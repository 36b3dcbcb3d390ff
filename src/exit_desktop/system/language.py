"""The program's words, dates and numbers in the language of whoever reads them.

The catalogue's keys are the English sentences. Whoever shows or prints words is handed a `Texts`, always named `t`,
so that the sentences can be found in the source: `t("Day {day}", day=3)`.
"""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from typing import TYPE_CHECKING

from exit_desktop.system.calendar_words import BRITISH, DANISH
from exit_desktop.system.resources import resource_folder

if TYPE_CHECKING:
    from decimal import Decimal
    from pathlib import Path


class Language(StrEnum):
    """A language that the program speaks; Danish is the default."""

    DANISH = "da"
    ENGLISH = "en"


def mark(message: str) -> str:
    """Mark an English sentence for the catalogue where it stands; it is translated where it is shown."""
    return message


def read_catalogue(language: str, folder: Path | None = None) -> NullTranslations:
    """Return the compiled catalogue of `language`; English is the source and needs none."""
    place = folder or resource_folder("translations")
    whole, first = place / f"{language}.mo", place / f"{language}.first.mo"
    if language == Language.ENGLISH or not whole.exists():
        return NullTranslations()
    if not first.exists():
        return _read(whole)
    catalogue = _read(first)
    catalogue.add_fallback(_Later(whole))
    return catalogue


def _read(path: Path) -> GNUTranslations:
    with path.open("rb") as stream:
        return GNUTranslations(stream)


class _Later(NullTranslations):
    """A catalogue that is read when a sentence is asked of it; 2,000 of them would take 8 ms before the first page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._whole: GNUTranslations | None = None

    def gettext(self, message: str) -> str:
        return self._read().gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._read().ngettext(msgid1, msgid2, n)

    def _read(self) -> GNUTranslations:
        if self._whole is None:
            self._whole = _read(self._path)
        return self._whole


_WORDS = {Language.DANISH.value: DANISH, Language.ENGLISH.value: BRITISH}
_DATES = {
    Language.DANISH.value: {
        "long": "{d}. {month} {y}",
        "day": "{d}. {month}",
        "short": "{d}. {short}",
        "weekday": "{name} {d}. {month}",
        "month": "{month} {y}",
        "month_name": "{month}",
        "name": "{name}",
        "strip": "{short_name} {d}.",
    },
    Language.ENGLISH.value: {
        "long": "{d} {month} {y}",
        "day": "{d} {month}",
        "short": "{d} {short}",
        "weekday": "{name} {d} {month}",
        "month": "{month} {y}",
        "month_name": "{month}",
        "name": "{name}",
        "strip": "{short_name} {d}",
    },
}


@lru_cache(maxsize=4096)
def _date(day: date, style: str, language: str) -> str:
    """Return a date in words; a course is shown with a hundred of them, most of them again and again."""
    spoken = language if language in _WORDS else Language.ENGLISH.value
    words, month, weekday = _WORDS[spoken], day.month - 1, day.weekday()
    return _DATES[spoken][style].format(
        d=day.day,
        y=day.year,
        month=words.months[month],
        short=words.short_months[month],
        name=words.days[weekday],
        short_name=words.short_days[weekday],
    )


def _rounded(value: float, digits: int) -> Decimal:
    """Return a number as it is written, rounded half to even: 2.45 is 2.4, though no machine holds 2.45."""
    from decimal import ROUND_HALF_EVEN, Decimal  # noqa: PLC0415 - nothing before the first long number needs it

    return Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_EVEN)


class Texts:
    """Sentences, dates and numbers in one language, which may be switched while the program runs."""

    def __init__(self, language: str = Language.DANISH) -> None:
        self.use(language)

    def use(self, language: str) -> None:
        """Speak `language` ("da" or "en") from now on."""
        self.language = language
        self._catalogue = read_catalogue(language)

    def read_all(self) -> None:
        """Read every sentence now, so that the next one need not wait for it."""
        self._catalogue.gettext("-")

    def __call__(self, message: str, /, **values: object) -> str:
        """Return `message` translated, its `{names}` filled in."""
        text = self._catalogue.gettext(message)
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """Return the sentence for `count`, which stands in it as `{count}`."""
        return self._catalogue.ngettext(one, many, count).format(count=self.number(count), **values)

    def number(self, value: float, digits: int = 0) -> str:
        """Return a number with the language's own marks; `digits` after the decimal mark."""
        if isinstance(value, int) and -1000 < value < 1000:
            return str(value)
        words = _WORDS.get(self.language, BRITISH)
        plain = f"{_rounded(value, digits):,.{digits}f}"
        return plain.translate({ord(","): words.thousands, ord("."): words.decimals})

    def date(self, day: date, style: str = "long") -> str:
        """Return a date: `long` 28. maj 2026, `day` 28. maj, `short` 28. nov., `weekday` mandag 4. maj, `month` maj.

        `month_name` is maj, `name` mandag, `strip` man. 4.
        """
        return _date(day, style, self.language)

    def time(self, moment: time) -> str:
        """Return a time of day: 14.30 in Danish, 14:30 in English."""
        return moment.strftime("%H.%M" if self.language == "da" else "%H:%M")

    def moment(self, at: datetime) -> str:
        """Return a date with its time of day."""
        return f"{self.date(at.date(), 'short')} {self.time(at.time())}"
