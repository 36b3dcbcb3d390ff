"""A program that opened a vault, worked in it and locked it; it waits so that its memory can be looked through.

Arguments: a vault, its passphrase, the way in ("passphrase", or the groups of the sheet), what is done ("work", or
"renew" for new keys and a new sheet too), and "locked", or "open" for the control.
"""

import sys
from pathlib import Path

from exit_desktop.services import drafts, recovery_sheets, vaults
from exit_desktop.services.courses import find_citizen
from faults.ground import ALIAS, DRAFT, add_note, desk_at, look_at
from support.vault_making import NOW


def main(folder: Path, passphrase: str, way: str, done: str, ending: str) -> None:
    """Open, work, close, say so, wait."""
    by_sheet = way != "passphrase"
    vault = vaults.recover_vault(folder, way, passphrase) if by_sheet else vaults.unlock_vault(folder, passphrase)
    desk = desk_at(vault)
    add_note(desk, find_citizen(desk, ALIAS), 6)
    drafts.keep_draft(vault, "there", DRAFT, NOW)
    vault.derived_key("words")
    if done == "renew":
        vaults.renew_keys(vault, passphrase)
        recovery_sheets.use_sheet(vault, recovery_sheets.prepare_sheet(vault))
    look_at(desk)
    if ending == "locked":
        vault.close()
    print(ending, flush=True)  # noqa: T201
    sys.stdin.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
