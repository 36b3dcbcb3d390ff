"""A move of a vault that was cut off: which of the two folders holds is said, and the other one is cleared away.

A file in the old folder tells where it goes, from before the first byte is copied until the last one here is gone.
"""

import os
import shutil
from pathlib import Path

from exit_desktop.errors import Failure, VaultMoved
from exit_desktop.system.safe_write import sync_folder, write_file
from exit_desktop.vault import access, keyfile
from exit_desktop.vault.taking_away import erase_folder

MOVING_NAME = "vault.moving"


def begin_move(folder: Path, to: Path) -> None:
    """Write down where the vault goes. Raises DiskFull, FolderNotWritable."""
    write_file(folder / MOVING_NAME, os.fsencode(to.absolute()))


def part_of(to: Path) -> Path:
    """Return under which name a vault is copied to a place."""
    return to.with_name(f".{to.name}.moving")


def give_up_move(folder: Path, to: Path) -> None:
    """Remove what was copied; the vault stays where it is."""
    erase_folder(part_of(to))
    (folder / MOVING_NAME).unlink(missing_ok=True)
    sync_folder(folder)


def leave(folder: Path) -> None:
    """Remove the old folder of a vault that stands whole in its new one."""
    # The keys go first: what is left half removed is no vault that could be opened by mistake.
    for name in (*keyfile.NAMES, keyfile.NEXT_NAME):
        (folder / name).unlink(missing_ok=True)
    for one in folder.iterdir():
        if one.is_dir():
            shutil.rmtree(one, ignore_errors=True)
        elif one.name not in (MOVING_NAME, access.LOCK_NAME):
            one.unlink()
    shutil.rmtree(folder, ignore_errors=True)


def is_move_pending(folder: Path) -> bool:
    """Tell whether a move from this folder was cut off."""
    return (folder / MOVING_NAME).exists()


def finish_move(folder: Path) -> None:
    """Clear up after a move that was cut off; the caller holds the folder. Raises VaultMoved where it had come so far.

    Raises OSError where the disk does not let go of something.
    """
    to = Path(os.fsdecode((folder / MOVING_NAME).read_bytes()))
    here, there = _uid_in(folder), _uid_in(to)
    if there and here in ("", there):
        leave(folder)
    elif here:
        give_up_move(folder, to)
        return
    raise VaultMoved(place=str(to))


def _uid_in(folder: Path) -> str:
    try:
        return keyfile.peek(folder).vault
    except Failure:
        return ""
