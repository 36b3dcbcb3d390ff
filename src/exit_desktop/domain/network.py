"""The support network and the handover of its tasks."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

WEAKEST, STRONGEST = 1, 3


class TaskHolder(StrEnum):
    """Who carries a support task now."""

    WORKER = "worker"
    SHARED = "shared"
    NETWORK = "network"
    CITIZEN = "citizen"


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
