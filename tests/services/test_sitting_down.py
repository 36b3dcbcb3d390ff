"""What is over is let go when somebody sits down at the vault."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from exit_desktop.domain.calendar import ClosingReason
from exit_desktop.domain.contacts import ContactState
from exit_desktop.domain.courses import Course, Orientation
from exit_desktop.services import contacts, courses, readings
from exit_desktop.services.bin import list_bin
from exit_desktop.services.desk import Desk
from exit_desktop.services.safety import save_safety_note
from exit_desktop.services.sitting import clock_is_behind, sit_down
from exit_desktop.system.resources import resource_folder
from support.courses import TODAY, make_contact, uid


def _sit(desk: Desk, days: int) -> Desk:
    later = replace(desk.clock, day=desk.clock.today() + timedelta(days=days))
    return sit_down(desk.vault, later, (resource_folder("instruments"), Path("none")))


def test_the_bin_keeps_for_thirty_days_and_no_longer(desk: Desk) -> None:
    course = contacts.record_contact(desk, courses.register_citizen(desk, "Rav"), make_contact(5))
    course = contacts.delete_contact(desk, course, uid(5))
    assert len(list_bin(_sit(desk, 30), course)) == 1
    assert list_bin(_sit(desk, 31), course) == ()


def test_an_expired_safety_note_is_erased_from_the_file(desk: Desk) -> None:
    course = courses.register_citizen(desk, "Rav")
    save_safety_note(desk, course, "Ring på bagdøren.", desk.clock.today())
    _sit(desk, 1)
    with desk.vault.reading() as connection:
        assert connection.execute("SELECT count(*) FROM safety_note").fetchone()[0] == 0


def _bin_after(desk: Desk, days: int) -> int:
    course = contacts.record_contact(desk, courses.register_citizen(desk, "Rav"), make_contact(5))
    course = contacts.delete_contact(desk, course, uid(5))
    return len(list_bin(_sit(desk, days), course))


def test_a_clock_that_ran_far_ahead_erases_nothing(desk: Desk) -> None:
    assert _bin_after(desk, 401) == 1


def test_a_clock_that_stands_behind_erases_nothing(desk: Desk) -> None:
    contacts.record_contact(desk, courses.register_citizen(desk, "Ler"), make_contact(6, TODAY + timedelta(days=60)))
    assert _bin_after(desk, 40) == 1


def test_a_clock_before_the_newest_fact_is_told(desk: Desk) -> None:
    contacts.record_contact(desk, courses.register_citizen(desk, "Rav"), make_contact(5))
    assert clock_is_behind(_sit(desk, -1)) == TODAY
    assert clock_is_behind(_sit(desk, 0)) is None


def test_an_empty_vault_has_no_newest_fact(desk: Desk) -> None:
    assert (courses.newest_fact(desk), clock_is_behind(desk)) == (None, None)


LATER = TODAY + timedelta(days=9)


def _held(desk: Desk, course: Course) -> None:
    contacts.record_contact(desk, course, make_contact(5, LATER))


def _read(desk: Desk, course: Course) -> None:
    course, new = readings.begin_reading(desk, course, LATER)
    readings.finish_reading(desk, course, new)


def _move_on(desk: Desk, course: Course) -> None:
    courses.record_transition(_sit(desk, 9), course, LATER)


def _replan(desk: Desk, course: Course) -> None:
    courses.replan_course(_sit(desk, 9), course, TODAY, 7, "")


def _close(desk: Desk, course: Course) -> None:
    courses.close_course(_sit(desk, 9), course, LATER, ClosingReason.OTHER)


@pytest.mark.parametrize("act", [_held, _read, _move_on, _replan, _close])
def test_whatever_happened_last_is_the_newest_fact(desk: Desk, act: Callable[[Desk, Course], None]) -> None:
    act(desk, courses.start_course(desk, courses.register_citizen(desk, "Rav"), date(2026, 7, 2)))
    assert courses.newest_fact(desk) == LATER


def test_a_start_is_a_fact_when_it_has_come(desk: Desk) -> None:
    course = courses.start_course(desk, courses.register_citizen(desk, "Rav"), LATER)
    assert courses.newest_fact(desk) == TODAY
    courses.change_orientation(_sit(desk, 9), course, Orientation())
    assert courses.newest_fact(desk) == LATER


def test_what_is_only_planned_is_no_fact(desk: Desk) -> None:
    planned = make_contact(5, LATER, state=ContactState.PLANNED)
    contacts.record_contact(desk, courses.register_citizen(desk, "Rav"), planned)
    assert courses.newest_fact(desk) == TODAY
