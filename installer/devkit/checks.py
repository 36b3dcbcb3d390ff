"""Everything that must hold before a change lands: style, types, doors, words, tests without and with a screen."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from devkit import screen
from devkit.environment import hand_over
from devkit.say import announce, passes

JOURNEYS = "tests/journeys"
MEMORY, ENOUGH = Path("/dev/shm"), 8 * 1024**3


def run_all(root: Path, python: Path, quick: bool) -> int:
    """Run every check, say which failed, return 0 if none did."""
    failed = [name for name, command in _static(python) if not passes(name, command, root)]
    hand_over([str(python), "tests/architecture/source_sizes.py"], root)
    if not quick:
        failed += _tests(root, python)
    announce(f"\nNot in order: {', '.join(failed)}" if failed else "\nAll in order.")
    return 1 if failed else 0


def draw_pictures(root: Path, python: Path, rest: list[str]) -> int:
    """Run every script of tests/pictures on a screen of its own."""
    scripts = sorted((root / "tests" / "pictures").glob("[!_]*.py"))
    if not scripts:
        announce("There are no pictures to draw yet.")
    with screen.real_screen() as on_screen:
        codes = [hand_over([*on_screen, str(python), str(script), *rest], root) for script in scripts]
    return max(codes, default=0)


def try_faults(root: Path, python: Path, rest: list[str]) -> int:
    """Run the long fault suite (further words go to pytest) and return its exit code; a table stands at its end."""
    os.environ.update({"QT_QPA_PLATFORM": "offscreen", "FAULTS": "full"})
    return hand_over([str(python), "-m", "pytest", "-q", "-n", "2", *(rest or ["tests/faults"])], root)


def measure(root: Path, python: Path, rest: list[str]) -> int:
    """Measure speed and memory, alone on the machine, beside what they are held against; further words go to pytest."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with screen.real_screen() as on_screen:
        return hand_over([*on_screen, str(python), "-m", "pytest", "-q", "-m", "benchmark", *rest], root)


def _static(python: Path) -> list[tuple[str, list[str]]]:
    tool = python.parent
    return [
        ("style", [str(tool / "ruff"), "check", "."]),
        ("layout", [str(tool / "ruff"), "format", "--check", "."]),
        ("types", [str(tool / "mypy")]),
        ("doors", [str(tool / "lint-imports"), "--no-cache"]),
        ("words", [str(python), "installer/catalogues.py", "check"]),
    ]


def _tests(root: Path, python: Path) -> list[str]:
    pytest = [str(python), "-m", "pytest", "-q"]
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Hundreds of tests start the program; where nothing compiled is kept, each compiles it anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    failed = []
    with _quick_ground():
        if not passes("tests", [*pytest, "-n", "2", "-m", "not window and not benchmark"], root, shown=True):
            failed.append("tests")
        failed += _tests_on_screens(root, pytest)
    return failed


@contextmanager
def _quick_ground() -> Iterator[None]:
    """Let the files of the tests lie in memory where there is plenty: a vault waits for the disk at every commit."""
    if not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < ENOUGH:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="f", dir=MEMORY, ignore_cleanup_errors=True) as ground:
        os.environ["TMPDIR"] = ground
        try:
            yield
        finally:
            del os.environ["TMPDIR"]


def _tests_on_screens(root: Path, pytest: list[str]) -> list[str]:
    """Run the journeys, two at a time on own screens, beside the other tests of the window."""
    window = [*pytest, "-m", "window and not benchmark"]
    failed = []
    with screen.real_screen() as on_screen, ThreadPoolExecutor() as beside:
        journeys = beside.submit(passes, "journeys", [*on_screen, *window, "-n", "2", JOURNEYS], root)
        if not passes("tests on a screen", [*on_screen, *window, *_named_for_a_screen(root)], root, shown=True):
            failed.append("tests on a screen")
        if not journeys.result():
            failed.append("journeys")
    return failed


def _named_for_a_screen(root: Path) -> list[str]:
    """Return the files, journeys aside, that name the mark: to read all others in search of it takes longer than some
    of the tests.
    """
    tests = root / "tests"
    files = (path for path in sorted(tests.rglob("test_*.py")) if not path.is_relative_to(root / JOURNEYS))
    return [str(path.relative_to(root)) for path in files if "mark.window" in path.read_text(encoding="utf-8")]
