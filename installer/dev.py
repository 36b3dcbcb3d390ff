#!/usr/bin/env python3
"""Everything a developer does with this checkout, from a bare machine on; needs nothing but Python."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from devkit import checks, environment, machine, words
from devkit.say import Stop

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = {
    "practice": "open the program on practice data (further words go to the program)",
    "test": "run everything that the build machine runs",
    "lint": "run the quick part of it: style, types, doors, words",
    "faults": "run the long fault suite: every call to the disk refused, killed, cut off (forty minutes on two cores)",
    "measure": "measure speed and memory beside a baseline (BENCHMARKS=full in front: at the sizes of the goals)",
    "setup": "only make the machine ready",
    "words": "bring the translations up to date with the source (--add FILE.json takes Danish from there)",
    "lock": "choose the newest fitting dependencies and write them down with their hashes",
    "pictures": "draw every screen and paper",
}


def main() -> int:
    """Return 0 when all went well."""
    epilog = "\n".join(f"  {name:9} {meaning}" for name, meaning in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="dev.py", description=__doc__, epilog=epilog, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=list(COMMANDS), metavar="COMMAND")
    parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    wish = parser.parse_args()
    try:
        return run(wish.command, wish.rest)
    except Stop as stop:
        print(f"\n{stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(command: str, rest: list[str]) -> int:
    """Make ready what `command` needs, then do it."""
    machine.provide(machine.TO_TEST if command in ("test", "faults", "measure", "pictures") else machine.TO_OPEN)
    python = environment.prepare(ROOT)
    if command == "words":
        return words.update(ROOT, python, rest)
    if command == "lock":
        return environment.lock(ROOT, python)
    words.compile_stale(ROOT, python)
    if command == "practice":
        machine.need_screen()
        return environment.hand_over([str(python), "-m", "exit_desktop", "practice", *rest], ROOT)
    if command == "setup":
        print("Ready.")
        return 0
    return look(command, python, rest)


def look(command: str, python: Path, rest: list[str]) -> int:
    """Run one of the commands that look whether all is in order."""
    if command == "faults":
        return checks.try_faults(ROOT, python, rest)
    if command == "measure":
        return checks.measure(ROOT, python, rest)
    if command == "pictures":
        return checks.draw_pictures(ROOT, python, rest)
    return checks.run_all(ROOT, python, quick=command == "lint")


if __name__ == "__main__":
    sys.exit(main())
