"""A key that is withdrawn, told to others by the next card; and a new card that takes the place of an older one."""

from pathlib import Path

import pytest

from exit_desktop.errors import CardWithdrawn, SenderUnknown
from exit_desktop.exchange.cards import CardFacts, CardRole, card_words, read_card, write_card
from exit_desktop.exchange.faults import BundleRevokedSender
from exit_desktop.exchange.identity import Identity, generate_identity
from exit_desktop.services.courses import change_citizen
from exit_desktop.services.receiving import (
    Outcome,
    list_waiting,
    revoke_sender,
    succession_of,
    what_coordinator_has,
    write_receipts,
)
from exit_desktop.services.sending import list_cards, remove_card
from exit_desktop.services.sharing import confirm_card, own_card, own_identity, renew_own_keys, take_card
from exit_desktop.vault.held_rows import count_held
from exit_desktop.vault.identity import Identity as KeptIdentity
from exit_desktop.vault.identity import save_identity
from support.sharing_people import Person
from support.two_desks import Desks, meet, took
from support.vault_making import NOW


def worker_id(desks: Desks) -> str:
    return own_identity(desks.worker).public.sender_id


def new_keys(desks: Desks, replaces: bool) -> bytes:
    """Give the worker new keys and return their new card, signed by the older key too."""
    if replaces:
        return renew_own_keys(desks.worker).content
    new = generate_identity()
    with desks.worker.vault.writing() as connection:
        save_identity(connection, KeptIdentity(new.signing_secret, new.sealing_secret.decode(), NOW.isoformat()))
    return card_of(new)


def card_of(new: Identity, revoked: tuple[str, ...] = ()) -> bytes:
    role = CardRole.COORDINATOR if revoked else CardRole.WORKER
    return write_card(new, CardFacts(role, "K1", False, NOW, revoked))


def words(card: bytes) -> str:
    return " ".join(card_words(read_card(card)))


def test_nothing_more_is_taken_of_a_withdrawn_sender(desks: Desks) -> None:
    course = desks.new_course()
    desks.take(desks.send(course))
    revoke_sender(desks.coordinator, worker_id(desks))
    (taken,) = desks.take(desks.send(course))
    assert (taken.outcome, type(taken.reason)) == (Outcome.REFUSED, BundleRevokedSender)
    with desks.coordinator.vault.reading() as connection:
        assert count_held(connection) == 1


def test_a_withdrawn_sender_stays_so_when_the_card_comes_again(desks: Desks) -> None:
    path = desks.send(desks.new_course())
    revoke_sender(desks.coordinator, worker_id(desks))
    remove_card(desks.coordinator, worker_id(desks))
    (taken,) = desks.take(path)
    assert isinstance(taken.reason, BundleRevokedSender) and list_waiting(desks.coordinator) == ()
    with pytest.raises(CardWithdrawn):
        meet(desks.coordinator, desks.worker)


def test_the_next_card_of_a_coordinator_names_whom_to_trust_no_more(desks: Desks, tmp_path: Path) -> None:
    lost = Person(tmp_path, "K9")
    for desk in (desks.worker, desks.coordinator):
        confirm_card(desk, lost.file.read_bytes(), lost.words)
    revoke_sender(desks.coordinator, lost.identity.public.sender_id)
    card = own_card(desks.coordinator).content
    assert read_card(card).facts.revoked == (lost.identity.public.sender_id,)
    take_card(desks.worker, card)
    assert [held.code for held in list_cards(desks.worker) if held.revoked_at] == ["K9"]


def test_an_unconfirmed_card_withdraws_nobody(desks: Desks) -> None:
    take_card(desks.coordinator, card_of(generate_identity(), (worker_id(desks),)))
    assert [held for held in list_cards(desks.coordinator) if held.revoked_at] == []


def test_only_somebody_whose_card_is_here_can_be_withdrawn(desks: Desks) -> None:
    with pytest.raises(SenderUnknown):
        revoke_sender(desks.coordinator, "ab" * 16)


def test_a_new_card_signed_by_the_old_one_goes_on_with_its_courses(desks: Desks) -> None:
    course, old = desks.new_course(), worker_id(desks)
    desks.take(desks.send(course))
    card = new_keys(desks, replaces=True)
    told = succession_of(desks.coordinator, card)
    assert told is not None and (told.older_sender, told.older_code, told.older_confirmed) == (old, "K1", True)
    confirm_card(desks.coordinator, card, words(card))
    assert [held.sender for held in list_cards(desks.coordinator) if held.revoked_at] == [old]
    change_citizen(desks.worker, desks.sent_again(course), "Linden", "da")
    (taken,) = desks.take(desks.send(course))
    assert (taken.outcome, taken.taken, taken.number, taken.missing) == (Outcome.ACCEPTED, 1, 2, ())


def test_receipts_go_to_the_new_card_for_what_the_old_one_sent(desks: Desks, tmp_path: Path) -> None:
    desks.take(desks.send(desks.new_course()))
    card = new_keys(desks, replaces=True)
    confirm_card(desks.coordinator, card, words(card))
    (receipt,) = write_receipts(desks.coordinator, tmp_path, lambda: None)
    (taken,) = took(desks.worker, receipt.path)
    assert (taken.receipts, what_coordinator_has(desks.worker).unanswered) == (1, ())


def test_a_coordinator_with_a_new_card_still_has_what_was_sent(desks: Desks, tmp_path: Path) -> None:
    desks.take(desks.send(desks.new_course()))
    card = renew_own_keys(desks.coordinator).content
    confirm_card(desks.worker, card, words(card))
    (receipt,) = write_receipts(desks.coordinator, tmp_path, lambda: None)
    assert took(desks.worker, receipt.path)[0].receipts == 1
    assert [one.missing for one in what_coordinator_has(desks.worker).courses] == [False]


def test_other_keys_with_the_same_course_are_a_conflict(desks: Desks) -> None:
    course = desks.new_course()
    desks.take(desks.send(course))
    card = new_keys(desks, replaces=False)
    assert succession_of(desks.coordinator, card) is None
    confirm_card(desks.coordinator, card, words(card))
    change_citizen(desks.worker, desks.sent_again(course), "Linden", "da")
    (taken,) = desks.take(desks.send(course))
    assert taken.outcome is Outcome.CONFLICT


def test_what_was_sealed_to_the_older_keys_still_opens(desks: Desks) -> None:
    path, before = desks.send(desks.new_course()), own_card(desks.coordinator)
    renewed = renew_own_keys(desks.coordinator)
    assert renewed.words != before.words and read_card(renewed.content).replaces == read_card(before.content).sender_id
    (taken,) = desks.take(path)
    assert (taken.outcome, taken.taken) == (Outcome.ACCEPTED, 1)
