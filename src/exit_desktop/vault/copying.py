"""What holds a vault while it is open, and who copies it: one at a time, in sight of whoever closes the vault."""

import threading
from dataclasses import dataclass
from pathlib import Path

from exit_desktop.errors import BackupStopped
from exit_desktop.system.single_instance import Lock

# A copier answers between two pieces of 1 MB. One that hangs on a dead stick must not keep a vault from being locked:
# it only reads, and what it writes does not count.
LONGEST_WAIT = 0.5


@dataclass(frozen=True, slots=True)
class Holding:
    """What holds a folder while it is open: the lock, and the counter kept outside of it (None: none is kept)."""

    lock: Lock
    outside: Path | None = None


class Copying:
    """Held while a vault is copied; `with` waits for the one before."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ending = False

    @property
    def under_way(self) -> bool:
        """Whether a copy reads from the vault."""
        return self._lock.locked()

    def check(self) -> None:
        """Raise BackupStopped once the vault closes."""
        if self._ending:
            raise BackupStopped

    def end(self) -> None:
        """Let a copy that is under way stop."""
        self._ending = True
        if self._lock.acquire(timeout=LONGEST_WAIT):
            self._lock.release()

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()
