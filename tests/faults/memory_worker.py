"""Opens a vault with less and less memory to be had, each time in a forked process, and tells how each try ended.

Arguments: a vault, its passphrase, the passphrase of nobody, and how many MiB more than now may be used, one by one.
"""

import json
import resource
import sys
from pathlib import Path

from exit_desktop.errors import Failure
from exit_desktop.services import vaults
from faults import shim


def opened(folder: Path, passphrase: str, more: int) -> str:
    """Return how an opening ends with so much memory more."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    limit = pages * resource.getpagesize() + (more << 20)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    try:
        vaults.unlock_vault(folder, passphrase).close()
    except Failure as failure:
        return type(failure).__name__
    return "opened"


def main(folder: Path, right: str, wrong: str, sizes: list[int]) -> None:
    """Try every size with both passphrases."""
    vaults.unlock_vault(folder, right).close()
    told = {
        f"{name} {size}": shim.in_child(lambda words=words, size=size: opened(folder, words, size))  # type: ignore[misc]
        for size in sizes
        for name, words in (("right", right), ("wrong", wrong))
    }
    print(json.dumps(told))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], [int(one) for one in sys.argv[4:]])
