"""What stands around an invented course: milestones, consents, orientation, sharing and retention."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from exit_desktop.domain.calendar import Calendar, add_months, closed_on
from exit_desktop.domain.courses import (
    CameThrough,
    Consent,
    HowGiven,
    Milestone,
    MilestoneKind,
    Orientation,
    Retention,
    Sharing,
    TargetGroup,
)
from exit_desktop.services.invention.seeds import workday
from exit_desktop.services.invention.storylines import THREADS

if TYPE_CHECKING:
    from exit_desktop.services.invention.story import Story

_MOVES = {"roof": MilestoneKind.MOVED, "lease": MilestoneKind.MOVED, "job": MilestoneKind.JOB}
_WAYS = (
    *[CameThrough.NGO] * 3,
    *[CameThrough.MUNICIPAL_ACTOR] * 3,
    CameThrough.OWN_INITIATIVE,
    CameThrough.KC_PROSTITUTION,
)


def invent_orientation(story: Story) -> Orientation:
    """Return what the orientation found out; the check is still open in some that have not begun."""
    checked = story.start is not None or story.rng.random() < 0.5
    return Orientation(
        came_through=story.rng.choice(_WAYS),
        target_group=TargetGroup.INSIDE if checked else TargetGroup.NOT_CHECKED,
        target_note=story.tell("target", story.first_talk) if checked else "",
        acute_help=story.tell("acute", story.first_talk) if story.rng.random() < 0.6 else "",
    )


def invent_milestones(story: Story) -> tuple[Milestone, ...]:
    """Return the dated marks that have come by now: a flat or a job of the storyline, and small things."""
    if story.start is None:
        return ()
    wanted = [(_MOVES[thread], 95 + 50 * i) for i, thread in enumerate(story.line.threads) if thread in _MOVES]
    if story.rng.random() < 0.5:
        wanted.append((story.rng.choice((MilestoneKind.OTHER, MilestoneKind.COURT, MilestoneKind.HOSPITAL)), 70))
    if story.situation.pause_after:
        wanted.append((MilestoneKind.HOSPITAL, story.situation.pause_after))
    made = []
    for kind, day in wanted:
        on = story.start + timedelta(days=day)
        if on <= story.last_day and not story.away(on):
            made.append(Milestone(story.id(), on, kind, story.tell(f"milestone.{kind}", on)))
    return tuple(sorted(made, key=lambda mark: mark.on))


def invent_consents(story: Story) -> tuple[Consent, ...]:
    """Return a yes to talk with someone, when one was asked for."""
    if story.start is None or story.situation.anonymous or story.rng.random() < 0.4:
        return ()
    with_whom = story.rng.choice(THREADS[story.line.threads[0]].actors)
    given = workday(story.start + timedelta(days=10))
    if given > story.last_day:
        return ()
    return (Consent(story.id(), HowGiven.TALK, with_whom, story.tell("consent", given), given),)


def invent_sharing(story: Story) -> Sharing:
    """Return what may leave; an anonymous course allows nothing or coded."""
    if story.start is None:
        return Sharing.NOT_ASKED
    if story.situation.anonymous:
        return Sharing.CODED
    return story.rng.choice((Sharing.CODED, Sharing.CODED, Sharing.FULL, Sharing.NOTHING, Sharing.NOT_ASKED))


def invent_retention(calendar: Calendar) -> Retention:
    """Return when a closed course is erased: a year after its end."""
    ended: date | None = closed_on(calendar)
    return Retention() if ended is None else Retention(add_months(ended, 12))
