"""What a day tells: each rule with the day before it holds, the day it holds, and where it stands."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from exit_desktop.domain.calendar import CourseState, Phase
from exit_desktop.domain.due import FOREVER, DueKind
from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.domain.today import Day, make_day
from exit_desktop.domain.today_rows import (
    Attempts,
    Begun,
    ClosedCourse,
    DueRow,
    Group,
    HalfWritten,
    LineKind,
    Meeting,
    OpenCourse,
    OpenPause,
    OwnHours,
    Part,
    Rows,
    Rules,
    Silence,
    TodayLine,
)
from support.courses import uid

# A Monday.
TODAY = date(2026, 11, 23)
COURSE = OpenCourse(uid(1), "Mågen", CourseState.ACTIVE, Phase.ONE, date(2026, 6, 1), date(2026, 7, 2), TODAY)


def ahead(days: int) -> date:
    """A day before or after today."""
    return TODAY + timedelta(days=days)


def day_of(rows: Rows, today: date = TODAY, **snoozed: date) -> Day:
    """The day of these rows; `snoozed` names a kind of line of the course and the day it comes back."""
    snoozes = {(uid(1), LineKind(kind), ""): until for kind, until in snoozed.items()}
    return make_day(rows, Rules(), snoozes, today)


def told(rows: Rows, today: date = TODAY) -> list[tuple[Group, LineKind]]:
    """Group and kind of every line."""
    return [(line.group, line.kind) for line in day_of(rows, today).lines]


def only(rows: Rows) -> TodayLine:
    """The one line that there is."""
    (line,) = day_of(rows).lines
    return line


def test_a_pause_that_came_written_ahead_does_not_silence_today() -> None:
    course = replace(COURSE, state=CourseState.PAUSED, pause=OpenPause(ahead(1)))
    assert (course.rests(TODAY), course.rests(ahead(1))) == (False, True)


def due(kind: DueKind, days: int, until: date = FOREVER, ref: str = "m04") -> Rows:
    """One thing due so many days from today."""
    return Rows({1: COURSE}, due=(DueRow(1, kind, ahead(days), until, ref),))


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-8, []),
        (-7, [(Group.ATTENTION, LineKind.OUTCOME)]),
        (-1, [(Group.ATTENTION, LineKind.OUTCOME)]),
        (0, [(Group.MEETINGS, LineKind.MEETING)]),
        (6, [(Group.MEETINGS, LineKind.MEETING)]),
        (7, []),
    ],
)
def test_meetings_of_the_week_and_those_nobody_wrote_up(days: int, expected: list[tuple[Group, LineKind]]) -> None:
    assert told(Rows({1: COURSE}, meetings=(Meeting(1, uid(5), ahead(days)),))) == expected


def test_at_the_end_of_a_week_monday_is_told() -> None:
    sunday = date(2026, 11, 29)
    rows = Rows({1: COURSE}, meetings=(Meeting(1, uid(5), date(2026, 11, 30)),))
    assert (Group.MEETINGS, LineKind.MEETING) in told(rows, sunday)


def test_meetings_stand_by_day_and_time() -> None:
    times = ((0, time(14)), (1, time(9)), (0, None), (0, time(8, 30)))
    meetings = tuple(Meeting(1, uid(number), ahead(days), at) for number, (days, at) in enumerate(times))
    lines = day_of(Rows({1: COURSE}, meetings=meetings)).lines
    assert [line.ref for line in lines] == [uid(3), uid(0), uid(2), uid(1)]


def test_on_a_friday_the_seven_days_to_come_are_told() -> None:
    friday = date(2026, 11, 27)
    day = day_of(Rows({1: COURSE}, meetings=(Meeting(1, uid(5), date(2026, 12, 2)),)), friday)
    assert [line.kind for line in day.lines] == [LineKind.MEETING]
    assert (day.week[0], day.week[5], len(day.week)) == ((friday, 0), (date(2026, 12, 2), 1), 7)


def test_the_week_counts_what_is_planned_each_day() -> None:
    meetings = tuple(Meeting(1, uid(number), ahead(days)) for number, days in enumerate((0, 0, 3)))
    week = day_of(Rows({1: COURSE}, meetings=meetings)).week
    assert [count for _, count in week] == [2, 0, 0, 1, 0, 0, 0]


def test_own_hours_of_days_to_come_stand_among_the_meetings() -> None:
    rows = Rows({}, own_work=(OwnHours(uid(7), ahead(1), "team_meeting", 60), OwnHours(uid(8), ahead(-1), "other", 5)))
    assert [(line.kind, line.on) for line in day_of(rows).lines] == [(LineKind.OWN_WORK, ahead(1))]


@pytest.mark.parametrize("kind", [DueKind.READING, DueKind.FORM, DueKind.REVIEW, DueKind.TRANSITION, DueKind.END])
@pytest.mark.parametrize(
    ("days", "expected"), [(15, []), (14, [Group.COMING]), (1, [Group.COMING]), (0, [Group.ATTENTION])]
)
def test_two_weeks_ahead_it_is_coming_on_its_day_it_wants_a_look(
    kind: DueKind, days: int, expected: list[Group]
) -> None:
    assert [group for group, _ in told(due(kind, days))] == expected


@pytest.mark.parametrize(
    ("days", "expected"), [(8, []), (7, [Group.COMING]), (0, [Group.ATTENTION]), (-40, [Group.ATTENTION])]
)
def test_a_deadline_of_the_plan_is_told_a_week_ahead(days: int, expected: list[Group]) -> None:
    assert [group for group, _ in told(due(DueKind.ACTIVITY, days))] == expected


@pytest.mark.parametrize(("days", "expected"), [(1, []), (0, [(Group.ATTENTION, LineKind.HANDOVER)])])
def test_a_task_without_a_taker_is_told_from_its_day(days: int, expected: list[tuple[Group, LineKind]]) -> None:
    assert told(due(DueKind.HANDOVER, days)) == expected


def test_a_reading_whose_time_is_over_is_told_no_more() -> None:
    assert told(due(DueKind.READING, -20, until=ahead(-1))) == []
    assert only(due(DueKind.READING, -20, until=ahead(9))).until == ahead(9)


def test_reading_and_form_of_one_day_are_one_line() -> None:
    both = (due(DueKind.FORM, -2).due[0], due(DueKind.READING, -2).due[0])
    line = only(Rows({1: COURSE}, due=both))
    assert (line.kind, len(line.keys)) == (LineKind.READING, 2)


def test_deadlines_of_a_course_are_one_line_that_leads_to_the_oldest() -> None:
    several = tuple(due(DueKind.ACTIVITY, days, ref=str(days)).due[0] for days in (-1, -9, 0))
    line = only(Rows({1: COURSE}, due=several))
    assert (line.ref, len(line.keys)) == ("-9", 3)


def test_a_reading_under_way_takes_the_place_of_the_one_that_is_due() -> None:
    begun = (Begun(1, uid(6), SubmissionKind.READING, "m04", ahead(-2)),)
    assert only(replace(due(DueKind.READING, -5), begun=begun)).kind is LineKind.BEGUN


@pytest.mark.parametrize(
    ("phase", "allowed"), [(Phase.ORIENTATION, 14), (Phase.ONE, 10), (Phase.TWO, 21), (Phase.THREE, 40)]
)
def test_a_course_goes_quiet_by_its_phase(phase: Phase, allowed: int) -> None:
    for days, expected in ((allowed - 1, []), (allowed, [(Group.QUIET, LineKind.QUIET)])):
        course = replace(COURSE, phase=phase, last_contact_on=ahead(-days))
        assert told(Rows({1: course})) == expected


def test_quiet_is_counted_from_the_start_before_the_first_contact_and_from_the_end_of_a_pause() -> None:
    never = replace(COURSE, start_on=ahead(-10), last_contact_on=None)
    assert told(Rows({1: never})) == [(Group.QUIET, LineKind.QUIET)]
    assert told(Rows({1: replace(never, woke_on=ahead(-9))})) == []


@pytest.mark.parametrize(("last", "again"), [(ahead(-90), True), (ahead(-29), False)])
def test_a_silence_counted_from_the_end_of_a_pause_says_so(last: date, again: bool) -> None:
    line = only(Rows({1: replace(COURSE, last_contact_on=last, woke_on=ahead(-30))}))
    assert isinstance(line.about, Silence)
    assert (line.on, line.about.again) == (max(last, ahead(-30)), again)


def test_attempts_are_shown_with_the_silence() -> None:
    attempts = Attempts(3, ahead(-11))
    line = only(Rows({1: replace(COURSE, last_contact_on=ahead(-20))}, attempts={1: attempts}))
    assert isinstance(line.about, Silence)
    assert line.about.attempts == attempts


def full_rows(course: OpenCourse) -> Rows:
    """A course with something for each rule."""
    return Rows(
        {1: course},
        due=tuple(DueRow(1, kind, ahead(-1), FOREVER, "m04") for kind in DueKind if kind is not DueKind.MEETING),
        meetings=(Meeting(1, uid(5), TODAY),),
        begun=(Begun(1, uid(6), SubmissionKind.READING, "m02", ahead(-2)),),
    )


def test_while_a_course_is_paused_nothing_is_due() -> None:
    paused = replace(COURSE, state=CourseState.PAUSED, last_contact_on=ahead(-90), pause=OpenPause(ahead(-27)))
    assert told(full_rows(paused)) == []
    assert [count for _, count in day_of(full_rows(paused)).week] == [0] * 7


def test_a_long_pause_is_asked_about() -> None:
    paused = replace(COURSE, state=CourseState.PAUSED, pause=OpenPause(ahead(-28)))
    assert told(full_rows(paused)) == [(Group.QUIET, LineKind.PAUSE)]


@pytest.mark.parametrize(("days", "expected"), [(15, []), (14, [LineKind.PAUSE_ENDS])])
def test_near_its_end_only_the_pause_itself_is_told(days: int, expected: list[LineKind]) -> None:
    resting = replace(COURSE, pause=OpenPause(ahead(-30), ahead(days)))
    assert [kind for _, kind in told(full_rows(resting))] == expected


@pytest.mark.parametrize(
    ("days", "expected"), [(31, []), (30, [Group.COMING]), (0, [Group.ATTENTION]), (-5, [Group.ATTENTION])]
)
def test_a_closed_course_is_told_when_its_time_is_near(days: int, expected: list[Group]) -> None:
    closed = ClosedCourse(uid(2), "Rav", date(2025, 1, 1), ahead(days))
    assert [group for group, _ in told(Rows({}, closed=(closed,)))] == expected


def test_without_a_date_a_closed_course_is_kept_for_twelve_months() -> None:
    closed = ClosedCourse(uid(2), "Rav", date(2025, 12, 1))
    assert only(Rows({}, closed=(closed,))).on == date(2026, 12, 1)


def test_a_half_written_text_waits_among_what_is_to_be_looked_at() -> None:
    draft = HalfWritten(uid(1), "Mågen", Part.CONTACT, "new", ahead(-1))
    assert only(Rows({1: COURSE}, half_written=(draft,))).group is Group.ATTENTION


def test_what_is_put_off_comes_back_on_its_day() -> None:
    rows = Rows({1: replace(COURSE, last_contact_on=ahead(-30))})
    away = day_of(rows, quiet=ahead(1))
    assert (away.lines, [back for back, _ in away.put_off]) == ((), [ahead(1)])
    assert len(day_of(rows, ahead(1), quiet=ahead(1)).lines) == 1
