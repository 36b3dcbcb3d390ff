"""A receipt as a file and as a code: what the coordinator has is known at the worker's, and what is missing."""

from datetime import date
from pathlib import Path

import pytest

from exit_desktop.domain.courses import Sharing
from exit_desktop.errors import NothingToReceipt, ReceiptCodeMistyped, ReceiptCodeUnknown
from exit_desktop.services.courses import change_citizen
from exit_desktop.services.receiving import (
    CodeSays,
    Outcome,
    ReceiptOutcome,
    TombstoneReason,
    list_received,
    receipt_code,
    take_receipt_code,
    what_coordinator_has,
    write_receipts,
)
from exit_desktop.services.sharing import set_sharing
from exit_desktop.vault.cards import read_tombstones
from support.two_desks import Desks, took

TODAY = date(2026, 11, 23)


def answered(desks: Desks, folder: Path) -> None:
    """Let the coordinator's receipts reach the worker."""
    folder.mkdir(exist_ok=True)
    written = write_receipts(desks.coordinator, folder, lambda: None)
    assert [one.outcome for one in took(desks.worker, *(one.path for one in written))] == [Outcome.ACCEPTED]


def test_before_a_receipt_everything_sent_is_missing(desks: Desks) -> None:
    desks.send(desks.new_course())
    seen = what_coordinator_has(desks.worker)
    (course,) = seen.courses
    assert (course.alias, course.receiver_code, course.missing, course.outcome) == ("Birk", "K2", True, None)
    assert [(one.number, one.receiver_code) for one in seen.unanswered] == [(1, "K2")]


def test_a_receipt_file_tells_what_is_there(desks: Desks, tmp_path: Path) -> None:
    course = desks.new_course()
    desks.take(desks.send(course))
    answered(desks, tmp_path / "r")
    seen = what_coordinator_has(desks.worker)
    (one,) = seen.courses
    assert (one.missing, one.outcome, one.confirmed_on) == (False, ReceiptOutcome.TAKEN, TODAY)
    assert (seen.unanswered, one.changed_since) == ((), False)
    change_citizen(desks.worker, desks.sent_again(course), "Linden", "da")
    assert what_coordinator_has(desks.worker).courses[0].changed_since


def test_a_receipt_is_written_once_and_again_when_asked(desks: Desks, tmp_path: Path) -> None:
    desks.take(desks.send(desks.new_course()))
    answered(desks, tmp_path / "r")
    with pytest.raises(NothingToReceipt):
        write_receipts(desks.coordinator, tmp_path, lambda: None)
    (package,) = list_received(desks.coordinator)
    assert package.receipt_given_at is not None
    assert len(write_receipts(desks.coordinator, tmp_path, lambda: None, [package.id])) == 1


def test_a_receipt_is_not_answered(desks: Desks, tmp_path: Path) -> None:
    desks.take(desks.send(desks.new_course()))
    answered(desks, tmp_path / "r")
    with pytest.raises(NothingToReceipt):
        write_receipts(desks.worker, tmp_path, lambda: None)
    assert what_coordinator_has(desks.coordinator).unanswered == ()


def test_a_code_by_telephone_does_the_same(desks: Desks) -> None:
    desks.take(desks.send(desks.new_course()))
    (package,) = list_received(desks.coordinator)
    code = receipt_code(desks.coordinator, package.id)
    told = take_receipt_code(desks.worker, code.lower().replace("-", " ").replace("0", "o"))
    assert (told.says, told.number, told.receiver_code, len(code)) == (CodeSays.ALL_TAKEN, 1, "K2", 14)
    seen = what_coordinator_has(desks.worker)
    assert (seen.unanswered, seen.courses[0].missing) == ((), False)


def test_a_code_misheard_or_of_another_package_is_refused(desks: Desks) -> None:
    desks.take(desks.send(desks.new_course()))
    (package,) = list_received(desks.coordinator)
    code = receipt_code(desks.coordinator, package.id)
    wrong = ("7" if code[0] != "7" else "8") + code[1:]
    with pytest.raises(ReceiptCodeMistyped):
        take_receipt_code(desks.worker, wrong)
    with pytest.raises(ReceiptCodeUnknown):
        take_receipt_code(desks.coordinator, code)


def test_what_is_called_back_travels_until_it_is_known_to_be_gone(desks: Desks, tmp_path: Path) -> None:
    course = desks.new_course()
    desks.take(desks.send(course))
    set_sharing(desks.worker, desks.sent_again(course), Sharing.NOTHING)
    desks.take(desks.send())
    (stone,) = what_coordinator_has(desks.worker).called_back
    assert (stone.reason, stone.forgotten_on) == (TombstoneReason.SHARING_WITHDRAWN, None)
    answered(desks, tmp_path / "r")
    (stone,) = what_coordinator_has(desks.worker).called_back
    assert (stone.forgotten_on, stone.receiver_code) == (TODAY, "K2")
    with desks.worker.vault.reading() as connection:
        assert read_tombstones(connection, stone.receiver) == ()
        assert len(read_tombstones(connection, "somebody else")) == 1


def test_a_code_after_a_deletion_says_that_it_is_gone(desks: Desks) -> None:
    course = desks.new_course()
    desks.take(desks.send(course))
    set_sharing(desks.worker, desks.sent_again(course), Sharing.NOTHING)
    desks.take(desks.send())
    newest = list_received(desks.coordinator)[0]
    take_receipt_code(desks.worker, receipt_code(desks.coordinator, newest.id))
    assert [one.forgotten_on for one in what_coordinator_has(desks.worker).called_back] == [TODAY]
