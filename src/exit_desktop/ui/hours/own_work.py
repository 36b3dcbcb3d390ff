"""What a worker's own hours go to, and their sums by month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from exit_desktop.system.language import mark
from exit_desktop.ui.widgets.short_fields import duration

if TYPE_CHECKING:
    from exit_desktop.domain.contacts import WorkEntry
    from exit_desktop.system.language import Texts


class OwnWork(StrEnum):
    """Work that belongs to no citizen."""

    TEAM_MEETING = "team_meeting"
    OUTREACH = "outreach"
    SUPERVISION = "supervision"
    COURSE = "course"
    ADMINISTRATION = "administration"
    OTHER = "other"


OWN_WORK = {
    OwnWork.TEAM_MEETING: mark("Team meeting"),
    OwnWork.OUTREACH: mark("Outreach"),
    OwnWork.SUPERVISION: mark("Supervision"),
    OwnWork.COURSE: mark("Course or training"),
    OwnWork.ADMINISTRATION: mark("Administration"),
    OwnWork.OTHER: mark("Something else"),
}


@dataclass(frozen=True, slots=True)
class HoursMonth:
    """The entries of a calendar month, the newest first."""

    first: date
    entries: tuple[WorkEntry, ...] = field(repr=False)


def kind_of(entry: WorkEntry) -> OwnWork:
    """Return what an entry was; a kind from elsewhere is something else."""
    return OwnWork(entry.kind) if entry.kind in set(OwnWork) else OwnWork.OTHER


def hours_by_month(entries: Iterable[WorkEntry]) -> tuple[HoursMonth, ...]:
    """Return entries by month, the newest first."""
    months: dict[date, list[WorkEntry]] = {}
    for entry in sorted(entries, key=lambda entry: (entry.on, entry.id), reverse=True):
        months.setdefault(entry.on.replace(day=1), []).append(entry)
    return tuple(HoursMonth(first, tuple(inside)) for first, inside in months.items())


def sums_of(month: HoursMonth, t: Texts) -> tuple[str, str]:
    """Return the hours of a month, in all and of each kind."""
    sums: dict[OwnWork, int] = {}
    for entry in month.entries:
        sums[kind_of(entry)] = sums.get(kind_of(entry), 0) + entry.minutes
    kinds = [t("{kind} {time}", kind=t(OWN_WORK[k]), time=duration(sums[k], t)) for k in OwnWork if k in sums]
    return duration(sum(sums.values()), t), " · ".join(kinds)
