"""Runs a command quietly, and says what it said only when it fails."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path


class Stop(Exception):
    """The work cannot go on; the text says why and what to do."""


def announce(text: str) -> None:
    """Say one line at once, also into a pipe."""
    print(text, flush=True)


def run(command: list[str], folder: Path, trouble: str) -> str:
    """Return what `command` wrote; where it fails, raise Stop with that and `trouble`."""
    found = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", errors="replace")
    if found.returncode:
        raise Stop(f"{found.stdout}{found.stderr}\n{trouble}")
    return found.stdout


def passes(name: str, command: list[str], folder: Path, shown: bool = False) -> bool:
    """Run one check and say how it went; its output is shown on failure, or as it comes where `shown`."""
    started = time.monotonic()
    if shown:
        announce(f"== {name}")
    found = subprocess.run(
        command,
        cwd=folder,
        stdout=None if shown else subprocess.PIPE,
        stderr=None if shown else subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    good = found.returncode == 0
    announce(f"{'ok ' if good else 'NO '} {name} ({time.monotonic() - started:.1f} s)")
    if not good and found.stdout:
        announce(found.stdout)
    return good


def speak_utf8() -> None:
    """Let Danish through in every program started from here; a bare machine has no locale set."""
    if "UTF-8" not in (os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or "").upper():
        os.environ["LC_ALL"] = "C.UTF-8"
