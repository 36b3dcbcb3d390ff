"""Does one act again and again, each time with another call to the disk refused or deadly, and tells what it found.

Arguments: the ground, a folder of its own, the act, and how many calls to try for each kind of fault (0: all).
"""

import errno
import json
import os
import shutil
import sys
from pathlib import Path

from exit_desktop.errors import DiskFull, Failure
from exit_desktop.services.courses import list_courses
from exit_desktop.services.desk import Desk
from faults import shim
from faults.acts import ACTS, CONTROLS, Act
from faults.backup_acts import BACKUP_ACTS
from faults.erase_acts import ERASE_ACTS
from faults.ground import stretch_quickly
from faults.import_acts import IMPORT_ACTS

DONE = "done"
EVERY = {**ACTS, **BACKUP_ACTS, **ERASE_ACTS, **IMPORT_ACTS, **CONTROLS}
KINDS = (
    ("killed", shim.KILL, False),
    ("no room once", errno.ENOSPC, False),
    ("no room from then on", errno.ENOSPC, True),
    ("no answer once", errno.EIO, False),
    ("no answer from then on", errno.EIO, True),
)


# What holds whole acts that are tried by themselves: there a call is refused in turn once, or from then on.
COMPOSED = (*ERASE_ACTS,)


def kinds_of(name: str, at: int) -> tuple[tuple[str, int, bool], ...]:
    """Return the kinds of fault that one call is given."""
    return KINDS if name not in COMPOSED else (KINDS[0], *KINDS[1 + at % 2 :: 2])


def doing(act: Act, folder: Path, at: int, error: int, onwards: bool) -> str:
    """Do the act with a fault at call number `at`; after every second failure once more: that is promised."""
    desk = act.begin(folder)
    shim.arm(at, error, onwards)
    said = done(act, folder, desk)
    number = shim.count()
    shim.arm(0)
    if said != DONE and at % 2:
        if desk and not desk.vault.is_open:
            desk.vault.close()
            desk = act.begin(folder)
        assert desk is None or list_courses(desk) is not None
        said = done(act, folder, desk)
        assert said in act.second, f"once more, and told {said}"
        said = said if said == DONE else DiskFull.__name__
    return f"{said} {number}"


def done(act: Act, folder: Path, desk: Desk | None) -> str:
    """Do the act and return how it ended."""
    try:
        act.do(folder, desk)
    except Failure as failure:
        return type(failure).__name__
    return DONE


def tried(act: Act, ready: Path, folder: Path, fault: tuple[int, int, bool]) -> tuple[str, int]:
    """Do the act once on a fresh copy; return what is wrong ("" if nothing) and how many calls it made."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ready, folder)
    shim.watch(folder)
    said, *number = (shim.in_child(lambda: doing(act, folder, *fault)) or "killed").split(" ")
    if said == "!":
        return " ".join(["!", *number]), 0
    calls = int(number[0]) if number else 0
    if said not in {*act.told, DiskFull.__name__, DONE, "killed"}:
        return f"told as {said}", calls
    try:
        act.whole(folder, said == DONE)
    except (Failure, AssertionError, RuntimeError, OSError) as problem:
        return f"after {said}: {problem!r}", calls
    return "", calls


def main(ground: Path, folder: Path, name: str, most: int) -> None:
    """Try every call with every kind of fault, or `most` of them for each, spread over all and each at other places."""
    act = EVERY[name]
    ready = folder.with_name(f"{folder.name}-ready")
    shutil.rmtree(ready, ignore_errors=True)
    ready.mkdir(parents=True)
    act.prepare(ground, ready)
    wrong, calls = tried(act, ready, folder, (0, errno.EIO, False))
    assert not wrong, wrong
    found, number = {}, 0
    for turn, (kind, error, onwards) in enumerate(KINDS):
        step = max(1.0, calls / most) if most else 1.0
        shift = step * (turn + 0.5) / len(KINDS)
        for at in sorted({min(calls, int(place * step + shift) + 1) for place in range(int(calls / step))}):
            if (kind, error, onwards) not in kinds_of(name, at):
                continue
            number += 1
            wrong, _ = tried(act, ready, folder, (at, error, onwards))
            if wrong:
                found[f"{kind} at {at}"] = wrong
    print(json.dumps({"calls": calls, "tried": number, "found": found}))  # noqa: T201


if __name__ == "__main__":
    os.umask(0o077)
    stretch_quickly()
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
