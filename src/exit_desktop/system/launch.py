"""What the command line asks of the window, read without loading Qt, the database or any command."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

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
    if not arguments:
        return WindowOptions()
    import argparse  # noqa: PLC0415 - most starts have no options and need none of it

    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("--data-dir", type=Path)
    parser.add_argument("--language", type=Language)
    parser.add_argument("--today", type=date.fromisoformat)
    parser.add_argument("--citizens", type=int)
    parser.add_argument("--seed", type=int)
    parser.add_argument("practice", nargs="?", choices=["practice"])
    try:
        found, others = parser.parse_known_args(arguments)
    except argparse.ArgumentError:
        return None
    practice = found.practice is not None
    if others or (not practice and (found.citizens, found.seed) != (None, None)):
        return None
    return WindowOptions(found.data_dir, found.language, found.today, practice, found.citizens, found.seed)
