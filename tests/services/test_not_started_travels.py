"""Enquiries come along in dumps as they are, and in packages as a month and counted answers."""

import json
from pathlib import Path

import pytest

from exit_desktop.errors import DumpLineWrong, NothingMayLeave
from exit_desktop.exchange.cards import Card, CardFacts, CardRole, card_words, read_card, write_card
from exit_desktop.exchange.coded_not_started import CodedEnquiry
from exit_desktop.exchange.identity import Identity, generate_identity
from exit_desktop.exchange.opening import KnownSender, Trust, open_bundle
from exit_desktop.exchange.units import TombstoneUnit, UnitKind
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services.bundles import FORMS, export_bundle, preview_export
from exit_desktop.services.courses import register_citizen
from exit_desktop.services.desk import Desk
from exit_desktop.services.dumps import dump_vault, load_dump
from exit_desktop.services.not_started import (
    Enquiry,
    change_enquiry,
    list_enquiries,
    record_enquiry,
    remove_enquiry,
)
from exit_desktop.services.sharing import confirm_card, own_identity
from exit_desktop.services.vaults import NewVault
from exit_desktop.system.clock import Clock
from exit_desktop.system.resources import resource_folder
from support.courses import TODAY
from support.enquiries import HELPED_ON, about


@pytest.fixture
def other_desk(practice: NewVault, clock: Clock) -> Desk:
    """A desk at another vault, with nothing in it."""
    return Desk(practice.vault, clock, "P1", Catalogue(resource_folder("instruments")))


@pytest.fixture
def made(desk: Desk) -> Enquiry:
    """An enquiry of somebody who was helped on."""
    return record_enquiry(desk, TODAY, HELPED_ON)


@pytest.fixture
def coordinator() -> Identity:
    """Somebody else's keys."""
    return generate_identity()


@pytest.fixture
def card(desk: Desk, coordinator: Identity) -> Card:
    """The coordinator's card, confirmed."""
    content = write_card(coordinator, CardFacts(CardRole.COORDINATOR, "K1", False, desk.clock.now_utc()))
    return confirm_card(desk, content, " ".join(card_words(read_card(content))))


def bodies(desk: Desk, card: Card, coordinator: Identity) -> list[object]:
    """Export everything and return what the receiver reads."""
    (package,) = export_bundle(desk, card)
    sender = own_identity(desk).public
    opened = open_bundle(package.content, coordinator, {sender.sender_id: KnownSender(sender, Trust.CONFIRMED)})
    return [unit.body for unit in opened.units(FORMS)]


def test_a_dump_carries_it_to_another_vault(desk: Desk, other_desk: Desk, made: Enquiry, tmp_path: Path) -> None:
    dump_vault(desk, tmp_path / "x")
    load_dump(other_desk, tmp_path / "x")
    load_dump(other_desk, tmp_path / "x")
    assert list_enquiries(other_desk) == (made,)


def test_a_higher_revision_replaces_and_a_lower_one_does_not(desk: Desk, made: Enquiry, tmp_path: Path) -> None:
    dump_vault(desk, tmp_path / "old")
    changed = change_enquiry(desk, made.id, TODAY, (about("reason", "other"),))
    dump_vault(desk, tmp_path / "new")
    load_dump(desk, tmp_path / "old")
    assert list_enquiries(desk) == (changed,)


@pytest.mark.parametrize(
    "change",
    [
        {"answers": []},
        {"project": "x" * 121},
        {"revision": 0},
        {"answers": [{"instrument": "who5", "version": 1, "question": "calm", "respondent": "worker", "value": 3}]},
    ],
)
def test_a_line_that_cannot_be_is_named(
    desk: Desk, other_desk: Desk, made: Enquiry, tmp_path: Path, change: dict[str, object]
) -> None:
    dump_vault(desk, tmp_path / "x")
    lines = [json.loads(line) for line in (tmp_path / "x").read_text("utf-8").splitlines()]
    number, line = next((n, one) for n, one in enumerate(lines, 1) if one["unit"] == "not_started")
    line["body"].update(change)
    (tmp_path / "x").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    with pytest.raises(DumpLineWrong) as refused:
        load_dump(other_desk, tmp_path / "x")
    assert refused.value.values == {"line": number}


def test_words_slipped_into_a_line_are_refused(desk: Desk, other_desk: Desk, made: Enquiry, tmp_path: Path) -> None:
    dump_vault(desk, tmp_path / "x")
    text = (tmp_path / "x").read_text("utf-8")
    (tmp_path / "x").write_text(text.replace('"note":""', '"note":"hun hedder Havet"', 1), "utf-8")
    with pytest.raises(DumpLineWrong):
        load_dump(other_desk, tmp_path / "x")


def test_the_coordinator_gets_the_month_and_the_answers(
    desk: Desk, made: Enquiry, card: Card, coordinator: Identity
) -> None:
    (coded,) = (body for body in bodies(desk, card, coordinator) if isinstance(body, CodedEnquiry))
    assert (coded.id, coded.month, coded.revision, coded.worker) == (made.id, "2026-11", 1, "K7")
    assert {answer.question: answer.value for answer in coded.answers}["referred_to"] == ("job_centre", "kc")
    assert coded.sha256 == desk.catalogue.get("not_started").sha256


def test_no_day_leaves(desk: Desk, made: Enquiry) -> None:
    rows = next(one.rows for one in preview_export(desk).leaving if one.kind is UnitKind.NOT_STARTED)
    assert [value for _, value in rows if TODAY.isoformat() in value] == []


def test_it_leaves_though_nobody_else_may(desk: Desk, made: Enquiry, card: Card, coordinator: Identity) -> None:
    register_citizen(desk, "Rav")
    assert any(isinstance(body, CodedEnquiry) for body in bodies(desk, card, coordinator))


def test_it_stays_when_it_is_not_chosen(desk: Desk, made: Enquiry, card: Card) -> None:
    course = register_citizen(desk, "Rav")
    with pytest.raises(NothingMayLeave):
        export_bundle(desk, card, [course.id])


def test_a_deleted_one_is_to_be_forgotten_there_too(
    desk: Desk, made: Enquiry, card: Card, coordinator: Identity
) -> None:
    bodies(desk, card, coordinator)
    remove_enquiry(desk, made)
    stones = [body.wire_id for body in bodies(desk, card, coordinator) if isinstance(body, TombstoneUnit)]
    assert stones == [made.id]


def test_a_new_one_deleted_before_anything_left_leaves_no_trace(desk: Desk, made: Enquiry) -> None:
    remove_enquiry(desk, made)
    assert [one.kind for one in preview_export(desk).leaving] == [UnitKind.WORKER]
