"""A real screen without a monitor: an X server in memory, a window manager, a session bus for the screen reader."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

SIZE = "1600x1200x24"


@contextlib.contextmanager
def real_screen() -> Iterator[list[str]]:
    """Give what a command is to be started with so that it runs on the screen; at the end everything is stopped."""
    if sys.platform != "linux":
        yield []
        return
    display, write = os.pipe()
    server = _start(["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp"], keep=(write,))
    os.close(write)
    manager = None
    before = dict(os.environ)
    try:
        with os.fdopen(display) as stream:
            os.environ["DISPLAY"] = f":{stream.readline().strip()}"
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        os.environ.pop("WAYLAND_DISPLAY", None)
        manager = _start(["openbox"])
        yield ["dbus-run-session", "--"] if shutil.which("dbus-run-session") else []
    finally:
        os.environ.clear()
        os.environ.update(before)
        for process in filter(None, (manager, server)):
            process.terminate()
            process.wait()


def _start(command: list[str], keep: tuple[int, ...] = ()) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, pass_fds=keep, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
