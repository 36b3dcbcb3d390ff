"""Kills a writing process again and again at a random moment, opens what it left, and tells what was lost.

Arguments: the ground, a folder of its own, how many cycles, and "kept", or "early" for the control: a writer that
promises before it writes.
"""

import json
import os
import random
import select
import shutil
import signal
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from exit_desktop.errors import Failure
from exit_desktop.services import drafts
from exit_desktop.services.courses import find_citizen
from faults.ground import ALIAS, NOTES, add_note, look_at, open_ground
from support.vault_making import NOW

CYCLES_OF_ONE_VAULT = 40
LONGEST = 0.12


@dataclass
class Book:
    """What was promised, and what was found wrong."""

    acked: int = 0
    lost: int = 0
    kills_in_work: int = 0
    wrong: list[str] = field(default_factory=list)


def write_on(folder: Path, channel: int, early: bool) -> None:
    """Write note after note until the end comes, and promise each."""
    desk = open_ground(folder)
    course = find_citizen(desk, ALIAS)
    for number in range(len(course.contacts), 10_000):
        if early:
            os.write(channel, b"%d\n" % number)
        course = add_note(desk, course, number)
        drafts.keep_draft(desk.vault, "there", f"{number}", NOW)
        if number % 7 == 0:
            desk.vault.checkpoint()
        if not early:
            os.write(channel, b"%d\n" % number)


def killed(folder: Path, luck: random.Random, early: bool) -> int | None:
    """Let a process write and kill it; return the highest number that it promised, None if none."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        write_on(folder, writer, early)
        os._exit(0)
    os.close(writer)
    if luck.random() < 0.9:  # the others die while they open
        select.select([reader], [], [], 10)
    time.sleep(luck.random() * LONGEST)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as stream:
        lines = stream.read().split()
    return int(lines[-1]) if lines else None


def look(folder: Path, promised: int, seen: int, book: Book) -> int:
    """Open what is left, of which so much was promised and so many notes were seen; return how many there are now."""
    desk = open_ground(folder)
    try:
        assert not desk.vault.notices, f"told: {desk.vault.notices}"
        numbers = look_at(desk)
        assert numbers == list(range(len(numbers))), "a note is missing in between"
        there = [int(draft.body) for draft in drafts.list_drafts(desk.vault) if draft.place == "there"]
        book.lost += max(0, promised - numbers[-1], seen - len(numbers))
        # The draft comes after the note: of a note that nobody promised it may be missing.
        book.lost += promised >= NOTES and max(there, default=0) < promised
        return len(numbers)
    finally:
        desk.vault.close()


def main(ground: Path, folder: Path, cycles: int, early: bool) -> None:
    """Go through the cycles and tell."""
    book, luck, count, high = Book(), random.Random(20261123), NOTES, -1
    for cycle in range(cycles):
        if cycle % CYCLES_OF_ONE_VAULT == 0:
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(ground, folder)
            count, high = NOTES, -1
        promised = killed(folder, luck, early)
        book.acked += 0 if promised is None else promised + 1 - count
        book.kills_in_work += promised is not None
        high = high if promised is None else promised
        try:
            count = look(folder, high, count, book)
        except (Failure, AssertionError) as problem:
            book.wrong.append(f"cycle {cycle}: {problem!r}")
            break
    told = {
        "cycles": cycles,
        "acked": book.acked,
        "lost": book.lost,
        "wrong": book.wrong,
        "at_work": book.kills_in_work,
    }
    print(json.dumps(told))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4] == "early")
