"""By what the list is filtered and sorted; over all rows, not only those in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from exit_desktop.domain.calendar import CourseState
from exit_desktop.services.courses import CourseRow
from exit_desktop.services.finding import in_danish_order
from exit_desktop.system.language import mark


class Filter(StrEnum):
    """Which courses the list shows."""

    OPEN = "open"
    ACTIVE = "active"
    ORIENTATION = "orientation"
    PAUSED = "paused"
    CLOSED = "closed"
    ANONYMOUS = "anonymous"
    ALL = "all"


FILTERS = {
    Filter.OPEN: mark("Current"),
    Filter.ACTIVE: mark("Under way"),
    Filter.ORIENTATION: mark("Orientation"),
    Filter.PAUSED: mark("Pause"),
    Filter.CLOSED: mark("Closed"),
    Filter.ANONYMOUS: mark("Anonymous"),
    Filter.ALL: mark("All"),
}


class Column(StrEnum):
    """What the list can be sorted by."""

    ALIAS = "alias"
    DAY = "day"
    DUE = "due"
    SEEN = "seen"


COLUMNS = {
    Column.ALIAS: mark("Name"),
    Column.DAY: mark("Phase and day"),
    Column.DUE: mark("What is next"),
    Column.SEEN: mark("Last contact"),
}


@dataclass(frozen=True, slots=True)
class Order:
    """A column and a direction; what has no value in the column stands last either way."""

    column: Column = Column.ALIAS
    backwards: bool = False


_STATE_ORDER = {CourseState.ORIENTATION: 0, CourseState.ACTIVE: 1, CourseState.PAUSED: 1, CourseState.CLOSED: 2}


def belongs(row: CourseRow, wanted: Filter) -> bool:
    """Return whether a filter lets a row through."""
    if wanted is Filter.ALL:
        return True
    if wanted is Filter.ANONYMOUS:
        return row.anonymous
    if wanted is Filter.OPEN:
        return row.state is not CourseState.CLOSED
    return row.state.value == wanted.value


def count_by_filter(kinds: Sequence[tuple[CourseState, bool]]) -> dict[Filter, int]:
    """Return how many courses each filter lets through, by their states and whether they are anonymous."""
    by_state = dict.fromkeys(CourseState, 0)
    anonymous = 0
    for state, nameless in kinds:
        by_state[state] += 1
        anonymous += nameless
    counts = {wanted: by_state[CourseState(wanted.value)] for wanted in Filter if wanted.value in set(CourseState)}
    counts[Filter.ANONYMOUS], counts[Filter.ALL] = anonymous, len(kinds)
    counts[Filter.OPEN] = len(kinds) - by_state[CourseState.CLOSED]
    return counts


def by_alias(rows: Sequence[CourseRow]) -> list[CourseRow]:
    """Return the rows by alias, as a Danish reader looks for them."""
    return sorted(rows, key=_alias)


def in_order(rows: Sequence[CourseRow], order: Order) -> list[CourseRow]:
    """Return rows that stand by alias in another order; equal ones stay by alias."""
    if order.column is Column.ALIAS:
        return list(reversed(rows)) if order.backwards else list(rows)
    value = _VALUES[order.column]
    known = [row for row in rows if value(row) is not None]
    unknown = [row for row in rows if value(row) is None]
    known.sort(key=_certain(value), reverse=order.backwards)
    return known + unknown


def _alias(row: CourseRow) -> str:
    return in_danish_order(row.alias)


def _day(row: CourseRow) -> tuple[int, int, int]:
    # Early in the course first; the day of a course counts down from its start.
    began = row.start_on or row.orientation_on
    return _STATE_ORDER[row.state], int(row.phase), -began.toordinal()


def _due(row: CourseRow) -> date | None:
    return row.due_on


def _seen(row: CourseRow) -> date | None:
    return row.last_contact_on


_Value = Callable[[CourseRow], tuple[int, int, int] | date | None]
_VALUES: dict[Column, _Value] = {Column.DAY: _day, Column.DUE: _due, Column.SEEN: _seen}


def _certain(value: _Value) -> Callable[[CourseRow], tuple[int, ...]]:
    def key(row: CourseRow) -> tuple[int, ...]:
        found = value(row)
        return (found.toordinal(),) if isinstance(found, date) else found or ()

    return key
