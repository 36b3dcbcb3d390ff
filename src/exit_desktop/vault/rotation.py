"""Which backups are thrown away once a newer one has been opened and checked.

Kept are the newest of each of the last days and weeks that have one, and those made before a risky act; none is kept
for more than 35 days. The clock is not believed blindly: age counts only when the backups of two earlier days say
that time has gone by in days and not in one jump, and what lies in the future is left alone until a week of newer
ones stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from exit_desktop.system.free_space import MEGABYTE

LONGEST_DAYS = 35
# A backup made in another time zone, or before the clock was put right by some minutes, is no liar.
_ALLOWED = timedelta(days=1)
_WITNESSES = 2


class Kept(Protocol):
    """What the rule looks at: when it was made, its place in the order of changes, and what it was made for."""

    @property
    def made_at(self) -> datetime:
        """When it was made, as the clock then said."""

    @property
    def number(self) -> int:
        """The number of its last commit."""

    @property
    def risky(self) -> bool:
        """Whether it was made before a risky act."""

    @property
    def whole(self) -> bool:
        """Whether it was opened and checked, and shows no damage."""


@dataclass(frozen=True, slots=True)
class Slots:
    """How many days and weeks keep their newest backup."""

    days: int = 7
    weeks: int = 4


SMALL, LARGE = Slots(), Slots(3, 2)
LARGE_BYTES = 200 * MEGABYTE
One = TypeVar("One", bound=Kept)


def to_remove(
    held: Sequence[One], newest: One, now: datetime, slots: Slots, witnesses: Sequence[Kept] = ()
) -> tuple[One, ...]:
    """Return which of `held` may go now that `newest`, one of them, has been opened and checked.

    `newest` itself never goes; without a whole `newest` nothing does. `witnesses` are backups of the same vault in
    another place: a stick that is put in once a month tells too little of the days that went by.
    """
    if not newest.whole:
        return ()
    others = [one for one in held if one is not newest]
    present = _present(held, now)
    believed = is_clock_believed([*held, *witnesses], newest, now)
    stays = _in_slots(present, slots)
    return tuple(one for one in others if _goes(one, present, (now, believed), one in stays))


def is_clock_believed(held: Sequence[Kept], newest: Kept, now: datetime) -> bool:
    """Tell whether backups of two earlier days within the 35 say that time has gone by in days."""
    since = now - timedelta(days=LONGEST_DAYS)
    days = {one.made_at.date() for one in _present(held, now) if one is not newest and since <= one.made_at}
    return len(days - {now.date()}) >= _WITNESSES


def _present(held: Sequence[One], now: datetime) -> list[One]:
    return [one for one in held if one.made_at <= now + _ALLOWED and one.whole]


def _goes(one: Kept, present: Sequence[Kept], clock: tuple[datetime, bool], in_slot: bool) -> bool:
    now, believed = clock
    if one.made_at > now + _ALLOWED:
        # The clock was ahead when it was made, or is behind now; which of the two, a week of newer backups tells.
        return len({other.made_at.date() for other in present if other.number > one.number}) >= SMALL.days
    if now - one.made_at > timedelta(days=LONGEST_DAYS):
        return believed
    if not one.whole:
        return False
    return not (in_slot or one.risky)


def _in_slots(present: Sequence[One], slots: Slots) -> list[One]:
    newest_first = sorted(present, key=lambda one: (one.made_at, one.number), reverse=True)
    days: dict[object, One] = {}
    weeks: dict[object, One] = {}
    for one in newest_first:
        days.setdefault(one.made_at.date(), one)
        weeks.setdefault(one.made_at.isocalendar()[:2], one)
    daily = list(days.values())[: slots.days]
    # The weeks behind the days: this one's newest is among the days anyway.
    return [*daily, *[one for one in weeks.values() if one not in daily][: slots.weeks]]
