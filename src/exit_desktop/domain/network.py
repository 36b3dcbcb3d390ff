"""The support network and the handover of its tasks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

WEAKEST, STRONGEST = 1, 3
LONGEST_ROLE = 60


class Strength(IntEnum):
    """How strong a tie is, as the citizen sees it."""

    WEAK = WEAKEST
    MEDIUM = 2
    STRONG = STRONGEST


class TaskHolder(StrEnum):
    """Who carries a support task now."""

    WORKER = "worker"
    SHARED = "shared"
    NETWORK = "network"
    CITIZEN = "citizen"


BOARD = (TaskHolder.WORKER, TaskHolder.SHARED, TaskHolder.CITIZEN, TaskHolder.NETWORK)
"""The columns of the handover board, from the worker's hands to those that stay."""


@dataclass(frozen=True, slots=True)
class NetworkPerson:
    """Someone around the citizen: a role, and at most a name as the citizen calls them. Strength 1 (weak) to 3."""

    id: str
    role: str
    name: str = ""
    professional: bool = False
    strength: int = 2
    knows: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SupportTask:
    """A piece of support that moves from the worker to whoever is there afterwards; `taker` is a network person."""

    id: str
    what: str
    holder: TaskHolder = TaskHolder.WORKER
    taker: str | None = None
    moved_on: date | None = None
    tried_out_on: date | None = None
    how_it_went: str = ""


@dataclass(frozen=True, slots=True)
class NetworkMeeting:
    """A meeting with the network."""

    id: str
    on: date
    who_came: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Handover:
    """Tasks, meetings, the long-term plan and who is responsible after the end."""

    tasks: tuple[SupportTask, ...] = ()
    meetings: tuple[NetworkMeeting, ...] = ()
    long_term_plan: str = ""
    responsible_actor: str = ""


def person_order(person: NetworkPerson) -> tuple[object, ...]:
    """Sort key of people as they are read: the private half first, the strongest ties first."""
    return (person.professional, -person.strength, person.role.casefold(), person.id)


def task_order(task: SupportTask) -> tuple[object, ...]:
    """Sort key of the cards in a column: those moved long ago first, the newest at the foot."""
    return (task.moved_on or date.min, task.what.casefold(), task.id)


def waits_for_taker(task: SupportTask, people: Iterable[NetworkPerson]) -> bool:
    """Return whether nobody would do the task after the end: the worker holds it, or it is not said who takes it."""
    if task.holder is TaskHolder.WORKER:
        return True
    return task.holder is not TaskHolder.CITIZEN and task.taker not in {person.id for person in people}
