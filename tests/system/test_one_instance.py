"""One holder at a time; the lock ends with whoever held it."""

import subprocess
import sys
from pathlib import Path

import pytest

from exit_desktop.errors import AlreadyOpen, FolderNotWritable
from exit_desktop.system.single_instance import hold_lock

HOLD = """
import sys
from pathlib import Path
from exit_desktop.system.single_instance import hold_lock
lock = hold_lock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_holder_is_refused(tmp_path: Path) -> None:
    with hold_lock(tmp_path / "lock"), pytest.raises(AlreadyOpen):
        hold_lock(tmp_path / "lock")


def test_a_lock_given_back_can_be_held_again(tmp_path: Path) -> None:
    first = hold_lock(tmp_path / "lock")
    first.release()
    first.release()
    with hold_lock(tmp_path / "lock"):
        pass


def test_the_kernel_takes_the_lock_from_a_killed_process(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path / "lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(AlreadyOpen):
            hold_lock(tmp_path / "lock")
        other.kill()
        other.wait()
    with hold_lock(tmp_path / "lock"):
        pass


def test_a_folder_in_the_way_is_not_told_as_another_window(tmp_path: Path) -> None:
    with pytest.raises(FolderNotWritable):
        hold_lock(tmp_path)
