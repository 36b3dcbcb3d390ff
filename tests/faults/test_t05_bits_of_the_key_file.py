"""T5: every bit of the key file, and every cut: one copy is healed, two are told as damage, none as a passphrase.

That the file is killed, refused or without power at every step of a change stands in T2 and T3.
"""

import hashlib
import random
import shutil
from pathlib import Path

import msgspec
import pytest

from exit_desktop import errors
from exit_desktop.services import vaults
from exit_desktop.vault import keyfile
from faults.figures import FULL, Figures, tries
from faults.ground import Ground
from support.vault_making import PASSPHRASE


@pytest.fixture
def folder(ground: Ground, tmp_path: Path) -> Path:
    return Path(shutil.copytree(ground.folder, tmp_path / "v"))


def is_refused(data: bytes) -> bool:
    try:
        keyfile.decode(data)
    except errors.KeyFileDamaged:
        return True
    return False


def is_believed_without_digest(data: bytes) -> bool:
    try:
        msgspec.json.decode(data[:-65], type=keyfile.KeyFile)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True


def test_every_bit_and_every_cut_is_refused(folder: Path, figures: Figures) -> None:
    data = (folder / "vault.keys").read_bytes()
    bits = range(0, len(data) * 8, 1 if FULL else 3)
    broken = [data[: b // 8] + bytes([data[b // 8] ^ (1 << b % 8)]) + data[b // 8 + 1 :] for b in bits]
    broken += [data[:end] for end in range(len(data))]
    unseen = sum(not is_refused(one) for one in broken)
    control = sum(is_believed_without_digest(one) for one in broken)
    figures("T5", "single bits and cuts of vault.keys", len(broken), unseen, f"without digest: {control} believed")
    assert control > 0
    assert unseen == 0


def ended(folder: Path) -> str:
    """Return how an opening ends."""
    try:
        vault = vaults.unlock_vault(folder, PASSPHRASE)
    except errors.Failure as failure:
        return type(failure).__name__
    vault.close()
    return ",".join(type(one).__name__ for one in vault.notices)


def test_one_copy_is_healed_and_two_are_told_as_damage(folder: Path, figures: Figures) -> None:
    data, luck, wrong = (folder / "vault.keys").read_bytes(), random.Random(7), []
    for number in range(tries(12, 200)):
        bit = luck.randrange(len(data) * 8)
        broken = data[: bit // 8] + bytes([data[bit // 8] ^ (1 << bit % 8)]) + data[bit // 8 + 1 :]
        for both in (False, True):
            (folder / keyfile.NAMES[number % 2]).write_bytes(broken)
            (folder / keyfile.NAMES[1 - number % 2]).write_bytes(broken if both else data)
            if ended(folder) != ("KeyFileDamaged" if both else "KeyFileHealed"):
                wrong.append(bit)
    figures("T5", "one copy of the key file broken, then both", tries(24, 400), len(wrong), "whole: nothing told")
    for name in keyfile.NAMES:
        (folder / name).write_bytes(data)
    assert (wrong, ended(folder)) == ([], "")


def forged(held: keyfile.KeyFile, **changes: object) -> bytes:
    """A changed key file under a fitting digest, as somebody would make it who knows the format."""
    body = msgspec.json.encode(msgspec.structs.replace(held, **changes)) + b"\n"
    return body + hashlib.sha256(body).hexdigest().encode() + b"\n"


@pytest.mark.parametrize(
    "changes", [{"generation": 99}, {"sheet_groups": {"1": "x", "2": "y"}}, {"organisation": "sheet"}, {"epoch": 2}]
)
def test_a_forged_field_is_refused_though_its_digest_fits(
    folder: Path, changes: dict[str, object], figures: Figures
) -> None:
    held = keyfile.peek(folder)
    changes = {**changes, "organisation": held.sheet} if "organisation" in changes else changes
    for name in keyfile.NAMES:
        (folder / name).write_bytes(forged(held, **changes))
    figures(
        "T5", f"a forged {next(iter(changes))} under a fitting digest", 1, int(not ended(folder)), "unforged: opens"
    )
    assert ended(folder) in {"KeyFileDamaged", "WrongPassphrase"}
    for name in keyfile.NAMES:
        (folder / name).write_bytes(forged(held))
    assert ended(folder) == ""
