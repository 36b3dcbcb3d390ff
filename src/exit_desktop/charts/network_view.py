"""What a map of a support network shows: the citizen in the middle, people and services in two halves around."""

from __future__ import annotations

from dataclasses import dataclass, field

STRONGEST = 3
STRENGTHS = (3, 2, 1)
"""The rings of the map from the inside out: 3 is a close tie."""


@dataclass(frozen=True, slots=True)
class TakenTask:
    """A support task that someone takes or is to take, and whether it was tried out."""

    words: str = field(repr=False)
    tried_out: bool = False


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """Someone on the map, known by a role; the name is left out where it is not to be shown."""

    id: str
    role: str = field(repr=False)
    professional: bool = False
    strength: int = 2
    name: str = field(default="", repr=False)
    takes: tuple[TakenTask, ...] = field(default=(), repr=False)

    @property
    def tried_out(self) -> bool:
        """Whether one of the tasks was tried out."""
        return any(task.tried_out for task in self.takes)


@dataclass(frozen=True, slots=True)
class NetworkView:
    """The whole map; `middle` is what the citizen is called on it."""

    middle: str = field(repr=False)
    nodes: tuple[NetworkNode, ...] = ()

    def half(self, professional: bool) -> tuple[NetworkNode, ...]:
        """Return who stands in one half, the closest first."""
        chosen = (node for node in self.nodes if node.professional == professional)
        return tuple(sorted(chosen, key=lambda node: (-node.strength, node.role.casefold(), node.id)))
