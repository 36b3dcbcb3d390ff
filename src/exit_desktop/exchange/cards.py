"""Contact cards: the small signed file that two people give each other before anything is sealed between them."""

import re
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from exit_desktop.exchange import primitives
from exit_desktop.exchange.canonical import NotCanonical, canonical_json, typed_json
from exit_desktop.exchange.faults import (
    CardDamaged,
    CardForged,
    CardNewer,
    CardSuccessionForged,
    CardTooLarge,
    NotACard,
)
from exit_desktop.exchange.identity import Identity, PublicIdentity, sender_id
from exit_desktop.exchange.words import identity_words, same_words

CARD_MAGIC = b"forloeb-kort 1"
CARD_FORM = 1
MAX_CARD = 64 * 1024
MAX_REVOKED = 1000
OWN_CONTEXT = b"forloeb card v1\x00"
SUCCESSION_CONTEXT = b"forloeb card succession v1\x00"

KeyHex = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
SenderId = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
WorkerCode = Annotated[str, Meta(min_length=1, max_length=12)]
UtcTime = Annotated[datetime, Meta(tz=True)]


class CardRole(StrEnum):
    """What the owner of a card does."""

    WORKER = "worker"
    COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What an owner says about themselves; `revoked` are sender ids that a coordinator no longer trusts."""

    role: CardRole
    code: str = field(repr=False)
    practice: bool
    created: datetime
    revoked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A card whose signatures hold; `replaces` is the sender id of the older card whose key signed this one too."""

    identity: PublicIdentity
    facts: CardFacts
    replaces: str | None = None

    @property
    def sender_id(self) -> str:
        """The id by which packages name the owner."""
        return self.identity.sender_id


@dataclass(frozen=True, slots=True)
class _CardStart:
    v: Annotated[int, Meta(ge=1)]
    min_reader: Annotated[int, Meta(ge=1)]


@dataclass(frozen=True, slots=True)
class _CardLine:
    v: int
    min_reader: int
    signing_key: KeyHex
    recipient: Annotated[str, Meta(max_length=100)]
    role: CardRole
    code: WorkerCode
    practice: bool
    created: UtcTime
    replaces_key: KeyHex | None
    revoked: Annotated[list[SenderId], Meta(max_length=MAX_REVOKED)]


def write_card(owner: Identity, facts: CardFacts, replaces: Identity | None = None) -> bytes:
    """Return the card file of `owner`, signed by the older identity `replaces` too; ValueError for odd facts."""
    line = _CardLine(
        v=CARD_FORM,
        min_reader=CARD_FORM,
        signing_key=owner.public.signing_key.hex(),
        recipient=owner.public.recipient,
        role=facts.role,
        code=facts.code,
        practice=facts.practice,
        created=facts.created.astimezone(UTC).replace(microsecond=0),
        replaces_key=replaces.public.signing_key.hex() if replaces else None,
        revoked=sorted(facts.revoked),
    )
    text = canonical_json(line)
    try:
        _in_order(_card_line(text))
    except CardDamaged:
        raise ValueError("card facts out of range") from None
    lines = [CARD_MAGIC, text, primitives.sign(owner.signing_secret, OWN_CONTEXT + text).hex().encode()]
    if replaces:
        lines.append(primitives.sign(replaces.signing_secret, SUCCESSION_CONTEXT + text).hex().encode())
    return b"\n".join(lines) + b"\n"


def read_card(data: bytes) -> Card:
    """Return the card of a file whose signatures hold; raises CardRejected. Line ends changed by mail pass."""
    text, signatures = _split(data)
    line = _card_line(text)
    if not primitives.signed_by(bytes.fromhex(line.signing_key), signatures[0], OWN_CONTEXT + text):
        raise CardForged
    _in_order(line)
    if len(signatures) != 1 + (line.replaces_key is not None):
        raise CardDamaged
    facts = CardFacts(line.role, line.code, line.practice, line.created, tuple(line.revoked))
    card = Card(PublicIdentity(bytes.fromhex(line.signing_key), line.recipient), facts)
    if line.replaces_key is None:
        return card
    old_key = bytes.fromhex(line.replaces_key)
    if not primitives.signed_by(old_key, signatures[1], SUCCESSION_CONTEXT + text):
        raise CardSuccessionForged
    return replace(card, replaces=sender_id(old_key))


def card_words(card: Card) -> tuple[str, ...]:
    """Return the eight words to read aloud to the other; they depend on the two keys only."""
    return identity_words(card.identity)


def words_match(card: Card, typed: str) -> bool:
    """Say whether someone typed this card's words, whatever the case, spaces and commas."""
    return same_words(card_words(card), typed)


def _split(data: bytes) -> tuple[bytes, list[bytes]]:
    if len(data) > MAX_CARD:
        raise CardTooLarge
    lines = data.replace(b"\r\n", b"\n").split(b"\n")
    if lines[0] != CARD_MAGIC:
        _refuse_first_line(lines[0])
    if len(lines) not in (4, 5) or lines[-1] != b"":
        raise CardDamaged
    if not all(re.fullmatch(rb"[0-9a-f]{128}", line) for line in lines[2:-1]):
        raise CardDamaged
    return lines[1], [bytes.fromhex(line.decode("ascii")) for line in lines[2:-1]]


def _refuse_first_line(line: bytes) -> None:
    newer = re.fullmatch(rb"forloeb-kort ([1-9][0-9]{0,3})", line)
    if newer:
        raise CardNewer(version=int(newer[1]))
    raise NotACard


def _card_line(text: bytes) -> _CardLine:
    try:
        start = typed_json(text, _CardStart, extras=True)
        if start.min_reader > CARD_FORM:
            raise CardNewer(version=start.v)
        return typed_json(text, _CardLine, extras=start.v > CARD_FORM)
    except NotCanonical:
        raise CardDamaged from None


def _in_order(line: _CardLine) -> None:
    fine = (
        primitives.is_recipient(line.recipient)
        and line.created.utcoffset() == timedelta(0)
        and line.code == unicodedata.normalize("NFC", line.code).strip()
        and line.code.isprintable()
        and line.replaces_key != line.signing_key
        and line.revoked == sorted(set(line.revoked))
        and (line.role is CardRole.COORDINATOR or not line.revoked)
    )
    if not fine:
        raise CardDamaged
