"""Looks from one ordinary user's process into another's memory, and lets one crash, with and without the hardening.

Argument: a folder in which a core file may fall. Tells whether the memory could be read and whether a core was made.
"""

import ctypes
import json
import os
import resource
import signal
import sys
from pathlib import Path

from exit_desktop.system import hardening

NOBODY = 65534
PR_SET_DUMPABLE = 4
PR_SET_PDEATHSIG = 1


def become_ordinary() -> None:
    """Go on as a user without any right; as one already, stay so."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    # A change of user closes the process by itself; an ordinary start does not.
    ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)


def waiting(hardened: bool) -> int:
    """Start a process that waits; return its id when it is ready."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if hardened:
            hardening.forbid_core_dumps()
            hardening.forbid_other_readers()
        os.write(writer, b"!")
        signal.pause()
    os.read(reader, 1)
    return child


def is_readable(child: int) -> bool:
    """Tell whether the memory of another process can be opened and read."""
    try:
        with Path(f"/proc/{child}/maps").open(encoding="utf-8") as maps:
            first = int(maps.readline().split("-")[0], 16)
        with Path(f"/proc/{child}/mem").open("rb", buffering=0) as memory:
            memory.seek(first)
            return bool(memory.read(16))
    except PermissionError:
        return False


def core_of(child: int) -> bool:
    """Let a process crash; tell whether the kernel made a core of it."""
    os.kill(child, signal.SIGSEGV)
    return os.WCOREDUMP(os.waitpid(child, 0)[1])


def main(folder: Path) -> None:
    """Try both, hardened and not."""
    os.chdir(folder)
    become_ordinary()
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
    told = {}
    for name, hardened in (("hardened", True), ("plain", False)):
        child = waiting(hardened)
        told[name] = {"readable": is_readable(child), "core": core_of(child)}
    print(json.dumps(told))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
