"""Validly signed packages with arbitrary insides end in an opened package or a refusal, never in anything else."""

import contextlib
import zlib
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exchange.package_crafting import Crafter, People
from exit_desktop.exchange.canonical import canonical_json
from exit_desktop.exchange.cards import read_card
from exit_desktop.exchange.faults import BundleRejected, CardRejected
from exit_desktop.exchange.opening import open_bundle

SHARED = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=20),
    st.sampled_from(
        ["02" * 16, "2026-11-20", "2026-02-30", "erased", "worker", "age1" + "q" * 58, "0001-01-01T00:00:00Z"]
    ),
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
HEADER_KEYS = [
    "v", "min_reader", "bundle", "epoch", "sender", "number", "prev_sha256", "created", "n", "len", "sha256",
    "packed_len", "recipients", "practice", "schema", "extra",
]  # fmt: skip
BODY_KEYS = [
    "id", "code", "project", "weekly_minutes", "role", "practice", "wire_id", "ownership", "revision", "on", "reason",
    "bundle", "results", "outcome", "extra",
]  # fmt: skip
KINDS = ["course", "course_coded", "not_started", "worker", "tombstone", "receipt", "handover", "other"]
BODIES = JSON | st.dictionaries(st.sampled_from(BODY_KEYS), JSON, max_size=9)
LINES = st.fixed_dictionaries(
    {"unit": st.sampled_from(KINDS), "schema": st.sampled_from([1, 1, 1, 2, 0, -1, "1", None]), "body": BODIES}
)


def open_whole(data: bytes, people: People) -> None:
    with contextlib.suppress(BundleRejected):
        list(open_bundle(data, people.bo, people.known()).units())


@SHARED
@given(changes=st.dictionaries(st.sampled_from(HEADER_KEYS), JSON, min_size=1, max_size=3))
def test_any_signed_header(people: People, craft: Crafter, changes: dict[str, Any]) -> None:
    open_whole(craft.of_text(craft.text(), **changes), people)


@SHARED
@given(lines=st.lists(LINES, max_size=4))
def test_any_signed_units(people: People, craft: Crafter, lines: list[dict[str, Any]]) -> None:
    text = b"".join(canonical_json(line) + b"\n" for line in lines)
    open_whole(craft.of_text(text), people)


@SHARED
@given(text=st.binary(max_size=300))
def test_any_signed_text(people: People, craft: Crafter, text: bytes) -> None:
    open_whole(craft.of_text(text), people)


@SHARED
@given(packed=st.binary(min_size=1, max_size=300), length=st.integers(0, 400))
def test_any_signed_pack(people: People, craft: Crafter, packed: bytes, length: int) -> None:
    header = craft.header(b"", packed) | {"len": length}
    open_whole(craft.of_packed(packed, header), people)


@SHARED
@given(junk=st.binary(max_size=300) | JSON.map(msgspec.json.encode))
def test_any_header_bytes(people: People, craft: Crafter, junk: bytes) -> None:
    open_whole(craft.of_header_text(junk, zlib.compress(b"")), people)


@SHARED
@given(junk=st.binary(max_size=300), armed=st.booleans())
def test_any_file(people: People, junk: bytes, armed: bool) -> None:
    open_whole(b"age-encryption.org/v1\n-> " * armed + junk, people)


@SHARED
@given(junk=st.lists(st.binary(max_size=200) | st.just(b"0" * 128), max_size=5))
def test_any_card(junk: list[bytes]) -> None:
    with contextlib.suppress(CardRejected):
        read_card(b"\n".join([b"forloeb-kort 1", *junk, b""]))
