"""Lets one process after the other hold a vault and be killed, while others try to open it; tells how each try ended.

Arguments: a vault, its passphrase, how many rounds, and "held", or "free" for the control: nobody holds it.
"""

import json
import os
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from exit_desktop.errors import Failure
from exit_desktop.services import vaults
from faults import shim


def opened(folder: Path, passphrase: str) -> str:
    """Return how an opening ends."""
    try:
        vaults.unlock_vault(folder, passphrase).close()
    except Failure as failure:
        return type(failure).__name__
    return "opened"


def holder(folder: Path, passphrase: str) -> int:
    """Return the process id of one who holds the vault open."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        vault = vaults.unlock_vault(folder, passphrase)
        os.write(writer, b"held" if vault.is_open else b"")
        signal.pause()
    os.close(writer)
    os.read(reader, 4)
    os.close(reader)
    return child


def main(folder: Path, passphrase: str, rounds: int, held: bool) -> None:
    """Hold, try, kill, try again."""
    beside, after, longest = Counter[str | None](), Counter[str | None](), 0.0
    for _ in range(rounds):
        child = holder(folder, passphrase) if held else 0
        beside[shim.in_child(lambda: opened(folder, passphrase))] += 1
        if child:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        begun = time.monotonic()
        after[shim.in_child(lambda: opened(folder, passphrase))] += 1
        longest = max(longest, time.monotonic() - begun)
    print(json.dumps({"beside": beside, "after": after, "longest": longest}))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4] == "held")
