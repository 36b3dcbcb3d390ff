"""Keeps the compiled translations newer than their source."""

from __future__ import annotations

from pathlib import Path

from devkit.environment import hand_over
from devkit.say import run


def compile_stale(root: Path, python: Path) -> None:
    """Compile the translations again where one was edited."""
    sources = list((root / "resources" / "translations").glob("*.po"))
    if any(_stale(source) for source in sources):
        run([str(python), "installer/catalogues.py", "compile"], root, "A translation cannot be compiled.")


def update(root: Path, python: Path, rest: list[str]) -> int:
    """Bring the translations up to date with the source."""
    return hand_over([str(python), "installer/catalogues.py", "update", *rest], root)


def _stale(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime
