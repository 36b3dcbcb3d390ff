"""The activity plan: versions of focus areas, wishes in the citizen's own words, and activities (model 14)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum

from exit_desktop.domain.calendar import Phase


class FocusArea(StrEnum):
    """The eight focus areas of the method; they are not the ten areas of the life situation."""

    FINANCES = "finances"
    HOUSING = "housing"
    NETWORK = "network"
    MENTAL_HEALTH = "mental_health"
    PHYSICAL_HEALTH = "physical_health"
    SUBSTANCE_MISUSE = "substance_misuse"
    EDUCATION_WORK = "education_work"
    DAILY_ACTIVITIES = "daily_activities"


class Doer(StrEnum):
    """Who does an activity."""

    CITIZEN = "citizen"
    WORKER = "worker"
    TOGETHER = "together"
    ACTOR = "actor"


class ActivityStatus(StrEnum):
    """How far an activity has come."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"


class FrozenBy(StrEnum):
    """What made a version fast; the next change opens a new one."""

    PRINT = "print"
    EVALUATION = "evaluation"
    TRANSITION = "transition"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing to do: what, who, by when. `service` is the id of a service."""

    id: str
    what: str
    who: Doer = Doer.TOGETHER
    actor: str = ""
    service: str | None = None
    by: date | None = None
    at: time | None = None
    status: ActivityStatus = ActivityStatus.PLANNED
    agreement: str = ""
    evaluation: str = ""
    evaluated_on: date | None = None
    goes_on_after: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """What the citizen wishes, in their own words; `words` may be empty when activities stand for themselves."""

    id: str
    words: str
    activities: tuple[Activity, ...] = ()


@dataclass(frozen=True, slots=True)
class Focus:
    """An area that this phase works on, and why."""

    id: str
    area: FocusArea
    phase: Phase
    why: str = ""
    wishes: tuple[Wish, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """One version of the plan."""

    id: str
    number: int
    opened_on: date
    focuses: tuple[Focus, ...] = ()
    review_on: date | None = None
    citizen_took_part: bool | None = None
    frozen_on: date | None = None
    frozen_by: FrozenBy | None = None


OPEN_STATUSES = (ActivityStatus.PLANNED, ActivityStatus.UNDER_WAY)
FEWEST_FOCUS_AREAS, MOST_FOCUS_AREAS = 3, 5


def activities_of(version: PlanVersion) -> Iterator[tuple[Focus, Wish, Activity]]:
    """Yield every activity with the wish and focus that it stands under, in the order of the plan."""
    for focus in version.focuses:
        for wish in focus.wishes:
            for activity in wish.activities:
                yield focus, wish, activity


def with_others(version: PlanVersion) -> tuple[Activity, ...]:
    """Return the activities that somebody else does; what was dropped needs no agreement any more."""
    others = (activity for _, _, activity in activities_of(version) if activity.who is Doer.ACTOR)
    return tuple(activity for activity in others if activity.status is not ActivityStatus.DROPPED)


def current_plan(versions: Iterable[PlanVersion]) -> PlanVersion | None:
    """Return the newest version."""
    return max(versions, key=lambda version: version.number, default=None)


def open_version(newest: PlanVersion | None, new_id: str, today: date) -> PlanVersion:
    """Return a version that may be changed: the newest one, or its successor when that is frozen."""
    if newest is None:
        return PlanVersion(new_id, 1, today)
    if newest.frozen_on is None:
        return newest
    return replace(newest, id=new_id, number=newest.number + 1, opened_on=today, frozen_on=None, frozen_by=None)


def next_steps(version: PlanVersion | None, most: int = 6) -> tuple[tuple[Focus, Activity], ...]:
    """Return the open activities, the nearest date first, those without a date last."""
    if version is None:
        return ()
    steps = [(focus, activity) for focus, _, activity in activities_of(version) if activity.status in OPEN_STATUSES]
    return tuple(sorted(steps, key=lambda step: (step[1].by or date.max, step[1].at or time.max))[:most])


def is_adjusted(versions: Iterable[PlanVersion]) -> bool:
    """Return whether the newest version differs from the last evaluated one in what is to be done."""
    ordered = sorted(versions, key=lambda version: version.number)
    evaluated = [version for version in ordered if version.frozen_by is FrozenBy.EVALUATION]
    return bool(evaluated) and ordered[-1].focuses != evaluated[-1].focuses
