"""What goes wrong in a second place, such as a stick, told as what it is: gone, full or not to be written on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from exit_desktop.errors import (
    BackupNoRoom,
    BackupNotTrue,
    DiskFull,
    FolderNotWritable,
    SecondPlaceFull,
    SecondPlaceGone,
    SecondPlaceReadOnly,
)
from exit_desktop.system.free_space import MEGABYTE, missing_room


@contextmanager
def telling_of_the_place(place: Path) -> Iterator[None]:
    """Raise SecondPlaceGone, SecondPlaceFull or SecondPlaceReadOnly for what the disk of `place` refuses."""
    if not place.is_dir():
        raise SecondPlaceGone
    try:
        yield
    except BackupNoRoom:
        raise SecondPlaceFull from None
    except FolderNotWritable:
        raise (SecondPlaceReadOnly() if place.is_dir() else SecondPlaceGone()) from None
    except BackupNotTrue:
        if not place.is_dir():
            raise SecondPlaceGone from None
        raise
    except (DiskFull, OSError):
        # Less than this left after a failure means that it was room which was missing.
        # What is neither full nor gone from the list of folders does not answer: to the worker that is the same.
        raise (SecondPlaceFull() if missing_room(place, MEGABYTE) else SecondPlaceGone()) from None
