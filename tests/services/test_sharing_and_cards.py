"""What may leave, who is trusted, and what is called back."""

from datetime import datetime, timedelta

import pytest

from exit_desktop.domain.courses import Course, Sharing
from exit_desktop.errors import CardNotConfirmed, OwnCard, WordsDiffer
from exit_desktop.exchange.cards import CardFacts, CardRole, card_words, read_card, write_card
from exit_desktop.exchange.identity import Identity, generate_identity
from exit_desktop.exchange.opening import KnownSender, OpenedBundle, Trust, open_bundle
from exit_desktop.exchange.units import TombstoneUnit, UnitKind
from exit_desktop.services import courses
from exit_desktop.services.bundles import FORMS, export_bundle, preview_export
from exit_desktop.services.desk import Desk
from exit_desktop.services.sharing import (
    confirm_card,
    confirmed_card,
    list_cards,
    own_card,
    own_identity,
    set_anonymous,
    set_sharing,
    take_card,
)


@pytest.fixture
def coordinator() -> Identity:
    """Somebody else's keys."""
    return generate_identity()


@pytest.fixture
def card(coordinator: Identity, desk: Desk) -> bytes:
    """The coordinator's card."""
    return write_card(coordinator, CardFacts(CardRole.COORDINATOR, "K1", False, desk.clock.now_utc()))


@pytest.fixture
def course(desk: Desk) -> Course:
    """A course nobody was asked about."""
    return courses.register_citizen(desk, "Rav")


def words_of(card: bytes) -> str:
    return " ".join(card_words(read_card(card)))


def send(desk: Desk, card: bytes, to: Identity) -> OpenedBundle:
    """Export everything and open it as the receiver."""
    (package,) = export_bundle(desk, confirm_card(desk, card, words_of(card)))
    sender = own_identity(desk).public
    return open_bundle(package.content, to, {sender.sender_id: KnownSender(sender, Trust.CONFIRMED)})


def stones(opened: OpenedBundle) -> list[str]:
    return [u.body.wire_id for u in opened.units(FORMS) if isinstance(u.body, TombstoneUnit)]


def test_the_own_words_are_the_same_each_time(desk: Desk) -> None:
    assert own_card(desk).words == own_card(desk).words


def test_the_own_card_is_nobody_elses(desk: Desk) -> None:
    own = own_card(desk)
    with pytest.raises(OwnCard):
        confirm_card(desk, own.content, " ".join(own.words))


def test_other_words_confirm_nothing(desk: Desk, card: bytes) -> None:
    with pytest.raises(WordsDiffer):
        confirm_card(desk, card, "en to tre fire fem seks syv otte")
    with pytest.raises(CardNotConfirmed):
        confirmed_card(desk, card)


def test_a_card_with_other_words_is_not_kept(desk: Desk, card: bytes) -> None:
    with pytest.raises(WordsDiffer):
        confirm_card(desk, card, "en to tre fire fem seks syv otte")
    assert list_cards(desk) == ()


def _written(coordinator: Identity, code: str, at: datetime) -> bytes:
    return write_card(coordinator, CardFacts(CardRole.COORDINATOR, code, False, at))


@pytest.mark.parametrize("newer_first", [True, False])
def test_of_two_writings_of_a_card_the_newer_is_held(desk: Desk, coordinator: Identity, newer_first: bool) -> None:
    now = desk.clock.now_utc()
    writings = [_written(coordinator, "K1", now), _written(coordinator, "K2", now + timedelta(days=1))]
    for content in reversed(writings) if newer_first else writings:
        take_card(desk, content)
    assert [held.code for held in list_cards(desk)] == ["K2"]


def test_an_older_writing_confirms_the_newer(desk: Desk, coordinator: Identity) -> None:
    now = desk.clock.now_utc()
    older = _written(coordinator, "K1", now)
    take_card(desk, _written(coordinator, "K2", now + timedelta(days=1)))
    confirm_card(desk, older, words_of(older))
    assert [(held.code, held.confirmed_at is not None) for held in list_cards(desk)] == [("K2", True)]


def test_the_right_words_confirm_in_any_writing(desk: Desk, card: bytes) -> None:
    confirm_card(desk, card, words_of(card).upper().replace(" ", ",  "))
    assert confirmed_card(desk, card).facts.code == "K1"


def test_the_same_choice_again_changes_nothing(desk: Desk, course: Course) -> None:
    coded = set_sharing(desk, course, Sharing.CODED)
    assert set_sharing(desk, coded, Sharing.CODED) is coded


@pytest.mark.parametrize("sharing", [Sharing.NOTHING, Sharing.NOT_ASKED])
def test_a_withdrawn_course_is_called_back(
    desk: Desk, course: Course, card: bytes, coordinator: Identity, sharing: Sharing
) -> None:
    shared = set_sharing(desk, course, Sharing.FULL)
    send(desk, card, coordinator)
    after = set_sharing(desk, courses.load_course(desk, shared.id), sharing)
    assert after.wire_id != shared.wire_id
    assert stones(send(desk, card, coordinator)) == [shared.wire_id]


def test_less_than_the_whole_calls_the_whole_back(
    desk: Desk, course: Course, card: bytes, coordinator: Identity
) -> None:
    shared = set_sharing(desk, course, Sharing.FULL)
    send(desk, card, coordinator)
    set_sharing(desk, courses.load_course(desk, shared.id), Sharing.CODED)
    opened = send(desk, card, coordinator)
    assert stones(opened) == [shared.wire_id]
    assert UnitKind.COURSE_CODED in [unit.kind for unit in opened.units(FORMS)]


def test_turning_anonymous_gives_a_new_wire_id_and_calls_the_old_one_back(
    desk: Desk, course: Course, card: bytes, coordinator: Identity
) -> None:
    shared = set_sharing(desk, course, Sharing.CODED)
    send(desk, card, coordinator)
    hidden = set_anonymous(desk, courses.load_course(desk, shared.id), on=True)
    opened = send(desk, card, coordinator)
    assert stones(opened) == [shared.wire_id]
    assert (hidden.wire_id != shared.wire_id, hidden.wire_code != shared.wire_code) == (True, True)
    assert hidden.wire_id.encode() in opened.text


@pytest.fixture
def never_sent(desk: Desk, course: Course, card: bytes, coordinator: Identity) -> Course:
    """A course that may be shared and never left, in a vault from which another one did."""
    set_sharing(desk, courses.register_citizen(desk, "Ler"), Sharing.CODED)
    send(desk, card, coordinator)
    return set_sharing(desk, course, Sharing.FULL)


@pytest.mark.parametrize("sharing", [Sharing.NOTHING, Sharing.CODED])
def test_what_never_left_is_not_called_back(
    desk: Desk, never_sent: Course, card: bytes, coordinator: Identity, sharing: Sharing
) -> None:
    after = set_sharing(desk, never_sent, sharing)
    assert (after.wire_id, after.wire_code) == (never_sent.wire_id, never_sent.wire_code)
    assert stones(send(desk, card, coordinator)) == []


def test_turning_anonymous_calls_nothing_back_that_never_left(
    desk: Desk, never_sent: Course, card: bytes, coordinator: Identity
) -> None:
    set_anonymous(desk, never_sent, on=True)
    assert stones(send(desk, card, coordinator)) == []


def test_deleting_what_never_left_calls_nothing_back(
    desk: Desk, never_sent: Course, card: bytes, coordinator: Identity
) -> None:
    courses.delete_citizen_course(desk, never_sent)
    assert stones(send(desk, card, coordinator)) == []


def test_an_anonymous_course_never_goes_whole(desk: Desk, course: Course) -> None:
    hidden = set_anonymous(desk, set_sharing(desk, course, Sharing.FULL), on=True)
    assert hidden.sharing is Sharing.NOTHING
    after = set_sharing(desk, hidden, Sharing.FULL)
    assert after.sharing is Sharing.CODED
    assert [one.kind for one in preview_export(desk).leaving] == [UnitKind.WORKER, UnitKind.COURSE_CODED]
