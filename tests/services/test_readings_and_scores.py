"""Readings: stop and go on, finish, correct with a trace; scores count what the method counts."""

from dataclasses import replace
from datetime import date

import pytest

from exit_desktop.domain.answers import Answer, AnswerState, Respondent, Value
from exit_desktop.domain.calendar import Occasion
from exit_desktop.domain.courses import Course
from exit_desktop.domain.scoring import ChangeClass
from exit_desktop.domain.submissions import MadeBy, answers_to
from exit_desktop.errors import AnswerFault
from exit_desktop.services import courses, readings
from exit_desktop.services.desk import Desk
from exit_desktop.services.scores import read_scores

AREAS = (
    "motivation", "self_care", "money", "network", "substance",
    "physical_health", "mental_health", "time_use", "housing", "offending",
)  # fmt: skip
ITEMS = ("cheerful", "calm", "active", "rested", "interested")
START = date(2026, 7, 2)


def _answer(instrument: str, question: str, value: Value, who: Respondent = Respondent.CITIZEN) -> Answer:
    return Answer(instrument=instrument, version=1, question=question, value=value, respondent=who)


@pytest.fixture
def course(desk: Desk) -> Course:
    """A course that began on 2 July."""
    return courses.start_course(desk, courses.register_citizen(desk, "Rav"), START)


def _reading(desk: Desk, course: Course, on: date, area: int, item: int) -> tuple[Course, str]:
    course, key = readings.begin_reading(desk, course, on)
    stars = [_answer("life_situation", name, area) for name in AREAS]
    course = readings.save_answers(desk, course, key, stars)
    course = readings.save_answers(desk, course, key, [_answer("who5", name, item) for name in ITEMS])
    return readings.finish_reading(desk, course, key), key


def test_a_reading_is_for_the_nearest_occasion(desk: Desk, course: Course) -> None:
    course, key = readings.begin_reading(desk, course, date(2026, 8, 30))
    assert readings.find_submission(course, key).occasion is Occasion.M02


def test_a_reading_stops_half_way_and_goes_on_another_day(desk: Desk, course: Course) -> None:
    course, key = readings.begin_reading(desk, course, START)
    course = readings.save_answers(desk, course, key, [_answer("life_situation", "money", 4)])
    again = courses.load_course(desk, course.id)
    draft = readings.draft_reading(again)
    assert draft is not None
    assert answers_to(draft, "life_situation")["money"].value == 4
    assert read_scores(desk.catalogue, again).stars == ()


def test_finishing_writes_down_what_was_not_asked(desk: Desk, course: Course) -> None:
    course, key = _reading(desk, course, START, 4, 2)
    selling = answers_to(readings.find_submission(course, key), "selling")
    assert {answer.state for answer in selling.values()} == {AnswerState.NOT_ASKED}


def test_an_impossible_answer_writes_nothing(desk: Desk, course: Course) -> None:
    course, key = readings.begin_reading(desk, course, START)
    with pytest.raises(AnswerFault):
        readings.save_answers(desk, course, key, [_answer("life_situation", "money", 11)])
    assert courses.load_course(desk, course.id) == course


def test_a_corrected_score_keeps_a_trace(desk: Desk, course: Course) -> None:
    course, key = _reading(desk, course, START, 4, 2)
    course = readings.save_answers(desk, course, key, [_answer("life_situation", "money", 6)], "hørt forkert")
    answer = answers_to(readings.find_submission(course, key), "life_situation")["money"]
    assert (answer.value, answer.earlier[0].value, answer.earlier[0].reason) == (6, 4, "hørt forkert")


@pytest.mark.parametrize(
    ("later", "change"), [(4, ChangeClass.NO_CHANGE), (5, ChangeClass.MODERATE), (6, ChangeClass.SUBSTANTIAL)]
)
def test_change_is_counted_from_the_start_reading(desk: Desk, course: Course, later: int, change: ChangeClass) -> None:
    course, _ = _reading(desk, course, START, 4, 2)
    course, _ = _reading(desk, course, date(2026, 9, 2), later, 3)
    scores = read_scores(desk.catalogue, course)
    assert (scores.rise, scores.change) == (10 * (later - 4), change)
    assert [w.index for w in scores.wellbeing] == [40, 60]


def test_the_newest_of_two_readings_for_one_occasion_counts(desk: Desk, course: Course) -> None:
    course, _ = _reading(desk, course, START, 4, 2)
    course, _ = _reading(desk, course, date(2026, 7, 9), 5, 3)
    scores = read_scores(desk.catalogue, course)
    assert [star.total for star in scores.stars] == [50]


def test_a_newer_star_without_who5_does_not_hide_the_older_who5(desk: Desk, course: Course) -> None:
    course, _ = _reading(desk, course, START, 4, 2)
    course, key = readings.begin_reading(desk, course, date(2026, 7, 9))
    course = readings.save_answers(desk, course, key, [_answer("life_situation", name, 5) for name in AREAS])
    scores = read_scores(desk.catalogue, readings.finish_reading(desk, course, key))
    assert (scores.stars[0].total, scores.wellbeing[0].index) == (50, 40)


def test_the_workers_score_is_shown_and_not_counted(desk: Desk, course: Course) -> None:
    course, key = _reading(desk, course, START, 4, 2)
    mine = _answer("life_situation", "money", 9, Respondent.WORKER)
    course = readings.save_answers(desk, course, key, [mine], "min egen vurdering")
    star = read_scores(desk.catalogue, course).stars[0]
    assert (star.values["money"], star.workers["money"], star.total) == (4, 9, 40)


def test_a_reading_by_the_worker_alone_is_left_out(desk: Desk, course: Course) -> None:
    course, key = _reading(desk, course, START, 4, 2)
    alone = replace(readings.find_submission(course, key), made_by=MadeBy.WORKER_ALONE)
    course = readings.change_reading(desk, course, key, alone)
    assert read_scores(desk.catalogue, course).stars == ()


def test_four_of_five_answers_give_no_score(desk: Desk, course: Course) -> None:
    course, key = readings.begin_reading(desk, course, START)
    course = readings.save_answers(desk, course, key, [_answer("who5", name, 3) for name in ITEMS[:4]])
    scores = read_scores(desk.catalogue, readings.finish_reading(desk, course, key))
    assert scores.wellbeing[0].index is None
