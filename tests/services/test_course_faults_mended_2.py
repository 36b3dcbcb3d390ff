"""More of what once went wrong: dates without bounds, ends that ignore re-plans, repeats with yesterday's note."""

from dataclasses import replace
from datetime import date

import pytest

from exit_desktop.domain import steps
from exit_desktop.domain.calendar import Closing, ClosingKind, ClosingReason, PauseReason, Replan
from exit_desktop.domain.citizens import alias_key, tidy_alias
from exit_desktop.domain.contacts import ContactState, Minutes, WorkKind
from exit_desktop.domain.courses import Course
from exit_desktop.errors import AliasEmpty, DateNotPossible, NotPossibleNow
from exit_desktop.services import contacts, courses, readings
from exit_desktop.services.desk import Desk
from exit_desktop.services.giveaway import find_giveaways
from exit_desktop.services.name_guard import check_text, guard_words
from support.courses import TODAY, make_contact, make_course, uid

IN_PHASE_THREE = (date(2026, 2, 2), date(2026, 6, 2))
FAR = date(9999, 12, 30)


def _open(desk: Desk) -> Course:
    return courses.start_course(desk, courses.register_citizen(desk, "Rav"), date(2026, 7, 2))


def _in_phase_three() -> Course:
    course = make_course(start=date(2025, 10, 30))
    for number, on in enumerate(IN_PHASE_THREE):
        course = steps.record_transition(course, uid(30 + number), on)
    return course


def test_an_end_before_the_replanned_end_is_early() -> None:
    moved = steps.replan_course(_in_phase_three(), Replan(uid(7), TODAY, date(2026, 7, 1), 90))
    assert steps.planned_closing_kind(_in_phase_three(), date(2026, 10, 15)) is ClosingKind.FULL
    assert steps.planned_closing_kind(moved, date(2026, 10, 15)) is ClosingKind.EARLY


@pytest.mark.parametrize("on", [FAR, date(206, 9, 3)])
def test_a_contact_on_an_impossible_day_is_refused(desk: Desk, on: date) -> None:
    course = _open(desk)
    with pytest.raises(DateNotPossible):
        contacts.record_contact(desk, course, make_contact(5, on, state=ContactState.PLANNED))


def test_a_replan_of_a_thousand_years_is_refused() -> None:
    with pytest.raises(DateNotPossible):
        steps.replan_course(make_course(), Replan(uid(7), TODAY, TODAY, 10_000_000))


def test_a_course_does_not_start_in_the_year_9999() -> None:
    with pytest.raises(DateNotPossible):
        steps.start_course(make_course(start=None), FAR)


def test_a_course_does_not_end_before_its_last_step() -> None:
    paused = steps.pause_course(make_course(), uid(6), date(2026, 10, 1), PauseReason.ABROAD)
    closing = Closing(uid(5), date(2026, 9, 1), ClosingKind.EARLY, ClosingReason.OTHER)
    with pytest.raises(DateNotPossible):
        steps.close_course(paused, closing)


def test_a_start_is_not_corrected_to_after_a_transition() -> None:
    with pytest.raises(DateNotPossible):
        steps.correct_start(_in_phase_three(), uid(8), date(2026, 3, 1), "", TODAY)


def test_a_second_reading_is_not_begun_beside_an_open_one(desk: Desk) -> None:
    course, first = readings.begin_reading(desk, _open(desk), TODAY)
    course, second = readings.begin_reading(desk, course, TODAY)
    assert (first == second, len(course.submissions)) == (True, 1)


def test_weekly_repeats_take_no_note_and_no_minutes_along(desk: Desk) -> None:
    planned = replace(make_contact(5, TODAY), state=ContactState.PLANNED)
    course = contacts.repeat_weekly(desk, _open(desk), planned, 3)
    assert [(c.note, c.minutes) for c in course.contacts[1:]] == [("", ()), ("", ())]


def test_a_contact_that_was_held_is_not_repeated(desk: Desk) -> None:
    with pytest.raises(NotPossibleNow):
        contacts.repeat_weekly(desk, _open(desk), make_contact(5, TODAY), 3)


def test_minutes_of_one_kind_said_twice_are_added(desk: Desk) -> None:
    twice = (Minutes(WorkKind.TRANSPORT, 20), Minutes(WorkKind.TRANSPORT, 25))
    course = contacts.record_contact(desk, _open(desk), make_contact(5, minutes=twice))
    assert course.contacts[0].minutes == (Minutes(WorkKind.TRANSPORT, 45),)


def test_a_half_character_in_a_note_is_no_reason_to_stop(desk: Desk) -> None:
    course = contacts.record_contact(desk, _open(desk), make_contact(5, note="før\ud83defter"))
    assert course.contacts[0].note == "før\ufffdefter"


@pytest.mark.parametrize("alias", ["\u200b", "\u202e", "\u200d\ufe0f", "\ud83d"])
def test_an_alias_that_nobody_can_see_is_refused(desk: Desk, alias: str) -> None:
    with pytest.raises(AliasEmpty):
        courses.register_citizen(desk, alias)


@pytest.mark.parametrize(("one", "other"), [("Mågen", "M\u200bågen"), ("👍", "👍\ufe0f"), ("Ｒav", "rav")])
def test_aliases_that_look_the_same_are_the_same(one: str, other: str) -> None:
    assert alias_key(tidy_alias(one)) == alias_key(tidy_alias(other))


@pytest.mark.parametrize("text", ["Jens' bil", "Anna-Marie kom", "d'Anna", "O’Hara ringede"])
def test_a_guarded_word_is_seen_beside_a_quote_or_a_hyphen(desk: Desk, text: str) -> None:
    guard_words(desk, "Jens Anna O'Hara")
    assert len(check_text(desk, text)) == 1


def test_a_date_is_not_told_as_a_phone_number(desk: Desk) -> None:
    assert check_text(desk, "mødt 2026-11-23") == ()


def test_a_give_away_word_may_end_in_a_sign() -> None:
    assert find_giveaways([("a", "hun lærer c++ nu")], ["c++"])[0].words == ("c++",)
