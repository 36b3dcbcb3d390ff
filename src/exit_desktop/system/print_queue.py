"""The queue of this computer's print system: which papers of this program it still keeps, and letting go of them.

CUPS (Linux, macOS) keeps what was printed for a day unless it is told otherwise. Qt prints through its library and
hands out no number of the job, so the same library is asked for the user's own jobs under the program's neutral name.
A queue on another machine is left alone: nothing here calls out. Windows keeps nothing unless a printer is set to, and
has no way to ask for it. Written for libcups 2; macOS has the same library (reviewed; not tried there yet).
"""

import ctypes
import sys
from dataclasses import dataclass
from functools import cache

_LIBRARIES = {"linux": "libcups.so.2", "darwin": "/usr/lib/libcups.2.dylib"}
_ALL, _MINE, _PURGE = -1, 1, 1
# IPP: up to this state a job waits or is being printed.
_STOPPED, _FINE = 6, 0x00FF


class _Job(ctypes.Structure):
    """What libcups calls cups_job_t."""

    _fields_ = (
        ("id", ctypes.c_int),
        ("dest", ctypes.c_char_p),
        ("title", ctypes.c_char_p),
        ("user", ctypes.c_char_p),
        ("format", ctypes.c_char_p),
        ("state", ctypes.c_int),
        ("size", ctypes.c_int),
        ("priority", ctypes.c_int),
        ("completed_time", ctypes.c_long),
        ("creation_time", ctypes.c_long),
        ("processing_time", ctypes.c_long),
    )


@dataclass(frozen=True, slots=True)
class Purged:
    """How many papers the queue has let go of, how many are not printed yet, and how many it would not let go of.

    `asked` is False where the queue did not answer, or stands on another machine (`elsewhere`): then nothing is known.
    """

    gone: int = 0
    waiting: int = 0
    refused: int = 0
    asked: bool = True
    elsewhere: bool = False


def can_purge() -> bool:
    """Return whether this system's queue can be asked to let go of what it keeps; nobody is called."""
    return _library() is not None


def purge_printed(title: str) -> Purged:
    """Let the queue of this computer let go of the user's printed papers under that title."""
    cups = _library()
    if cups is None:
        return Purged(asked=False)
    if not _is_here(cups.cupsServer()):
        return Purged(asked=False, elsewhere=True)
    jobs = _jobs_of(cups, title.encode())
    if jobs is None:
        return Purged(asked=False)
    gone = waiting = refused = 0
    for number, queue, state in jobs:
        if state <= _STOPPED:
            waiting += 1
        elif cups.cupsCancelJob2(None, queue, number, _PURGE) <= _FINE:
            gone += 1
        else:
            refused += 1
    return Purged(gone, waiting, refused)


def _jobs_of(cups: ctypes.CDLL, title: bytes) -> list[tuple[int, bytes, int]] | None:
    """Return number, queue and state of each; None where the print system does not answer."""
    found = ctypes.POINTER(_Job)()
    count = cups.cupsGetJobs2(None, ctypes.byref(found), None, _MINE, _ALL)
    if count < 0:
        return None
    try:
        return [(job.id, job.dest, job.state) for job in found[:count] if job.title == title]
    finally:
        cups.cupsFreeJobs(count, found)


def _is_here(server: bytes | None) -> bool:
    return server is not None and (server.startswith((b"/", b"127.")) or server in (b"localhost", b"::1"))


@cache
def _library() -> ctypes.CDLL | None:
    name = _LIBRARIES.get(sys.platform)
    if name is None:
        return None
    try:
        cups = ctypes.CDLL(name)
    except OSError:
        return None
    cups.cupsServer.restype = ctypes.c_char_p
    cups.cupsCancelJob2.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_int]
    jobs = ctypes.POINTER(ctypes.POINTER(_Job))
    cups.cupsGetJobs2.argtypes = [ctypes.c_void_p, jobs, ctypes.c_char_p, ctypes.c_int, ctypes.c_int]
    cups.cupsFreeJobs.argtypes = [ctypes.c_int, ctypes.POINTER(_Job)]
    return cups
