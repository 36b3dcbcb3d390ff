"""A new recovery sheet in place of the old one: prepared, shown, proved, and only then in force.

Until then the old sheet opens the vault. A sheet that is never printed, a lock in between or a cut of power leaves
the old one in force: the key file alone decides, and it is written last. What is kept about a proof beside it can at
worst make the program ask for two groups once more.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from exit_desktop.errors import Failure
from exit_desktop.services.sheet_proofs import is_recovery_proved
from exit_desktop.vault import access, worker
from exit_desktop.vault.open_vault import Vault
from exit_desktop.vault.recovery import clean_letters
from exit_desktop.vault.slots import place_of


@dataclass(frozen=True, slots=True)
class NewSheet:
    """A recovery sheet that opens nothing yet."""

    sheet: access.Sheet

    @property
    def recovery_key(self) -> str:
        """The key in its eight groups, joined by hyphens."""
        return self.sheet.groups

    @property
    def asked(self) -> tuple[int, int]:
        """Which two groups are asked back, counted from 1."""
        first, second = sorted(map(int, self.sheet.asked))
        return first, second

    def is_right(self, place: int, text: str) -> bool:
        """Tell whether `text` is what the sheet says at this place (1 to 8)."""
        return clean_letters(text) == self.recovery_key.split("-")[place - 1]


def prepare_sheet(vault: Vault) -> NewSheet:
    """Return a new sheet that has been tried once; the vault is not changed by it."""
    secret = vault.secret_copy()
    try:
        return NewSheet(access.new_sheet(place_of(vault.keyfile), secret))
    finally:
        secret.wipe()


def prove_new_sheet(vault: Vault, new: NewSheet, typed: Mapping[int, str]) -> bool:
    """Put a sheet in force if both groups asked for were typed right; tell whether it is.

    Raises DiskFull, FolderNotWritable with the old sheet still in force.
    """
    right = all(new.is_right(place, typed.get(place, "")) for place in new.asked)
    if right:
        use_sheet(vault, new, proved=True)
    return right


def use_sheet(vault: Vault, new: NewSheet, proved: bool = False) -> None:
    """Let the vault open with this sheet and no longer with the one before.

    Raises DiskFull, FolderNotWritable with the old sheet still in force.
    """
    before = is_recovery_proved(vault)
    _keep_proved(vault, False)
    try:
        vault.replace_keyfile(lambda held, secret: access.with_sheet(held, secret, new.sheet))
    except BaseException:
        with suppress(Failure):
            _keep_proved(vault, before)
        raise
    # The sheet is in force: a row that finds no room must not tell otherwise.
    with suppress(Failure):
        _keep_proved(vault, proved)


def _keep_proved(vault: Vault, proved: bool) -> None:
    if is_recovery_proved(vault) == proved:
        return
    with vault.writing() as connection:
        worker.save_recovery_proved(connection, proved)
