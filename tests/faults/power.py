"""A disk without power: what may stand on it, given everything that was written and flushed up to a moment.

Strict, as POSIX has it: a write lasts when its file was flushed, a name when its folder was. Of the rest anything may
have reached the disk: nothing, all, the first part, any part, or a write cut off in the middle of itself. Names change
in the order in which they were asked for.
"""

import random
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

_HEAD = struct.Struct("<ciqq")
SECTOR = 512
ROOT = 0
Place = tuple[int, str]
"""A name in a folder, the folder by its number: it stays what it is under another name."""
Names = dict[Place, int]


@dataclass(frozen=True, slots=True)
class Event:
    """One call: Write, Truncate, Sync, Create, Rename, Unlink, Directory made, or a Mark (something was promised)."""

    act: str
    path: str
    offset: int
    data: bytes


def read_events(log: Path) -> Iterator[Event]:
    """Return what the library wrote down."""
    whole, at = log.read_bytes(), 0
    while at < len(whole):
        act, name, offset, length = _HEAD.unpack_from(whole, at)
        at += _HEAD.size
        path, data = whole[at : at + name], whole[at + name : at + name + length]
        yield Event(act.decode(), path.decode(), offset, data)
        at += name + length


@dataclass
class Inode:
    """The bytes of a file that last, and what was written since: (offset, bytes), or (length, None) for a cut."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)

    def flush(self) -> None:
        """Let everything last."""
        self.durable = _with(self.durable, self.pending)
        self.pending = []


@dataclass(frozen=True, slots=True)
class Move:
    """A name that was given, taken away or changed."""

    left: Place | None
    entered: Place | None
    inode: int

    def on(self, names: Names) -> None:
        """Do it."""
        if self.left is not None and names.get(self.left) == self.inode:
            del names[self.left]
        if self.entered is not None:
            names[self.entered] = self.inode


class Disk:
    """What was asked of the disk so far."""

    def __init__(self, folder: Path) -> None:
        """Begin with what stands below `folder`, all of it lasting."""
        self.root = PurePosixPath(folder)
        self.inodes: dict[int, Inode] = {ROOT: Inode()}
        self.folders = {ROOT}
        self.live: Names = {}
        self.moves: list[Move] = []
        for path in sorted(folder.rglob("*")):
            made = self._new(path.is_dir(), b"" if path.is_dir() else path.read_bytes())
            self.live[self._place(str(path))] = made
        self.kept = dict(self.live)

    def take(self, event: Event) -> None:
        """Go on by one call."""
        if event.act in "CDRU":
            self._rename(event)
        elif event.act == "S":
            self._flush(self._inode(event.path))
        elif event.act in "WT":
            inode = self._inode(event.path)
            if inode is not None:
                self.inodes[inode].pending.append((event.offset, event.data if event.act == "W" else None))

    def without_power(self, luck: random.Random) -> dict[str, bytes | None]:
        """Return files by path as they may stand when the power comes back; None stands for a folder."""
        names = dict(self.kept)
        for move in self.moves[: luck.randint(0, len(self.moves))]:
            move.on(names)
        way = luck.choice((_nothing, _everything, _first_part, _any_part, _torn))
        found: dict[str, bytes | None] = {}
        self._gather(ROOT, self.root, names, lambda one: bytes(_with(one.durable, way(one.pending, luck))), found)
        return found

    def _gather(
        self,
        folder: int,
        at: PurePosixPath,
        names: Names,
        content: Callable[[Inode], bytes],
        found: dict[str, bytes | None],
    ) -> None:
        for (above, name), inode in names.items():
            if above == folder:
                found[str(at / name)] = None if inode in self.folders else content(self.inodes[inode])
                if inode in self.folders:
                    self._gather(inode, at / name, names, content, found)

    def _new(self, is_folder: bool, data: bytes = b"") -> int:
        made = len(self.inodes)
        self.inodes[made] = Inode(bytearray(data))
        self.folders |= {made} if is_folder else set()
        return made

    def _inode(self, path: str) -> int | None:
        parts = PurePosixPath(path).relative_to(self.root).parts
        inode: int | None = ROOT
        for part in parts:
            inode = None if inode is None else self.live.get((inode, part))
        return inode

    def _place(self, path: str) -> Place:
        above = self._inode(str(PurePosixPath(path).parent))
        assert above is not None, f"nothing stands above {path}"
        return above, PurePosixPath(path).name

    def _rename(self, event: Event) -> None:
        place = self._place(event.path)
        if event.act in "CD":
            move = Move(None, place, self._new(event.act == "D"))
        elif event.act == "U":
            move = Move(place, None, self.live[place])
        else:
            move = Move(place, self._place(event.data.decode()), self.live[place])
        move.on(self.live)
        self.moves.append(move)

    def _flush(self, inode: int | None) -> None:
        if inode is None:
            return
        self.inodes[inode].flush()
        # A name that goes from one folder to another lasts with the folder that it leaves.
        for move in [one for one in self.moves if (one.left or one.entered or (None, ""))[0] == inode]:
            move.on(self.kept)
            self.moves.remove(move)


def _with(data: bytearray, writes: list[tuple[int, bytes | None]]) -> bytearray:
    made = bytearray(data)
    for offset, new in writes:
        if new is None:
            made[offset:] = bytes(max(0, offset - len(made)))
        else:
            made += bytes(max(0, offset - len(made)))
            made[offset : offset + len(new)] = new
    return made


Writes = list[tuple[int, bytes | None]]


def _nothing(_: Writes, __: random.Random) -> Writes:
    return []


def _everything(writes: Writes, _: random.Random) -> Writes:
    return writes


def _first_part(writes: Writes, luck: random.Random) -> Writes:
    return writes[: luck.randint(0, len(writes))]


def _any_part(writes: Writes, luck: random.Random) -> Writes:
    return [one for one in writes if luck.random() < 0.5]


def _torn(writes: Writes, luck: random.Random) -> Writes:
    some = _any_part(writes, luck)
    if some and some[-1][1]:
        offset, data = some.pop()
        cut = luck.randint(0, len(data or b"") // SECTOR) * SECTOR
        some.append((offset, (data or b"")[:cut]))
    return some
