"""What desktops and the login manager say on a bus of their own locks; what they say of other things does not."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest

from support import signs_on_a_bus

FAKE_LOGIN = Path(signs_on_a_bus.__file__).parent / "fake_login.py"
LOGIN = "org.freedesktop.login1"
SCREEN_SAVERS = ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.xfce.ScreenSaver"]
pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="only where there is D-Bus")


@pytest.fixture(scope="module")
def bus() -> Iterator[dict[str, str]]:
    """The environment of a bus that stands for session and system."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        yield {
            **os.environ,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "DBUS_SYSTEM_BUS_ADDRESS": address,
            "XDG_SESSION_ID": "c99",
        }
        daemon.terminate()


@pytest.fixture
def login(bus: dict[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """A login manager that knows this session, and gives the sign that is written to it."""
    command, pipe = ["/usr/bin/python3", str(FAKE_LOGIN)], subprocess.PIPE
    with subprocess.Popen(command, env=bus, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process
        process.kill()


@pytest.fixture
def listener(bus: dict[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """A process that prints the signs it hears."""
    command, pipe = [sys.executable, signs_on_a_bus.__file__], subprocess.PIPE
    with subprocess.Popen(command, env=bus, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process
        process.kill()


def said(bus: dict[str, str], path: str, member: str, *arguments: str) -> None:
    """Say something on the bus."""
    command = ["dbus-send", "--type=signal", f"--bus={bus['DBUS_SESSION_BUS_ADDRESS']}", path, member, *arguments]
    subprocess.run(command, check=True, timeout=20)


def heard(bus: dict[str, str], listener: "subprocess.Popen[str]") -> list[str]:
    """Return every sign that was heard of all that was said until now."""
    said(bus, "/", "test.Listener.Done")
    return listener.communicate(timeout=20)[0].split()


@pytest.mark.parametrize("name", SCREEN_SAVERS)
def test_a_dark_screen_locks(bus: dict[str, str], listener: "subprocess.Popen[str]", name: str) -> None:
    said(bus, "/ScreenSaver", f"{name}.ActiveChanged", "boolean:false")
    said(bus, "/ScreenSaver", f"{name}.ActiveChanged", "boolean:true")
    assert heard(bus, listener) == ["screen"]


def test_somebody_else_on_the_bus_cannot_send_us_to_sleep(
    bus: dict[str, str], listener: "subprocess.Popen[str]"
) -> None:
    said(bus, "/org/freedesktop/login1", f"{LOGIN}.Manager.PrepareForSleep", "boolean:true")
    assert heard(bus, listener) == []


def test_the_lock_of_another_session_is_no_concern(bus: dict[str, str], listener: "subprocess.Popen[str]") -> None:
    said(bus, "/org/freedesktop/login1/session/_39", f"{LOGIN}.Session.Lock")
    assert heard(bus, listener) == []


SIGNS = [("lock", "screen"), ("idle\naway", "user"), ("locked", "screen"), ("wakes\nsleeps", "sleep")]


@pytest.mark.parametrize(("sign", "reason"), SIGNS, ids=["lock", "away", "locked", "sleep"])
def test_the_own_session(
    login: "subprocess.Popen[str]", listener: "subprocess.Popen[str]", sign: str, reason: str
) -> None:
    """To lock is asked for; a session that is active no more has another user in front."""
    assert login.stdin is not None
    assert listener.stdout is not None
    login.stdin.write(sign + "\n")
    login.stdin.flush()
    told = Timer(10, listener.kill)
    told.start()
    assert listener.stdout.readline() == reason + "\n"
    told.cancel()
