"""An enquiry that did not become a course is counted, leads to nobody, and holds no words."""

from dataclasses import replace
from datetime import date

import pytest

from exit_desktop.domain.answers import Answer, AnswerSource, AnswerState, Respondent
from exit_desktop.domain.calendar import ClosingReason
from exit_desktop.domain.courses import CameThrough, Course, Orientation
from exit_desktop.domain.not_started import Period, bounds_of
from exit_desktop.domain.steps import ended_unstarted
from exit_desktop.errors import AnswerFault, DateNotPossible, NotPossibleNow
from exit_desktop.services import courses, readings
from exit_desktop.services.desk import Desk
from exit_desktop.services.not_started import change_enquiry, known_from, list_enquiries, record_enquiry, remove_enquiry
from exit_desktop.vault.usage_log import read_log
from exit_desktop.vault.worker import WorkerDetails, save_worker
from support.courses import TODAY
from support.enquiries import HELPED_ON, about


@pytest.fixture
def ended(desk: Desk) -> Course:
    """An orientation that ended without a course, of somebody who was registered."""
    course = courses.register_citizen(desk, "Havet")
    course = courses.change_orientation(desk, course, Orientation(CameThrough.KC_PROSTITUTION))
    course, submission = readings.begin_registration(desk, course)
    known = {"gender": "man", "citizenship": "other"}
    answers = [Answer(instrument="registration", version=1, question=q, value=v) for q, v in known.items()]
    course = readings.save_answers(desk, course, submission, answers)
    return courses.close_course(desk, course, TODAY, ClosingReason.SUPPORTED_ELSEWHERE)


def values(answers: tuple[Answer, ...]) -> dict[str, object]:
    return {answer.question: answer.value for answer in answers}


def test_it_is_listed_with_the_worker_s_project(desk: Desk) -> None:
    with desk.vault.writing() as connection:
        save_worker(connection, WorkerDetails("K7", "Odense"))
    made = record_enquiry(desk, TODAY, HELPED_ON)
    assert list_enquiries(desk) == (made,)
    assert (made.on, made.project, made.helped_on) == (TODAY, "Odense", True)


def test_what_was_not_asked_is_said_to_be_so(desk: Desk) -> None:
    made = record_enquiry(desk, TODAY, (about("gender", "man"),))
    assert {a.question: a.state for a in made.answers} == {
        "heard_from": AnswerState.NOT_ASKED,
        "gender": AnswerState.ANSWERED,
        "citizenship": AnswerState.NOT_ASKED,
        "reason": AnswerState.NOT_ASKED,
        "referred_on": AnswerState.NOT_ASKED,
    }


def test_where_to_goes_with_the_yes_it_hung_on(desk: Desk) -> None:
    made = record_enquiry(desk, TODAY, (*HELPED_ON[:4], about("referred_on", False), HELPED_ON[5]))
    assert made.answer("referred_to") is None


@pytest.mark.parametrize(
    "answer",
    [
        about("reason", "moon"),
        about("alias", "Havet"),
        replace(about("gender", "man"), note="hun hedder Havet"),
        replace(about("gender", "man"), respondent=Respondent.CITIZEN),
    ],
)
def test_no_words_and_nothing_unknown_come_in(desk: Desk, answer: Answer) -> None:
    with pytest.raises(AnswerFault):
        record_enquiry(desk, TODAY, (answer,))
    assert list_enquiries(desk) == ()


def test_a_slip_of_the_pen_in_the_year_is_refused(desk: Desk) -> None:
    with pytest.raises(DateNotPossible):
        record_enquiry(desk, date(206, 1, 1), HELPED_ON)


def test_it_is_changed_and_its_revision_rises(desk: Desk) -> None:
    made = record_enquiry(desk, TODAY, HELPED_ON)
    changed = change_enquiry(desk, made.id, date(2026, 11, 2), (about("reason", "did_not_wish"),))
    assert list_enquiries(desk) == (changed,)
    assert (changed.on, changed.revision, changed.project) == (date(2026, 11, 2), 2, made.project)


def test_the_same_again_is_no_change(desk: Desk) -> None:
    made = record_enquiry(desk, TODAY, HELPED_ON)
    assert change_enquiry(desk, made.id, made.on, made.answers).revision == 1


def test_a_deleted_one_is_gone(desk: Desk) -> None:
    made = record_enquiry(desk, TODAY, HELPED_ON)
    remove_enquiry(desk, made)
    assert list_enquiries(desk) == ()
    with pytest.raises(NotPossibleNow):
        change_enquiry(desk, made.id, TODAY, HELPED_ON)


def test_the_log_tells_the_act_and_nothing_of_it(desk: Desk) -> None:
    remove_enquiry(desk, change_enquiry(desk, record_enquiry(desk, TODAY, ()).id, TODAY, HELPED_ON))
    with desk.vault.reading() as connection:
        lines = [(use.act, use.kind, use.course_uid) for use in read_log(connection, 3)]
    assert lines == [(act, "not_started", None) for act in ("deleted", "changed", "created")]


def test_periods_as_seen_from_the_day() -> None:
    assert bounds_of(Period.THIS_YEAR, TODAY) == (date(2026, 1, 1), date(2026, 12, 31))
    assert bounds_of(Period.TWELVE_MONTHS, TODAY) == (date(2025, 11, 24), TODAY)
    assert bounds_of(Period.LAST_YEAR, TODAY) == (date(2025, 1, 1), date(2025, 12, 31))


def test_a_period_shows_its_own_newest_first(desk: Desk) -> None:
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 11, 23)]
    for on in days:
        record_enquiry(desk, on, ())
    assert [one.on for one in list_enquiries(desk, Period.THIS_YEAR)] == [days[2], days[1]]


def test_an_ended_orientation_tells_what_is_known(desk: Desk, ended: Course) -> None:
    assert values(known_from(desk, ended)) == {
        "heard_from": "kc",
        "gender": "man",
        "citizenship": "other_or_unknown",
        "reason": "supported_elsewhere",
    }


def test_the_registration_goes_before_the_orientation(desk: Desk, ended: Course) -> None:
    told = Answer(instrument="registration", version=1, question="heard_from", value="job_centre")
    course = readings.save_answers(desk, ended, ended.submissions[0].id, (told,))
    assert values(known_from(desk, course))["heard_from"] == "job_centre"


def test_what_she_would_not_say_comes_along_as_that(desk: Desk, ended: Course) -> None:
    kept = Answer(instrument="registration", version=1, question="citizenship", state=AnswerState.WONT_SAY)
    course = readings.save_answers(desk, ended, ended.submissions[0].id, (kept,))
    found = next(answer for answer in known_from(desk, course) if answer.question == "citizenship")
    assert (found.state, found.value) == (AnswerState.WONT_SAY, None)


def test_a_confirmed_answer_and_a_changed_one_say_so(desk: Desk, ended: Course) -> None:
    known = {answer.question: answer for answer in known_from(desk, ended)}
    known["reason"] = replace(known["reason"], value="did_not_wish")
    made = record_enquiry(desk, TODAY, known.values())
    told = {a.question: (a.source, a.computed) for a in made.answers if a.question in ("gender", "reason")}
    assert told == {
        "gender": (AnswerSource.CONFIRMED, "man"),
        "reason": (AnswerSource.CHANGED, "supported_elsewhere"),
    }


def test_nothing_of_the_citizen_stands_in_it(desk: Desk, ended: Course) -> None:
    made = record_enquiry(desk, TODAY, known_from(desk, ended))
    parts = (ended.id, ended.citizen.id, ended.wire_id, ended.wire_code, ended.citizen.alias)
    assert [part for part in parts if part in str(made)] == []


def test_only_a_course_that_never_began_is_asked_about(desk: Desk, ended: Course) -> None:
    other = courses.register_citizen(desk, "Åen")
    begun = courses.start_course(desk, other, TODAY)
    closed = courses.close_course(desk, begun, TODAY, ClosingReason.OTHER)
    assert [ended_unstarted(one) for one in (ended, other, begun, closed)] == [True, False, False, False]
