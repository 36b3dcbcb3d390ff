"""Vaults for the tests of this room."""

from support.vault_making import practice, real_template, vault

__all__ = ["practice", "real_template", "vault"]
