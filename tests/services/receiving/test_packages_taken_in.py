"""What a coordinator sees when packages come: taken in, already here, missing, refused, waiting."""

from pathlib import Path

import pytest

from exit_desktop.domain.courses import Sharing
from exit_desktop.errors import Failure
from exit_desktop.exchange.faults import BundleNotAPackage, BundleUnknownSender
from exit_desktop.services.courses import change_citizen
from exit_desktop.services.dumps import count_left_out, dump_vault
from exit_desktop.services.receiving import (
    Outcome,
    find_packages,
    import_packages,
    list_conflicts,
    list_received,
    list_waiting,
    missing_numbers,
    release_waiting,
)
from exit_desktop.services.sending import FileUnreadable, remove_card
from exit_desktop.services.sharing import own_identity, set_sharing
from exit_desktop.vault.held_rows import count_held
from support.two_desks import Desks, meet, took


def held(desks: Desks) -> int:
    """How many courses and enquiries the coordinator holds."""
    with desks.coordinator.vault.reading() as connection:
        return count_held(connection)


def test_a_course_is_taken_and_then_already_here(desks: Desks) -> None:
    path = desks.send(desks.new_course())
    first, second = desks.take(path, path)
    assert (first.outcome, first.taken, first.sender_code, first.number) == (Outcome.ACCEPTED, 1, "K1", 1)
    assert (second.outcome, second.number, held(desks)) == (Outcome.ALREADY_HERE, 1, 1)


def test_a_newer_course_takes_the_place_and_an_older_one_does_not(desks: Desks) -> None:
    course = desks.new_course(sharing=Sharing.FULL)
    old = desks.send(course)
    change_citizen(desks.worker, desks.sent_again(course), "Linden", "da")
    new = desks.send(course)
    taken, late = desks.take(new, old)
    assert (taken.taken, late.outcome, late.already, held(desks)) == (1, Outcome.ACCEPTED, 1, 1)


def test_a_course_that_is_no_longer_shared_is_forgotten(desks: Desks) -> None:
    course = desks.new_course()
    first = desks.send(course)
    desks.take(first)
    set_sharing(desks.worker, desks.sent_again(course), Sharing.NOTHING)
    (taken,) = desks.take(desks.send())
    assert (taken.outcome, taken.forgotten, held(desks)) == (Outcome.ACCEPTED, 1, 0)


def test_what_was_deleted_does_not_come_back_with_a_late_package(desks: Desks) -> None:
    course = desks.new_course()
    late = desks.send(course)
    set_sharing(desks.worker, desks.sent_again(course), Sharing.NOTHING)
    desks.take(desks.send(), late)
    assert held(desks) == 0


def test_a_gap_in_the_numbering_is_told(desks: Desks) -> None:
    course = desks.new_course()
    paths = [desks.send(course) for _ in range(4)]
    taken = desks.take(paths[0], paths[3])
    assert taken[1].missing == (2, 3)
    (told,) = missing_numbers(desks.coordinator)
    assert (told.sender_code, told.numbers, told.highest) == ("K1", (2, 3), 4)
    desks.take(paths[2], paths[1])
    assert missing_numbers(desks.coordinator) == ()


def test_bad_files_are_told_and_the_rest_is_taken(desks: Desks, tmp_path: Path) -> None:
    good, bad = desks.send(desks.new_course()), tmp_path / "brev.txt"
    bad.write_bytes(b"Hej Anna")
    told: list[tuple[int, int, Outcome]] = []
    paths = [bad, tmp_path / "nowhere.forloeb", good]
    taken = import_packages(desks.coordinator, paths, lambda: None, lambda n, of, t: told.append((n, of, t.outcome)))
    assert [type(one.reason) for one in taken] == [BundleNotAPackage, FileUnreadable, type(None)]
    assert [one.file for one in taken] == ["brev.txt", "nowhere.forloeb", good.name]
    assert told == [(1, 3, Outcome.REFUSED), (2, 3, Outcome.REFUSED), (3, 3, Outcome.ACCEPTED)]


class Halted(Failure):
    """The coordinator presses stop."""


def test_what_was_taken_before_a_stop_stays(desks: Desks) -> None:
    first, second = desks.send(desks.new_course()), desks.send(desks.new_course("Linden"))
    left = [1]

    def checkpoint() -> None:
        if not left:
            raise Halted
        left.pop()

    with pytest.raises(Halted):
        import_packages(desks.coordinator, [first, second], checkpoint, lambda *_: None)
    assert len(list_received(desks.coordinator)) == 1


def test_a_folder_gives_its_packages_and_nothing_below(tmp_path: Path) -> None:
    for name in ("b.forloeb", "a.forloeb", "note.txt", "under/c.forloeb"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = find_packages([tmp_path / "note.txt", tmp_path, tmp_path / "a.forloeb"])
    assert [one.name for one in found] == ["note.txt", "a.forloeb", "b.forloeb"]


def test_a_package_of_a_stranger_waits_and_is_taken_once_confirmed(desks: Desks) -> None:
    path = desks.send(desks.new_course())
    worker = own_identity(desks.worker).public.sender_id
    remove_card(desks.coordinator, worker)
    waits = took(desks.coordinator, path, path)
    assert [one.outcome for one in waits] == [Outcome.WAITING, Outcome.WAITING]
    assert isinstance(waits[0].reason, BundleUnknownSender)
    (one,) = list_waiting(desks.coordinator)
    assert (one.sender, one.has_card, one.size) == (worker, False, path.stat().st_size)
    meet(desks.coordinator, desks.worker)
    (taken,) = release_waiting(desks.coordinator, worker)
    assert (taken.outcome, taken.taken, list_waiting(desks.coordinator)) == (Outcome.ACCEPTED, 1, ())


def test_a_package_waits_while_the_words_are_not_typed(desks: Desks) -> None:
    path = desks.send(desks.new_course())
    worker = own_identity(desks.worker).public.sender_id
    remove_card(desks.coordinator, worker)
    meet(desks.coordinator, desks.worker, confirmed=False)
    (waits,) = took(desks.coordinator, path)
    (released,) = release_waiting(desks.coordinator, worker)
    assert (waits.outcome, waits.sender_code, released.outcome) == (Outcome.WAITING, "K1", Outcome.WAITING)
    assert [one.has_card for one in list_waiting(desks.coordinator)] == [True]


def test_no_conflict_without_one(desks: Desks) -> None:
    desks.take(desks.send(desks.new_course()))
    assert list_conflicts(desks.coordinator) == ()


def test_a_refusal_keeps_nothing_of_the_package(desks: Desks, tmp_path: Path) -> None:
    path = desks.send(desks.new_course())
    content = path.read_bytes()
    path.write_bytes(content[:-100] + bytes(100))
    (taken,) = desks.take(path)
    assert taken.reason is not None
    assert (taken.reason.__traceback__, taken.reason.__context__) == (None, None)


def test_a_dump_carries_what_is_ours_and_says_what_is_left_out(desks: Desks, tmp_path: Path) -> None:
    desks.take(desks.send(desks.new_course(sharing=Sharing.FULL)))
    dump_vault(desks.coordinator, tmp_path / "alt.jsonl")
    assert b'"unit":"course"' not in (tmp_path / "alt.jsonl").read_bytes()
    assert count_left_out(desks.coordinator) == 1


def test_nothing_of_a_deleted_course_is_left_in_the_vault(desks: Desks) -> None:
    course = desks.new_course("Guldregn", Sharing.FULL)
    desks.take(desks.send(course))
    set_sharing(desks.worker, desks.sent_again(course), Sharing.NOTHING)
    desks.take(desks.send())
    with desks.coordinator.vault.reading() as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [row for name in tables for row in connection.execute(f"SELECT * FROM {name}")]
        bodies = connection.execute("SELECT count(*) FROM held_course WHERE body IS NOT NULL").fetchone()[0]
    assert (bodies, "Guldregn" in repr(rows)) == (0, False)
