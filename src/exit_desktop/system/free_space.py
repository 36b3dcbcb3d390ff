"""Looks for room on the disk before a large piece of work is begun, so that it does not end half way."""

from collections.abc import Iterable
from pathlib import Path

from exit_desktop.errors import TooLittleRoom
from exit_desktop.system.folders.here import free_bytes

# What an ordinary day may still need beside the work, and how often the file may stand on the disk during it.
SPARE = 200 << 20
COPIES = 3
_MEGABYTE = 1 << 20


def require_room(folder: Path, files: Iterable[Path] = ()) -> None:
    """Raise TooLittleRoom unless the disk of `folder` has room for three copies of `files`, and 200 MB at least.

    A disk that does not say how much room it has is not refused.
    """
    needed = max(SPARE, COPIES * sum(one.stat().st_size for one in files if one.exists()))
    free = free_bytes(folder)
    if free is not None and free < needed:
        raise TooLittleRoom(needed=-(-(needed - free) // _MEGABYTE))
