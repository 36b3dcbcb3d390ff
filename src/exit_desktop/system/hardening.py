"""Closes the process against other programs of the same machine, as far as the system lets an ordinary user do so."""

import atexit
import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

PR_SET_DUMPABLE = 4
IN_MEMORY = {"tmpfs", "ramfs"}
MOUNTS = Path("/proc/self/mounts")


def harden() -> None:
    """Take every step below; one that this system does not know does nothing."""
    for step in STEPS:
        step()


def keep_files_private() -> None:
    """Let every new file and folder be the user's own."""
    os.umask(0o077)


def forbid_core_dumps() -> None:
    """Leave no picture of the memory behind after a crash."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def forbid_other_readers() -> None:
    """Refuse other processes of the same user a look into the memory (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def keep_temporary_files_in_memory() -> None:
    """Let libraries that write temporary files (printing) do so where no disk holds them, if there is such a place."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if not runtime or not lies_in_memory(Path(runtime), MOUNTS):
        return
    folder = tempfile.mkdtemp(prefix="forloeb-", dir=runtime)
    os.environ["TMPDIR"] = tempfile.tempdir = folder
    atexit.register(shutil.rmtree, folder, ignore_errors=True)


def lies_in_memory(folder: Path, mounts: Path) -> bool:
    """Tell whether the table `mounts` places `folder` on a file system without a disk."""
    if not mounts.exists():
        return False
    rows = [line.split() for line in mounts.read_text(encoding="utf-8").splitlines()]
    over = [(Path(row[1]), row[2]) for row in rows if folder.is_relative_to(row[1])]
    # Of mounts on the same folder the last one is seen.
    return bool(over) and max(reversed(over), key=lambda mount: len(mount[0].parts))[1] in IN_MEMORY


STEPS: tuple[Callable[[], None], ...] = (
    keep_files_private,
    forbid_core_dumps,
    forbid_other_readers,
    keep_temporary_files_in_memory,
)
