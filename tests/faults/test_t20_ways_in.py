"""T20: each way into a vault opens it, each typing error on the sheet is one, and too little memory is said as that.

That weak Danish phrases are refused stands in tests/services/test_passphrases_judged.py.
"""

import random
from pathlib import Path

import pytest

from exit_desktop.errors import RecoveryKeyMistyped, WrongPassphrase, WrongRecoveryKey
from exit_desktop.system.spoken_letters import LETTERS
from exit_desktop.vault import access, recovery, slots
from faults.figures import Figures, tries
from faults.ground import OTHER
from faults.shim import run_worker
from support.vault_making import PASSPHRASE, Template

SIZES = (0, 8, 32, 64, 128, 192, 240, 256, 264, 280, 320, 400)


def test_each_slot_opens_each_vault_and_nothing_else_does(figures: Figures) -> None:
    count, wrong, refused = tries(12, 1000), 0, 0
    sheets = []
    for number in range(count):
        held, secret, sheet = access.make_keys(f"{PASSPHRASE} {number}", practice=True)
        place = slots.place_of(held)
        ways = (
            slots.open_with_passphrase(place, held.passphrase, f"{PASSPHRASE} {number}"),
            slots.open_with_sheet(place, held.sheet, recovery.read_groups(sheet.groups)),
        )
        wrong += sum(way.master != secret.master for way in ways)
        sheets.append(sheet.groups)
        with pytest.raises(WrongPassphrase):
            slots.open_with_passphrase(place, held.passphrase, OTHER)
        with pytest.raises(WrongRecoveryKey):
            slots.open_with_sheet(place, held.sheet, recovery.new_recovery_key())
        refused += 2
    figures("T20", "slots opened by passphrase and by sheet", 2 * count, wrong, f"foreign ones: {refused} refused")
    assert (wrong, len(set(sheets))) == (0, count)


def mistyped(groups: str) -> set[str]:
    """Return the key with each letter put wrong in each way, and each two neighbours swapped."""
    letters = groups.replace("-", "")
    wrong = {letters[:at] + letter + letters[at + 1 :] for at in range(len(letters)) for letter in LETTERS} | {
        letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :] for at in range(len(letters) - 1)
    }
    return wrong - {letters}


def is_caught(typed: str) -> bool:
    try:
        recovery.read_groups(typed)
    except RecoveryKeyMistyped:
        return True
    return False


def test_every_typing_error_on_the_sheet_is_caught(figures: Figures) -> None:
    keys = [recovery.write_groups(recovery.new_recovery_key()) for _ in range(tries(2, 40))]
    wrong = [one for key in keys for one in mistyped(key)]
    missed = sum(not is_caught(one) for one in wrong)
    whole = sum(not is_caught(key) for key in keys)
    figures(
        "T20", "letters mistyped or swapped on the sheet", len(wrong), missed, f"typed right: {whole} of {len(keys)}"
    )
    assert (missed, whole) == (0, len(keys))


def test_too_little_memory_is_never_called_a_wrong_passphrase(
    real_template: Template, tmp_path: Path, figures: Figures
) -> None:
    folder = real_template.copy_to(tmp_path / "v")
    sizes = [*random.Random(7).sample(SIZES, tries(4, len(SIZES))), 900]
    told = run_worker("memory_worker.py", folder, PASSPHRASE, OTHER, *sizes)
    enough = {name: how for name, how in told.items() if name.endswith(" 900")}
    others = [
        how for name, how in told.items() if name.startswith("right") and how not in {"opened", "TooLittleMemory"}
    ]
    others += [
        how
        for name, how in told.items()
        if name.startswith("wrong") and how not in {"WrongPassphrase", "TooLittleMemory"}
    ]
    short = sum(how == "TooLittleMemory" for how in told.values())
    figures(
        "T20", f"opened with little memory, {short} times too little", len(told), len(others), "with enough: as it is"
    )
    assert enough == {"right 900": "opened", "wrong 900": "WrongPassphrase"}
    assert (others, short > 0) == ([], True)
