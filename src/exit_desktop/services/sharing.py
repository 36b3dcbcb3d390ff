"""What may leave towards the coordinator, and contact cards confirmed by typing the other's words."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exit_desktop.domain.consents import with_sharing
from exit_desktop.domain.courses import Course, Sharing
from exit_desktop.errors import CardNotConfirmed, CardWithdrawn, OwnCard, WordsDiffer
from exit_desktop.exchange.cards import (
    MAX_REVOKED,
    Card,
    CardFacts,
    CardRole,
    card_words,
    read_card,
    words_match,
    write_card,
)
from exit_desktop.exchange.identity import Identity, generate_identity, restore_identity
from exit_desktop.exchange.opening import KnownSender, Trust
from exit_desktop.exchange.units import TombstoneReason
from exit_desktop.services.desk import Act, Desk, append_use
from exit_desktop.system.ids import new_code, new_id
from exit_desktop.vault.cards import (
    HeldCard,
    Tombstone,
    follow_card,
    forget_card,
    has_left,
    keep_card,
    keep_tombstone,
    read_cards,
    read_revoked,
    revoke,
)
from exit_desktop.vault.courses import write_course
from exit_desktop.vault.identity import Identity as KeptIdentity
from exit_desktop.vault.identity import read_former_identities, read_identity, replace_identity, save_identity
from exit_desktop.vault.received_rows import forget_waiting_of
from exit_desktop.vault.worker import WorkerDetails, read_worker

if TYPE_CHECKING:
    from exit_desktop.vault.rows import Connection


@dataclass(frozen=True, slots=True)
class CardToGive:
    """The worker's own card file and the words that the other types."""

    content: bytes
    words: tuple[str, ...]


def own_identity(desk: Desk) -> Identity:
    """Return the worker's own keys, made at first use."""
    with desk.vault.reading() as connection:
        kept = read_identity(connection)
    if kept is None:
        made = generate_identity()
        at = desk.clock.now_utc().isoformat(timespec="seconds")
        kept = KeptIdentity(made.signing_secret, made.sealing_secret.decode(), at)
        with desk.vault.writing() as connection:
            save_identity(connection, kept)
    return restore_identity(kept.sign_secret, kept.age_secret.encode())


def own_identities(desk: Desk) -> tuple[Identity, ...]:
    """Return the worker's own keys and those that they took the place of, the newest first."""
    own = own_identity(desk)
    with desk.vault.reading() as connection:
        former = read_former_identities(connection)
    return (own, *(restore_identity(one.sign_secret, one.age_secret.encode()) for one in former))


def renew_own_keys(desk: Desk) -> CardToGive:
    """Put new keys in force and return the new card, signed by the older key; its words are new too.

    For a laptop that was lost, or when somebody may know the keys. What is sealed to the older keys still opens.
    """
    own_identity(desk)
    made = generate_identity()
    at = desk.clock.now_utc().isoformat(timespec="seconds")
    with desk.vault.writing() as connection:
        replace_identity(connection, KeptIdentity(made.signing_secret, made.sealing_secret.decode(), at))
        append_use(connection, desk, Act.CHANGED, "identity")
    return own_card(desk)


def own_card(desk: Desk) -> CardToGive:
    """Return the worker's own contact card; its words are the same each time, until the keys are renewed."""
    identity, *former = own_identities(desk)
    with desk.vault.reading() as connection:
        worker = read_worker(connection) or WorkerDetails("?")
        revoked = read_revoked(connection)
    role = CardRole(worker.role)
    # Only a coordinator tells the others whom to trust no more; the newest come first where there are too many.
    told = revoked[:MAX_REVOKED] if role is CardRole.COORDINATOR else ()
    facts = CardFacts(role, worker.code, desk.vault.practice, desk.clock.now_utc(), told)
    content = write_card(identity, facts, former[0] if former else None)
    return CardToGive(content, card_words(read_card(content)))


def list_cards(desk: Desk) -> tuple[HeldCard, ...]:
    """Return the cards of others."""
    with desk.vault.reading() as connection:
        return read_cards(connection)


def known_senders(desk: Desk) -> dict[str, KnownSender]:
    """Return everyone whose card is here, and how far they are trusted, by sender id."""
    senders = {}
    for held in list_cards(desk):
        trust = Trust.REVOKED if held.revoked_at else Trust.CONFIRMED if held.confirmed_at else Trust.UNCONFIRMED
        senders[held.sender] = KnownSender(read_card(held.card).identity, trust)
    return senders


def take_card(desk: Desk, content: bytes) -> Card:
    """Keep a card that somebody gave, not yet confirmed. Raises CardRejected, OwnCard."""
    card = _read_others(desk, content)
    with desk.vault.writing() as connection:
        _keep(connection, desk, card, content)
    return card


def _read_others(desk: Desk, content: bytes) -> Card:
    card = read_card(content)
    if card.sender_id == own_identity(desk).public.sender_id:
        raise OwnCard
    return card


def _keep(connection: "Connection", desk: Desk, card: Card, content: bytes, confirmed: bool = False) -> None:
    """Keep a card; an older writing than the one at hand changes only whether it is confirmed."""
    cards = {one.sender: one for one in read_cards(connection)}
    held, older = cards.get(card.sender_id), cards.get(card.replaces or "")
    newest, written = card, content
    if held is not None and (here := read_card(held.card)).facts.created > card.facts.created:
        newest, written = here, held.card
    at, facts = desk.clock.now_utc().isoformat(timespec="seconds"), newest.facts
    confirmed_at = at if confirmed else None
    line = older.line if older is not None else card.sender_id
    kept = HeldCard(card.sender_id, written, facts.role, facts.code, facts.practice, at, confirmed_at, line=line)
    keep_card(connection, kept)
    if confirmed and older is not None:
        revoke(connection, older.sender, at)
        forget_waiting_of(connection, older.sender)
        follow_card(connection, older.sender, card.sender_id)
    if confirmed or (held is not None and held.confirmed_at and not held.revoked_at):
        _heed(connection, desk, newest, at)


def _heed(connection: "Connection", desk: Desk, card: Card, at: str) -> None:
    """Withdraw whom a confirmed coordinator's card names; never oneself."""
    own = own_identity(desk).public.sender_id
    for sender in card.facts.revoked:
        if sender not in (own, card.sender_id):
            revoke(connection, sender, at)
            forget_waiting_of(connection, sender)


def confirm_card(desk: Desk, content: bytes, typed: str) -> Card:
    """Confirm a card by the words that its owner read out; with other words nothing is kept.

    A card that an older one signed withdraws the older one. Raises CardRejected, OwnCard, WordsDiffer, CardWithdrawn.
    """
    card = _read_others(desk, content)
    if not words_match(card, typed):
        raise WordsDiffer
    with desk.vault.writing() as connection:
        if card.sender_id in read_revoked(connection):
            raise CardWithdrawn
        _keep(connection, desk, card, content, confirmed=True)
        append_use(connection, desk, Act.CHANGED, "card")
    return card


def remove_card(desk: Desk, sender: str) -> None:
    """Let a card go; nothing can be sent to its owner any more."""
    with desk.vault.writing() as connection:
        forget_card(connection, sender)


def confirmed_card(desk: Desk, content: bytes) -> Card:
    """Return a card if it was confirmed here. Raises CardRejected, CardNotConfirmed."""
    card = read_card(content)
    held = next((h for h in list_cards(desk) if h.sender == card.sender_id), None)
    if held is None or held.confirmed_at is None or held.revoked_at is not None:
        raise CardNotConfirmed
    return card


def set_sharing(desk: Desk, course: Course, sharing: Sharing) -> Course:
    """Write what the coordinator may see; an anonymous course is shared coded or not at all (model 16).

    The yes is dated among the consents, and so is its end. Less than before sends a tombstone for what went, in the
    next package.
    """
    allowed = Sharing.CODED if course.anonymous and sharing is Sharing.FULL else sharing
    if allowed is course.sharing:
        return course
    after = replace(course, sharing=allowed)
    withdrawn = course.sharing in (Sharing.CODED, Sharing.FULL) and allowed in (Sharing.NOTHING, Sharing.NOT_ASKED)
    narrowed = course.sharing is Sharing.FULL and allowed is Sharing.CODED
    reason = TombstoneReason.SHARING_WITHDRAWN if withdrawn or narrowed else None
    return _commit_sharing(desk, course, after, reason)


def set_anonymous(desk: Desk, course: Course, on: bool) -> Course:
    """Turn anonymity on or off. On: a new wire id and code, a tombstone for what went before, never shared in full."""
    if on == course.anonymous:
        return course
    if not on:
        return _commit_sharing(desk, course, replace(course, anonymous=False), None)
    sharing = Sharing.NOTHING if course.sharing is Sharing.FULL else course.sharing
    after = replace(course, anonymous=True, sharing=sharing, wire_id=new_id(), wire_code=new_code())
    return _commit_sharing(desk, course, after, TombstoneReason.MADE_ANONYMOUS)


def _commit_sharing(desk: Desk, before: Course, after: Course, forget: TombstoneReason | None) -> Course:
    """Write the course; if it went, with a tombstone, and under a new wire id, for the old one is now forgotten."""
    with desk.vault.writing() as connection:
        left = has_left(connection, before.wire_id)
        if after.sharing is not before.sharing:
            consents = with_sharing(before.consents, after.sharing, new_id(), desk.clock.today(), used=left)
            after = replace(after, consents=consents)
        if forget is not None and left:
            today = desk.clock.today()
            stone = Tombstone(before.wire_id, today, forget, before.ownership, max(before.revision, 1))
            keep_tombstone(connection, stone)
            if after.wire_id == before.wire_id:
                after = replace(after, wire_id=new_id(), wire_code=new_code())
        written = write_course(connection, before, after, desk.clock.now_utc())
        append_use(connection, desk, Act.CHANGED, "sharing", written.id)
    return written
