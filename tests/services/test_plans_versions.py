"""A plan's versions: what was on paper, looked at, handed to the next phase or sent stays as it was."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from exit_desktop.domain.courses import Course, Sharing
from exit_desktop.domain.planning import freeze_plan
from exit_desktop.domain.plans import Activity, ActivityStatus, FocusArea, FrozenBy, current_plan, is_adjusted
from exit_desktop.errors import TextTooLong
from exit_desktop.services import plans
from exit_desktop.services.bin import list_bin, restore_from_bin
from exit_desktop.services.courses import load_course, record_transition
from exit_desktop.services.desk import Act, Desk, commit_course
from exit_desktop.services.papers import record_plan_paper
from support.courses import make_course, make_plan, uid

WISH, FIRST = uid(703), uid(701)


@pytest.fixture
def course(desk: Desk) -> Course:
    """A course in its first phase with a plan that is still being written."""
    return commit_course(desk, None, replace(make_course(), plans=(make_plan(),)), "citizen")


def printed(desk: Desk, course: Course) -> Course:
    return record_plan_paper(desk, course, Act.PRINTED)


def handed_on(desk: Desk, course: Course) -> Course:
    return record_transition(desk, course, date(2026, 11, 20))


def sent(desk: Desk, course: Course) -> Course:
    after = freeze_plan(replace(course, sharing=Sharing.FULL), FrozenBy.EXPORT, desk.clock.today())
    return commit_course(desk, course, after, "export", Act.EXPORTED)


@pytest.mark.parametrize(
    ("act", "by"),
    [
        (printed, FrozenBy.PRINT),
        (plans.evaluate_plan, FrozenBy.EVALUATION),
        (handed_on, FrozenBy.TRANSITION),
        (sent, FrozenBy.EXPORT),
    ],
)
def test_a_fast_version_stays_and_the_next_change_opens_another(
    desk: Desk, course: Course, act: Callable[[Desk, Course], Course], by: FrozenBy
) -> None:
    fast = act(desk, course)
    after = plans.write_wish(desk, fast, WISH, "Ro i hovedet")
    read = load_course(desk, after.id)
    old, new = sorted(read.plans, key=lambda version: version.number)
    assert (old.frozen_by, old.focuses) == (by, course.plans[0].focuses)
    assert new.frozen_on is None
    assert new.focuses[0].wishes[0].words == "Ro i hovedet"


def test_changes_of_an_open_version_open_no_other(desk: Desk, course: Course) -> None:
    after = plans.set_review(desk, plans.set_took_part(desk, course, True), date(2027, 1, 4))
    assert [(v.number, v.citizen_took_part, v.review_on) for v in after.plans] == [(1, True, date(2027, 1, 4))]


def test_saying_the_same_again_opens_no_version(desk: Desk, course: Course) -> None:
    fast = printed(desk, course)
    assert plans.put_activity(desk, fast, WISH, fast.plans[0].focuses[0].wishes[0].activities[0]) is fast


def test_a_plan_looked_at_after_its_print_counts_as_evaluated(desk: Desk, course: Course) -> None:
    looked_at = plans.evaluate_plan(desk, printed(desk, course))
    newest = current_plan(looked_at.plans)
    assert newest
    assert (newest.frozen_by, newest.number) == (FrozenBy.EVALUATION, 2)
    assert plans.evaluate_plan(desk, looked_at) is looked_at
    assert not is_adjusted(looked_at.plans)
    assert is_adjusted(plans.write_wish(desk, looked_at, WISH, "Noget andet").plans)


def test_an_area_that_stays_keeps_what_stands_under_it(desk: Desk, course: Course) -> None:
    after = plans.choose_areas(desk, course, (FocusArea.FINANCES, FocusArea.HOUSING))
    finances, housing = after.plans[0].focuses
    assert finances == course.plans[0].focuses[0]
    assert (housing.area, housing.phase, housing.wishes) == (FocusArea.HOUSING, course.phase, ())


def test_a_first_plan_grows_from_nothing(desk: Desk) -> None:
    bare = commit_course(desk, None, make_course(number=2), "citizen")
    chosen = plans.choose_areas(desk, bare, (FocusArea.HOUSING,))
    wished = plans.add_wish(desk, chosen, chosen.plans[0].focuses[0].id, "Et sted at bo")
    wish = wished.plans[0].focuses[0].wishes[0]
    planned = plans.put_activity(desk, wished, wish.id, Activity(uid(5), "Skrive op"))
    assert load_course(desk, planned.id).plans[0].focuses[0].wishes[0].activities == (Activity(uid(5), "Skrive op"),)


def test_a_deleted_activity_waits_in_the_bin_and_comes_back(desk: Desk, course: Course) -> None:
    after = plans.delete_activity(desk, course, FIRST)
    (line,) = list_bin(desk, after)
    assert [a.id for a in after.plans[0].focuses[0].wishes[0].activities] == [uid(702)]
    back = restore_from_bin(desk, after, line)
    assert {a.id for a in back.plans[0].focuses[0].wishes[0].activities} == {FIRST, uid(702)}


def test_a_changed_activity_keeps_its_place(desk: Desk, course: Course) -> None:
    first = course.plans[0].focuses[0].wishes[0].activities[0]
    after = plans.put_activity(desk, course, WISH, replace(first, status=ActivityStatus.DONE))
    assert after.plans[0].focuses[0].wishes[0].activities[0].status is ActivityStatus.DONE


def test_a_text_that_is_too_long_is_refused(desk: Desk, course: Course) -> None:
    with pytest.raises(TextTooLong):
        plans.write_why(desk, course, uid(704), "x" * 10_001)
