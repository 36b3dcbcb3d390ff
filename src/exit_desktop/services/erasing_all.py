"""Erasing everything that this program keeps of one vault on this computer, and what the receipt says of the rest.

The backups go first, then the keys, without which nothing else can be read, then the rest. Before that the folder gets
a name by which nobody opens it: cut off at any moment, the vault is there whole or it is gone.
"""

import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from exit_desktop.errors import VaultNotErased
from exit_desktop.services import backups
from exit_desktop.services.backups import Elsewhere
from exit_desktop.services.courses import list_courses
from exit_desktop.services.desk import Desk
from exit_desktop.services.sharing import list_cards
from exit_desktop.services.vaults import counter_path, list_vaults
from exit_desktop.system.safe_write import sync_folder
from exit_desktop.system.single_instance import hold_lock
from exit_desktop.vault import access, keyfile
from exit_desktop.vault.cards import last_sent
from exit_desktop.vault.taking_away import erase_folder

_GONE = ".gone"


@dataclass(frozen=True, slots=True)
class Whole:
    """All that there is of a vault: here, and as far as it knows elsewhere. `number` is the short one on its sheet.

    `strangers` are backups of other vaults that somebody put into its folder: they go with it.
    """

    on: date
    folder: Path
    number: str
    courses: int
    backups: int
    elsewhere: tuple[Elsewhere, ...]
    sent_to: tuple[str, ...]
    other_vaults: tuple[str, ...]
    strangers: int = 0


def look_at_all(desk: Desk, places: Iterable[Path]) -> Whole:
    """Return what would be erased and what would not; `places` are where other vaults may stand."""
    vault = desk.vault
    with vault.reading() as connection:
        sent = last_sent(connection) is not None
    others = [one.name for one in list_vaults(places) if one.folder != vault.folder]
    own = len(backups.list_own(vault))
    return Whole(
        on=desk.clock.today(),
        folder=vault.folder,
        number=vault.uid[:6].upper(),
        courses=len(list_courses(desk)),
        backups=own + len(backups.list_replaced(vault.folder)),
        elsewhere=backups.list_elsewhere(vault),
        sent_to=tuple(held.code for held in list_cards(desk) if held.confirmed_at) if sent else (),
        other_vaults=tuple(others),
        strangers=len(backups.list_backups(vault.folder)) - own,
    )


def erase_vault(folder: Path, counters: Path | None) -> None:
    """Erase a vault that is closed, with its backups, its keys and the number kept outside of it.

    Raises AlreadyOpen, NoVaultHere, FolderNotWritable, VaultNotErased with everything as it was.
    """
    uid = keyfile.peek(folder).vault
    with hold_lock(folder / access.LOCK_NAME):
        pass
    gone = _gone_name(folder)
    shutil.rmtree(gone, ignore_errors=True)
    try:
        folder.rename(gone)
        sync_folder(folder.parent)
    except OSError:
        raise VaultNotErased from None
    outside = counter_path(counters, uid)
    erase_folder(gone)
    if outside is not None:
        with suppress(OSError):
            outside.unlink(missing_ok=True)


def finish_erasing_all(place: Path, last: Path | None = None) -> None:
    """Do the rest of what was cut off in the program's own folder, and of the vault that was open last, wherever it is.

    What cannot be done now is tried again next time.
    """
    with suppress(OSError):
        for one in (*place.glob(f".*{_GONE}"), *([_gone_name(last)] if last is not None else [])):
            erase_folder(one)


def _gone_name(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}{_GONE}")
