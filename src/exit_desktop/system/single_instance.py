"""Lets one window or command at a time hold a vault; the kernel gives the lock back, also after a crash."""

import errno
import os
import sys
from pathlib import Path
from types import TracebackType

from exit_desktop.errors import AlreadyOpen
from exit_desktop.system.safe_write import told

HELD_BY_ANOTHER = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class Lock:
    """A held lock; `release()` or the end of a `with` gives it back."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Give the lock back; a second time does nothing. The file stays: an old one blocks nobody."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> "Lock":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def hold_lock(path: Path) -> Lock:
    """Hold the lock file `path`; raises AlreadyOpen, DiskFull or FolderNotWritable, each for its own cause."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    except OSError as fault:
        failure = told(fault)
        if failure is None:
            raise
        raise failure from None
    try:
        _lock(descriptor)
    except OSError as fault:
        os.close(descriptor)
        if fault.errno in HELD_BY_ANOTHER:
            raise AlreadyOpen from None
        raise
    return Lock(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
