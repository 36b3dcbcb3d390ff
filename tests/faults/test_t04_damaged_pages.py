"""T4: single bits of every page, of every part of it, pages swapped, zeroed, cut and added: each is seen and told."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from exit_desktop.errors import VaultDamaged
from exit_desktop.services import vaults
from faults.figures import FULL, Figures, tries
from faults.ground import Ground, note_of
from support.vault_making import PASSPHRASE

PAGE = 4096
PARTS = {"text": (0, 4016), "IV": (4016, 4032), "HMAC": (4032, 4096)}
SALT = range(16 * 8)
Damage = tuple[str, bytes]


def flipped(data: bytes, bit: int) -> bytes:
    return data[: bit // 8] + bytes([data[bit // 8] ^ (1 << bit % 8)]) + data[bit // 8 + 1 :]


def single_bits(data: bytes, luck: random.Random, every: int, bits: int) -> Iterator[Damage]:
    for page in range(0, len(data) // PAGE, every):
        for part, (begin, end) in PARTS.items():
            for _ in range(bits):
                place = page * PAGE + luck.randrange(16 if page == 0 and not begin else begin, end)
                yield f"{part} of page {page}", flipped(data, place * 8 + luck.randrange(8))
    for bit in SALT if FULL else SALT[::16]:
        yield "salt", flipped(data, bit)


def whole_pages(data: bytes, luck: random.Random, count: int) -> Iterator[Damage]:
    pages = [data[at : at + PAGE] for at in range(0, len(data), PAGE)]
    for _ in range(count):
        one, other = sorted(luck.sample(range(1, len(pages)), 2))
        swapped = [*pages[:one], pages[other], *pages[one + 1 : other], pages[one], *pages[other + 1 :]]
        yield f"pages {one} and {other} swapped", b"".join(swapped)
        yield f"page {one} zeroed", b"".join([*pages[:one], bytes(PAGE), *pages[one + 1 :]])
    for cut in (1, 100, PAGE, 3 * PAGE, len(pages) // 2 * PAGE):
        yield f"{cut} bytes cut", data[:-cut]
    for more in (PAGE, 3 * PAGE):
        yield f"{more} bytes added", data + bytes(more)


@pytest.fixture
def shelf(ground: Ground, tmp_path: Path) -> Path:
    """A copy of the ground, whose database is written anew for each damage."""
    return Path(shutil.copytree(ground.folder, tmp_path / "v"))


def told(folder: Path, data: bytes) -> str:
    """Return how the vault with this database is told: whole, findings, or the failure."""
    for tail in ("-wal", "-shm"):
        (folder / f"vault.db{tail}").unlink(missing_ok=True)
    (folder / "vault.db").write_bytes(data)
    try:
        vault = vaults.unlock_vault(folder, PASSPHRASE)
    except VaultDamaged:
        return "damaged"
    try:
        return "whole" if vaults.check_vault(vault).ok else "findings"
    except VaultDamaged:
        return "damaged"
    finally:
        vault.close()


def unseen_by_plain_sqlite(folder: Path) -> tuple[int, int]:
    """The control: a bit of each page of an ordinary database, and its own check; return missed and tried."""
    path = folder / "plain.db"
    with sqlite3.connect(path) as made:
        made.execute("CREATE TABLE note (body TEXT)")
        made.executemany("INSERT INTO note VALUES (?)", [(note_of(number),) for number in range(300)])
    made.close()
    data, missed = path.read_bytes(), 0
    places = range(PAGE + 2000, len(data), PAGE)
    for place in places:
        path.write_bytes(flipped(data, place * 8))
        looked = sqlite3.connect(path)
        missed += looked.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        looked.close()
    return missed, len(places)


def test_every_damage_to_the_database_is_seen(shelf: Path, tmp_path: Path, figures: Figures) -> None:
    data, luck = (shelf / "vault.db").read_bytes(), random.Random(20261123)
    bits = single_bits(data, luck, tries(16, 1), tries(1, 4))
    number, unseen = 0, []
    # One after the other: all of the long run at once would fill a gigabyte.
    for what, damaged in chain(bits, whole_pages(data, luck, tries(4, 200))):
        number += 1
        unseen += [what] if told(shelf, damaged) == "whole" else []
    missed, of = unseen_by_plain_sqlite(tmp_path)
    what = f"bits, swaps, cuts in the {len(data) // PAGE} pages of vault.db"
    figures("T4", what, number, len(unseen), f"plain SQLite misses {missed} of {of} bits")
    assert missed > of / 2
    assert unseen == []


def test_a_whole_database_raises_no_alarm(shelf: Path, figures: Figures) -> None:
    data = (shelf / "vault.db").read_bytes()
    times = tries(10, 300)
    alarms = [how for how in (told(shelf, data) for _ in range(times)) if how != "whole"]
    figures("T4", "false alarms on a whole vault (crashed ones stand in T1 and T2)", times, len(alarms), "see above")
    assert alarms == []
