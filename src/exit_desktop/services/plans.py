"""The activity plan: choose focus areas, write wishes and activities, evaluate, keep versions."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from exit_desktop.domain import planning
from exit_desktop.domain.calendar import check_day
from exit_desktop.domain.courses import Course
from exit_desktop.domain.plans import Activity, FocusArea, FrozenBy, PlanVersion, Wish, activities_of, current_plan
from exit_desktop.errors import TextTooLong
from exit_desktop.services.bin import BinnedActivity, delete_to_bin
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.system.ids import new_id

LONGEST_WORDS = 10_000


def _commit(desk: Desk, course: Course, change: Callable[[PlanVersion], PlanVersion]) -> Course:
    after = planning.change_plan(course, change, new_id, desk.clock.today())
    unchanged = after is course or _content(after) == _content(course)
    return course if unchanged else commit_course(desk, course, after, "plan")


def _content(course: Course) -> object:
    """Return what a plan says: a change that says the same opens no new version."""
    plan = current_plan(course.plans)
    return plan and (plan.focuses, plan.review_on, plan.citizen_took_part)


def _check(*texts: str) -> None:
    if max(map(len, texts)) > LONGEST_WORDS:
        raise TextTooLong(most=LONGEST_WORDS)


def choose_areas(desk: Desk, course: Course, areas: Iterable[FocusArea]) -> Course:
    """Write exactly these focus areas; an area that stays keeps what stands under it."""
    return _commit(desk, course, lambda version: planning.with_areas(version, areas, course, new_id))


def write_why(desk: Desk, course: Course, focus_id: str, why: str) -> Course:
    """Write why an area was chosen."""
    _check(why)
    return _commit(desk, course, lambda v: planning.with_focus(v, focus_id, lambda f: replace(f, why=why)))


def add_wish(desk: Desk, course: Course, focus_id: str, words: str) -> Course:
    """Write a wish in the citizen's own words under a focus area."""
    _check(words)
    return _commit(desk, course, lambda v: planning.add_wish(v, focus_id, Wish(new_id(), words)))


def write_wish(desk: Desk, course: Course, wish_id: str, words: str) -> Course:
    """Write other words for a wish."""
    _check(words)
    return _commit(desk, course, lambda v: planning.with_wish(v, wish_id, lambda w: replace(w, words=words)))


def remove_wish(desk: Desk, course: Course, wish_id: str) -> Course:
    """Remove a wish with the activities under it (undo brings them back)."""
    return _commit(desk, course, lambda version: planning.without_wish(version, wish_id))


def put_activity(desk: Desk, course: Course, wish_id: str, activity: Activity) -> Course:
    """Write an activity under a wish, new or changed."""
    _check(activity.what, activity.actor, activity.agreement, activity.evaluation)
    check_day(activity.by)
    return _commit(desk, course, lambda version: planning.put_activity(version, wish_id, activity))


def delete_activity(desk: Desk, course: Course, activity_id: str) -> Course:
    """Remove an activity; it waits 30 days in the bin."""
    plan = current_plan(course.plans)
    if plan is None:
        return course
    wish, activity = next((w, a) for _, w, a in activities_of(plan) if a.id == activity_id)
    after = planning.change_plan(
        course, lambda version: planning.without_activity(version, activity_id), new_id, desk.clock.today()
    )
    return delete_to_bin(desk, course, after, "activity", BinnedActivity(wish.id, activity))


def set_review(desk: Desk, course: Course, on: date | None) -> Course:
    """Write when the plan is looked at together again."""
    check_day(on)
    return _commit(desk, course, lambda version: replace(version, review_on=on))


def set_took_part(desk: Desk, course: Course, took_part: bool | None) -> Course:
    """Write whether the citizen took part in making the plan."""
    return _commit(desk, course, lambda version: replace(version, citizen_took_part=took_part))


def evaluate_plan(desk: Desk, course: Course) -> Course:
    """Record that the plan was looked at together today: the version becomes fast.

    One that is fast already, by a print or an earlier evaluation, is followed by a version of the same content.
    """
    today = desk.clock.today()
    newest = current_plan(course.plans)
    if newest is None or (newest.frozen_by, newest.frozen_on) == (FrozenBy.EVALUATION, today):
        return course
    opened = planning.change_plan(course, lambda version: version, new_id, today)
    return commit_course(desk, course, planning.freeze_plan(opened, FrozenBy.EVALUATION, today), "plan")
