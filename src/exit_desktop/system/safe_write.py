"""Writes a file so that a crash, a power cut or a full disk leaves the old one or the new one, never half of either."""

import errno
import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path

from exit_desktop.errors import DiskFull, Failure, FolderNotWritable

# Windows knows no quota. EIO: a disk that does not answer.
FULL = {errno.ENOSPC, errno.EFBIG, errno.EIO, getattr(errno, "EDQUOT", errno.ENOSPC)}
REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EISDIR, errno.ENOTDIR}


def write_file(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Replace `path` by `data`; raises DiskFull or FolderNotWritable with the old file untouched."""
    sibling = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        _write_through(sibling, data, mode)
        sibling.replace(path)
        sync_folder(path.parent)
    except OSError as fault:
        failure = told(fault)
        if failure is None:
            raise
        raise failure from None
    finally:
        # A disk that does not let go of it must not hide what is told.
        with suppress(OSError):
            sibling.unlink(missing_ok=True)


def told(fault: OSError) -> Failure | None:
    """Return the failure that a user can mend behind `fault`, or None where there is none."""
    if fault.errno in FULL:
        return DiskFull()
    return FolderNotWritable() if fault.errno in REFUSED else None


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` last through a power cut; Windows does that by itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_through(path: Path, data: bytes, mode: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
