"""Sitting down at an open vault: who works here, and every instrument that its answers refer to."""

import hashlib
from pathlib import Path

from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services.desk import Desk
from exit_desktop.system.clock import Clock
from exit_desktop.vault.instruments import read_instruments
from exit_desktop.vault.open_vault import Vault
from exit_desktop.vault.worker import read_worker


def sit_down(vault: Vault, clock: Clock, folders: tuple[Path, Path]) -> Desk:
    """Return a desk at `vault`; `folders` hold the shipped instruments and the organisation's own words for them."""
    shipped, own = folders
    catalogue = Catalogue(shipped, own)
    at_hand = {hashlib.sha256(path.read_bytes()).digest() for path in shipped.glob("*.yaml")}
    with vault.reading() as connection:
        worker = read_worker(connection)
        for _, _, sha256, content in read_instruments(connection):
            if sha256 not in at_hand:
                catalogue.keep(content)
    return Desk(vault, clock, worker.code if worker else "", catalogue)
