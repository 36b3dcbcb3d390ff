"""What could happen to a vault in a place that is not the best, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exit_desktop.services.places import Risk, Warned
from exit_desktop.system.language import mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exit_desktop.system.language import Texts

_WHY = {
    Risk.CLOUD: mark(
        "{service} copies this folder to other computers while you write. Two copies can get mixed up, and then the "
        "vault may not open. Nobody can read the copies, but what you erase here lives on in them."
    ),
    Risk.NETWORK: mark(
        "This folder lies on another computer. If the network stops while you save, the vault may be damaged. Others "
        "may be able to copy or delete the files."
    ),
    Risk.STICK: mark(
        "This disk is made like a stick or a memory card. If it is pulled out while you save, the newest may be lost. "
        "Whoever finds the stick has the files, though nobody can read them without the passphrase."
    ),
    Risk.LINK: mark(
        "This folder only points to another place. If that place is moved or cleaned up, the vault is gone from here."
    ),
}


def place_words(warned: Iterable[Warned], t: Texts) -> tuple[str, ...]:
    """Return a short text for each thing that speaks against a place."""
    return tuple(t(_WHY[one.risk], service=one.service) for one in warned)
