"""From a real course to its timeline: the dates, states and words that the picture is then drawn from."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from exit_desktop.charts.timeline import PhaseKind, ReadingState, TimelineView, draw_timeline, timeline_summary
from exit_desktop.charts.timeline_words import reading_sentence
from exit_desktop.domain.calendar import (
    Calendar,
    Closing,
    ClosingKind,
    ClosingReason,
    Occasion,
    Pause,
    PauseReason,
    Phase,
    Replan,
    Transition,
)
from exit_desktop.domain.contacts import ContactState, Party
from exit_desktop.domain.courses import Course, Milestone, MilestoneKind
from exit_desktop.domain.submissions import Submission, SubmissionKind
from exit_desktop.services.charting import timeline_view
from exit_desktop.system.language import Texts
from support.courses import make_contact, make_course, uid

TODAY = date(2026, 11, 23)


def course_with(start: date | None = date(2026, 7, 2), **calendar: object) -> Course:
    course = make_course(start=start)
    first = date(2026, 6, 1) if start is None else start - timedelta(days=30)
    dates = replace(Calendar(first, start), **calendar)  # type: ignore[arg-type]  # a test names the fields it is about
    return replace(course, calendar=dates)


def seen(course: Course, today: date = TODAY) -> TimelineView:
    return timeline_view(course, today, Texts("en"))


def edges(view: TimelineView) -> list[tuple[date, date]]:
    return [(phase.start, phase.end) for phase in view.phases if phase.kind is not PhaseKind.ORIENTATION]


def finished(number: int, on: date, occasion: Occasion) -> Submission:
    return Submission(uid(number), SubmissionKind.READING, on, occasion, finished_on=on)


def ended(on: date, reopened: date | None = None) -> tuple[Closing, ...]:
    return (Closing(uid(1), on, ClosingKind.EARLY, ClosingReason.LOST_CONTACT, reopened_on=reopened),)


@pytest.mark.parametrize(
    ("start", "two", "three", "end"),
    [
        (date(2026, 8, 31), date(2026, 12, 31), date(2027, 4, 30), date(2027, 8, 31)),
        (date(2028, 2, 29), date(2028, 6, 29), date(2028, 10, 29), date(2029, 2, 28)),
    ],
)
def test_phases_turn_at_calendar_months(start: date, two: date, three: date, end: date) -> None:
    assert edges(seen(course_with(start), start)) == [(start, two), (two, three), (three, end)]


def test_readings_of_a_leap_day_are_held_to_the_months_last_day() -> None:
    view = seen(course_with(date(2028, 2, 29)), date(2028, 3, 1))
    assert [reading.on.day for reading in view.readings] == [29, 29, 29, 29, 29, 29, 28]


def test_pauses_stand_with_reason_and_the_open_one_without_an_end() -> None:
    pauses = (
        Pause(uid(1), date(2026, 8, 20), date(2026, 9, 5), PauseReason.HOSPITAL),
        Pause(uid(2), date(2026, 11, 1), None, PauseReason.PRISON),
    )
    view = seen(course_with(pauses=pauses))
    assert [(pause.end, pause.reason) for pause in view.pauses] == [(date(2026, 9, 5), "Hospital"), (None, "Prison")]


def test_a_pause_moves_no_planned_date() -> None:
    pauses = (Pause(uid(1), date(2026, 8, 20), date(2026, 9, 5), PauseReason.HOSPITAL),)
    assert edges(seen(course_with(pauses=pauses)))[1:] == edges(seen(course_with()))[1:]


def test_a_replan_moves_what_comes_and_shows_where_it_was() -> None:
    view = seen(course_with(replans=(Replan(uid(1), date(2026, 9, 1), date(2026, 9, 1), 42),)), date(2026, 9, 2))
    moved = view.transitions[0]
    assert (moved.first_planned, moved.planned) == (date(2026, 11, 2), date(2026, 12, 14))


def test_without_a_replan_nothing_stands_where_it_was_before() -> None:
    assert [move.first_planned for move in seen(course_with()).transitions] == [None, None]


def test_a_phase_goes_on_until_the_next_is_recorded() -> None:
    assert edges(seen(course_with()))[0] == (date(2026, 7, 2), TODAY + timedelta(days=1))


def test_a_course_over_its_time_is_still_in_the_phase_that_was_recorded() -> None:
    view = seen(course_with(), date(2027, 9, 1))
    assert edges(view) == [(date(2026, 7, 2), date(2027, 7, 2))]
    assert timeline_summary(view, Texts("en")).startswith("Phase 1, day 427.")


def test_a_recorded_transition_moves_no_later_one() -> None:
    moved = Transition(uid(1), Phase.TWO, date(2026, 11, 9))
    view = seen(course_with(transitions=(moved,)))
    assert edges(view)[:2] == [(date(2026, 7, 2), date(2026, 11, 9)), (date(2026, 11, 9), date(2027, 3, 2))]


def test_a_phase_that_was_passed_over_has_no_days() -> None:
    moved = Transition(uid(1), Phase.THREE, date(2026, 10, 1))
    assert edges(seen(course_with(transitions=(moved,)))) == [
        (date(2026, 7, 2), date(2026, 10, 1)),
        (date(2026, 10, 1), date(2027, 7, 2)),
    ]


def test_an_early_end_is_seen_the_same_long_after() -> None:
    course = course_with(closings=ended(date(2026, 9, 10)))
    then, later = seen(course, date(2026, 9, 11)), seen(course, date(2028, 1, 1))
    assert (then.phases, then.readings) == (later.phases, later.readings)


def test_an_ended_course_has_no_today_and_says_why_it_ended() -> None:
    view = seen(course_with(closings=ended(date(2026, 9, 10))))
    assert view.today is None
    assert [closing.reason for closing in view.closings] == ["We lost contact, or the citizen moved"]


def test_a_reopened_course_goes_on_with_its_end_in_the_trace() -> None:
    view = seen(course_with(closings=ended(date(2026, 9, 10), date(2026, 11, 1))))
    assert (view.today, view.closings[0].reopened, view.closing) == (TODAY, date(2026, 11, 1), None)


def test_a_citizen_who_never_started_has_an_orientation_that_ended() -> None:
    view = seen(course_with(None, closings=ended(date(2026, 7, 1))), date(2027, 1, 1))
    assert [(phase.kind, phase.end) for phase in view.phases] == [(PhaseKind.ORIENTATION, date(2026, 7, 2))]


def test_readings_are_done_passed_due_or_to_come() -> None:
    done = finished(5, date(2026, 7, 3), Occasion.M00)
    view = seen(replace(course_with(), submissions=(done,)))
    states = [reading.state for reading in view.readings]
    assert states[:4] == [ReadingState.DONE, ReadingState.PASSED, ReadingState.DUE, ReadingState.COMING]


def test_eleven_readings_stand_in_order_each_with_its_own_key() -> None:
    extra = [finished(10 + n, date(2026, 8, 1) + timedelta(days=3 * n), Occasion.EXTRA) for n in range(4)]
    view = seen(replace(course_with(), submissions=tuple(extra)))
    days = [reading.on for reading in view.readings]
    assert (len(days), len({reading.key for reading in view.readings})) == (11, 11)
    assert days == sorted(days)


def test_only_contact_with_the_citizen_that_took_place_is_a_tick() -> None:
    held = make_contact(1)
    others = (
        make_contact(2, state=ContactState.DID_NOT_COME),
        make_contact(3, party=Party.NETWORK),
        make_contact(4, TODAY + timedelta(days=7), state=ContactState.PLANNED),
    )
    assert [tick.key for tick in seen(replace(course_with(), contacts=(held, *others))).contacts] == [held.id]


def test_a_milestone_says_its_kind_and_words() -> None:
    milestone = Milestone(uid(6), date(2026, 9, 14), MilestoneKind.MOVED, "egen bolig")
    assert seen(replace(course_with(), milestones=(milestone,))).milestones[0].words == "Moved: egen bolig"


def test_three_hundred_contacts_can_be_drawn_and_reached() -> None:
    contacts = tuple(make_contact(n, TODAY - timedelta(days=n % 140)) for n in range(300))
    view = seen(replace(course_with(), contacts=contacts))
    drawing = draw_timeline(view, 900, Texts("en"), lambda words, size, bold: len(words) * size * 0.55)
    assert sum(mark.id.startswith("week:") for mark in drawing.marks) == 21


def test_a_reading_under_way_is_not_told_as_one_to_be_made() -> None:
    begun = Submission(uid(7), SubmissionKind.READING, date(2026, 11, 18), Occasion.M06)
    course = replace(course_with(date(2026, 6, 1)), submissions=(begun,))
    reading = next(one for one in seen(course).readings if one.key == "plan:m06")
    assert reading.state is ReadingState.UNDER_WAY
    told = reading_sentence(reading, Texts("da"))
    assert told.endswith("en måling er i gang, begyndt 18. november 2026")
