"""The day as it is read from a vault: it follows what is written, and what is put off stays away."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from exit_desktop.domain.calendar import ClosingReason, CourseState, PauseReason, Phase
from exit_desktop.domain.contacts import ContactKind, ContactState, WorkEntry
from exit_desktop.domain.courses import Course
from exit_desktop.domain.today_rows import Attempts, Group, HalfWritten, LineKind, Part, Silence, TodayLine
from exit_desktop.errors import PauseAhead
from exit_desktop.services.before import prepare_meeting
from exit_desktop.services.caseload import read_caseload
from exit_desktop.services.contacts import record_contact
from exit_desktop.services.courses import (
    change_citizen,
    close_course,
    delete_citizen_course,
    end_pause,
    list_courses,
    pause_course,
    register_citizen,
    replan_course,
    start_course,
)
from exit_desktop.services.desk import Desk
from exit_desktop.services.drafts import keep_draft
from exit_desktop.services.readings import begin_reading
from exit_desktop.services.today import bring_back, put_off, read_day, read_quiet_days, save_quiet_days
from exit_desktop.system.clock import Clock
from exit_desktop.vault.course_contacts import write_work_entry
from support.courses import TODAY, make_contact, uid

START = date(2026, 7, 28)


def begun(desk: Desk, alias: str = "Mågen", start: date = START) -> Course:
    """A course whose four months are over in five days, with contact today."""
    course = start_course(desk, register_citizen(desk, alias), start)
    return record_contact(desk, course, make_contact(1))


def told(desk: Desk) -> list[LineKind]:
    """The kinds of all lines."""
    return [line.kind for line in read_day(desk).lines]


def line_of(desk: Desk, kind: LineKind) -> TodayLine:
    """The one line of a kind."""
    (line,) = (line for line in read_day(desk).lines if line.kind is kind)
    return line


def test_an_empty_vault_has_an_empty_day(desk: Desk) -> None:
    day = read_day(desk)
    assert (day.lines, day.put_off, day.courses, len(day.week)) == ((), (), 0, 7)


def test_a_planned_meeting_is_told_until_it_is_written_up(desk: Desk) -> None:
    planned = make_contact(5, TODAY, state=ContactState.PLANNED)
    course = record_contact(desk, begun(desk), planned)
    assert line_of(desk, LineKind.MEETING).ref == planned.id
    record_contact(desk, course, replace(planned, state=ContactState.HELD))
    assert LineKind.MEETING not in told(desk)


def test_a_replan_moves_what_is_coming(desk: Desk) -> None:
    course = begun(desk)
    assert line_of(desk, LineKind.TRANSITION).on == date(2026, 11, 28)
    replan_course(desk, course, TODAY, 30, "hospital")
    assert LineKind.TRANSITION not in told(desk)


def test_a_pause_empties_the_day_of_its_course(desk: Desk) -> None:
    pause_course(desk, begun(desk), TODAY, PauseReason.HOSPITAL)
    assert told(desk) == []


def test_a_pause_with_a_planned_end_is_told_near_it(desk: Desk) -> None:
    paused = pause_course(desk, begun(desk), TODAY - timedelta(days=3), PauseReason.HOSPITAL)
    end_pause(desk, paused, TODAY + timedelta(days=10))
    assert told(desk) == [LineKind.PAUSE_ENDS]


def test_a_pause_with_a_planned_end_is_a_pause_everywhere(desk: Desk) -> None:
    paused = pause_course(desk, begun(desk), TODAY - timedelta(days=3), PauseReason.HOSPITAL)
    course, _ = end_pause(desk, paused, TODAY + timedelta(days=10))
    (carried,), (row,) = read_caseload(desk).courses, list_courses(desk)
    assert (carried.state, carried.due_on, row.state, row.due_on) == (
        CourseState.PAUSED,
        None,
        CourseState.PAUSED,
        None,
    )
    assert prepare_meeting(desk, course).due == ()
    later = replace(desk, clock=Clock(TODAY + timedelta(days=10)))
    assert list_courses(later)[0].due_on is not None


def test_a_pause_is_not_written_ahead(desk: Desk) -> None:
    course, before = begun(desk), told(desk)
    with pytest.raises(PauseAhead):
        pause_course(desk, course, TODAY + timedelta(days=1), PauseReason.HOSPITAL)
    assert told(desk) == before


def test_attempts_are_counted_since_the_last_contact(desk: Desk) -> None:
    course = start_course(desk, register_citizen(desk, "Mågen"), START)
    for number, (days, state) in enumerate(
        (
            (40, ContactState.NO_ANSWER),
            (30, ContactState.HELD),
            (12, ContactState.NO_ANSWER),
            (5, ContactState.DID_NOT_COME),
        )
    ):
        tried = make_contact(number, TODAY - timedelta(days=days), kind=ContactKind.PHONE, state=state)
        course = record_contact(desk, course, tried)
    about = line_of(desk, LineKind.QUIET).about
    assert isinstance(about, Silence)
    assert about.attempts == Attempts(2, TODAY - timedelta(days=12))


def test_a_meeting_missed_on_the_first_day_is_an_attempt(desk: Desk) -> None:
    course = start_course(desk, register_citizen(desk, "Mågen"), START)
    record_contact(desk, course, make_contact(1, START, state=ContactState.DID_NOT_COME))
    about = line_of(desk, LineKind.QUIET).about
    assert isinstance(about, Silence)
    assert about.attempts == Attempts(1, START)


def test_a_contact_ends_the_silence(desk: Desk) -> None:
    course = start_course(desk, register_citizen(desk, "Mågen"), START)
    assert LineKind.QUIET in told(desk)
    record_contact(desk, course, make_contact(1))
    assert LineKind.QUIET not in told(desk)


def test_days_of_quiet_are_set_by_phase(desk: Desk) -> None:
    course = start_course(desk, register_citizen(desk, "Mågen"), START)
    record_contact(desk, course, make_contact(1, TODAY - timedelta(days=12)))
    save_quiet_days(desk, Phase.ONE, 13)
    assert read_quiet_days(desk)[Phase.ONE] == 13
    assert LineKind.QUIET not in told(desk)


def test_a_reading_that_is_begun_is_told_with_its_occasion(desk: Desk) -> None:
    _, reading_id = begin_reading(desk, begun(desk), TODAY)
    assert line_of(desk, LineKind.BEGUN).ref == reading_id


def test_a_closed_course_is_told_a_month_before_its_time_is_over(desk: Desk) -> None:
    course = register_citizen(desk, "Rav")
    ended = date(2025, 12, 10)
    with desk.vault.writing() as connection:
        connection.execute("UPDATE course SET state = 'closed', ended_on = ?", (ended.isoformat(),))
    line = line_of(desk, LineKind.RETENTION)
    assert (line.course_id, line.on, line.group) == (course.id, date(2026, 12, 10), Group.COMING)


def test_a_half_written_note_waits_on_its_citizen(desk: Desk) -> None:
    course = begun(desk)
    keep_draft(desk.vault, f"contact/{course.id}/new", "Vi talte", datetime(2026, 11, 22, 12, tzinfo=UTC))
    keep_draft(desk.vault, f"network/{course.id}/long-term-plan", "Hun", datetime(2026, 11, 22, 12, tzinfo=UTC))
    keep_draft(desk.vault, "hours/new", "[]x", datetime(2026, 11, 22, 12, tzinfo=UTC))
    keep_draft(desk.vault, "service/new", "Lægevagten", datetime(2026, 11, 22, 12, tzinfo=UTC))
    found = {line.about.part: line.alias for line in read_day(desk).lines if isinstance(line.about, HalfWritten)}
    assert found == {Part.CONTACT: "Mågen", Part.NETWORK: "Mågen", Part.HOURS: "", Part.SERVICE: ""}


def test_own_hours_to_come_are_told(desk: Desk) -> None:
    with desk.vault.writing() as connection:
        write_work_entry(connection, WorkEntry(uid(3), TODAY + timedelta(days=2), "team_meeting", 90))
    assert told(desk) == [LineKind.OWN_WORK]


def test_what_is_put_off_stays_away_until_it_is_brought_back(desk: Desk) -> None:
    begun(desk)
    line = line_of(desk, LineKind.TRANSITION)
    put_off(desk, line, TODAY + timedelta(days=3))
    day = read_day(desk)
    assert (LineKind.TRANSITION in told(desk), [back for back, _ in day.put_off]) == (False, [date(2026, 11, 26)])
    bring_back(desk, day.put_off[0][1])
    assert LineKind.TRANSITION in told(desk)


def test_a_new_name_is_on_the_day_at_once(desk: Desk) -> None:
    change_citizen(desk, begun(desk), "Terne", "da")
    assert {line.alias for line in read_day(desk).lines} == {"Terne"}


def test_what_was_put_off_goes_with_its_course(desk: Desk) -> None:
    course = begun(desk)
    put_off(desk, line_of(desk, LineKind.TRANSITION), TODAY + timedelta(days=3))
    delete_citizen_course(desk, course)
    with desk.vault.reading() as connection:
        assert connection.execute("SELECT count(*) FROM snooze").fetchone()[0] == 0


def test_a_closed_course_is_due_nothing(desk: Desk) -> None:
    close_course(desk, begun(desk), TODAY, ClosingReason.CITIZENS_WISH)
    assert told(desk) == []
