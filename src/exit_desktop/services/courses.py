"""Citizens and their courses: register, find, lead through the phases, pause, close, reopen."""

from dataclasses import replace
from datetime import date

from exit_desktop.domain import steps
from exit_desktop.domain.calendar import Calendar, Closing, ClosingKind, ClosingReason, CourseState, PauseReason, Replan
from exit_desktop.domain.citizens import (
    LONGEST_ALIAS,
    Citizen,
    alias_key,
    near_aliases,
    suggest_alias,
    tidy_alias,
)
from exit_desktop.domain.closing import ending_on
from exit_desktop.domain.courses import Course, Milestone, Orientation, Retention
from exit_desktop.domain.planning import freeze_plan
from exit_desktop.domain.plans import FrozenBy
from exit_desktop.errors import (
    AliasEmpty,
    AliasTaken,
    AliasTooLong,
    CourseNotFound,
    NotPossibleNow,
    PauseAhead,
    ReopenInstead,
)
from exit_desktop.exchange.units import TombstoneReason
from exit_desktop.services.closing import usual_day
from exit_desktop.services.desk import Act, Desk, append_use, commit_course, log_use
from exit_desktop.services.drafts import drop_drafts_of
from exit_desktop.services.finding import in_danish_order
from exit_desktop.system.ids import new_code, new_id
from exit_desktop.vault.cards import Tombstone, forget_sent_course, has_left, keep_tombstone
from exit_desktop.vault.course_list import (
    CourseRow,
    Glance,
    count_courses,
    find_course,
    glance_at_courses,
    read_aliases,
    read_course_ids_of,
    read_course_rows,
)
from exit_desktop.vault.courses import delete_course, read_course, write_course
from exit_desktop.vault.erased_rows import ErasedLine, Reason, note_erased
from exit_desktop.vault.newest_fact import read_newest_fact

__all__ = ["CourseRow"]


def list_courses(desk: Desk) -> list[CourseRow]:
    """Return a row for every course by alias, with what is due next as seen today."""
    with desk.vault.reading() as connection:
        return read_course_rows(connection, desk.clock.today())


def glance_at_list(desk: Desk, most: int) -> Glance | None:
    """Return the first `most` lines of a long list, sooner than all of it; None where the list is not long."""
    with desk.vault.reading() as connection:
        if count_courses(connection) <= 2 * most:
            return None
        return glance_at_courses(connection, desk.clock.today(), in_danish_order, most)


def load_course(desk: Desk, course_id: str) -> Course:
    """Return a whole course."""
    with desk.vault.reading() as connection:
        return read_course(connection, course_id)


def open_course(desk: Desk, course_id: str) -> Course:
    """Return a whole course and write in the usage log that it was opened."""
    course = load_course(desk, course_id)
    log_use(desk, Act.OPENED, "course", course.id)
    return course


def find_citizen(desk: Desk, alias: str) -> Course:
    """Return the newest course of the citizen with this alias, any case. Raises CourseNotFound."""
    with desk.vault.reading() as connection:
        course_id = find_course(connection, alias_key(alias))
        if course_id is None:
            raise CourseNotFound
        return read_course(connection, course_id)


def hint_near_aliases(desk: Desk, alias: str) -> tuple[str, ...]:
    """Return the aliases here that could be mistaken for `alias`."""
    with desk.vault.reading() as connection:
        return near_aliases(alias, read_aliases(connection))


def _free_alias(desk: Desk, text: str, own: str | None = None) -> str:
    alias = tidy_alias(text)
    if not alias:
        raise AliasEmpty
    if len(alias) > LONGEST_ALIAS:
        raise AliasTooLong(most=LONGEST_ALIAS)
    with desk.vault.reading() as connection:
        taken = {alias_key(other) for other in read_aliases(connection)}
    if alias_key(alias) in taken and (own is None or alias_key(alias) != alias_key(own)):
        raise AliasTaken(suggestion=suggest_alias(alias, taken))
    return alias


def register_citizen(desk: Desk, alias: str, language: str = "da") -> Course:
    """Write a new citizen, whose orientation begins today. Raises AliasEmpty, AliasTooLong, AliasTaken."""
    citizen = Citizen(new_id(), _free_alias(desk, alias), language)
    return commit_course(desk, None, _new_course(desk, citizen), "citizen", Act.CREATED)


def _new_course(desk: Desk, citizen: Citizen) -> Course:
    calendar = Calendar(orientation_on=desk.clock.today())
    return Course(new_id(), new_id(), new_code(), desk.vault.uid, citizen, calendar)


def _courses_of(desk: Desk, citizen: Citizen) -> list[Course]:
    with desk.vault.reading() as connection:
        return [read_course(connection, course_id) for course_id in read_course_ids_of(connection, citizen.id)]


def _has_open_course(courses: list[Course]) -> bool:
    return any(course.state is not CourseState.CLOSED for course in courses)


def begin_new_course(desk: Desk, course: Course) -> Course:
    """Write a new course for a citizen whose last one was closed more than three months ago (model 2).

    Raises NotPossibleNow while one is open, ReopenInstead before.
    """
    earlier = _courses_of(desk, course.citizen)
    if _has_open_course(earlier):
        raise NotPossibleNow
    if any(steps.may_reopen(one, desk.clock.today()) for one in earlier):
        raise ReopenInstead
    return commit_course(desk, None, _new_course(desk, course.citizen), "citizen", Act.CREATED)


def change_citizen(desk: Desk, course: Course, alias: str, language: str) -> Course:
    """Write another alias or language; the old alias is forgotten. Every course of the citizen is a new revision."""
    citizen = Citizen(course.citizen.id, _free_alias(desk, alias, course.citizen.alias), language)
    now = desk.clock.now_utc()
    with desk.vault.writing() as connection:
        for course_id in read_course_ids_of(connection, citizen.id):
            if course_id != course.id:
                other = read_course(connection, course_id)
                write_course(connection, other, replace(other, citizen=citizen), now)
        written = write_course(connection, course, replace(course, citizen=citizen), now)
        append_use(connection, desk, Act.CHANGED, "citizen", course.id)
    return written


def change_orientation(desk: Desk, course: Course, orientation: Orientation) -> Course:
    """Write what the orientation found out."""
    return commit_course(desk, course, replace(course, orientation=orientation), "orientation")


def start_course(desk: Desk, course: Course, on: date, phase_months: int = 4) -> Course:
    """Begin the course on `on`."""
    return commit_course(desk, course, steps.start_course(course, on, phase_months), "start")


def correct_start(desk: Desk, course: Course, on: date, reason: str) -> Course:
    """Write another start date, keeping the wrong one in the trace."""
    after = steps.correct_start(course, new_id(), on, reason, desk.clock.today())
    return commit_course(desk, course, after, "start")


def record_transition(desk: Desk, course: Course, on: date, reason: str = "") -> Course:
    """Record that the course went on to its next phase; the plan's newest version becomes fast."""
    after = freeze_plan(steps.record_transition(course, new_id(), on, reason), FrozenBy.TRANSITION, on)
    return commit_course(desk, course, after, "transition")


def take_back_transition(desk: Desk, course: Course) -> Course:
    """Remove the newest recorded transition."""
    return commit_course(desk, course, steps.take_back_transition(course), "transition")


def replan_course(desk: Desk, course: Course, from_on: date, days: int, reason: str) -> Course:
    """Move every planned mark on or after `from_on` by `days`."""
    replan = Replan(new_id(), desk.clock.today(), from_on, days, reason)
    return commit_course(desk, course, steps.replan_course(course, replan), "replan")


def pause_course(desk: Desk, course: Course, from_on: date, reason: PauseReason, note: str = "") -> Course:
    """Let the course rest. Raises PauseAhead before the pause begins: nothing is due during it, and only then."""
    if from_on > desk.clock.today():
        raise PauseAhead
    return commit_course(desk, course, steps.pause_course(course, new_id(), from_on, reason, note), "pause")


def end_pause(desk: Desk, course: Course, until_on: date) -> tuple[Course, int]:
    """Let the course go on; return it and the days by which a re-plan is offered."""
    after, days = steps.end_pause(course, until_on)
    return commit_course(desk, course, after, "pause"), days


def close_course(desk: Desk, course: Course, on: date, reason: ClosingReason | None = None, note: str = "") -> Course:
    """Close the course: run its time, early (with a reason), or never started (with a reason).

    What a finished closing form says goes before the calendar, and its reason stands where no other is given. From
    the same day it is known until when the course is kept.
    """
    ending = ending_on(course, on)
    kept = None if ending.kind is ClosingKind.FULL else reason or ending.reason
    closed = steps.close_course(course, Closing(new_id(), on, ending.kind, kept, note))
    return commit_course(desk, course, replace(closed, retention=Retention(usual_day(desk, on))), "closing")


def reopen_course(desk: Desk, course: Course, on: date) -> Course:
    """Open a course again that was closed less than three months ago, unless a newer one is open."""
    if _has_open_course(_courses_of(desk, course.citizen)):
        raise NotPossibleNow
    return commit_course(desk, course, steps.reopen_course(course, on), "closing")


def add_milestone(desk: Desk, course: Course, milestone: Milestone) -> Course:
    """Write a milestone, new or changed."""
    return commit_course(desk, course, steps.add_milestone(course, milestone), "milestone")


def remove_milestone(desk: Desk, course: Course, milestone_id: str) -> Course:
    """Remove a milestone."""
    return commit_course(desk, course, steps.remove_milestone(course, milestone_id), "milestone")


def delete_citizen_course(desk: Desk, course: Course, reason: Reason = Reason.WISH) -> None:
    """Remove the rows of a course, its drafts and its bin; one line stays that leads to nobody.

    On the citizen's wish what went to the coordinator is to be forgotten there too. `services/erasing.py` does the
    rest of an erasure.
    """
    today = desk.clock.today()
    with desk.vault.writing() as connection:
        if reason is Reason.WISH and has_left(connection, course.wire_id):
            tombstone = Tombstone(
                course.wire_id, today, TombstoneReason.ERASED, course.ownership, max(course.revision, 1)
            )
            keep_tombstone(connection, tombstone)
        forget_sent_course(connection, course.wire_id)
        delete_course(connection, course.id)
        note_erased(connection, ErasedLine(f"{today:%Y-%m}", reason))
        append_use(connection, desk, Act.DELETED, "course", course.id)
        # Before the commit: should this find no room, all of it stays and can be tried again.
        drop_drafts_of(desk.vault, (course.id, *(submission.id for submission in course.submissions)))


def newest_fact(desk: Desk) -> date | None:
    """Return the newest date of something that happened; None in an empty vault."""
    with desk.vault.reading() as connection:
        return read_newest_fact(connection)
