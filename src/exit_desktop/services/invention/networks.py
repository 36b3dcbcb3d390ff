"""The people around an invented citizen, and how the support tasks of the story move to them phase by phase."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from exit_desktop.domain.calendar import Calendar, Phase, phase_of
from exit_desktop.domain.network import Handover, NetworkMeeting, NetworkPerson, SupportTask, TaskHolder
from exit_desktop.services.invention.seeds import workday
from exit_desktop.services.invention.storylines import THREADS

if TYPE_CHECKING:
    from exit_desktop.services.invention.story import Story

# What the citizen may call them; no real names.
_CALLED = {
    "mor": ("Mutti", "Mams"),
    "søster": ("Søs", "Lillesøs"),
    "veninde": ("Tulle", "Pylle"),
    "bror": ("Basse", "Brormand"),
    "nabo": ("Skipper", "Krølle"),
    "kusine": ("Trunte", "Musse"),
    "tante": ("Moster", "Faster"),
    "tidligere kollega": ("Mester", "Makker"),
}
_KNOWS = ("det hele", "noget", "noget", "intet")
_RESPONSIBLE = ("bostøtten", "støtte-kontaktpersonen", "sagsbehandleren", "værestedets kontaktperson", "jobkonsulenten")
# Whose hands a task may lie in; in the third phase most have been taken over.
_HANDS = {
    Phase.ONE: (TaskHolder.WORKER, TaskHolder.WORKER, TaskHolder.SHARED),
    Phase.TWO: (TaskHolder.WORKER, TaskHolder.SHARED, TaskHolder.SHARED, TaskHolder.NETWORK, TaskHolder.CITIZEN),
    Phase.THREE: (*[TaskHolder.NETWORK] * 3, *[TaskHolder.CITIZEN] * 2, TaskHolder.SHARED, TaskHolder.WORKER),
}
_TRIED_BEFORE = timedelta(days=14)


def invent_network(story: Story) -> tuple[NetworkPerson, ...]:
    """Return the people around the citizen: some who are close, and someone from each of the first threads."""
    if story.start is None:
        return ()
    rng = story.rng
    people = []
    for role in rng.sample([*_CALLED], rng.choice((2, 2, 3, 4))):
        name = rng.choice(_CALLED[role]) if rng.random() < 0.3 else ""
        note = story.tell("person.close") if rng.random() < 0.7 else ""
        people.append(NetworkPerson(story.id(), role, name, False, rng.randrange(1, 4), rng.choice(_KNOWS), note))
    # A course that has just begun knows fewer services, and less well.
    known = story.line.threads[: 2 if story.progress(story.last_day) < 0.2 else 3]
    for actor in dict.fromkeys(rng.choice(THREADS[thread].actors) for thread in known):
        strength = min(3, 1 + round(story.progress(story.last_day)) + rng.randrange(2))
        note = story.tell("person.professional") if rng.random() < 0.7 else ""
        people.append(NetworkPerson(story.id(), actor, "", True, strength, rng.choice(_KNOWS), note))
    return tuple(people)


def invent_handover(story: Story, calendar: Calendar, network: tuple[NetworkPerson, ...]) -> Handover:
    """Return the tasks of the story where its phase has brought them, and the plan for afterwards in phase 3."""
    if story.start is None:
        return Handover()
    phase = max(Phase.ONE, phase_of(calendar))
    threads = story.line.threads[: 2 if phase is Phase.ONE else 4]
    tasks = tuple(_task(story, thread, phase, network) for thread in threads)
    late = phase is Phase.THREE
    if late:
        # One thing is still to be settled, as it mostly is.
        tasks = (*tasks[:-1], SupportTask(tasks[-1].id, tasks[-1].what, TaskHolder.SHARED))
    backs = {Phase.ONE: (), Phase.TWO: (25,), Phase.THREE: (40, 12)}[phase]
    meetings = tuple(_meeting(story, back, network) for back in backs)
    plan = story.tell("longterm") if late else ""
    return Handover(tasks, meetings, plan, story.rng.choice(_RESPONSIBLE) if late else "")


def _task(story: Story, thread: str, phase: Phase, network: tuple[NetworkPerson, ...]) -> SupportTask:
    rng = story.rng
    holder = rng.choice(_HANDS[phase])
    what = story.tell(f"{thread}.task", story.began)
    if holder is TaskHolder.WORKER:
        return SupportTask(story.id(), what)
    moved = _day_back(story, rng.randrange(8, 40))
    taker = None if holder is TaskHolder.CITIZEN else _taker(story, thread, network).id
    tried = _day_back(story, (story.last_day - moved).days + _TRIED_BEFORE.days)
    if tried >= moved or (holder is TaskHolder.SHARED and rng.random() < 0.5):
        return SupportTask(story.id(), what, holder, taker, moved)
    return SupportTask(story.id(), what, holder, taker, moved, tried, story.tell("task.went", tried))


def _taker(story: Story, thread: str, network: tuple[NetworkPerson, ...]) -> NetworkPerson:
    """Return someone who works with the thread, or anyone who is there."""
    fitting = [person for person in network if person.role in THREADS[thread].actors]
    return story.rng.choice(fitting or network)


def _meeting(story: Story, back: int, network: tuple[NetworkPerson, ...]) -> NetworkMeeting:
    on = _day_back(story, back)
    who = ", ".join(person.role for person in story.rng.sample(network, min(3, len(network))))
    return NetworkMeeting(story.id(), on, who, story.tell("meeting", on))


def _day_back(story: Story, days: int) -> date:
    return workday(max(story.began, story.last_day - timedelta(days=days)))
