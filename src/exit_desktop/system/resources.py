"""Finds the files that ship with the program, in the wheel or in a checkout."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def resource_folder(name: str) -> Path:
    """Return the folder `name` under resources (translations, instruments, icons, fonts, words, docs)."""
    shipped = PACKAGE / "resources"
    root = shipped if shipped.is_dir() else PACKAGE.parent.parent / "resources"
    return root / name
