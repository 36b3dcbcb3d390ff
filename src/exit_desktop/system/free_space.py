"""Looks for room on the disk before a large piece of work is begun, so that it does not end half way."""

from collections.abc import Iterable
from pathlib import Path

from exit_desktop.errors import TooLittleRoom
from exit_desktop.system.folders.here import free_bytes

# How often a file may stand on the disk while it is worked on, and what else is written meanwhile. Never less than
# 200 MB would be kinder to a large vault, and would keep a small one from a small stick.
SPARE = 2 << 20
COPIES = 3
_MEGABYTE = 1 << 20


def require_room(folder: Path, files: Iterable[Path] = ()) -> None:
    """Raise TooLittleRoom unless the disk of `folder` has room for three copies of `files`, and a little more.

    A disk that does not say how much room it has is not refused.
    """
    needed = SPARE + COPIES * sum(one.stat().st_size for one in files if one.exists())
    free = free_bytes(folder)
    if free is not None and free < needed:
        raise TooLittleRoom(needed=-(-(needed - free) // _MEGABYTE))
