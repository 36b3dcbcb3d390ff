"""What stands around an invented course: people, handover, milestones, consents, orientation and retention."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from exit_desktop.domain.calendar import Calendar, Phase, add_months, closed_on, phase_of
from exit_desktop.domain.courses import (
    CameThrough,
    Consent,
    Milestone,
    MilestoneKind,
    Orientation,
    Retention,
    Sharing,
    TargetGroup,
)
from exit_desktop.domain.network import Handover, NetworkMeeting, NetworkPerson, SupportTask, TaskHolder
from exit_desktop.services.invention.seeds import workday
from exit_desktop.services.invention.storylines import THREADS

if TYPE_CHECKING:
    from exit_desktop.services.invention.story import Story

_CLOSE = ("søster", "veninde", "mor", "bror", "nabo", "kusine", "tante", "tidligere kollega")
_KNOWS = ("det hele", "noget", "noget", "intet")
_MOVES = {"roof": MilestoneKind.MOVED, "lease": MilestoneKind.MOVED, "job": MilestoneKind.JOB}
_RESPONSIBLE = ("bostøtten", "støtte-kontaktpersonen", "sagsbehandleren", "værestedets kontaktperson", "jobkonsulenten")
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


def invent_network(story: Story) -> tuple[NetworkPerson, ...]:
    """Return three to five people around the citizen, some of them professionals."""
    if story.start is None:
        return ()
    rng = story.rng
    people = []
    for role in rng.sample(_CLOSE, 2 + (rng.random() < 0.4)):
        note = story.tell("person.close") if rng.random() < 0.7 else ""
        people.append(NetworkPerson(story.id(), role, "", False, rng.randrange(1, 4), rng.choice(_KNOWS), note))
    actors = sorted({actor for thread in story.line.threads for actor in THREADS[thread].actors})
    for actor in rng.sample(actors, 2):
        note = story.tell("person.professional") if rng.random() < 0.7 else ""
        people.append(NetworkPerson(story.id(), actor, "", True, rng.randrange(1, 4), rng.choice(_KNOWS), note))
    return tuple(people)


def invent_handover(story: Story, calendar: Calendar, network: tuple[NetworkPerson, ...]) -> Handover:
    """Return what moves to others from phase 2 on, and the plan for afterwards in phase 3."""
    phase = phase_of(calendar)
    if phase < Phase.TWO:
        return Handover()
    late = phase is Phase.THREE
    tasks = tuple(_task(story, person, late) for person in network[:3])
    meetings = tuple(_meeting(story, back) for back in ((40, 12) if late else (25,)))
    plan = story.tell("longterm") if late else ""
    return Handover(tasks, meetings, plan, story.rng.choice(_RESPONSIBLE) if late else "")


def _task(story: Story, person: NetworkPerson, late: bool) -> SupportTask:
    rng = story.rng
    holder = rng.choice((TaskHolder.NETWORK, TaskHolder.CITIZEN) if late else (TaskHolder.WORKER, TaskHolder.SHARED))
    what = story.tell("task")
    if not late:
        return SupportTask(story.id(), what, holder, person.id)
    moved = workday(story.last_day - timedelta(days=rng.randrange(8, 30)))
    tried = moved - timedelta(days=14)
    return SupportTask(story.id(), what, holder, person.id, moved, tried, story.tell("task.went", moved))


def _meeting(story: Story, back: int) -> NetworkMeeting:
    on = workday(story.last_day - timedelta(days=back))
    return NetworkMeeting(story.id(), on, ", ".join(story.rng.sample(_CLOSE, 2)), story.tell("meeting", on))


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
    return (Consent(story.id(), "talk", with_whom, story.tell("consent", given), given),)


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
