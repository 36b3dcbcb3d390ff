"""A package as a file that is ready to be written."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SealedBundle:
    """A file ready to be written: a neutral name and its bytes."""

    name: str
    content: bytes = field(repr=False)
    units: int
