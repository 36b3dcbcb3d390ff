"""Gathers the facts about a folder on this machine. What it asks of Windows and macOS is not tried by any test here."""

import os
import sys
from contextlib import suppress
from pathlib import Path, PurePosixPath

from exit_desktop.system.folders.clouds import is_mark
from exit_desktop.system.folders.facts import Disk, FolderFacts, System, Warned
from exit_desktop.system.folders.mounts import disk_of
from exit_desktop.system.folders.risks import warnings_of

_MOUNTS = Path("/proc/self/mountinfo")
_SYSTEMS = {"win32": System.WINDOWS, "darwin": System.MAC}


def look_at_folder(folder: Path) -> tuple[Warned, ...]:
    """Return why a vault should not be kept in `folder`, which need not be there yet."""
    return warnings_of(gather(folder))


def medium_is_read_only(folder: Path) -> bool:
    """Return whether the disk itself cannot be written, whoever asks; rights on the folder do not count."""
    return _disk(_existing(folder.absolute())).read_only


def free_bytes(folder: Path) -> int | None:
    """Return how much room the disk of `folder`, which need not be there yet, has left; None where it is not told."""
    import shutil  # noqa: PLC0415 - 10 ms that the first page would wait for

    try:
        return shutil.disk_usage(_existing(folder.absolute())).free
    except OSError:
        return None


def gather(folder: Path) -> FolderFacts:
    """Return what is known of a folder here, its links followed."""
    whole = folder.absolute()
    real = Path(os.path.realpath(whole))
    return FolderFacts(
        folder=real,
        home=Path.home(),
        system=_SYSTEMS.get(sys.platform, System.LINUX),
        environment=os.environ,
        marked=_marks(real),
        disk=_disk(_existing(real)),
        linked=_is_linked(whole),
    )


def _existing(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that is there."""
    return next((one for one in (folder, *folder.parents) if one.exists()), folder)


def _is_linked(folder: Path) -> bool:
    inside: list[Path] = []
    with suppress(OSError):
        inside = [one for one in folder.iterdir() if one.name.startswith("vault.")]
    # Where the machine itself leads all homes elsewhere, that is no doing of the worker's: only the folder counts.
    return any(one.is_symlink() for one in (folder, *inside))


def _marks(folder: Path) -> frozenset[tuple[str, Path]]:
    found: set[tuple[str, Path]] = set()
    for place in (folder, *folder.parents):
        with suppress(OSError), os.scandir(place) as entries:
            found.update((entry.name, place) for entry in entries if is_mark(entry.name))
    return frozenset(found)


if sys.platform == "win32":
    import ctypes

    _REMOTE, _READ_ONLY_VOLUME = 4, 0x00080000  # DRIVE_REMOTE, FILE_READ_ONLY_VOLUME

    def _disk(folder: Path) -> Disk:
        root = os.path.join(folder.drive, "\\")  # noqa: PTH118 - a share has no drive letter
        kernel = ctypes.windll.kernel32
        kind, flags = ctypes.create_unicode_buffer(64), ctypes.c_ulong(0)
        known = kernel.GetVolumeInformationW(root, None, 0, None, None, ctypes.byref(flags), kind, len(kind))
        remote = kernel.GetDriveTypeW(root) == _REMOTE or folder.drive.startswith("\\\\")
        return Disk(kind.value if known else "", remote, bool(known and flags.value & _READ_ONLY_VOLUME))

elif sys.platform == "darwin":
    import ctypes

    _LOCAL, _KIND_AT, _KIND_LETTERS, _FLAGS_AT, _SIZE = 0x1000, 72, 16, 64, 2168  # MNT_LOCAL; struct statfs, 64 bits

    def _disk(folder: Path) -> Disk:
        buffer, library = ctypes.create_string_buffer(_SIZE), ctypes.CDLL(None)
        try:
            ask = library["statfs$INODE64"]
        except AttributeError:  # Apple's own processors know only the newer form
            ask = library["statfs"]
        if ask(os.fsencode(folder), buffer) != 0:
            return Disk()
        raw = buffer.raw
        flags = int.from_bytes(raw[_FLAGS_AT : _FLAGS_AT + 4], sys.byteorder)
        kind = raw[_KIND_AT : _KIND_AT + _KIND_LETTERS].split(b"\0")[0].decode("ascii", "replace")
        return Disk(kind, not flags & _LOCAL, bool(flags & os.ST_RDONLY))

else:

    def _disk(folder: Path) -> Disk:
        try:
            found = disk_of(PurePosixPath(os.path.realpath(folder)), _MOUNTS.read_text("utf-8", "surrogateescape"))
        except OSError:
            found = Disk()
        read_only = found.read_only
        with suppress(OSError):
            read_only = bool(os.statvfs(folder).f_flag & os.ST_RDONLY)
        return Disk(found.kind, found.remote, read_only)
