"""Takes away folders that hold a copy of a vault, so that no half of one counts and nothing of it can be read again.

A folder first gets a name under which nobody looks for it. Its key files are written over before they go: without them
what a disk keeps of the rest opens with nothing.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from exit_desktop.vault.backup_folder import (
    FOLDER_NAME,
    PART,
    READY,
    REPLACED,
    belongs,
    list_replaced,
    look_at,
    stamped,
)

# Stands in a folder that a vault is about to leave, and says where it goes.
MOVING_NAME = "vault.moving"


def throw_away(folder: Path) -> bool:
    """Remove a folder; False where the disk does not let go of all of it."""
    aside = folder.with_name(folder.name + PART)
    try:
        folder.rename(aside)
    except OSError:
        return False
    return erase_folder(aside)


def erase_folder(folder: Path) -> bool:
    """Remove a folder, its keys first and for good; False where something is left of it."""
    keys = [one for one in folder.rglob("vault.keys*") if one.is_file() and not one.is_symlink()]
    # The oldest copies lie deepest: the vault's own keys go last, after those of its backups.
    for one in sorted(keys, key=lambda path: len(path.parts), reverse=True):
        with suppress(OSError):
            _overwrite(one)
            one.unlink()
    shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()


def clear_leftovers(vault: Path) -> None:
    """Remove what a cut-off restore or removal left half done beside a vault that the caller holds."""
    for one in _leftovers(vault):
        erase_folder(one)


def list_copies(vault: Path, uid: str) -> tuple[Path, ...]:
    """Return every folder beside the vault of that number that holds a copy of it, whole or half, counted or not."""
    try:
        beside = [one for one in (vault / FOLDER_NAME).iterdir() if _is_copy(one, uid)]
    except OSError:
        beside = []
    return (*beside, *list_replaced(vault), *_leftovers(vault))


def _leftovers(vault: Path) -> list[Path]:
    try:
        names = [one for one in vault.iterdir() if one.name.endswith(PART)]
    except OSError:
        return []
    return [one for one in names if one.name.startswith((READY, REPLACED))]


def _is_copy(folder: Path, uid: str) -> bool:
    if stamped(folder.name.removesuffix(PART)) is None:
        return False
    return folder.name.endswith(PART) or belongs(look_at(folder), uid)


def _overwrite(path: Path) -> None:
    with path.open("rb+") as stream:
        stream.write(os.urandom(path.stat().st_size))
        stream.flush()
        os.fsync(stream.fileno())
