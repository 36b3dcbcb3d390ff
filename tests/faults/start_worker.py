"""Brings a file in and is killed half way. Arguments: the vault, its passphrase, the file, how many courses in."""

import os
import signal
import sys
from pathlib import Path

from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services.csv_start import bring_in, preview_start, read_start_file
from exit_desktop.services.desk import Desk
from exit_desktop.services.vaults import unlock_vault
from exit_desktop.system.clock import Clock
from exit_desktop.system.resources import resource_folder


def main(folder: Path, passphrase: str, path: Path, count: int) -> None:
    """Bring the file in; at the given course the process ends without a word."""
    left = [count]

    def die() -> None:
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)

    desk = Desk(unlock_vault(folder, passphrase), Clock(), "K7", Catalogue(resource_folder("instruments")))
    bring_in(desk, preview_start(desk, [read_start_file(desk, path).table], lambda: None), die)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))
