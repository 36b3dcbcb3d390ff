"""T13: the public test kit of the age format against the pinned library, through the one function that unseals.

Where the library differs is a list here: a newer one that differs elsewhere, or no longer, fails. Two take a header
that is not written as it should be (its MAC holds it all the same), one refuses white space around armor, which we
never take.
"""

import hashlib
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from exit_desktop.exchange import primitives
from exit_desktop.exchange.envelope import inspect_bundle
from exit_desktop.exchange.faults import BundleRejected
from faults.figures import Figures

KIT = Path(__file__).parent.parent / "fixtures" / "age" / "vectors.zip"
DIFFERENT = {"armor_whitespace_outside", "stanza_missing_body", "stanza_missing_final_line"}
OLD_KEY = "AGE-SECRET-KEY-1"


@dataclass(frozen=True)
class Vector:
    """One file of the kit: what it says of itself, and the age file."""

    name: str
    head: dict[str, list[str]]
    body: bytes

    @property
    def is_ours(self) -> bool:
        """Whether it asks for the one kind of key that we use: no passphrase, no other algorithm."""
        keys = self.head.get("identity", [])
        return "passphrase" not in self.head and len(keys) == 1 and keys[0].startswith(OLD_KEY)

    @property
    def may_open(self) -> bool:
        """Whether a reader must open it."""
        return self.head["expect"] == ["success"]

    def opens(self) -> bool:
        """Open it; the content must be the one of which the head tells."""
        try:
            content = primitives.unseal(self.body, self.head["identity"][0].encode())
        except primitives.Unopened:
            return False
        wanted = self.head.get("payload")
        assert wanted is None or hashlib.sha256(content).hexdigest() == wanted[0], self.name
        return True


def read_kit() -> list[Vector]:
    """Return every vector."""
    kit = []
    with zipfile.ZipFile(KIT) as files:
        for name in files.namelist():
            text, body = files.read(name).split(b"\n\n", 1)
            head: dict[str, list[str]] = {}
            for line in text.decode().splitlines():
                key, _, value = line.partition(": ")
                head.setdefault(key, []).append(value)
            kit.append(Vector(name, head, zlib.decompress(body) if "compressed" in head else body))
    return kit


def is_refused_unopened(vector: Vector) -> bool:
    try:
        inspect_bundle(vector.body)
    except BundleRejected:
        return True
    return False


def test_the_library_agrees_with_the_kit_but_where_it_is_known_to_differ(figures: Figures) -> None:
    ours = [one for one in read_kit() if one.is_ours]
    different = {one.name for one in ours if one.opens() is not one.may_open}
    good = sum(one.may_open for one in ours)
    what = f"age vectors, of which {good} open; {len(DIFFERENT)} known differences"
    figures(
        "T13", what, len(ours), len(different ^ DIFFERENT), f"taken for all the same: {len(ours) - good} would differ"
    )
    assert len(ours) > 90 and good > 15
    assert different == DIFFERENT


def test_what_is_sealed_in_another_way_is_refused_before_a_key_is_tried(figures: Figures) -> None:
    kit = read_kit()
    strange = [one for one in kit if not one.is_ours or "armored" in one.head]
    taken = [one.name for one in strange if not is_refused_unopened(one)]
    ours = sum(not is_refused_unopened(one) for one in kit)
    what = "age files under a passphrase, in armor, of another algorithm"
    figures("T13", what, len(strange), len(taken), f"our way, whole pieces: {ours} not refused")
    assert (len(strange) > 60, taken, ours > 0) == (True, [], True)
