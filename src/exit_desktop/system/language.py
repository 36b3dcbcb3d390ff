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

from exit_desktop.system.resources import resource_folder

if TYPE_CHECKING:
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


_DATES = {
    "da": {
        "long": "d. MMMM y",
        "day": "d. MMMM",
        "short": "d. MMM",
        "weekday": "EEEE d. MMMM",
        "month": "MMMM y",
        "month_name": "MMMM",
        "name": "EEEE",
        "strip": "EEE d.",
    },
    "en": {
        "long": "d MMMM y",
        "day": "d MMMM",
        "short": "d MMM",
        "weekday": "EEEE d MMMM",
        "month": "MMMM y",
        "month_name": "MMMM",
        "name": "EEEE",
        "strip": "EEE d",
    },
}


@lru_cache(maxsize=4096)
def _date(day: date, style: str, language: str) -> str:
    """Return a date in words; a course is shown with a hundred of them, most of them again and again."""
    from babel.dates import format_date  # noqa: PLC0415 - babel costs 40 ms, the unlock page needs none of it

    patterns = _DATES.get(language, _DATES["en"])
    return format_date(day, format=patterns[style], locale="da" if language == "da" else "en_GB")


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
        from babel.numbers import format_decimal  # noqa: PLC0415 - as in _date()

        return format_decimal(value, format="#,##0" + ("." + "0" * digits if digits else ""), locale=self.language)

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
