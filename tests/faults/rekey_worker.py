"""A process that renews the keys of a practice vault and dies by SIGKILL before its n-th file operation.

Usage: rekey_worker.py FOLDER PASSPHRASE STEP [before|within]. Prints the number of operations when it lives to the end.
`before`: a new sheet was put in force while the disk had no room for the mirror of the key file. `within`: the renewal
itself finds no room for the mirror. Both want FOLDER on a small disk.
"""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from exit_desktop.errors import DiskFull
from exit_desktop.services import recovery_sheets, vaults
from exit_desktop.system.safe_write import write_file
from exit_desktop.vault import keyfile, rekeying, usage_log
from support.full_disk import really_full

WRITE = "write_file"
done = 0


def dying_before(function: Callable[..., Any], step: int) -> Callable[..., Any]:
    """Return the function, preceded by death when its turn has come."""

    def counted(*values: Any, **named: Any) -> Any:
        global done  # noqa: PLW0603 - one counter over all wrapped functions
        if done == step:
            os.kill(os.getpid(), signal.SIGKILL)
        done += 1
        return function(*values, **named)

    return counted


def without_room_for_the_mirror(write: Callable[..., None]) -> Callable[..., None]:
    """Return the function that writes a file, on a disk that is full when the mirror's turn comes."""

    def written(path: Path, *values: Any) -> None:
        if path.name != keyfile.NAMES[1]:
            write(path, *values)
            return
        with really_full(path.parent.parent):
            write(path, *values)

    return written


def main() -> None:
    """Open, wrap, renew."""
    folder, passphrase, step, full = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4:]
    vault = vaults.unlock_vault(folder, passphrase)
    if full:
        setattr(keyfile, WRITE, without_room_for_the_mirror(write_file))
    if full == ["before"]:
        with suppress(DiskFull):
            recovery_sheets.use_sheet(vault, recovery_sheets.prepare_sheet(vault))
        setattr(keyfile, WRITE, write_file)
    for module, names in (
        (rekeying, ("write_file", "change_key", "open_database", "_drop")),
        (keyfile, ("write_file",)),
        (usage_log, ("anchor_again",)),
    ):
        for name in names:
            setattr(module, name, dying_before(getattr(module, name), step))
    vaults.renew_keys(vault, passphrase)
    print(done)  # noqa: T201


main()
