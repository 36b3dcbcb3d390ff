"""Changes of the activity plan. A version is fast once it was printed, evaluated or exported: the next change opens
a new one (model 14)."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from exit_desktop.domain.courses import Course
from exit_desktop.domain.plans import (
    Activity,
    Focus,
    FocusArea,
    FrozenBy,
    PlanVersion,
    Wish,
    current_plan,
    open_version,
)

NewId = Callable[[], str]


def change_plan(course: Course, change: Callable[[PlanVersion], PlanVersion], new_id: NewId, today: date) -> Course:
    """Return the course with its plan changed, in a new version when the newest one is fast."""
    newest = current_plan(course.plans)
    version = change(open_version(newest, new_id(), today))
    if version == newest:
        return course
    kept = tuple(plan for plan in course.plans if plan.number != version.number)
    return replace(course, plans=(*kept, version))


def freeze_plan(course: Course, by: FrozenBy, on: date) -> Course:
    """Return the course with its newest version made fast; one that is fast already stays as it is."""
    newest = current_plan(course.plans)
    if newest is None or newest.frozen_on is not None:
        return course
    kept = tuple(plan for plan in course.plans if plan is not newest)
    return replace(course, plans=(*kept, replace(newest, frozen_on=on, frozen_by=by)))


def with_areas(version: PlanVersion, areas: Iterable[FocusArea], course: Course, new_id: NewId) -> PlanVersion:
    """Return the version with exactly these focus areas; one that stays keeps its wishes, a new one is this phase's."""
    wanted = tuple(areas)
    kept = [focus for focus in version.focuses if focus.area in wanted]
    there = {focus.area for focus in kept}
    new = [Focus(new_id(), area, course.phase) for area in wanted if area not in there]
    return replace(version, focuses=(*kept, *new))


def with_focus(version: PlanVersion, focus_id: str, change: Callable[[Focus], Focus]) -> PlanVersion:
    """Return the version with one focus changed."""
    return replace(version, focuses=tuple(change(f) if f.id == focus_id else f for f in version.focuses))


def with_wish(version: PlanVersion, wish_id: str, change: Callable[[Wish], Wish]) -> PlanVersion:
    """Return the version with one wish changed."""
    return _each_focus(version, lambda f: replace(f, wishes=_changed_wishes(f.wishes, wish_id, change)))


def _changed_wishes(wishes: tuple[Wish, ...], wish_id: str, change: Callable[[Wish], Wish]) -> tuple[Wish, ...]:
    return tuple(change(wish) if wish.id == wish_id else wish for wish in wishes)


def _each_focus(version: PlanVersion, change: Callable[[Focus], Focus]) -> PlanVersion:
    return replace(version, focuses=tuple(change(focus) for focus in version.focuses))


def add_wish(version: PlanVersion, focus_id: str, wish: Wish) -> PlanVersion:
    """Return the version with a wish under a focus."""
    return with_focus(version, focus_id, lambda focus: replace(focus, wishes=(*focus.wishes, wish)))


def without_wish(version: PlanVersion, wish_id: str) -> PlanVersion:
    """Return the version without this wish and what stands under it."""
    return _each_focus(version, lambda f: replace(f, wishes=tuple(w for w in f.wishes if w.id != wish_id)))


def put_activity(version: PlanVersion, wish_id: str, activity: Activity) -> PlanVersion:
    """Return the version with the activity under a wish, in place of the one with its id."""

    def put(wish: Wish) -> Wish:
        if any(old.id == activity.id for old in wish.activities):
            changed = tuple(activity if old.id == activity.id else old for old in wish.activities)
            return replace(wish, activities=changed)
        return replace(wish, activities=(*wish.activities, activity))

    return with_wish(version, wish_id, put)


def without_activity(version: PlanVersion, activity_id: str) -> PlanVersion:
    """Return the version without this activity."""

    def strip(focus: Focus) -> Focus:
        wishes = (replace(w, activities=tuple(a for a in w.activities if a.id != activity_id)) for w in focus.wishes)
        return replace(focus, wishes=tuple(wishes))

    return _each_focus(version, strip)
