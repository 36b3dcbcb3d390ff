"""A started program is closed to others; tried in a process of its own, since it cannot be undone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from exit_desktop.system.hardening import lies_in_memory

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux only")
TELL = """
import ctypes, os, resource
from exit_desktop.system.hardening import harden
harden()
print(oct(os.umask(0)), resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""
TABLE = "/dev/sda / ext4 rw 0 0\ntmpfs /run/user/1000 tmpfs rw 0 0\n/dev/sdb /run/user/1000/disk ext4 rw 0 0\n"


def test_files_memory_and_crashes_are_closed() -> None:
    said = subprocess.run([sys.executable, "-c", TELL], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "0o77 (0, 0) 0"


@pytest.mark.parametrize(
    ("folder", "expected"), [("/run/user/1000", True), ("/run/user/1000/disk", False), ("/tmp", False)]
)
def test_only_a_folder_without_a_disk_counts_as_memory(tmp_path: Path, folder: str, expected: bool) -> None:
    (tmp_path / "mounts").write_text(TABLE)
    assert lies_in_memory(Path(folder), tmp_path / "mounts") is expected


@pytest.mark.skipif(not os.path.ismount("/dev/shm"), reason="no memory file system here")
def test_temporary_files_lie_in_memory_and_go_with_the_program() -> None:
    code = "from exit_desktop.system.hardening import harden; harden(); import tempfile; print(tempfile.gettempdir())"
    environment = {**os.environ, "XDG_RUNTIME_DIR": "/dev/shm"}
    command = [sys.executable, "-c", code]
    said = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout.strip()
    assert said.startswith("/dev/shm/forloeb-")
    assert not Path(said).exists()
