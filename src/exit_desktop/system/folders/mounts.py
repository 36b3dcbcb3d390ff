"""Which disk a folder lies on, as Linux lists it, and what kinds of file system are no place for a vault."""

from pathlib import PurePosixPath

from exit_desktop.system.folders.facts import Disk

# Kinds that lie on another computer: what SQLite needs of them, locks and memory shared by all, they do not promise.
_NETWORK = frozenset(
    {"9p", "afpfs", "afs", "ceph", "cifs", "coda", "davfs", "davfs2", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4"}
) | frozenset({"smb2", "smb3", "smbfs", "webdav", "ftp", "sshfs"})
_NETWORK_BY_PROGRAM = ("sshfs", "rclone", "gvfsd-fuse", "davfs", "s3fs", "smbnetfs", "google-drive-ocamlfuse")
# A place at which something is mounted as soon as somebody looks there; what is mounted then has a line of its own.
_WAITING = "autofs"
# Sticks and cards: no rights per user, no journal.
_STICK = frozenset({"exfat", "fat", "fat12", "fat16", "fat32", "fuseblk.exfat", "msdos", "umsdos", "vfat"})


def is_network(disk: Disk) -> bool:
    """Return whether the disk is on another computer."""
    kind = disk.kind.lower()
    program = kind.partition(".")[2]
    return disk.remote or kind in _NETWORK or (kind.startswith("fuse.") and program.startswith(_NETWORK_BY_PROGRAM))


def is_stick(disk: Disk) -> bool:
    """Return whether the disk is written as sticks and cards are."""
    return disk.kind.lower().removeprefix("fuse.") in _STICK


def disk_of(folder: PurePosixPath, table: str) -> Disk:
    """Return the disk of a folder by the table of mounts (proc(5), mountinfo); an unknown one where it is not told."""
    best, found = -1, Disk()
    for line in table.splitlines():
        place, disk = _read(line)
        if disk is not None and (place == folder or place in folder.parents) and len(place.parts) >= best:
            best, found = len(place.parts), disk
    return found


def places_below(above: tuple[PurePosixPath, ...], table: str) -> tuple[PurePosixPath, ...]:
    """Return where something is mounted right below one of these folders, or below a user's name there.

    By the same table; the last mounted comes first. Left out is what lies on another computer, also while it waits to
    be mounted: to look there may take minutes.
    """
    read = (_read(line) for line in reversed(table.splitlines()))
    places = (place for place, disk in read if disk is not None and not (is_network(disk) or disk.kind == _WAITING))
    return tuple(dict.fromkeys(place for place in places if set(above) & set(place.parents[:2])))


def _read(line: str) -> tuple[PurePosixPath, Disk | None]:
    # 36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue
    before, _, after = line.partition(" - ")
    fields, disk = before.split(" "), after.split(" ")
    if len(fields) < 6 or not disk[0]:
        return PurePosixPath(), None
    of_disk = disk[2].split(",") if len(disk) > 2 else []
    read_only = "ro" in fields[5].split(",") or "ro" in of_disk
    return PurePosixPath(_plain(fields[4])), Disk(disk[0], read_only=read_only)


def _plain(text: str) -> str:
    for code, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        text = text.replace(code, letter)
    return text
