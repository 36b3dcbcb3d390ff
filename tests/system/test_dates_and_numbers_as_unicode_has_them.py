"""Dates and numbers are written as Unicode's tables have them: babel, which reads those, says the same."""

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as some

from exit_desktop.system.language import Texts

PATTERNS = {
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
LOCALES = {"da": "da", "en": "en_GB"}
SPOKEN = {language: Texts(language) for language in LOCALES}


@pytest.mark.parametrize("language", LOCALES)
def test_every_day_of_a_leap_year(language: str) -> None:
    days = [date(2028, 1, 1) + timedelta(days=at) for at in range(366)]
    for style, pattern in PATTERNS[language].items():
        wanted = [format_date(day, pattern, locale=LOCALES[language]) for day in days]
        assert [SPOKEN[language].date(day, style) for day in days] == wanted


@pytest.mark.parametrize("language", LOCALES)
@given(
    some.one_of(some.integers(-(10**9), 10**9), some.floats(-1e9, 1e9).map(lambda value: round(value, 4))),
    some.integers(0, 3),
)
def test_every_number(language: str, value: float, digits: int) -> None:
    # A small whole number is written as it is.
    digits = 0 if isinstance(value, int) and abs(value) < 1000 else digits
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    assert SPOKEN[language].number(value, digits) == format_decimal(value, pattern, locale=LOCALES[language])
