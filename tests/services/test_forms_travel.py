"""Forms outside their vault: coded to a coordinator without hidden answers or words, whole in a dump."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from exit_desktop.domain.answers import AnswerSource
from exit_desktop.domain.courses import Course
from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.exchange.coded import CodedAnswer, code_course
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services.courses import load_course
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.services.dumps import dump_vault, load_dump
from exit_desktop.services.forms import begin_form, confirm_answer
from exit_desktop.services.readings import finish_reading, save_answers
from exit_desktop.services.vaults import NewVault
from exit_desktop.system.clock import Clock
from exit_desktop.system.resources import resource_folder
from support.courses import make_course
from support.forms import FORM_DAY, answer, met, minutes
from support.gates import before_end, closing_form

ONGOING = SubmissionKind.ONGOING_FORM


@pytest.fixture
def course(desk: Desk) -> Course:
    """A finished form with an answer that a later one hid, words, a confirmed number of hours and a changed answer."""
    known = commit_course(desk, None, met(make_course(), 8, minutes=minutes(45)), "citizen")
    begun, form = begin_form(desk, known, ONGOING, FORM_DAY)
    said = [
        answer("has_debt", True),
        answer("debt_to_bank", True),
        answer("plan_exists", False),
        answer("plan_exists_why_not", "Svarfugl"),
        replace(answer("services_now", ("other",)), note="Notefugl"),
        answer("meetings_frequency", "monthly"),
    ]
    answered = save_answers(desk, begun, form, said)
    hidden = save_answers(desk, answered, form, [answer("has_debt", False)])
    return finish_reading(desk, confirm_answer(desk, hidden, form, "hours_transport"), form)


def coded(desk: Desk, course: Course) -> dict[str, CodedAnswer]:
    (made,) = code_course(course, desk.catalogue, "K7", "Odense").submissions
    return {one.question: one for one in made.parts[0].answers}


def test_a_hidden_answer_does_not_leave(desk: Desk, course: Course) -> None:
    answers = coded(desk, course)
    assert answers["has_debt"].value is False
    assert "debt_to_bank" not in answers


def test_no_word_of_a_form_leaves_and_hours_leave_as_a_band(desk: Desk, course: Course) -> None:
    answers = coded(desk, course)
    assert "plan_exists_why_not" not in answers
    assert "fugl" not in repr(answers)
    assert answers["hours_transport"].value == "from_6_to_10"


def test_a_dump_carries_what_was_proposed_and_what_was_chosen(
    desk: Desk, course: Course, practice: NewVault, clock: Clock, tmp_path: Path
) -> None:
    dump_vault(desk, tmp_path / "x.jsonl")
    other = Desk(practice.vault, clock, "P1", Catalogue(resource_folder("instruments")))
    load_dump(other, tmp_path / "x.jsonl")
    (form,) = load_course(other, course.id).submissions
    kept = {one.question: one for one in form.answers}
    assert (kept["meetings_frequency"].value, kept["meetings_frequency"].computed) == ("monthly", "weekly")
    assert kept["meetings_frequency"].source is AnswerSource.CHANGED
    assert set(form.answers) == set(course.submissions[0].answers)


def test_the_services_at_the_end_travel_as_categories_and_nothing_else_does(desk: Desk) -> None:
    form = closing_form(58, date(2026, 11, 20), services_now=("other", "exercise"))
    noted = replace(form, answers=tuple(replace(one, note="Notefugl") for one in form.answers))
    without = replace(before_end(), submissions=())
    said = code_course(replace(without, submissions=(noted,)), desk.catalogue, "K7", "Odense")
    assert said.services_at_end == ("exercise", "other")
    assert "fugl" not in repr(said)
    assert replace(said, services_at_end=(), submissions=()) == code_course(without, desk.catalogue, "K7", "Odense")


@pytest.mark.parametrize(
    ("finished", "services"), [(False, ("exercise",)), (True, ("none",)), (True, ("Anna i Kanalgade",))]
)
def test_what_the_closing_form_does_not_say_for_good_does_not_travel(
    desk: Desk, finished: bool, services: tuple[str, ...]
) -> None:
    form = closing_form(58, date(2026, 11, 20), finished, services_now=services)
    course = replace(before_end(), submissions=(form,))
    assert code_course(course, desk.catalogue, "K7", "Odense").services_at_end == ()
