"""A new recovery sheet in place of the old one: prepared, shown, proved, and only then in force.

Until then the old sheet opens the vault. A sheet that is never printed, a lock in between or a cut of power leaves
everything as it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass

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
    """Put a sheet in force if both groups asked for were typed right; tell whether it is. Raises DiskFull."""
    right = all(new.is_right(place, typed.get(place, "")) for place in new.asked)
    if right:
        use_sheet(vault, new, proved=True)
    return right


def use_sheet(vault: Vault, new: NewSheet, proved: bool = False) -> None:
    """Let the vault open with this sheet and no longer with the one before. Raises DiskFull, FolderNotWritable."""
    secret = vault.secret_copy()
    try:
        changed = access.with_sheet(vault.keyfile, secret, new.sheet)
    finally:
        secret.wipe()
    vault.replace_keyfile(changed)
    with vault.writing() as connection:
        worker.save_recovery_proved(connection, proved)
