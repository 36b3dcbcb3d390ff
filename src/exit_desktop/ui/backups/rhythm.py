"""When a backup is due by itself."""

from __future__ import annotations

from collections.abc import Callable

MANY_CHANGES = 50
QUIET_SECONDS = 600


class Rhythm:
    """Due after 50 changes, or when something was changed and then nothing for ten minutes.

    `seconds` is a clock that only goes forward; `changes` are those that an earlier session left.
    """

    def __init__(self, seconds: Callable[[], float], changes: int) -> None:
        self._seconds = seconds
        self.changes = changes
        self._counted = changes
        self._since = seconds()

    def note_change(self) -> None:
        """Something was written."""
        self.changes += 1
        self._counted += 1
        self._since = self._seconds()

    def note_backup(self, changes: int) -> None:
        """A backup was made; `changes` were written after the moment that it keeps."""
        self.changes = self._counted = changes
        self._since = self._seconds()

    def put_off(self) -> None:
        """One could not be made, or was in the way: not again at once."""
        self._counted = 0
        self._since = self._seconds()

    def is_due(self) -> bool:
        """Tell whether it is time."""
        quiet = self._seconds() - self._since >= QUIET_SECONDS
        return self._counted >= MANY_CHANGES or (self.changes > 0 and quiet)
