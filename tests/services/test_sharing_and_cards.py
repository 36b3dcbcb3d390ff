"""What may leave, who is trusted, and what is called back."""

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
    own_card,
    own_identity,
    set_anonymous,
    set_sharing,
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


def test_what_never_left_is_not_called_back(desk: Desk, course: Course, card: bytes, coordinator: Identity) -> None:
    set_sharing(desk, courses.register_citizen(desk, "Ler"), Sharing.CODED)
    send(desk, card, coordinator)
    set_anonymous(desk, course, on=True)
    assert stones(send(desk, card, coordinator)) == []


def test_an_anonymous_course_never_goes_whole(desk: Desk, course: Course) -> None:
    hidden = set_anonymous(desk, set_sharing(desk, course, Sharing.FULL), on=True)
    assert hidden.sharing is Sharing.NOTHING
    after = set_sharing(desk, hidden, Sharing.FULL)
    assert after.sharing is Sharing.CODED
    assert [one.kind for one in preview_export(desk).leaving] == [UnitKind.WORKER, UnitKind.COURSE_CODED]
