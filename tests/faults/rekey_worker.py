"""A process that renews the keys of a practice vault and dies by SIGKILL before its n-th file operation.

Usage: rekey_worker.py FOLDER PASSPHRASE STEP. Prints the number of operations when it lives to the end.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from exit_desktop.services import vaults
from exit_desktop.vault import keyfile, rekeying, usage_log

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


def main() -> None:
    """Open, wrap, renew."""
    folder, passphrase, step = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    vault = vaults.unlock_vault(folder, passphrase)
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
