"""Single cells: dates, numbers, yes and no, as people write them in a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from typing import TypeVar

from exit_desktop.domain.calendar import check_day
from exit_desktop.errors import DateNotPossible
from exit_desktop.services.start_rows.columns import fold
from exit_desktop.services.start_rows.fates import StaysOut
from exit_desktop.services.start_rows.table import Cells
from exit_desktop.system.language import mark

T = TypeVar("T")

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?: 00:00(:00)?)?")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})\s?[./-]\s?(?P<month>\d{1,2})\s?[./-]\s?(?P<year>\d{4})")
_TIME = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?(?:[.:]00)?")
_WHOLE = re.compile(r"(-?\d{1,6})(?:[.,]0+)?")
_SHOWN = 30

NO_DATE = mark("“{text}” under “{column}” is no date; write it as 3.5.2026 or 2026-05-03")
NO_SUCH_DAY = mark("“{text}” under “{column}” is no day of the calendar")
NO_NUMBER = mark("“{text}” under “{column}” is no whole number")
NO_TIME = mark("“{text}” under “{column}” is no time of day; write it as 14.30")
NOT_A_CHOICE = mark("“{text}” under “{column}” is not understood")

YES_NO = {"ja": True, "yes": True, "x": True, "1": True, "nej": False, "no": False, "0": False}


class Named:
    """Reads the cells of one row, and says the heading of the file where a cell is not understood."""

    def __init__(self, cells: Cells, headings: Mapping[str, str]) -> None:
        self.cells, self._headings = cells, headings

    def heading(self, key: str) -> str:
        """Return how the file calls a column."""
        return self._headings.get(key, key)

    def out(self, clause: str, key: str) -> StaysOut:
        """Return the refusal of what stands in a column."""
        return StaysOut(clause, text=self.cells.text(key)[:_SHOWN], column=self.heading(key))

    def day(self, key: str) -> date | None:
        """Return a date, None where the cell is empty. Raises StaysOut."""
        text = self.cells.text(key)
        if not text:
            return None
        found = _ISO.fullmatch(text) or _DAY_FIRST.fullmatch(text)
        if found is None:
            raise self.out(NO_DATE, key)
        try:
            day = date(int(found["year"]), int(found["month"]), int(found["day"]))
            check_day(day)
        except (ValueError, DateNotPossible):
            raise self.out(NO_SUCH_DAY, key) from None
        return day

    def whole(self, key: str) -> int | None:
        """Return a whole number, also as 7,0; None where the cell is empty. Raises StaysOut."""
        text = self.cells.text(key)
        if not text:
            return None
        found = _WHOLE.fullmatch(text)
        if found is None:
            raise self.out(NO_NUMBER, key)
        return int(found[1])

    def time(self, key: str) -> time | None:
        """Return a time of day, None where the cell is empty. Raises StaysOut."""
        text = self.cells.text(key).casefold()
        if not text:
            return None
        found = _TIME.fullmatch(text)
        try:
            if found is not None:
                return time(int(found[1]), int(found[2] or 0))
        except ValueError:
            pass
        raise self.out(NO_TIME, key)

    def choice(self, key: str, words: Mapping[str, T], otherwise: T) -> T:
        """Return what a word stands for, `otherwise` where the cell is empty. Raises StaysOut."""
        text = self.cells.text(key)
        if not text:
            return otherwise
        if fold(text) not in words:
            raise self.out(NOT_A_CHOICE, key)
        return words[fold(text)]
