"""A failure is told in the user's language, dates included."""

from datetime import date

import pytest

from exit_desktop.errors import DateNotPossible, DumpLineWrong
from exit_desktop.services.telling import sentence_of
from exit_desktop.system.language import Texts


@pytest.mark.parametrize(("language", "day"), [("da", "3. februar 2602"), ("en", "3 February 2602")])
def test_a_date_stands_as_the_language_writes_it(language: str, day: str) -> None:
    assert sentence_of(DateNotPossible(date=date(2602, 2, 3)), Texts(language)).startswith(day)


def test_other_values_stand_as_they_are() -> None:
    assert "Line 7 of" in sentence_of(DumpLineWrong(line=7), Texts("en"))
