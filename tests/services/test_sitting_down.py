"""What is over is let go when somebody sits down at the vault, and answers keep their meaning."""

import hashlib
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
from exit_desktop.vault.instruments import keep_instrument
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
    course = courses.register_citizen(desk, "Ler")
    contacts.record_contact(_sit(desk, 60), course, make_contact(6, TODAY + timedelta(days=60)))
    assert _bin_after(desk, 40) == 1


def _written_by_a_clock_far_ahead(desk: Desk) -> None:
    later = replace(desk, clock=replace(desk.clock, day=TODAY + timedelta(days=3000)))
    contacts.record_contact(later, courses.register_citizen(desk, "Ler"), make_contact(6, later.clock.today()))


def test_a_clock_that_stands_behind_for_good_keeps_no_bin_for_good(desk: Desk) -> None:
    _written_by_a_clock_far_ahead(desk)
    course = contacts.record_contact(desk, courses.register_citizen(desk, "Rav"), make_contact(5))
    course = contacts.delete_contact(desk, course, uid(5))
    assert [len(list_bin(_sit(desk, days), course)) for days in (31, 430, 431)] == [1, 1, 0]


def test_a_safety_note_outlives_its_date_by_a_year_at_most(desk: Desk) -> None:
    course = courses.register_citizen(desk, "Rav")
    save_safety_note(desk, course, "Ring på bagdøren.", desk.clock.today())
    _written_by_a_clock_far_ahead(desk)
    assert [_has_note(_sit(desk, days)) for days in (1, 400, 401)] == [True, True, False]


def _has_note(desk: Desk) -> bool:
    with desk.vault.reading() as connection:
        return bool(connection.execute("SELECT count(*) FROM safety_note").fetchone()[0])


def test_a_year_typed_wrong_keeps_nothing_and_blames_no_clock(desk: Desk) -> None:
    course = courses.register_citizen(desk, "Ler")
    contacts.record_contact(desk, course, make_contact(6, TODAY + timedelta(days=1096)))
    assert clock_is_behind(desk) is None
    assert _bin_after(desk, 31) == 0


@pytest.mark.parametrize("days", [1, 1096])
def test_a_day_to_come_is_no_fact_whatever_it_is_written_in(desk: Desk, days: int) -> None:
    course = courses.start_course(desk, courses.register_citizen(desk, "Rav"), date(2026, 7, 2))
    course, new = readings.begin_reading(desk, course, TODAY + timedelta(days=days))
    course = readings.finish_reading(desk, course, new)
    contacts.record_contact(desk, course, make_contact(6, TODAY + timedelta(days=days)))
    newest = courses.newest_fact(desk)
    assert newest is not None and newest <= TODAY


def test_a_clock_before_the_newest_fact_is_told(desk: Desk) -> None:
    contacts.record_contact(desk, courses.register_citizen(desk, "Rav"), make_contact(5))
    assert clock_is_behind(_sit(desk, -1)) == TODAY
    assert clock_is_behind(_sit(desk, 0)) is None


def test_an_empty_vault_has_no_newest_fact(desk: Desk) -> None:
    assert (courses.newest_fact(desk), clock_is_behind(desk)) == (None, None)


LATER = TODAY + timedelta(days=9)


def _held(desk: Desk, course: Course) -> None:
    contacts.record_contact(_sit(desk, 9), course, make_contact(5, LATER))


def _read(desk: Desk, course: Course) -> None:
    course, new = readings.begin_reading(_sit(desk, 9), course, LATER)
    readings.finish_reading(_sit(desk, 9), course, new)


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


FORMS = resource_folder("instruments")


def _kept_form(desk: Desk, before: str, after: str) -> bytes:
    """Keep WHO-5 in the vault with one thing put another way."""
    content = (FORMS / "who5.yaml").read_text("utf-8").replace(before, after, 1).encode()
    assert content != (FORMS / "who5.yaml").read_bytes()
    with desk.vault.writing() as connection:
        keep_instrument(connection, "who5", 1, hashlib.sha256(content).digest(), content)
    return content


def test_answers_keep_the_meaning_they_were_given_in(desk: Desk) -> None:
    content = _kept_form(desk, "not_relevant, not_asked", "not_asked")
    assert _sit(desk, 0).catalogue.content("who5", 1) == content
    assert [type(one).__name__ for one in desk.vault.notices] == ["MeaningKept"]


def test_other_words_for_the_same_meaning_are_not_told(desk: Desk) -> None:
    _kept_form(desk, "title: {da: Trivsel (WHO-5)", "title: {da: Trivsel")
    assert _sit(desk, 0).catalogue.content("who5", 1) == (FORMS / "who5.yaml").read_bytes()
    assert desk.vault.notices == []
