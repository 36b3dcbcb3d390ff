"""Backups that earlier keys, or an earlier recovery sheet, still open: how many there are, and removing them.

New keys were made because somebody may know the old ones. As long as a backup opens with those, they lead to what is in
it; so a new one is made under the keys of now, and the others beside the vault go. Those in other places are told of.
"""

from datetime import datetime
from pathlib import Path

from exit_desktop.errors import BackupStopped, Failure, OlderKeysStay
from exit_desktop.services.backups import UNWATCHED, Watch, Why, back_up, list_elsewhere, remove_older
from exit_desktop.system.language import Texts
from exit_desktop.vault import keyfile
from exit_desktop.vault.open_vault import Vault
from exit_desktop.vault.taking_away import list_copies

__all__ = ["list_elsewhere"]


def count_opened_by_others(vault: Vault) -> int:
    """Return how many copies beside the vault open with earlier keys, or with another recovery sheet."""
    return sum(_is_opened_by_others(vault, one) for one in list_copies(vault.folder, vault.uid))


def remove_opened_by_others(vault: Vault, now: datetime, watch: Watch = UNWATCHED) -> int:
    """Make a tested backup under the keys of now, then throw away all others beside the vault; return how many went.

    Raises BackupStopped, nothing having gone, and OlderKeysStay when there is no new one, or an older one stays.
    """
    try:
        return remove_older(vault, back_up(vault, now, Why.ASKED, watch), now)
    except BackupStopped:
        raise
    except Failure as failure:
        raise OlderKeysStay from failure


def removed_words(t: Texts, count: int) -> str:
    """Return how many older backups are gone."""
    return t.plural(
        "A new backup is made, and {count} older one is removed from this computer.",
        "A new backup is made, and {count} older ones are removed from this computer.",
        count,
    )


def _is_opened_by_others(vault: Vault, copy: Path) -> bool:
    try:
        held = keyfile.peek(copy)
    except Failure:
        return False
    now = vault.keyfile
    # Later keys than those of now: somebody went back to an older state, and what was replaced then is kept on purpose.
    return held.epoch < now.epoch or (held.epoch == now.epoch and held.sheet.recipient != now.sheet.recipient)
