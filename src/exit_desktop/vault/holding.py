"""What holds the folder of a vault while it is open."""

from dataclasses import dataclass
from pathlib import Path

from exit_desktop.errors import OnlyForReading
from exit_desktop.system.single_instance import Lock


@dataclass(frozen=True, slots=True)
class Holding:
    """The lock, the counter kept outside of the folder (None: none is kept), this machine's id (empty: none is known).

    A disk that cannot be written needs no lock, and has none.
    """

    lock: Lock | None
    outside: Path | None = None
    machine: str = ""

    @property
    def read_only(self) -> bool:
        """Whether the disk cannot be written."""
        return self.lock is None

    def refuse_read_only(self) -> None:
        """Raise OnlyForReading where nothing can be written."""
        if self.read_only:
            raise OnlyForReading

    def release(self) -> None:
        """Give the folder back."""
        if self.lock is not None:
            self.lock.release()
