"""Every way in which a package can be wrong has its own sentence, and nothing of it is handed out."""

import struct
import zlib
from collections.abc import Callable

import pyrage
import pytest

from exchange.package_crafting import Crafter, People
from exit_desktop.exchange import primitives
from exit_desktop.exchange.canonical import canonical_json
from exit_desktop.exchange.envelope import frame, inspect_bundle
from exit_desktop.exchange.faults import BundleForwarded, BundleNewer, BundleRejected, BundleTooLarge
from exit_desktop.exchange.identity import Identity
from exit_desktop.exchange.opening import KnownSender, Trust, open_bundle
from exit_desktop.exchange.units import Unit


def refused(data: bytes, own: Identity, senders: dict[str, KnownSender]) -> str:
    with pytest.raises(BundleRejected) as fault:
        list(open_bundle(data, own, senders).units())
    return fault.value.code


@pytest.fixture
def told(people: People) -> Callable[[bytes], str]:
    return lambda data: refused(data, people.bo, people.known())


def test_the_crafted_package_of_these_tests_is_valid(people: People, craft: Crafter, sample_units: list[Unit]) -> None:
    opened = open_bundle(craft.of_text(craft.text()), people.bo, people.known())
    assert list(opened.units()) == sample_units


def test_someone_else_cannot_open_it(people: People, package: bytes) -> None:
    assert refused(package, people.carl, people.known()) == "not_for_me"


def test_a_stranger_is_refused(people: People, package: bytes) -> None:
    assert refused(package, people.bo, {}) == "unknown_sender"


@pytest.mark.parametrize(
    ("trust", "code"), [(Trust.REVOKED, "revoked_sender"), (Trust.UNCONFIRMED, "unconfirmed_sender")]
)
def test_a_sender_without_trust_is_refused(people: People, package: bytes, trust: Trust, code: str) -> None:
    assert refused(package, people.bo, people.known(trust)) == code


def test_a_signature_by_another_is_forged(people: People, craft: Crafter, told: Callable[[bytes], str]) -> None:
    packed = zlib.compress(craft.text())
    header = canonical_json(craft.header(craft.text(), packed))
    assert told(craft.of_content(frame(header, packed, people.carl.signing_secret))) == "forged"


def test_a_held_card_under_a_wrong_id_is_no_known_sender(people: People, package: bytes) -> None:
    wrong = {people.anna.public.sender_id: KnownSender(people.carl.public, Trust.CONFIRMED)}
    assert refused(package, people.bo, wrong) == "unknown_sender"


def test_a_package_passed_on_names_whom_it_was_for(people: People, package: bytes) -> None:
    content = primitives.unseal(package, people.bo.sealing_secret)
    passed_on = primitives.seal(content, [people.carl.public.recipient])
    with pytest.raises(BundleForwarded) as fault:
        open_bundle(passed_on, people.carl, people.known())
    assert fault.value.values["addressed"] == (people.bo.public.sender_id,)


def test_a_newer_package_is_refused_by_its_number(people: People, craft: Crafter) -> None:
    with pytest.raises(BundleNewer) as fault:
        open_bundle(craft.of_text(craft.text(), v=7, min_reader=2, colour="green"), people.bo, people.known())
    assert fault.value.values["version"] == 7


def test_a_newer_layout_is_refused(craft: Crafter, told: Callable[[bytes], str]) -> None:
    assert told(craft.of_content(b"FORLOEB2" + bytes(65528))) == "newer_version"


def test_a_later_package_that_says_it_may_be_read_is_read(people: People, craft: Crafter) -> None:
    opened = open_bundle(craft.of_text(craft.text(), v=2, colour="green"), people.bo, people.known())
    assert opened.header.n == 2


def test_a_zip_bomb_is_stopped(craft: Crafter, told: Callable[[bytes], str]) -> None:
    bomb = zlib.compress(bytes(200 * 1024 * 1024))
    assert told(craft.of_packed(bomb, craft.header(craft.text(), bomb))) == "damaged"


def test_a_length_beyond_the_cap_is_refused(craft: Crafter, told: Callable[[bytes], str]) -> None:
    assert told(craft.of_text(craft.text(), len=64 * 1024 * 1024 + 1)) == "strange_header"


def test_a_passphrase_file_is_refused_before_it_costs_anything(told: Callable[[bytes], str]) -> None:
    head = b"age-encryption.org/v1\n-> scrypt 8W48c3IbYOBLkZJVW5NHmA 23\nAAAA\n--- AAAA\n"
    assert told(head + bytes(16 + 65552)) == "under_passphrase"


def test_another_kind_of_key_is_refused(told: Callable[[bytes], str]) -> None:
    head = b"age-encryption.org/v1\n-> ssh-ed25519 AAAA AAAA\nAAAA\n--- AAAA\n"
    assert told(head + bytes(16 + 65552)) == "strange_seal"


def test_more_than_eight_keys_are_refused(told: Callable[[bytes], str]) -> None:
    crowd = [pyrage.x25519.Identity.generate().to_public() for _ in range(9)]
    assert told(pyrage.encrypt(bytes(65536), crowd)) == "strange_seal"


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04" + bytes(100), b"-----BEGIN AGE ENCRYPTED FILE-----\n"])
def test_other_files_are_no_package(told: Callable[[bytes], str], data: bytes) -> None:
    assert told(data) == "not_a_package"


def test_another_age_file_is_no_package(people: People, craft: Crafter, told: Callable[[bytes], str]) -> None:
    assert told(craft.of_content(bytes(65536))) == "not_a_package"


def test_a_huge_file_is_refused_unread() -> None:
    with pytest.raises(BundleTooLarge):
        inspect_bundle(bytes(32 * 1024 * 1024 + 1))


def test_every_cut_is_noticed(package: bytes, told: Callable[[bytes], str]) -> None:
    codes = {told(package[:size]) for size in range(97, len(package), 97)}
    assert codes == {"cut_short"}


def test_a_lost_last_piece_is_noticed(people: People, craft: Crafter, told: Callable[[bytes], str]) -> None:
    data = craft.of_content(b"FORLOEB1" + bytes(2 * 65536 - 8))
    assert told(data[: -(65536 + 16)]) in {"cut_short", "damaged"}


def test_something_added_is_noticed(package: bytes, told: Callable[[bytes], str]) -> None:
    assert told(package + b"\n") == "cut_short"


def test_every_flipped_bit_is_noticed(package: bytes, told: Callable[[bytes], str]) -> None:
    places = [*range(400), *range(400, len(package), 997)]
    for place in places:
        flipped = package[:place] + bytes([package[place] ^ (1 << place % 8)]) + package[place + 1 :]
        assert told(flipped)


def test_every_flipped_bit_inside_the_seal_is_noticed(
    people: People, craft: Crafter, package: bytes, told: Callable[[bytes], str]
) -> None:
    content = primitives.unseal(package, people.bo.sealing_secret)
    used = len(content.rstrip(b"\0"))
    for place in [*range(0, used, 7), used + 5, len(content) - 1]:
        flipped = content[:place] + bytes([content[place] ^ (1 << place % 8)]) + content[place + 1 :]
        assert told(craft.of_content(flipped))


@pytest.mark.parametrize("length", [65537, 65536, 4_000_000_000, 0])
def test_an_odd_header_length_is_refused(craft: Crafter, told: Callable[[bytes], str], length: int) -> None:
    content = b"FORLOEB1" + struct.pack(">I", length) + b"{" * 100
    assert told(craft.of_content(content + bytes(2 * 65536 - len(content)))) in {"damaged", "strange_header"}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"extra": 1}, "strange_header"),
        ({"n": 3}, "strange_header"),
        ({"n": -1}, "strange_header"),
        ({"n": "2"}, "strange_header"),
        ({"len": 1}, "damaged"),
        ({"sha256": "00" * 32}, "damaged"),
        ({"created": "yesterday"}, "strange_header"),
        ({"created": "2026-11-22T12:00:00+02:00"}, "strange_header"),
        ({"recipients": []}, "strange_header"),
        ({"recipients": [{"id": "ab" * 16, "key": "age1" + "q" * 58}]}, "forwarded"),
        ({"sender": "../../x"}, "strange_header"),
        ({"packed_len": 10**9}, "strange_header"),
        ({"packed_len": 5}, "damaged"),
        ({"min_reader": 0}, "strange_header"),
        ({"epoch": "Sol"}, "strange_header"),
    ],
)
def test_a_signed_header_out_of_order_is_refused(
    craft: Crafter, told: Callable[[bytes], str], changes: dict[str, object], code: str
) -> None:
    assert told(craft.of_text(craft.text(), **changes)) == code


@pytest.mark.parametrize("junk", [b"", b"[]", b"null", b"[" * 60000, b'{"v":1,"v":1}', b"\xff\xfe", b'{"v": 1}'])
def test_a_header_that_is_no_header_is_refused(craft: Crafter, told: Callable[[bytes], str], junk: bytes) -> None:
    assert told(craft.of_header_text(junk, zlib.compress(b""))) == "strange_header"


def test_a_damaged_pack_is_refused(craft: Crafter, told: Callable[[bytes], str]) -> None:
    for packed in (b"\0" * 30, zlib.compress(craft.text()) + b"x", zlib.compress(craft.text())[:-1]):
        assert told(craft.of_packed(packed, craft.header(craft.text(), packed))) == "damaged"


def test_text_without_a_last_line_end_is_refused(craft: Crafter, told: Callable[[bytes], str]) -> None:
    assert told(craft.of_text(craft.text() + b"{}")) == "strange_header"
