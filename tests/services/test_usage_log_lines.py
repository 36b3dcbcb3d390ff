"""What is changed beside a course stands in the usage log too, never with what was in it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from exit_desktop.domain.contacts import WorkEntry
from exit_desktop.domain.courses import Course
from exit_desktop.services import contacts, courses, safety
from exit_desktop.services.bin import list_bin, restore_from_bin
from exit_desktop.services.desk import Desk
from exit_desktop.services.name_guard import forget_guarded, guard_words
from exit_desktop.services.settings import change_worker
from exit_desktop.services.vaults import read_log
from support.courses import TODAY, make_contact, uid
from support.vault_making import WORKER

Deed = Callable[[Desk, Course], object]
HOURS = WorkEntry(uid(8), TODAY, "meeting", 90)


def _erase_note(desk: Desk, course: Course) -> None:
    safety.save_safety_note(desk, course, "Ring på bagdøren.")
    safety.save_safety_note(desk, course, "")


def _put_back(desk: Desk, course: Course) -> None:
    course = contacts.record_contact(desk, course, make_contact(5))
    course = contacts.delete_contact(desk, course, uid(5))
    restore_from_bin(desk, course, list_bin(desk, course)[0])


DEEDS: dict[tuple[str, str], Deed] = {
    ("changed", "own_hours"): lambda desk, _: contacts.record_own_hours(desk, HOURS),
    ("deleted", "own_hours"): lambda desk, _: contacts.delete_own_hours(desk, HOURS.id),
    ("changed", "safety_note"): lambda desk, course: safety.save_safety_note(desk, course, "Ring på bagdøren."),
    ("deleted", "safety_note"): _erase_note,
    ("changed", "guarded_words"): lambda desk, _: guard_words(desk, "Mette"),
    ("deleted", "guarded_words"): lambda desk, _: forget_guarded(desk),
    ("changed", "worker"): lambda desk, _: change_worker(desk, replace(WORKER, project="Aarhus")),
    ("changed", "bin"): _put_back,
}


@pytest.mark.parametrize(("line", "deed"), DEEDS.items(), ids=[" ".join(line) for line in DEEDS])
def test_it_stands_in_the_usage_log(desk: Desk, line: tuple[str, str], deed: Deed) -> None:
    deed(desk, courses.register_citizen(desk, "Rav"))
    newest = read_log(desk.vault)[0]
    assert (newest.act, newest.kind) == line


def test_a_safety_note_saved_as_it_was_leaves_no_line(desk: Desk) -> None:
    course = courses.register_citizen(desk, "Rav")
    safety.save_safety_note(desk, course, "Ring på bagdøren.")
    before = len(read_log(desk.vault))
    safety.save_safety_note(desk, course, "Ring på bagdøren.")
    assert len(read_log(desk.vault)) == before
