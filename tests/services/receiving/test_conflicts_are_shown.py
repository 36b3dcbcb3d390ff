"""Two writings with the same numbers: neither is lost, a person chooses, and the choice is remembered."""

from pathlib import Path

import pytest

from exit_desktop.domain.courses import Course, Sharing
from exit_desktop.errors import ConflictSettled
from exit_desktop.services.courses import change_citizen
from exit_desktop.services.receiving import (
    CodeSays,
    Conflict,
    Outcome,
    choose_in_conflict,
    list_conflicts,
    list_received,
    receipt_code,
    take_receipt_code,
)
from support.two_desks import Desks


@pytest.fixture
def course(desks: Desks) -> Course:
    return desks.new_course(sharing=Sharing.FULL)


def of_two_copies(desks: Desks, course: Course) -> tuple[Path, Path]:
    """Seal the course as one copy of the vault has it, and as another copy went on from the same state."""
    changed = change_citizen(desks.worker, course, "Linden", "da")
    one = desks.send(changed)
    with desks.worker.vault.writing() as connection:
        connection.execute("UPDATE citizen SET alias = 'Egen', alias_key = 'egen'")
    return one, desks.send(changed)


def only(desks: Desks) -> Conflict:
    (conflict,) = list_conflicts(desks.coordinator)
    return conflict


def test_the_first_is_held_and_both_are_shown(desks: Desks, course: Course) -> None:
    one, other = of_two_copies(desks, course)
    first, second = desks.take(one, other)
    assert (first.outcome, second.outcome, second.conflicts) == (Outcome.ACCEPTED, Outcome.CONFLICT, 1)
    conflict = only(desks)
    assert (conflict.name, conflict.here.package, conflict.other.package) == ("Linden", 1, 2)
    assert conflict.differences == (("citizen.alias", "Linden", "Egen"),)
    assert conflict.here.revision == conflict.other.revision


@pytest.mark.parametrize("keep_other", [False, True])
def test_a_choice_is_remembered(desks: Desks, course: Course, keep_other: bool) -> None:
    one, other = of_two_copies(desks, course)
    desks.take(one, other)
    choose_in_conflict(desks.coordinator, only(desks), keep_other)
    again = desks.send(course)
    (taken,) = desks.take(again)
    assert (taken.conflicts, taken.already, list_conflicts(desks.coordinator)) == (0, 1, ())


def test_the_chosen_one_is_held(desks: Desks, course: Course) -> None:
    one, other = of_two_copies(desks, course)
    desks.take(one, other)
    choose_in_conflict(desks.coordinator, only(desks), keep_other=True)
    with desks.coordinator.vault.reading() as connection:
        places = connection.execute("SELECT place, bundle_id FROM held_course ORDER BY place").fetchall()
    assert places == [("held", 2), ("set_aside", 1)]


def test_a_newer_revision_ends_the_conflict(desks: Desks, course: Course) -> None:
    one, other = of_two_copies(desks, course)
    desks.take(one, other)
    change_citizen(desks.worker, desks.sent_again(course), "Asken", "da")
    (taken,) = desks.take(desks.send(course))
    assert (taken.outcome, taken.taken, list_conflicts(desks.coordinator)) == (Outcome.ACCEPTED, 1, ())


def test_a_conflict_that_is_gone_cannot_be_settled(desks: Desks, course: Course) -> None:
    one, other = of_two_copies(desks, course)
    desks.take(one, other)
    conflict = only(desks)
    choose_in_conflict(desks.coordinator, conflict, keep_other=False)
    with pytest.raises(ConflictSettled):
        choose_in_conflict(desks.coordinator, conflict, keep_other=True)


def test_the_code_of_a_package_in_conflict_says_so(desks: Desks, course: Course) -> None:
    one, other = of_two_copies(desks, course)
    desks.take(one, other)
    newest = list_received(desks.coordinator)[0]
    told = take_receipt_code(desks.worker, receipt_code(desks.coordinator, newest.id))
    assert (told.says, told.number) == (CodeSays.NOT_ALL, 2)
