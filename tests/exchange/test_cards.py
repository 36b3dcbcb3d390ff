"""A contact card says who its owner is, and nothing in it can be changed without notice."""

from datetime import UTC, datetime

import pytest

from exit_desktop.exchange import primitives
from exit_desktop.exchange.canonical import canonical_json
from exit_desktop.exchange.cards import (
    OWN_CONTEXT,
    CardFacts,
    CardRole,
    card_words,
    read_card,
    words_match,
    write_card,
)
from exit_desktop.exchange.faults import CardRejected
from exit_desktop.exchange.identity import Identity, generate_identity

NOON = datetime(2026, 11, 22, 12, 0, 0, 123, tzinfo=UTC)
WORKER = CardFacts(CardRole.WORKER, "Æ 7", False, NOON)


@pytest.fixture(scope="module")
def owner() -> Identity:
    return generate_identity()


def refused(data: bytes) -> str:
    with pytest.raises(CardRejected) as fault:
        read_card(data)
    return fault.value.code


def signed(owner: Identity, **changes: object) -> bytes:
    line = {
        "v": 1, "min_reader": 1, "signing_key": owner.public.signing_key.hex(), "recipient": owner.public.recipient,
        "role": "worker", "code": "A", "practice": False, "created": "2026-11-22T12:00:00Z", "replaces_key": None,
        "revoked": [],
    }  # fmt: skip
    text = canonical_json(line | changes)
    signature = primitives.sign(owner.signing_secret, OWN_CONTEXT + text).hex().encode()
    return b"\n".join([b"forloeb-kort 1", text, signature, b""])


def test_a_card_comes_back_as_written(owner: Identity) -> None:
    card = read_card(write_card(owner, WORKER))
    assert card.identity == owner.public
    assert card.facts == CardFacts(CardRole.WORKER, "Æ 7", False, NOON.replace(microsecond=0))
    assert card.replaces is None


def test_the_crafted_card_of_these_tests_is_valid(owner: Identity) -> None:
    assert read_card(signed(owner)).sender_id == owner.public.sender_id


def test_line_ends_changed_by_mail_are_accepted(owner: Identity) -> None:
    assert read_card(write_card(owner, WORKER).replace(b"\n", b"\r\n")).sender_id == owner.public.sender_id


def test_a_new_card_names_the_one_it_replaces(owner: Identity) -> None:
    old = generate_identity()
    assert read_card(write_card(owner, WORKER, replaces=old)).replaces == old.public.sender_id


def test_a_succession_that_the_old_key_did_not_sign_is_refused(owner: Identity) -> None:
    lines = write_card(owner, WORKER, replaces=generate_identity()).split(b"\n")
    lines[3] = lines[2]
    assert refused(b"\n".join(lines)) == "card_succession_forged"


def test_dropping_the_second_signature_is_noticed(owner: Identity) -> None:
    lines = write_card(owner, WORKER, replaces=generate_identity()).split(b"\n")
    assert refused(b"\n".join(lines[:3] + lines[4:])) == "card_damaged"


def test_a_coordinator_lists_withdrawn_senders(owner: Identity) -> None:
    facts = CardFacts(CardRole.COORDINATOR, "K", False, NOON, ("bb" * 16, "aa" * 16))
    assert read_card(write_card(owner, facts)).facts.revoked == ("aa" * 16, "bb" * 16)


@pytest.mark.parametrize(
    "facts",
    [
        CardFacts(CardRole.WORKER, "", False, NOON),
        CardFacts(CardRole.WORKER, "x" * 13, False, NOON),
        CardFacts(CardRole.WORKER, " x", False, NOON),
        CardFacts(CardRole.WORKER, "x\ny", False, NOON),
        CardFacts(CardRole.WORKER, "x", False, NOON, ("aa" * 16,)),
        CardFacts(CardRole.COORDINATOR, "x", False, NOON, ("not an id",)),
    ],
)
def test_facts_out_of_range_are_not_written(owner: Identity, facts: CardFacts) -> None:
    with pytest.raises(ValueError, match="out of range"):
        write_card(owner, facts)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"v": 2, "min_reader": 2}, "card_newer"),
        ({"extra": 1}, "card_damaged"),
        ({"role": "chief"}, "card_damaged"),
        ({"practice": 1}, "card_damaged"),
        ({"code": None}, "card_damaged"),
        ({"recipient": "age1xyz"}, "card_damaged"),
        ({"created": "2026-11-22T12:00:00"}, "card_damaged"),
        ({"created": "2026-11-22T12:00:00+01:00"}, "card_damaged"),
        ({"revoked": ["aa" * 16]}, "card_damaged"),
        ({"signing_key": "00" * 32}, "card_forged"),
    ],
)
def test_a_signed_card_out_of_order_is_refused(owner: Identity, changes: dict[str, object], code: str) -> None:
    assert refused(signed(owner, **changes)) == code


def test_a_later_card_with_more_facts_can_still_be_read(owner: Identity) -> None:
    assert read_card(signed(owner, v=2, colour="green")).sender_id == owner.public.sender_id


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_a_card"),
        (b"hello\n", "not_a_card"),
        (b"forloeb-kort 2\n", "card_newer"),
        (b"forloeb-kort 1\n", "card_damaged"),
        (b"forloeb-kort 1\n" + b"[" * 60000 + b"\n" + b"0" * 128 + b"\n", "card_damaged"),
        (b"x" * 65537, "card_too_large"),
    ],
)
def test_other_files_are_refused(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_every_changed_letter_is_noticed(owner: Identity) -> None:
    data = write_card(owner, WORKER, replaces=generate_identity())
    for place in range(len(data)):
        assert refused(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])


def test_every_cut_is_noticed(owner: Identity) -> None:
    data = write_card(owner, WORKER)
    assert all(refused(data[:size]) for size in range(len(data)))


def test_the_words_stay_when_the_card_is_written_again(owner: Identity) -> None:
    later = CardFacts(CardRole.COORDINATOR, "Ny", True, NOON.replace(year=2027))
    assert card_words(read_card(write_card(owner, WORKER))) == card_words(read_card(write_card(owner, later)))


def test_the_words_differ_between_people(owner: Identity) -> None:
    other = read_card(write_card(generate_identity(), WORKER))
    assert card_words(read_card(write_card(owner, WORKER))) != card_words(other)


def test_another_seal_with_the_same_signing_key_has_other_words(owner: Identity) -> None:
    mixed = Identity(
        owner.signing_secret, b"", type(owner.public)(owner.public.signing_key, generate_identity().public.recipient)
    )
    assert card_words(read_card(write_card(owner, WORKER))) != card_words(read_card(write_card(mixed, WORKER)))


@pytest.mark.parametrize("between", [" ", ", ", "\n", " - ", ""])
def test_words_may_be_typed_in_any_manner(owner: Identity, between: str) -> None:
    card = read_card(write_card(owner, WORKER))
    assert words_match(card, "  " + between.join(card_words(card)).upper() + " ")


def test_words_may_be_typed_without_danish_letters(owner: Identity) -> None:
    card = read_card(write_card(owner, WORKER))
    typed = " ".join(card_words(card)).replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    assert words_match(card, typed)


def test_seven_words_and_a_wrong_one_do_not_match(owner: Identity) -> None:
    card = read_card(write_card(owner, WORKER))
    assert not words_match(card, " ".join((*card_words(card)[:7], "forkert")))
    assert not words_match(card, " ".join(card_words(card)[:7]))
    assert not words_match(card, "")
