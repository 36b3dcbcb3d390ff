"""Everything that must hold before a change lands: style, types, doors, words, tests without and with a screen."""

from __future__ import annotations

import os
from pathlib import Path

from devkit import screen
from devkit.environment import hand_over
from devkit.say import announce, passes

NOTHING_TO_RUN = 5  # pytest's exit code where no test carries the mark


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
    failed = []
    if not passes("tests", [*pytest, "-n", "2", "-m", "not window and not benchmark"], root, shown=True):
        failed.append("tests")
    with screen.real_screen() as on_screen:
        for name, mark in (("tests on a screen", "window and not benchmark"), ("benchmarks", "benchmark")):
            announce(f"== {name}")
            if hand_over([*on_screen, *pytest, "-m", mark], root) not in (0, NOTHING_TO_RUN):
                failed.append(name)
    return failed
