"""Looks for room on the disk before a large piece of work is begun, so that it does not end half way.

How much is needed depends on the work: what is re-encrypted stands on the disk up to three times, a copy once.
"""

from collections.abc import Iterable
from pathlib import Path

from exit_desktop.errors import TooLittleRoom
from exit_desktop.system.folders.here import free_bytes

MEGABYTE = 1 << 20
# How often a file may stand on the disk while it is worked on, and what else is written meanwhile. Never less than
# 200 MB would be kinder to a large vault, and would keep a small one from a small stick.
SPARE = 2 * MEGABYTE
COPIES = 3


def require_room(folder: Path, files: Iterable[Path] = (), copies: int = COPIES) -> None:
    """Raise TooLittleRoom unless the disk of `folder` has room for that many copies of `files`, and a little more.

    A disk that does not say how much room it has is not refused.
    """
    missing = missing_room(folder, SPARE + copies * size_of(files))
    if missing:
        raise TooLittleRoom(needed=in_megabytes(missing))


def size_of(files: Iterable[Path]) -> int:
    """Return how many bytes those of these files that are there hold."""
    return sum(one.stat().st_size for one in files if one.exists())


def missing_room(folder: Path, needed: int) -> int:
    """Return how many bytes the disk of `folder` has too few; 0 where it does not say how much room it has."""
    free = free_bytes(folder)
    return 0 if free is None else max(0, needed - free)


def in_megabytes(size: int) -> int:
    """Return a size in whole megabytes, rounded up."""
    return -(-size // MEGABYTE)
