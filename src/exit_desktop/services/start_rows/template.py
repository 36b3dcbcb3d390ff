"""The empty files: the headings, and one row that shows how it is written and never comes in."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

from exit_desktop.services.start_rows.columns import fold
from exit_desktop.services.start_rows.fates import FileKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exit_desktop.services.start_rows.columns import Column

_DANISH = {
    "alias": "Eksempel",
    "language": "dansk",
    "anonymous": "nej",
    "sharing": "ikke spurgt",
    "occasion": "start",
    "made_by": "sammen",
    "pause_1_reason": "hospital",
    "next_time": "14.30",
}
_ENGLISH = {
    "alias": "Example",
    "language": "English",
    "anonymous": "no",
    "sharing": "not asked",
    "occasion": "start",
    "made_by": "together",
    "pause_1_reason": "hospital",
    "next_time": "14:30",
}
_DAYS = {
    "first_contact": date(2026, 1, 12),
    "start": date(2026, 2, 2),
    "phase_2": date(2026, 6, 2),
    "pause_1_from": date(2026, 4, 1),
    "pause_1_until": date(2026, 4, 15),
    "moved_from": date(2026, 4, 15),
    "last_meeting": date(2026, 6, 20),
    "next_meeting": date(2026, 6, 27),
    "date": date(2026, 2, 2),
}
_NUMBERS = {"phase_months": "4", "moved_days": "14"}
_SCALE = {"life_situation": "5", "who5": "3"}
EXAMPLES = frozenset(fold(words["alias"]) for words in (_DANISH, _ENGLISH))


def write_template(kind: FileKind, columns: Mapping[FileKind, tuple[Column, ...]], language: str) -> bytes:
    """Return the empty file of a kind, as the spreadsheets of that language open it."""
    known = columns[kind]
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";" if language == "da" else ",")
    writer.writerow(column.heading(language) for column in known)
    writer.writerow(_example(column.key, language) for column in known)
    # The mark at the beginning tells a spreadsheet that æ, ø and å are written in UTF-8.
    return stream.getvalue().encode("utf-8-sig")


def _example(key: str, language: str) -> str:
    if key in _DAYS:
        day = _DAYS[key]
        return f"{day.day}.{day.month}.{day.year}" if language == "da" else day.isoformat()
    instrument, _, question = key.partition("/")
    if question:
        return _SCALE.get(instrument, "")
    return _NUMBERS.get(key) or (_DANISH if language == "da" else _ENGLISH).get(key, "")
