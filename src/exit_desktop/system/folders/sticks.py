"""Finds the sticks and drives that are put in, so that nobody has to look for them among the system's own folders."""

import sys
from contextlib import suppress
from pathlib import Path, PurePosixPath

from exit_desktop.system.folders.mounts import places_below

_MOUNTS = Path("/proc/self/mountinfo")
_ABOVE = tuple(PurePosixPath(one) for one in ("/media", "/run/media", "/mnt"))
_MAC = Path("/Volumes")
_MOST = 6


def list_sticks() -> tuple[Path, ...]:
    """Return where sticks and drives stand, the last put in first; none on Windows, whose drives are listed anyway.

    Nothing on them is looked at: a drive that does not answer keeps nobody waiting.
    """
    found: tuple[Path, ...] = ()
    with suppress(OSError):
        if sys.platform == "darwin":
            # The disk of the system itself stands there as a link.
            found = tuple(sorted(one for one in _MAC.iterdir() if not one.is_symlink()))
        elif sys.platform != "win32":
            table = _MOUNTS.read_text("utf-8", "surrogateescape")
            found = tuple(Path(place) for place in places_below(_ABOVE, table))
    return found[:_MOST]
