"""What the command line asks of the window, read without loading Qt, the database or any command."""

import argparse
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

from exit_desktop.system.language import Language


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """How the window starts; with `practice` on a practice vault of `citizens` (None: the usual dozen) from `seed`."""

    data_dir: Path | None = None
    language: Language | None = None
    today: date | None = None
    practice: bool = False
    citizens: int | None = None
    seed: int | None = None


def window_options(arguments: list[str]) -> WindowOptions | None:
    """Return how to open the window, or None where `arguments` are for the commands: theirs, help, or a mistake."""
    parser = _WindowArguments(add_help=False, allow_abbrev=False)
    parser.add_argument("--data-dir", type=Path)
    parser.add_argument("--language", type=Language)
    parser.add_argument("--today", type=date.fromisoformat)
    parser.add_argument("--citizens", type=int)
    parser.add_argument("--seed", type=int)
    parser.add_argument("practice", nargs="?", choices=["practice"])
    try:
        found = parser.parse_args(arguments)
    except _NotForTheWindow:
        return None
    practice = found.practice is not None
    if not practice and (found.citizens, found.seed) != (None, None):
        return None
    return WindowOptions(found.data_dir, found.language, found.today, practice, found.citizens, found.seed)


class _NotForTheWindow(Exception):
    """The arguments are not the window's."""


class _WindowArguments(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _NotForTheWindow
