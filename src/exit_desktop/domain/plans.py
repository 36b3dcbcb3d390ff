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


def activities_of(version: PlanVersion) -> Iterator[tuple[Focus, Wish, Activity]]:
    """Yield every activity with the wish and focus that it stands under, in the order of the plan."""
    for focus in version.focuses:
        for wish in focus.wishes:
            for activity in wish.activities:
                yield focus, wish, activity


def standing_activities(version: PlanVersion | None) -> tuple[Activity, ...]:
    """Return the activities of a plan that were not dropped."""
    every = activities_of(version) if version else ()
    return tuple(one for _, _, one in every if one.status is not ActivityStatus.DROPPED)


def agreements_of(version: PlanVersion | None) -> tuple[tuple[Activity, ...], tuple[Activity, ...]]:
    """Return the activities that somebody else does, and those of them that an agreement is written for.

    What was dropped needs none any more.
    """
    needed = tuple(activity for activity in standing_activities(version) if activity.who is Doer.ACTOR)
    return needed, tuple(activity for activity in needed if activity.agreement.strip())


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


def last_evaluated(versions: Iterable[PlanVersion], by: date = date.max) -> PlanVersion | None:
    """Return the newest version that was evaluated by then."""
    looked_at = (v for v in versions if v.frozen_by is FrozenBy.EVALUATION and v.frozen_on and v.frozen_on <= by)
    return current_plan(looked_at)


def is_adjusted(versions: Iterable[PlanVersion], by: date = date.max) -> bool:
    """Return whether the version of that day differs in what is to be done from the last one evaluated by then."""
    known = [version for version in versions if version.opened_on <= by]
    newest, looked_at = current_plan(known), last_evaluated(known, by)
    return newest is not None and looked_at is not None and newest.focuses != looked_at.focuses


def evaluated_within(versions: Iterable[PlanVersion], first: date, end: date) -> tuple[PlanVersion, ...]:
    """Return the versions that were evaluated from `first` on and before `end`."""
    return tuple(
        v for v in versions if v.frozen_by is FrozenBy.EVALUATION and v.frozen_on and first <= v.frozen_on < end
    )


def adjusted_within(versions: tuple[PlanVersion, ...], first: date, end: date) -> bool:
    """Return whether any version opened before `end` differs from an earlier one that was evaluated in that time."""
    return any(
        later.focuses != looked_at.focuses
        for looked_at in evaluated_within(versions, first, end)
        for later in versions
        if later.number > looked_at.number and later.opened_on < end
    )
