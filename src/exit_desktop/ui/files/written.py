"""Reads what a worker writes in a name field: a plain name, or a whole path that was typed or pasted."""

from __future__ import annotations

import os
from pathlib import Path

_NOT_IN_NAMES = set('/\\:*?"<>|')
# Most systems take 255 bytes; what is written beside a file while it is saved has a longer name than the file.
LONGEST_NAME = 240


def whole_path(text: str) -> Path | None:
    """Return the path that stands written out, from the root or from the home folder (~); None for a plain name."""
    text = text.strip().strip("\"'")
    if text == "~" or text.startswith(("~/", "~\\")):
        return Path.home() / text[2:]
    path = Path(text)
    return path if path.is_absolute() else None


def file_named(text: str, folder: Path) -> Path | None:
    """Return the file that is meant: at its whole path, else in `folder`; None if the name cannot be one."""
    path = whole_path(text)
    name = path.name if path is not None else text.strip()
    if not name or name.startswith(".") or _NOT_IN_NAMES & set(name) or not name.isprintable():
        return None
    if len(os.fsencode(name)) > LONGEST_NAME:
        return None
    return path or folder / name


def with_ending(path: Path, ending: str) -> Path:
    """Return the path with the wanted ending, added where it is missing."""
    return path if path.name.lower().endswith(ending) else path.with_name(path.name + ending)


def is_folder(path: Path) -> bool:
    """Return whether a folder stands there and may be seen."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """Return whether a file stands there and may be seen."""
    try:
        return path.is_file()
    except OSError:
        return False
