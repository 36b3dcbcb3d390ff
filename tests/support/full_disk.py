"""A small disk of its own that can really be filled, so that no test ever fills the one it runs on."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

SMALL = 64 << 20


@contextmanager
def small_disk(folder: Path, size: str = "8m") -> Iterator[Path]:
    """Mount a small disk for the block; raises PermissionError without the right to mount one."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if subprocess.run(command, check=False).returncode:
        raise PermissionError
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@contextmanager
def really_full(disk: Path) -> Iterator[None]:
    """Leave no room on the small disk for as long as the block lasts."""
    held = os.statvfs(disk)
    assert held.f_frsize * held.f_blocks < SMALL, "this is no small disk"
    filler = disk / "filler"
    try:
        with suppress(OSError), filler.open("wb", buffering=0) as stream:
            while True:
                stream.write(bytes(65_536))
        yield
    finally:
        filler.unlink(missing_ok=True)
