"""Registering, leading and finding courses, as the window and the commands do it."""

from datetime import date

import pytest

from exit_desktop.domain.calendar import CourseState, PauseReason, Phase
from exit_desktop.domain.contacts import ContactState
from exit_desktop.domain.plans import FocusArea, FrozenBy, current_plan
from exit_desktop.errors import AliasEmpty, AliasTaken, AliasTooLong, CourseNotFound
from exit_desktop.services import contacts, courses, plans
from exit_desktop.services.bin import list_bin, restore_from_bin
from exit_desktop.services.desk import Desk
from exit_desktop.services.undoing import UndoStack, undo_change
from exit_desktop.vault.usage_log import read_log
from support.courses import TODAY, make_contact


def test_only_the_alias_is_required(desk: Desk) -> None:
    course = courses.register_citizen(desk, " Mågen ")
    assert (course.citizen.alias, course.state) == ("Mågen", CourseState.ORIENTATION)
    assert courses.find_citizen(desk, "MÅGEN") == course


def test_a_taken_alias_is_refused_with_a_suggestion(desk: Desk) -> None:
    courses.register_citizen(desk, "Rav")
    with pytest.raises(AliasTaken) as refused:
        courses.register_citizen(desk, "RAV")
    assert refused.value.values["suggestion"] == "RAV-2"


@pytest.mark.parametrize(("alias", "failure"), [("  ", AliasEmpty), ("x" * 41, AliasTooLong)])
def test_an_impossible_alias_is_refused(desk: Desk, alias: str, failure: type[Exception]) -> None:
    with pytest.raises(failure):
        courses.register_citizen(desk, alias)


def test_an_old_alias_is_forgotten(desk: Desk) -> None:
    course = courses.register_citizen(desk, "Rav")
    courses.change_citizen(desk, course, "Ler", "en")
    assert courses.find_citizen(desk, "ler").citizen.language == "en"
    with pytest.raises(CourseNotFound):
        courses.find_citizen(desk, "rav")


def test_a_course_runs_through_its_phases(desk: Desk) -> None:
    course = courses.start_course(desk, courses.register_citizen(desk, "Rav"), date(2026, 7, 2))
    course = courses.record_transition(desk, course, date(2026, 11, 2))
    course = courses.pause_course(desk, course, date(2026, 11, 10), PauseReason.HOSPITAL)
    course, days = courses.end_pause(desk, course, date(2026, 11, 20))
    assert (days, course.phase, courses.load_course(desk, course.id)) == (10, Phase.TWO, course)


def test_a_deleted_contact_can_be_put_back(desk: Desk) -> None:
    course = contacts.record_contact(desk, courses.register_citizen(desk, "Rav"), make_contact(5))
    course = contacts.delete_contact(desk, course, make_contact(5).id)
    assert course.contacts == ()
    line = list_bin(desk, course)[0]
    assert restore_from_bin(desk, course, line).contacts == (make_contact(5),)


def test_undo_writes_what_was_before_as_a_new_revision(desk: Desk) -> None:
    before = courses.register_citizen(desk, "Rav")
    stack = UndoStack()
    after = contacts.record_contact(desk, before, make_contact(5))
    stack.keep(before, after)
    undone = undo_change(desk, after, stack)
    assert (undone.contacts, undone.revision) == ((), after.revision + 1)
    assert not stack.can_undo(undone)


def test_a_weekly_appointment_repeats_on_the_same_weekday(desk: Desk) -> None:
    course = contacts.repeat_weekly(
        desk, courses.register_citizen(desk, "Rav"), make_contact(5, TODAY, state=ContactState.PLANNED), 4
    )
    assert [(c.on - TODAY).days for c in course.contacts] == [0, 7, 14, 21]
    ended = contacts.end_series(desk, course, course.contacts[0].series or "", date(2026, 12, 1))
    assert len(ended.contacts) == 2


def test_a_transition_makes_the_plan_fast_and_the_next_change_opens_a_new_version(desk: Desk) -> None:
    course = courses.start_course(desk, courses.register_citizen(desk, "Rav"), date(2026, 7, 2))
    course = plans.choose_areas(desk, course, [FocusArea.HOUSING])
    course = courses.record_transition(desk, course, date(2026, 11, 2))
    assert course.plans[0].frozen_by is FrozenBy.TRANSITION
    course = plans.choose_areas(desk, course, [FocusArea.HOUSING, FocusArea.NETWORK])
    newest = current_plan(course.plans)
    assert newest is not None
    assert (newest.number, len(newest.focuses), len(course.plans)) == (2, 2, 2)


def test_the_usage_log_tells_what_was_done_but_not_its_content(desk: Desk) -> None:
    course = courses.register_citizen(desk, "Rav")
    contacts.record_contact(desk, course, make_contact(5))
    with desk.vault.reading() as connection:
        lines = read_log(connection, 2)
    done = [(use.act, use.kind, use.who) for use in lines]
    assert done == [
        ("changed", "contact", "K7"),
        ("created", "citizen", "K7"),
    ]
    assert "Rav" not in repr(lines)
