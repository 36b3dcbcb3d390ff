"""The smallest groups of people by which reports may be chosen: worker, town, goal, quarter of the start.

Two reports over the same groups, or over groups of which one holds the other, can be taken from each other; what was
released is remembered with its groups.
"""

import json
from datetime import date, timedelta


def slice_of(worker: str, project: str, goal: str, start: date) -> str:
    """Return the name of the group that a course belongs to."""
    return json.dumps([worker, project, goal, quarter_of(start)], ensure_ascii=False)


def quarter_of(day: date) -> str:
    """Return the quarter of a day, such as "2026-Q4"."""
    return f"{day:%Y}-Q{(day.month + 2) // 3}"


def is_whole_quarters(first: date, last: date) -> bool:
    """Return whether a period begins and ends with a quarter of the year; the ends of all time do."""
    begins = first.day == 1 and first.month % 3 == 1
    ends = last == date.max or quarter_of(last + timedelta(days=1)) != quarter_of(last)
    return begins and ends
