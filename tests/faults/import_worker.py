"""Kills an import again and again at a random moment, opens what it left, and tells what was lost or half.

Arguments: the ground, a folder of its own, how many cycles, and "whole", or "parts" for the control: an import that
commits after every course.
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
from typing import Any

from exit_desktop.errors import Failure
from exit_desktop.services.receiving import import_packages, promoting
from faults.ground import look_at, open_ground
from faults.merging import Senders, make_course_package, make_senders

PACKAGES, COURSES = 12, 15
CYCLES_OF_ONE_VAULT = 12
LONGEST = 0.15


@dataclass
class Book:
    """What was promised, and what was found wrong."""

    promised: int = 0
    lost: int = 0
    half: int = 0
    at_work: int = 0
    wrong: list[str] = field(default_factory=list)


def in_parts() -> None:
    """Let each course be committed by itself."""
    take = promoting._take

    def committed(work: Any, staged: Any) -> Any:
        told = take(work, staged)
        work.connection.execute("COMMIT")
        work.connection.execute("BEGIN IMMEDIATE")
        return told

    promoting._take = committed


def killed(folder: Path, files: list[Path], luck: random.Random) -> int:
    """Let a process import and kill it; return how many packages it told as taken."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        desk = open_ground(folder)
        os.write(writer, b"begun\n")

        def told(*_: object) -> None:
            os.write(writer, b"one\n")

        import_packages(desk, files, lambda: None, told)
        os._exit(0)
    os.close(writer)
    select.select([reader], [], [], 10)
    time.sleep(luck.random() * LONGEST)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as stream:
        return stream.read().count(b"one\n")


def look(folder: Path, told: int, book: Book) -> int:
    """Open what is left; return how many packages are in it."""
    desk = open_ground(folder)
    try:
        look_at(desk)
        with desk.vault.reading() as connection:
            packages = connection.execute("SELECT count(*) FROM received_bundle").fetchone()[0]
            held = connection.execute("SELECT count(*) FROM held_course WHERE place = 'held'").fetchone()[0]
            results = connection.execute("SELECT count(*) FROM received_result").fetchone()[0]
        book.lost += max(0, told - packages)
        book.half += (held, results) != (packages * COURSES, packages * COURSES)
        return int(packages)
    finally:
        desk.vault.close()


def prepare(ground: Path, folder: Path) -> list[Path]:
    """Make a vault that has confirmed a sender, and their packages; return the files."""
    shutil.copytree(ground, folder / "ready")
    desk = open_ground(folder / "ready")
    senders: Senders = make_senders(desk, 1)
    files = [folder / f"{number}.forloeb" for number in range(PACKAGES)]
    for number, file in enumerate(files, 1):
        file.write_bytes(make_course_package(senders, number, COURSES))
    desk.vault.close()
    return files


def main(ground: Path, folder: Path, cycles: int, parts: bool) -> None:
    """Go through the cycles and tell."""
    book, luck, seen = Book(), random.Random(20261123), 0
    files = prepare(ground, folder)
    if parts:
        in_parts()
    for cycle in range(cycles):
        if cycle % CYCLES_OF_ONE_VAULT == 0 or seen == PACKAGES:
            shutil.rmtree(folder / "v", ignore_errors=True)
            shutil.copytree(folder / "ready", folder / "v")
        told = killed(folder / "v", files, luck)
        book.promised += told
        try:
            before, seen = seen, look(folder / "v", told, book)
            book.at_work += 0 < seen < PACKAGES or before < seen
        except (Failure, AssertionError) as problem:
            book.wrong.append(f"cycle {cycle}: {problem!r}")
            break
    print(json.dumps(vars(book)))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4] == "parts")
