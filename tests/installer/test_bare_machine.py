"""A machine without the system libraries gets them as root, and one line to run otherwise."""

import os
from pathlib import Path

import pytest

from devkit import machine
from devkit.say import Stop

pytestmark = pytest.mark.skipif(os.name != "posix", reason="apt is a Debian matter")
QUERY = 'echo "ii  libgl1"; echo "ii  libasound2t64"; echo "rc  libegl1"'
CACHE = 'case "$2" in libegl1|libdbus-1-3t64) echo "Package: $2";; esac'


@pytest.fixture
def debian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Debian of three small scripts, where apt-get writes down what it is asked."""
    asked = tmp_path / "asked"
    scripts = {"dpkg-query": QUERY, "apt-cache": CACHE, "apt-get": f'echo "$@" >> {asked}'}
    for name, script in scripts.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr("sys.platform", "linux")
    machine.installed.cache_clear()
    return asked


def test_nothing_is_asked_where_all_is_there(debian: Path) -> None:
    machine.provide(("libgl1", "libasound2"))
    assert not debian.exists()


def test_root_gets_what_is_missing_under_this_releases_names(debian: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    machine.provide(("libgl1", "libegl1", "libdbus-1-3"))
    assert debian.read_text().splitlines()[-1].endswith("--no-install-recommends libegl1 libdbus-1-3t64")


def test_anyone_else_gets_the_line_to_run(debian: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(Stop, match=r"sudo apt-get update && sudo apt-get install -y .* libegl1$"):
        machine.provide(("libgl1", "libegl1"))
    assert not debian.exists()


def test_without_a_screen_practice_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(Stop, match="no screen"):
        machine.need_screen()
