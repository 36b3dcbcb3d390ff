"""Where a vault lies: what speaks against the place, moving it to another, and whether it was at home elsewhere."""

import hashlib
import json
import os
import shutil
from contextlib import suppress
from pathlib import Path

from exit_desktop.errors import NotMoved, PlaceInsideVault, PlaceIsElsewhere, VaultExists
from exit_desktop.services.desk import Act, Desk, append_use
from exit_desktop.services.moved import MOVED_NAME, arrive, begin_move, give_up_move, leave, part_of
from exit_desktop.system.folders.facts import Risk, Warned
from exit_desktop.system.folders.here import look_at_folder
from exit_desktop.system.folders.risks import is_only_unwise
from exit_desktop.system.free_space import require_room
from exit_desktop.system.paths import make_private_folder
from exit_desktop.system.safe_write import sync_folder
from exit_desktop.system.single_instance import hold_lock
from exit_desktop.vault import access, belonging
from exit_desktop.vault.engine_failures import file_failures
from exit_desktop.vault.settings import read_setting, save_setting
from exit_desktop.vault.taking_away import MOVING_NAME

__all__ = ["Risk", "Warned", "is_only_unwise", "look_at_folder"]

_ACCEPTED = "place_accepted"


def place_question(desk: Desk) -> tuple[Warned, ...]:
    """Return what speaks against the place of the open vault, unless the worker has read the same and gone on there.

    Nothing for practice, and nothing where no answer could be kept.
    """
    vault = desk.vault
    if vault.practice or vault.read_only:
        return ()
    warned = look_at_folder(vault.folder)
    return () if is_place_accepted(desk, warned) else warned


def is_place_accepted(desk: Desk, warned: tuple[Warned, ...]) -> bool:
    """Return whether the worker has read just this about the place of the open vault, and gone on there."""
    with desk.vault.reading() as connection:
        accepted = read_setting(connection, _ACCEPTED)
    return accepted == _mark_of(desk.vault.folder, warned)


def accept_place(desk: Desk) -> None:
    """Ask no more about this place, as long as the same speaks against it."""
    folder = desk.vault.folder
    with desk.vault.writing() as connection:
        save_setting(connection, _ACCEPTED, _mark_of(folder, look_at_folder(folder)))


def is_from_elsewhere(desk: Desk) -> bool:
    """Return whether the vault was last at home on another machine and nobody has said why."""
    return belonging.is_from_elsewhere(desk.vault)


def say_moved(desk: Desk) -> None:
    """The folder was moved to this machine: it goes on as it was."""
    _be_at_home(desk, copied=False)


def say_copied(desk: Desk) -> None:
    """The folder is a copy: its packages are numbered anew, so that the two never send different ones as the same."""
    _be_at_home(desk, copied=True)


def _be_at_home(desk: Desk, copied: bool) -> None:
    with desk.vault.writing() as connection:
        belonging.be_at_home(desk.vault, copied)
        append_use(connection, desk, Act.CHANGED, "machine")


def move_vault(folder: Path, to: Path) -> None:
    """Move a vault that is closed to a folder that is not there yet; at any moment it is whole in one of the two.

    Raises PlaceInsideVault, PlaceIsElsewhere, TooLittleRoom, VaultExists, AlreadyOpen, NotMoved, DiskFull,
    FolderNotWritable, with the vault where it was.
    """
    # What is inside would be removed with the old folder.
    if to.resolve().is_relative_to(folder.resolve()):
        raise PlaceInsideVault
    if not is_only_unwise(look_at_folder(to)):
        raise PlaceIsElsewhere
    if to.exists():
        raise VaultExists
    require_room(to, [one for one in folder.rglob("*") if one.is_file()], copies=1)
    with hold_lock(folder / access.LOCK_NAME), file_failures():
        make_private_folder(to.parent)
        part = part_of(to)
        shutil.rmtree(part, ignore_errors=True)
        begin_move(folder, to)
        try:
            _copy_whole(folder, part)
            arrive(folder, part)
            part.rename(to)
            sync_folder(to.parent)
        except BaseException:
            # Also when it has its name already: of two that count, each would go on by itself.
            with suppress(OSError):
                to.rename(part)
            give_up_move(folder, to)
            raise
        # From here on it is moved: what the disk does not let go of now is tried again when somebody opens it here.
        with suppress(OSError):
            leave(folder, to)


def _copy_whole(folder: Path, part: Path) -> None:
    part.mkdir(mode=0o700)
    for one in sorted(folder.rglob("*")):
        there = part / one.relative_to(folder)
        if one.is_dir():
            there.mkdir(mode=0o700)
        elif one.name not in (access.LOCK_NAME, MOVING_NAME, MOVED_NAME):
            shutil.copyfile(one, there)
            there.chmod(0o600)
            _flush(there)
            if _sum_of(one) != _sum_of(there):
                raise NotMoved
    for one in (*(one for one in part.rglob("*") if one.is_dir()), part):
        sync_folder(one)


def _flush(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _sum_of(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _mark_of(folder: Path, warned: tuple[Warned, ...]) -> str:
    # Not the path itself: a setting stands in every dump.
    said = json.dumps([str(folder), *(f"{one.risk}/{one.service}" for one in warned)])
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest() if warned else ""
