"""What once went wrong in the life of a course: each was found by trying, and stays found."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from exit_desktop.domain import steps
from exit_desktop.domain.calendar import (
    Closing,
    ClosingKind,
    ClosingReason,
    CourseState,
    MarkKind,
    Replan,
    planned_marks,
)
from exit_desktop.domain.courses import Course, Sharing
from exit_desktop.domain.order import in_order
from exit_desktop.domain.plans import Activity, FocusArea
from exit_desktop.errors import DateNotPossible, NotPossibleNow, ReopenInstead
from exit_desktop.services import contacts, courses, plans, sharing
from exit_desktop.services.bin import list_bin, restore_from_bin
from exit_desktop.services.desk import Desk
from exit_desktop.services.drafts import keep_draft, list_drafts
from exit_desktop.services.undoing import UndoStack, undo_change
from exit_desktop.vault.cards import keep_sent_course, read_tombstones
from support.courses import TODAY, make_contact, make_course, uid

EARLY = ClosingReason.CITIZENS_WISH


def _it_was_sent(desk: Desk, course: Course) -> None:
    with desk.vault.writing() as connection:
        keep_sent_course(connection, course.wire_id)


def _open(desk: Desk, alias: str = "Rav") -> Course:
    return courses.start_course(desk, courses.register_citizen(desk, alias), date(2026, 7, 2))


def test_undo_does_not_share_again_what_was_taken_back(desk: Desk) -> None:
    shared = sharing.set_sharing(desk, _open(desk), Sharing.FULL)
    _it_was_sent(desk, shared)
    stack = UndoStack()
    withdrawn = sharing.set_sharing(desk, shared, Sharing.NOTHING)
    stack.keep(shared, withdrawn)
    undone = undo_change(desk, withdrawn, stack)
    assert (undone.sharing, undone.wire_id) == (Sharing.NOTHING, withdrawn.wire_id)


def test_undo_does_not_lift_anonymity(desk: Desk) -> None:
    before = _open(desk)
    stack = UndoStack()
    after = sharing.set_anonymous(desk, before, on=True)
    stack.keep(before, after)
    assert undo_change(desk, after, stack).anonymous


@pytest.mark.parametrize("number", range(6))
def test_a_reopened_course_closed_on_the_same_day_is_closed(number: int) -> None:
    closed = steps.close_course(make_course(), Closing(uid(900 + number), TODAY, ClosingKind.EARLY, EARLY))
    again = steps.reopen_course(closed, TODAY)
    twice = steps.close_course(again, Closing(uid(10 + 300 * number), TODAY, ClosingKind.EARLY, EARLY))
    assert in_order(twice).state is CourseState.CLOSED


def test_a_course_is_not_closed_before_it_was_reopened() -> None:
    closed = steps.close_course(make_course(), Closing(uid(5), date(2026, 11, 1), ClosingKind.EARLY, EARLY))
    again = steps.reopen_course(closed, date(2026, 11, 10))
    with pytest.raises(DateNotPossible):
        steps.close_course(again, Closing(uid(6), date(2026, 11, 5), ClosingKind.EARLY, EARLY))


def test_an_activity_comes_back_from_the_bin_when_its_wish_is_gone(desk: Desk) -> None:
    course = plans.choose_areas(desk, _open(desk), [FocusArea.HOUSING])
    course = plans.add_wish(desk, course, course.plans[0].focuses[0].id, "Et sted at bo")
    wish = course.plans[0].focuses[0].wishes[0].id
    course = plans.put_activity(desk, course, wish, Activity(uid(44), "Skrive op"))
    course = plans.remove_wish(desk, plans.delete_activity(desk, course, uid(44)), wish)
    course = restore_from_bin(desk, course, list_bin(desk, course)[0])
    assert [a.what for w in course.plans[-1].focuses[0].wishes for a in w.activities] == ["Skrive op"]


def test_what_cannot_come_back_stays_in_the_bin(desk: Desk) -> None:
    course = plans.choose_areas(desk, _open(desk), [FocusArea.HOUSING])
    course = plans.add_wish(desk, course, course.plans[0].focuses[0].id, "Et sted at bo")
    course = plans.put_activity(desk, course, course.plans[0].focuses[0].wishes[0].id, Activity(uid(44), "Skrive op"))
    course = plans.choose_areas(desk, plans.delete_activity(desk, course, uid(44)), [])
    with pytest.raises(NotPossibleNow):
        restore_from_bin(desk, course, list_bin(desk, course)[0])
    assert len(list_bin(desk, course)) == 1


def test_a_deleted_course_that_was_shared_leaves_a_tombstone(desk: Desk) -> None:
    shared = sharing.set_sharing(desk, _open(desk), Sharing.CODED)
    _it_was_sent(desk, shared)
    courses.delete_citizen_course(desk, shared)
    with desk.vault.reading() as connection:
        stones = read_tombstones(connection)
    assert [(stone.wire_id, stone.reason) for stone in stones] == [(shared.wire_id, "erased")]


def test_a_deleted_course_leaves_no_draft(desk: Desk) -> None:
    course = _open(desk)
    keep_draft(desk.vault, f"contact/{course.id}/new", "halvt skrevet", desk.clock.now_utc())
    courses.delete_citizen_course(desk, course)
    assert list_drafts(desk.vault) == []


@pytest.mark.parametrize("number", range(6))
def test_two_replans_of_one_day_are_counted_in_the_order_made(number: int) -> None:
    first = Replan(uid(500), TODAY, date(2026, 11, 1), 30)
    second = Replan(uid(1 + 200 * number), TODAY, date(2026, 12, 1), 30)
    course = steps.replan_course(steps.replan_course(make_course(), first), second)
    marks = [mark.on for mark in planned_marks(in_order(course).calendar) if mark.kind is MarkKind.TRANSITION]
    assert marks[0] == date(2026, 11, 2) + timedelta(days=60)


def test_replans_of_one_day_keep_their_order_in_the_vault(desk: Desk) -> None:
    course = _open(desk)
    for days in (30, 7, -3):
        course = courses.replan_course(desk, course, TODAY, days, "")
    assert [replan.days for replan in courses.load_course(desk, course.id).calendar.replans] == [30, 7, -3]


def test_a_citizen_has_at_most_one_open_course(desk: Desk) -> None:
    closed = courses.close_course(desk, _open(desk), TODAY, EARLY)
    courses.begin_new_course(_later(desk, 120), closed)
    with pytest.raises(NotPossibleNow):
        courses.reopen_course(desk, closed, TODAY)


def _later(desk: Desk, days: int) -> Desk:
    return replace(desk, clock=replace(desk.clock, day=TODAY + timedelta(days=days)))


def test_within_three_months_a_course_is_reopened_and_no_new_one_begun(desk: Desk) -> None:
    closed = courses.close_course(desk, _open(desk), TODAY, EARLY)
    with pytest.raises(ReopenInstead):
        courses.begin_new_course(_later(desk, 92), closed)
    assert courses.begin_new_course(_later(desk, 93), closed).state is CourseState.ORIENTATION


def test_the_newest_closing_of_the_citizen_decides(desk: Desk) -> None:
    first = courses.close_course(desk, _open(desk), TODAY, EARLY)
    second = courses.begin_new_course(_later(desk, 120), first)
    courses.close_course(desk, second, TODAY + timedelta(days=130), ClosingReason.DID_NOT_WISH)
    with pytest.raises(ReopenInstead):
        courses.begin_new_course(_later(desk, 140), first)


def test_a_contact_put_back_stands_in_the_usage_log(desk: Desk) -> None:
    course = contacts.record_contact(desk, _open(desk), make_contact(5))
    course = contacts.delete_contact(desk, course, uid(5))
    restore_from_bin(desk, course, replace(list_bin(desk, course)[0]))
    with desk.vault.reading() as connection:
        acts = connection.execute("SELECT act, kind FROM usage_log ORDER BY id DESC LIMIT 1").fetchone()
    assert tuple(acts) == ("changed", "bin")
