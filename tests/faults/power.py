"""A disk without power: what may stand on it, given everything that was written and flushed up to a moment.

Strict, as POSIX has it: a write lasts when its file was flushed, a name when its folder was. Of the rest anything may
have reached the disk: nothing, all, the first part, any part, or a write cut off in the middle of itself. Names change
in the order in which they were asked for.
"""

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

_HEAD = struct.Struct("<ciqq")
SECTOR = 512
FOLDER = -1


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


class Disk:
    """What was asked of the disk so far."""

    def __init__(self, folder: Path) -> None:
        """Begin with what stands below `folder`, all of it lasting."""
        self.inodes: dict[int, Inode] = {}
        self.kept: dict[str, int] = {}
        self.moves: list[tuple[str, str, int]] = []
        for path in sorted(folder.rglob("*")):
            self.kept[str(path)] = FOLDER if path.is_dir() else self._new(path.read_bytes())
        self.live = dict(self.kept)

    def take(self, event: Event) -> None:
        """Go on by one call."""
        if event.act in "CDRU":
            self._rename(event)
        elif event.act == "S":
            self._flush(event.path)
        elif event.act in "WT" and event.path in self.live:
            self.inodes[self.live[event.path]].pending.append((event.offset, event.data if event.act == "W" else None))

    def without_power(self, luck: random.Random) -> dict[str, bytes]:
        """Return files by path as they may stand when the power comes back."""
        names = dict(self.kept)
        for move in self.moves[: luck.randint(0, len(self.moves))]:
            _move(names, move)
        way = luck.choice((_nothing, _everything, _first_part, _any_part, _torn))
        return {
            path: bytes(_with(self.inodes[inode].durable, way(self.inodes[inode].pending, luck)))
            for path, inode in names.items()
            if inode != FOLDER and _has_folders(path, names, self.live)
        }

    def _new(self, data: bytes = b"") -> int:
        self.inodes[len(self.inodes)] = Inode(bytearray(data))
        return len(self.inodes) - 1

    def _rename(self, event: Event) -> None:
        if event.act in "CD":
            moves = [("set", event.path, self._new() if event.act == "C" else FOLDER)]
        elif event.act == "U":
            moves = [("gone", event.path, 0)]
        else:
            moves = [("to " + event.data.decode(), event.path, self.live[event.path])]
        for move in moves:
            _move(self.live, move)
            self.moves.append(move)

    def _flush(self, path: str) -> None:
        inode = self.live.get(path, FOLDER)
        if inode != FOLDER:
            self.inodes[inode].flush()
            return
        for move in [one for one in self.moves if str(PurePosixPath(one[1]).parent) == path]:
            _move(self.kept, move)
            self.moves.remove(move)


def _move(names: dict[str, int], move: tuple[str, str, int]) -> None:
    how, path, inode = move
    if how == "set":
        names[path] = inode
        return
    names.pop(path, None)
    if how != "gone":
        names[how[3:]] = inode


def _has_folders(path: str, names: dict[str, int], live: dict[str, int]) -> bool:
    above = [str(one) for one in PurePosixPath(path).parents]
    return all(one in names for one in above if live.get(one) == FOLDER)


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
