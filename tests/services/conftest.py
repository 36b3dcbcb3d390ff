"""Vaults for the tests of this room."""

from support.courses import desk
from support.vault_making import practice, real_template, vault

__all__ = ["desk", "practice", "real_template", "vault"]
