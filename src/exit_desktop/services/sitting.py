"""Sitting down at an open vault: who works here, and every instrument that its answers refer to."""

import hashlib
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from exit_desktop.errors import Failure, MeaningKept
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services.bin import DAYS_IN_BIN, empty_old_bin
from exit_desktop.services.courses import newest_fact
from exit_desktop.services.desk import Desk
from exit_desktop.services.safety import drop_expired_notes
from exit_desktop.system.clock import Clock
from exit_desktop.vault.bin import has_old_bin
from exit_desktop.vault.instruments import read_instruments
from exit_desktop.vault.open_vault import Vault
from exit_desktop.vault.safety_notes import has_expired
from exit_desktop.vault.worker import read_worker

# Nobody leaves a vault for a year and finds every date in it a year old by chance.
FAR_AHEAD = timedelta(days=400)


def sit_down(vault: Vault, clock: Clock, folders: tuple[Path, Path]) -> Desk:
    """Return a desk at `vault`; what is over is let go, and a form that changed its meaning is told in `vault.notices`.

    `folders` hold the shipped instruments and the organisation's own words for them.
    """
    shipped, own = folders
    catalogue = Catalogue(shipped, own)
    at_hand = {hashlib.sha256(path.read_bytes()).digest() for path in shipped.glob("*.yaml")}
    with vault.reading() as connection:
        worker = read_worker(connection)
        for name, version, sha256, content in read_instruments(connection):
            if sha256 not in at_hand and catalogue.keep_meaning(content):
                vault.notices.append(MeaningKept(instrument=name, version=version))
    desk = Desk(vault, clock, worker.code if worker else "", catalogue)
    _let_go_what_is_over(desk)
    return desk


def clock_is_behind(desk: Desk) -> date | None:
    """Return the newest fact of the vault when the machine's date is earlier than that, else None (model 9)."""
    newest = newest_fact(desk)
    return newest if newest is not None and desk.clock.today() < newest else None


def _let_go_what_is_over(desk: Desk) -> None:
    """Erase what has waited its time in the bin, and safety notes whose date has passed.

    A vault on a full or write-protected disk still opens: the next opening tries again. A clock that has run far ahead
    of the newest fact erases nothing; one that stands behind it only what was over long before.
    """
    today = desk.clock.today()
    if not _is_something_over(desk, today):
        return
    newest = newest_fact(desk) or today
    if today > newest + FAR_AHEAD:
        return
    # One wrong day, written while a clock ran ahead, must not keep what was promised to go.
    day = today if today >= newest else today - FAR_AHEAD
    with suppress(Failure), desk.vault.writing():
        empty_old_bin(desk, day)
        drop_expired_notes(desk, day)


def _is_something_over(desk: Desk, today: date) -> bool:
    with desk.vault.reading() as connection:
        return has_old_bin(connection, today - timedelta(days=DAYS_IN_BIN)) or has_expired(connection, today)
