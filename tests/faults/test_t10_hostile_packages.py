"""T10: packages cut and bent at random, and packages with a valid seal and signature whose inside is hostile.

Each ends in a refusal or an opened package, quickly, and nothing in the vault is other than before. What Hypothesis
finds stands in tests/exchange/test_bundle_fuzz.py, and each kind of refusal in test_bundle_tampering.py beside it.
"""

import json
import random
import shutil
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from exchange.package_crafting import Crafter, People
from exit_desktop.exchange import primitives
from exit_desktop.exchange.canonical import canonical_json
from exit_desktop.exchange.cards import CardFacts, CardRole, card_words, read_card, write_card
from exit_desktop.exchange.faults import BundleRejected
from exit_desktop.exchange.identity import generate_identity
from exit_desktop.exchange.units import TombstoneReason, TombstoneUnit, Unit, UnitKind, WorkerUnit, unit_line
from exit_desktop.services.bundles import open_received
from exit_desktop.services.desk import Desk
from exit_desktop.services.sharing import confirm_card, own_identity, take_card
from faults.figures import Figures, tries
from faults.ground import Ground, look_at, open_ground

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ODD: list[Any] = [None, True, -1, 0, 2**63, 10**400, 1.5, "", "x" * 5000, "\ud800", [], [[]] * 50, {}, {"a": {"b": []}}]
ODD += ["2026-02-30", "0001-01-01T00:00:00Z", "02" * 16, "../../etc/passwd", {"unit": "course"}, "\0", "é" * 64]
LONGEST = 2.0


@pytest.fixture
def desk(ground: Ground, tmp_path: Path) -> Iterator[Desk]:
    made = open_ground(Path(shutil.copytree(ground.folder, tmp_path / "v")))
    yield made
    made.vault.close()


@pytest.fixture
def craft(desk: Desk) -> Crafter:
    """One whom the vault has confirmed, and who knows how to make a package."""
    hostile = generate_identity()
    card = write_card(hostile, CardFacts(CardRole.WORKER, "K3", True, NOON))
    take_card(desk, card)
    confirm_card(desk, card, " ".join(card_words(read_card(card))))
    worker = WorkerUnit("01" * 16, "Æ-7", "Byen", 2220, CardRole.WORKER, True)
    gone = TombstoneUnit("02" * 16, 1, 9, date(2026, 11, 20), TombstoneReason.ERASED)
    lines = [unit_line(Unit(UnitKind.WORKER, 1, worker)), unit_line(Unit(UnitKind.TOMBSTONE, 1, gone))]
    return Crafter(People(hostile, own_identity(desk), generate_identity()), lines)


def bent(value: Any, luck: random.Random) -> Any:
    """Return a value with one thing in it replaced by an odd one, left out, doubled or added."""
    if isinstance(value, dict) and value and luck.random() < 0.8:
        key = luck.choice(list(value))
        how = luck.random()
        if how < 0.1:
            return {name: held for name, held in value.items() if name != key}
        if how < 0.2:
            return {**value, luck.choice(["extra", "", "__class__"]): luck.choice(ODD)}
        return {**value, key: bent(value[key], luck)}
    if isinstance(value, list) and value and luck.random() < 0.6:
        at = luck.randrange(len(value))
        return [*value[:at], bent(value[at], luck), *value[at + luck.randrange(2) :]]
    return luck.choice(ODD)


def as_text(value: Any) -> bytes:
    try:
        return canonical_json(value)
    except (ValueError, TypeError, OverflowError, RecursionError):
        return json.dumps(value).encode("utf-8", "surrogatepass")


def signed_and_hostile(craft: Crafter, luck: random.Random) -> bytes:
    """Return a package with a valid seal and signature, its units or its header bent."""
    lines = [as_text(bent(json.loads(line), luck)) for line in craft.lines for _ in range(luck.randint(1, 2))]
    text = craft.text(*lines)
    if luck.random() < 0.5:
        return craft.of_text(text)
    packed = zlib.compress(text)
    return craft.of_header_text(as_text(bent(craft.header(text, packed), luck)), packed)


def mutated(package: bytes, luck: random.Random) -> bytes:
    """Return a package with some bytes changed, cut, doubled or put elsewhere."""
    data = bytearray(package)
    for _ in range(luck.randint(1, 4)):
        at = luck.choice((luck.randrange(400), luck.randrange(len(data)))) % max(1, len(data))
        how = luck.randrange(4)
        if how == 0:
            data[at] ^= 1 << luck.randrange(8)
        elif how == 1:
            del data[at : at + luck.randint(1, 2000)]
        elif how == 2:
            data[at:at] = data[at : at + luck.randint(1, 200)]
        else:
            data[at : at + 8] = luck.randbytes(8)
        data = data or bytearray(b"x")
    return bytes(data)


def unhardened(desk: Desk, package: bytes) -> None:
    """The control: a reader that trusts what was sealed and signed."""
    content = primitives.unseal(package, own_identity(desk).sealing_secret)
    length = int.from_bytes(content[8:12], "big")
    header = json.loads(content[12 : 12 + length])
    text = zlib.decompress(content[12 + length : 12 + length + header["packed_len"]])
    for line in text[: header["len"]].splitlines():
        body = json.loads(line)["body"]
        datetime.fromisoformat(header["created"])
        assert bytes.fromhex(body["wire_id"] if "wire_id" in body else body["id"])


def ends(desk: Desk, packages: Iterator[bytes], read: Callable[[Desk, bytes], object]) -> tuple[Counter[str], float]:
    """Return how often each end came, and the longest time that one took."""
    ended, longest = Counter[str](), 0.0
    for package in packages:
        begun = time.perf_counter()
        try:
            read(desk, package)
            ended["opened"] += 1
        except BundleRejected as refusal:
            ended[refusal.code] += 1
        except Exception as fault:  # noqa: BLE001 - what nobody expected is what is looked for
            ended[f"! {type(fault).__name__}"] += 1
        longest = max(longest, time.perf_counter() - begun)
    return ended, longest


def broken(ended: Counter[str]) -> int:
    return sum(times for how, times in ended.items() if how.startswith("!"))


def rows_of(desk: Desk) -> list[Any]:
    """Return every row of every table of the vault."""
    with desk.vault.reading() as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return [connection.execute(f"SELECT * FROM {name}").fetchall() for (name,) in tables]


@pytest.mark.parametrize("kind", ["bent at random", "validly signed, inside hostile"])
def test_a_hostile_package_ends_in_a_refusal(kind: str, desk: Desk, craft: Crafter, figures: Figures) -> None:
    luck, control = random.Random(20261123), random.Random(7)
    before, package = rows_of(desk), craft.of_text(craft.text())
    signed = kind.startswith("validly")
    times = tries(800, 20_000) if signed else tries(1500, 100_000)
    packages = (signed_and_hostile(craft, luck) if signed else mutated(package, luck) for _ in range(times))
    ended, longest = ends(desk, packages, open_received)
    trusting, _ = ends(desk, (signed_and_hostile(craft, control) for _ in range(100)), unhardened)
    refused = times - ended["opened"] - broken(ended)
    what = f"packages {kind}: {refused} refused, longest {longest * 1000:.0f} ms"
    figures("T10", what, times, broken(ended), f"a trusting reader breaks on {broken(trusting)} of 100")
    assert broken(trusting) > 20, ended
    assert (broken(ended), longest < LONGEST) == (0, True), ended
    assert refused > times / 2 and len(ended) > 1
    assert rows_of(desk) == before
    assert look_at(desk)
