"""The library that stands between a program and its disk: made from shim.c, loaded into processes of their own."""

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import exit_desktop

HERE = Path(__file__).parent
KILL = 0
"""In the place of an error number: the process dies at the call."""


def make_shim(folder: Path) -> Path:
    """Compile the library into `folder`; fails, and says so, where there is no C compiler."""
    made = folder / "shim.so"
    command = ["cc", "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", str(made), str(HERE / "shim.c"), "-ldl"]
    try:
        found = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise AssertionError("no C compiler (cc): install one, as `installer/dev.py test` does") from None
    assert not found.returncode, found.stderr
    return made


def worker_environment() -> dict[str, str]:
    """Return the environment of a process that runs this very source."""
    folders = (Path(exit_desktop.__file__).parent.parent, HERE.parent)
    return {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, folders)), "PYTHONDONTWRITEBYTECODE": "1"}


def run_worker(name: str, *values: object, shim: Path | None = None, seconds: int = 100) -> Any:  # Any: its own answer
    """Run a worker script of this folder in a process of its own, under the shim, and return what it told as JSON."""
    known = worker_environment() | ({"LD_PRELOAD": str(shim)} if shim else {})
    command = [sys.executable, str(HERE / name), *map(str, values)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False, env=known)
    assert ended.returncode == 0, ended.stderr[-4000:]
    return json.loads(ended.stdout.splitlines()[-1])


@cache
def _library() -> Any:  # Any: a library without types
    library = ctypes.CDLL(None)
    library.fault_count.restype = ctypes.c_long
    for function in (library.fault_arm, library.fault_mark):
        function.argtypes = [ctypes.c_long, ctypes.c_int, ctypes.c_int][: 3 if function is library.fault_arm else 1]
    return library


def watch(folder: Path) -> None:
    """Count what is asked of the disk below `folder` from here on."""
    _library().fault_watch(str(folder).encode())


def arm(at: int, error: int = KILL, onwards: bool = False) -> None:
    """Let the call number `at` (from 1; 0: none) fail with `error`, once or from then on."""
    _library().fault_arm(at, error, int(onwards))


def count() -> int:
    """Return how many calls there were since the last `arm` or `watch`."""
    return int(_library().fault_count())


def record(log: Path | None) -> None:
    """Write everything down that the disk is asked for; None ends it."""
    _library().fault_record(str(log).encode() if log else None)


def mark(number: int) -> None:
    """Write down that something was promised to the worker at this point."""
    _library().fault_mark(number)


def in_child(act: Callable[[], str]) -> str | None:
    """Return what `act` says in a forked process, the fault that nobody expected after "!", None if it was killed."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        try:
            said = act()
        except BaseException as fault:  # noqa: BLE001 - it is told to the parent
            said = f"! {fault!r} at {_where(fault)}"
        os.write(writer, said.encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as stream:
        said = stream.read().decode()
    _, status = os.waitpid(child, 0)
    return None if os.WIFSIGNALED(status) else said


def _where(fault: BaseException) -> str:
    trace = fault.__traceback__
    lines = []
    while trace:
        lines.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return " < ".join(reversed(lines[-4:]))
