"""Two people with a vault each."""

from support.two_desks import desks
from support.vault_making import real_template

__all__ = ["desks", "real_template"]
