"""Whether somebody holds the recovery sheet: two of its groups are asked for, compared, and recorded as typed back."""

from collections.abc import Mapping

from exit_desktop.vault import recovery, worker
from exit_desktop.vault.keys import derive, wipe
from exit_desktop.vault.open_vault import Vault


def asked_groups(vault: Vault) -> tuple[int, ...]:
    """Return which two groups of the sheet (1 to 8) are asked back."""
    return tuple(sorted(int(number) for number in vault.keyfile.sheet_groups))


def is_group_right(vault: Vault, place: int, text: str) -> bool:
    """Tell whether `text` is what the newest sheet says at one of the places asked for (1 to 8)."""
    secret = vault.secret_copy()
    key = derive(secret.lasting, "sheet")
    try:
        return recovery.group_check(key, place, text) == vault.keyfile.sheet_groups.get(str(place))
    finally:
        secret.wipe()
        wipe(key)


def prove_recovery(vault: Vault, groups: Mapping[int, str]) -> bool:
    """Tell whether the groups typed back are those of the newest sheet, and record that they are."""
    right = all(is_group_right(vault, place, groups.get(place, "")) for place in asked_groups(vault))
    if right:
        with vault.writing() as connection:
            worker.save_recovery_proved(connection, True)
    return right


def is_recovery_proved(vault: Vault) -> bool:
    """Tell whether the newest sheet was typed back."""
    with vault.reading() as connection:
        return worker.read_recovery_proved(connection)
