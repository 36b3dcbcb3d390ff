"""The plan of an invented course: a version for each phase, wishes in the citizen's words, and what became of them."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from exit_desktop.domain.calendar import Calendar, CourseState, Phase, state_of
from exit_desktop.domain.plans import Activity, ActivityStatus, Doer, Focus, FrozenBy, PlanVersion, Wish
from exit_desktop.services.invention.seeds import workday
from exit_desktop.services.invention.storylines import THREADS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exit_desktop.services.invention.story import Story

_DOERS = (Doer.TOGETHER, Doer.TOGETHER, Doer.CITIZEN, Doer.CITIZEN, Doer.WORKER, Doer.ACTOR)
_HALF_WAY = timedelta(days=45)


def invent_plans(story: Story, calendar: Calendar) -> tuple[PlanVersion, ...]:
    """Return the versions of the plan, the oldest first; none in orientation or before the second week."""
    if calendar.start is None:
        return ()
    made: list[PlanVersion] = []
    openings = list(_openings(story, calendar))
    for number, (opened, phase) in enumerate(openings, start=1):
        frozen = openings[number][0] if number < len(openings) else None
        made.append(_version(story, number, phase, (opened, frozen)))
    if made and state_of(calendar) is not CourseState.ACTIVE:
        made[-1] = _ended(story, made[-1])
    return tuple(made)


def _openings(story: Story, calendar: Calendar) -> Iterator[tuple[date, Phase]]:
    first = workday((calendar.start or story.first_talk) + timedelta(days=story.rng.randrange(9, 14)))
    if first <= story.last_day:
        yield first, Phase.ONE
    for transition in calendar.transitions:
        yield transition.on, transition.to_phase


def _version(story: Story, number: int, phase: Phase, span: tuple[date, date | None]) -> PlanVersion:
    opened, frozen = span
    threads = story.line.threads if phase is not Phase.THREE else story.line.threads[:3]
    until = frozen or story.last_day
    focuses = tuple(_focus(story, thread, phase, (opened, until)) for thread in threads)
    by = None if frozen is None else (FrozenBy.EVALUATION if phase is Phase.ONE else FrozenBy.TRANSITION)
    review = workday(max(opened, story.today - timedelta(days=4)) + timedelta(days=story.rng.randrange(10, 40)))
    review = workday(opened + _HALF_WAY) if frozen else review
    took_part = True if number > 1 or story.rng.random() < 0.95 else None
    return PlanVersion(story.id(), number, opened, focuses, review, took_part, frozen, by)


def _ended(story: Story, version: PlanVersion) -> PlanVersion:
    return PlanVersion(
        version.id,
        version.number,
        version.opened_on,
        version.focuses,
        None,
        version.citizen_took_part,
        story.last_day,
        FrozenBy.PRINT,
    )


def _focus(story: Story, thread: str, phase: Phase, span: tuple[date, date]) -> Focus:
    why = story.tell(f"{thread}.why", span[0])
    section = "english.wish" if story.situation.language == "en" else f"{thread}.wish"
    wishes = []
    for _ in range(1 if story.rng.random() < 0.7 else 2):
        activities = tuple(_activity(story, thread, phase, span) for _ in range(story.rng.choice((1, 1, 2))))
        wishes.append(Wish(story.id(), story.tell(section, span[0]), activities))
    return Focus(story.id(), THREADS[thread].area, phase, why, tuple(wishes))


def _activity(story: Story, thread: str, phase: Phase, span: tuple[date, date]) -> Activity:
    rng, (opened, until) = story.rng, span
    by = workday(opened + timedelta(days=rng.randrange(12, 100)))
    what = story.tell(f"{thread}.act", opened)
    who = rng.choice(_DOERS)
    actor = rng.choice(THREADS[thread].actors) if who is Doer.ACTOR else ""
    status = _status(story, by, until)
    evaluation, evaluated = "", None
    if status is ActivityStatus.DONE or (status is ActivityStatus.DROPPED and rng.random() < 0.5):
        evaluated = min(by, until)
        good = status is ActivityStatus.DONE and rng.random() < 0.75
        evaluation = story.tell(f"{thread}.{'good' if good else 'mixed'}", evaluated)
    return Activity(
        id=story.id(),
        what=what,
        who=who,
        actor=actor,
        by=by,
        at=time(rng.randrange(9, 15), 30) if rng.random() < 0.15 else None,
        status=status,
        evaluation=evaluation,
        evaluated_on=evaluated,
        goes_on_after=phase is Phase.THREE and status is not ActivityStatus.DROPPED,
    )


def _status(story: Story, by: date, until: date) -> ActivityStatus:
    chance = story.rng.random()
    if by < until:
        if chance < 0.08:
            return ActivityStatus.DROPPED
        return ActivityStatus.DONE if chance < 0.85 else ActivityStatus.UNDER_WAY
    return ActivityStatus.UNDER_WAY if chance < 0.5 else ActivityStatus.PLANNED
