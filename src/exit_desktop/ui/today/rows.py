"""The rows of the page of the day: headings, lines, and the way to those a long group keeps back."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from exit_desktop.domain.today import Day
from exit_desktop.domain.today_rows import Group, LineKind, TodayLine

# So many lines of a group are shown at first; a single further one is shown rather than kept back.
FIRST = {Group.MEETINGS: 5, Group.ATTENTION: 5, Group.QUIET: 4, Group.COMING: 4}
_RATHER_SHOWN, _MOST_OF_TODAY = 1, 12
PUT_OFF = "put_off"
Section = Group | str
"""A group, or `PUT_OFF`."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group with its number of lines; it cannot be stood on."""

    section: Section
    count: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line; `back_on` is the day it comes back where it was put off; `first` in its group it says the group too."""

    line: TodayLine
    section: Section
    first: bool = False
    count: int = 0
    back_on: date | None = None


@dataclass(frozen=True, slots=True)
class More:
    """Shows what a group keeps back."""

    section: Section
    count: int


Row = Heading | Line | More
Told = tuple[date | None, TodayLine]
"""A line with the day it comes back, if it was put off."""


def rows_of(day: Day, opened: Collection[Section]) -> tuple[Row, ...]:
    """Return the rows of a day; the groups in `opened` are shown whole."""
    rows: list[Row] = []
    for group in Group:
        lines: list[Told] = [(None, line) for line in day.groups.get(group, ())]
        rows += _section(group, lines, len(lines) if group in opened else _first(group, day))
    rows += _section(PUT_OFF, list(day.put_off), len(day.put_off) if PUT_OFF in opened else 0)
    return tuple(rows)


def discreet_rows(day: Day) -> tuple[Row, ...]:
    """Return the appointments alone, of which only the times are to be shown."""
    lines: list[Told] = [(None, line) for line in day.groups.get(Group.MEETINGS, ()) if line.kind is LineKind.MEETING]
    return tuple(_section(Group.MEETINGS, lines, len(lines)))


def _first(group: Group, day: Day) -> int:
    """Return how many lines are shown at first; of the meetings all of today's, within reason."""
    today = sum(line.on == day.today for line in day.groups.get(group, ())) if group is Group.MEETINGS else 0
    return max(FIRST[group], min(today, _MOST_OF_TODAY))


def _section(section: Section, lines: list[Told], most: int) -> Iterator[Row]:
    if not lines:
        return
    shown = lines if most and len(lines) <= most + _RATHER_SHOWN else lines[:most]
    yield Heading(section, len(lines))
    for number, (back_on, line) in enumerate(shown):
        yield Line(line, section, number == 0, len(lines), back_on)
    if len(shown) < len(lines):
        yield More(section, len(lines) - len(shown))
