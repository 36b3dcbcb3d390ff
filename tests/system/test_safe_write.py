"""A file is the old one or the new one, whatever happens on the way."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from exit_desktop.errors import DiskFull, FolderNotWritable
from exit_desktop.system.safe_write import write_file


def _failing(number: int) -> object:
    def fail(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_new_bytes_replace_the_old(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    write_file(target, b"new")
    assert target.read_bytes() == b"new"


def test_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    write_file(tmp_path / "a", b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_only_the_user_can_read_it(tmp_path: Path) -> None:
    write_file(tmp_path / "a", b"new")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("number", "failure"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EIO, DiskFull),
        (errno.EROFS, FolderNotWritable),
        (errno.EACCES, FolderNotWritable),
        (errno.EISDIR, FolderNotWritable),
    ],
)
def test_a_fault_keeps_the_old_file_and_is_told_by_its_cause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, failure: type[Exception]
) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", _failing(number))
    with pytest.raises(failure):
        write_file(target, b"new")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a", b"old")]


FILL = """
import resource, sys
from pathlib import Path
from exit_desktop.errors import DiskFull
from exit_desktop.system.safe_write import write_file
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_file(Path(sys.argv[1]), b"new" * 1000)
except DiskFull:
    print("told")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits")
def test_a_file_that_really_finds_no_room_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    said = subprocess.run([sys.executable, "-c", FILL, str(target)], capture_output=True, text=True).stdout
    assert said == "told\n"
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a", b"old")]


def test_a_fault_of_another_kind_is_not_told_as_a_full_disk(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_file(tmp_path / "missing" / "a", b"new")
