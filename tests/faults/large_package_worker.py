"""Takes in packages that are far larger inside than outside, and tells how each ended, how long and how much memory.

Arguments: a vault whose passphrase is the usual one, and the files.
"""

import json
import sys
import time
from pathlib import Path

from exit_desktop.services.receiving import import_packages
from faults.ground import open_ground


def main(folder: Path, files: list[Path]) -> None:
    """Take in one after the other and tell."""
    desk = open_ground(folder)
    told: dict[str, tuple[str, float]] = {}
    for file in files:
        begun = time.process_time()
        (taken,) = import_packages(desk, [file], lambda: None, lambda *_: None)
        ended = taken.outcome.value if taken.reason is None else type(taken.reason).__name__
        told[file.name] = (ended, time.process_time() - begun)
    desk.vault.close()
    print(json.dumps({"told": told, "peak": peak_memory()}))  # noqa: T201


def peak_memory() -> float:
    """Return the most that this process ever held, in MB; what `getrusage` says is of the one that started it too."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(one) for one in sys.argv[2:]])
