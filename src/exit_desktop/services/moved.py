"""A move of a vault that was cut off: which of the two folders holds is said, and the other one is cleared away.

A file in the old folder tells where it goes, from before the first byte is copied until the last one here is gone. The
same bytes stand in the new folder once all of it is there, and they alone prove that the old one may go: a vault of the
same number there may be an older backup that somebody put in that place.
"""

import os
import secrets
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from exit_desktop.errors import Failure, VaultMoved
from exit_desktop.system.safe_write import sync_folder, write_file
from exit_desktop.vault import access, keyfile
from exit_desktop.vault.backup_folder import FOLDER_NAME, READY, REPLACED
from exit_desktop.vault.taking_away import MOVING_NAME, erase_folder

MOVED_NAME = "vault.moved"
# What is left of a folder to the last: it says where the vault is, and keeps others out meanwhile.
_LAST = (MOVING_NAME, access.LOCK_NAME)
_OURS = ("vault.", FOLDER_NAME, READY, REPLACED)
_PARTS = 3


@dataclass(frozen=True, slots=True)
class _Move:
    to: Path
    folder: Path
    mark: bytes


def begin_move(folder: Path, to: Path) -> None:
    """Write down from where the vault goes, and where to. Raises DiskFull, FolderNotWritable."""
    parts = (os.fsencode(to.absolute()), os.fsencode(folder.resolve()), secrets.token_hex(16).encode())
    write_file(folder / MOVING_NAME, b"\0".join(parts))


def arrive(folder: Path, part: Path) -> None:
    """Write into a copy that is whole that it is. Raises DiskFull, FolderNotWritable."""
    write_file(part / MOVED_NAME, (folder / MOVING_NAME).read_bytes())


def part_of(to: Path) -> Path:
    """Return under which name a vault is copied to a place."""
    return to.with_name(f".{to.name}.moving")


def give_up_move(folder: Path, to: Path) -> None:
    """Remove what was copied; the vault stays where it is."""
    erase_folder(part_of(to))
    _stay(folder)


def leave(folder: Path, to: Path) -> None:
    """Remove the old folder of a vault that stands whole in its new one; what is there only stays, if it is not ours.

    Raises OSError where the disk does not let go of something; the next opening tries again.
    """
    # The keys go first: what is left half removed is no vault that could be opened by mistake.
    for name in (*keyfile.NAMES, keyfile.NEXT_NAME):
        (folder / name).unlink(missing_ok=True)
    for one in folder.iterdir():
        if one.name in _LAST or not (one.name.startswith(_OURS) or (to / one.name).exists()):
            continue
        if one.is_dir() and not one.is_symlink():
            shutil.rmtree(one)
        else:
            one.unlink()
    for name in _LAST:
        with suppress(OSError):
            (folder / name).unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()
    with suppress(OSError):
        (to / MOVED_NAME).unlink(missing_ok=True)


def is_move_pending(folder: Path) -> bool:
    """Tell whether a move from this folder was cut off."""
    return (folder / MOVING_NAME).exists()


def finish_move(folder: Path) -> None:
    """Clear up after a move that was cut off; the caller holds the folder. Raises VaultMoved where it had come so far.

    A copy of such a folder goes its own way: nothing is removed for it.
    """
    move = _read_move(folder)
    here, gone = _uid_in(folder), not any((folder / name).exists() for name in keyfile.NAMES)
    original, arrived = folder.resolve() == move.folder, _has_arrived(move)
    if original and arrived and (gone or here == _uid_in(move.to)):
        with suppress(OSError):
            leave(folder, move.to)
        raise VaultMoved(place=str(move.to))
    if gone or (arrived and not here):
        raise VaultMoved(place=str(move.to))
    if here and original:
        give_up_move(folder, move.to)
    elif here:
        _stay(folder)


def _stay(folder: Path) -> None:
    (folder / MOVING_NAME).unlink(missing_ok=True)
    sync_folder(folder)


def _read_move(folder: Path) -> _Move:
    mark = (folder / MOVING_NAME).read_bytes()
    parts = [os.fsdecode(one) for one in mark.split(b"\0")]
    if len(parts) != _PARTS:
        # Damaged, or of another make: it proves nothing, and names no folder that could go.
        return _Move(Path(parts[0]), Path(), b"")
    return _Move(Path(parts[0]), Path(parts[1]), mark)


def _has_arrived(move: _Move) -> bool:
    try:
        return (move.to / MOVED_NAME).read_bytes() == move.mark and (move.to / "vault.db").stat().st_size > 0
    except OSError:
        return False


def _uid_in(folder: Path) -> str:
    try:
        return keyfile.peek(folder).vault
    except Failure:
        return ""
