"""Keeps the number of the last commit beside the vault and in the settings folder, so that missing rows are told.

A damaged tail of the write-ahead log looks to SQLite like an unfinished write, and a whole folder put back is whole in
itself: only a number kept elsewhere tells. It is written after the commit and without waiting for the disk, so it may
lag behind and never runs ahead.
"""

import os
from contextlib import suppress
from pathlib import Path

from exit_desktop.errors import Failure, FolderIsOlderCopy, VaultLostRows

COUNTER_NAME = "vault.commit"
_DIGITS = 20


class CommitCounter:
    """The number of the last commit in one small file, held open while the vault is."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def read(self) -> int:
        """Return the number kept, 0 when there is none to be read."""
        try:
            text = self._path.read_bytes()[:_DIGITS]
        except OSError:
            return 0
        return int(text) if len(text) == _DIGITS and text.isdigit() else 0

    def keep(self, number: int) -> None:
        """Keep `number`; a counter that cannot be written must not undo a commit that is made."""
        with suppress(OSError):
            if self._descriptor is None:
                flags = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
                self._descriptor = os.open(self._path, flags, 0o600)
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, b"%0*d\n" % (_DIGITS, number))

    def close(self) -> None:
        """Let go of the file."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


class Counters:
    """The number beside the vault, and the one in the settings folder where one is kept."""

    def __init__(self, folder: Path, outside: Path | None) -> None:
        self._counters = [CommitCounter(one) for one in (folder / COUNTER_NAME, outside) if one is not None]

    def told(self, inside: int) -> list[Failure]:
        """Return what the numbers tell of a vault that holds `inside`."""
        known = [counter.read() for counter in self._counters]
        if known[0] > inside:
            return [VaultLostRows()]
        return [FolderIsOlderCopy()] if max(known) > inside else []

    def highest(self) -> int:
        """Return the highest number known of this vault."""
        return max(counter.read() for counter in self._counters)

    def keep(self, number: int) -> None:
        """Keep `number` in each."""
        for counter in self._counters:
            counter.keep(number)

    def close(self) -> None:
        """Let go of the files."""
        for counter in self._counters:
            counter.close()
