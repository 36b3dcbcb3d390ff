"""What the recovery sheet says: the key and a short number that tells which vault it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exit_desktop.services.vaults import Vault


@dataclass(frozen=True, slots=True)
class SheetWords:
    """A recovery key in groups, and the number of its vault."""

    recovery_key: str = field(repr=False)
    vault_number: str


def sheet_of(vault: Vault, recovery_key: str) -> SheetWords:
    """Return the words of a vault's sheet; its number is the beginning of the vault's random id."""
    return SheetWords(recovery_key, vault.uid[:6].upper())
