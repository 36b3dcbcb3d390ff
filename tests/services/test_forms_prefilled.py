"""A form under way: begun with what is known, confirmed or changed, finished, corrected."""

from dataclasses import replace
from datetime import date

import pytest

from exit_desktop.domain.answers import Answer, AnswerSource, AnswerState, Respondent, Value
from exit_desktop.domain.calendar import Occasion
from exit_desktop.domain.courses import Course
from exit_desktop.domain.due import DueKind, due_items
from exit_desktop.domain.forms import form_wanted
from exit_desktop.domain.submissions import Submission, SubmissionKind
from exit_desktop.errors import NotPossibleNow
from exit_desktop.services.courses import load_course
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.services.forms import begin_form, confirm_answer, confirm_rest
from exit_desktop.services.prefill import prefill, unconfirmed
from exit_desktop.services.readings import (
    change_reading,
    discard_reading,
    earlier_note,
    find_submission,
    finish_reading,
    save_answers,
)
from support.courses import make_course, make_plan
from support.forms import FORM_DAY, answer, met

ONGOING, START = SubmissionKind.ONGOING_FORM, SubmissionKind.START_FORM


@pytest.fixture
def course(desk: Desk) -> Course:
    """A course with eight meetings before the form, a plan, and a start form that says a few things."""
    made = replace(met(make_course(), 8), plans=(make_plan(),))
    known = commit_course(desk, None, made, "citizen")
    begun, form = begin_form(desk, known, START, date(2026, 7, 2))
    said = [
        answer("has_debt", True, START),
        answer("debt_to_bank", True, START),
        answer("misuse", False, START),
        replace(answer("partner", None, START), state=AnswerState.WONT_SAY),
        replace(answer("services_now", ("other",), START), note="Et værested"),
    ]
    return finish_reading(desk, save_answers(desk, begun, form, said), form)


@pytest.fixture
def form(desk: Desk, course: Course) -> tuple[Course, str]:
    """An ongoing form that was just begun."""
    return begin_form(desk, course, ONGOING, FORM_DAY)


def given(course: Course, form_id: str, question: str) -> Answer | None:
    return next((a for a in find_submission(course, form_id).answers if a.question == question), None)


def proposed(desk: Desk, course: Course, form_id: str) -> dict[str, Value]:
    return {key: one.value for key, one in prefill(desk.catalogue, course, find_submission(course, form_id)).items()}


def test_a_form_is_begun_for_the_occasion_nearest_to_its_date(form: tuple[Course, str]) -> None:
    begun = find_submission(*form)
    assert (begun.kind, begun.occasion, begun.finished_on) == (ONGOING, Occasion.M02, None)


def test_one_of_each_kind_can_be_under_way(desk: Desk, form: tuple[Course, str]) -> None:
    course, first = form
    assert begin_form(desk, course, ONGOING, date(2026, 9, 9))[1] == first
    other, second = begin_form(desk, course, SubmissionKind.CLOSING_FORM, date(2026, 9, 9))
    assert (second != first, find_submission(other, second).occasion) == (True, Occasion.END)


def test_a_reading_is_not_begun_as_a_form(desk: Desk, course: Course) -> None:
    with pytest.raises(NotPossibleNow):
        begin_form(desk, course, SubmissionKind.READING, FORM_DAY)


def test_nothing_but_the_phase_is_stored_before_the_worker_says_so(form: tuple[Course, str]) -> None:
    assert [(a.question, a.value, a.source) for a in find_submission(*form).answers] == [
        ("phase", 1, AnswerSource.CONFIRMED)
    ]


def test_a_phase_that_the_worker_changed_stays_when_the_date_does_not(desk: Desk, form: tuple[Course, str]) -> None:
    course, key = form
    changed = save_answers(desk, course, key, (answer("phase", 2),))
    moved = change_reading(desk, changed, key, replace(find_submission(changed, key), held_on=date(2026, 9, 4)))
    kept = given(moved, key, "phase")
    assert kept is not None
    assert (kept.value, kept.source, kept.computed) == (2, AnswerSource.CHANGED, 1)


def moved_to(desk: Desk, course: Course, form_id: str, on: date) -> Course:
    return change_reading(desk, course, form_id, replace(find_submission(course, form_id), held_on=on))


def test_on_another_date_a_yes_to_what_is_proposed_no_more_is_none(desk: Desk, form: tuple[Course, str]) -> None:
    course = moved_to(desk, confirm_rest(desk, *form), form[1], date(2026, 12, 20))
    assert given(course, form[1], "meetings_frequency") is None
    still = given(course, form[1], "has_debt")
    assert still is not None
    assert still.source is AnswerSource.CONFIRMED
    for row in find_submission(course, form[1]).answers:
        assert row.source is not AnswerSource.CONFIRMED or row.value == proposed(desk, course, form[1])[row.question]


def test_on_another_date_what_was_changed_is_held_against_what_is_proposed_then(
    desk: Desk, form: tuple[Course, str]
) -> None:
    course = save_answers(desk, *form, (answer("meetings_frequency", "monthly"),))
    moved = moved_to(desk, course, form[1], date(2026, 12, 20))
    kept = given(moved, form[1], "meetings_frequency")
    assert kept is not None
    assert kept.computed == proposed(desk, moved, form[1])["meetings_frequency"] != "weekly"
    assert (kept.value, kept.source) == ("monthly", AnswerSource.CHANGED)


def test_a_note_stays_when_its_answer_is_asked_anew(desk: Desk, form: tuple[Course, str]) -> None:
    course = confirm_answer(desk, *form, "meetings_frequency")
    said = given(course, form[1], "meetings_frequency")
    assert said is not None
    course = save_answers(desk, course, form[1], (replace(said, note="Mest på havnen"),))
    kept = given(moved_to(desk, course, form[1], date(2026, 12, 20)), form[1], "meetings_frequency")
    assert kept is not None
    assert (kept.note, kept.value, kept.state) == ("Mest på havnen", None, AnswerState.NOT_ASKED)


def test_a_confirmed_answer_keeps_what_was_counted(desk: Desk, form: tuple[Course, str]) -> None:
    course = confirm_answer(desk, *form, "meetings_frequency")
    kept = given(load_course(desk, course.id), form[1], "meetings_frequency")
    assert kept is not None
    assert (kept.value, kept.source, kept.computed) == ("weekly", AnswerSource.CONFIRMED, "weekly")


def test_a_changed_answer_keeps_both(desk: Desk, form: tuple[Course, str]) -> None:
    course = save_answers(desk, *form, (answer("meetings_frequency", "monthly"),))
    kept = given(load_course(desk, course.id), form[1], "meetings_frequency")
    assert kept is not None
    assert (kept.value, kept.source, kept.computed) == ("monthly", AnswerSource.CHANGED, "weekly")


def test_choosing_what_was_proposed_confirms_it(desk: Desk, form: tuple[Course, str]) -> None:
    kept = given(save_answers(desk, *form, (answer("meetings_frequency", "weekly"),)), form[1], "meetings_frequency")
    assert kept is not None
    assert kept.source is AnswerSource.CONFIRMED


def test_a_question_with_nothing_to_go_by_is_typed(desk: Desk, form: tuple[Course, str]) -> None:
    kept = given(save_answers(desk, *form, (answer("needs_met", "high"),)), form[1], "needs_met")
    assert kept is not None
    assert (kept.source, kept.computed) == (AnswerSource.TYPED, None)


def test_start_answers_come_along_but_not_what_was_missing(desk: Desk, form: tuple[Course, str]) -> None:
    found = proposed(desk, *form)
    assert (found["has_debt"], found["debt_to_bank"], found["services_now"]) == (True, True, ("other",))
    assert "partner" not in found
    assert "need_met_finances" not in found


def test_later_forms_go_by_the_newest_finished_one(desk: Desk, form: tuple[Course, str]) -> None:
    course = finish_reading(desk, save_answers(desk, *form, (answer("has_debt", False),)), form[1])
    later, key = begin_form(desk, course, ONGOING, date(2026, 11, 3))
    assert proposed(desk, later, key)["has_debt"] is False
    assert "debt_to_bank" not in proposed(desk, later, key)


def test_a_form_that_is_only_begun_is_no_source(desk: Desk, form: tuple[Course, str]) -> None:
    course = save_answers(desk, *form, (answer("has_debt", False),))
    closing, key = begin_form(desk, course, SubmissionKind.CLOSING_FORM, date(2026, 11, 3))
    assert proposed(desk, closing, key)["has_debt"] is True


def test_a_later_form_is_no_source_for_an_earlier_one(desk: Desk, course: Course) -> None:
    begun, key = begin_form(desk, course, ONGOING, date(2026, 6, 30))
    assert "has_debt" not in proposed(desk, begun, key)


def test_confirming_the_rest_also_answers_what_is_asked_because_of_it(desk: Desk, form: tuple[Course, str]) -> None:
    assert "debt_to_bank" not in unconfirmed(desk.catalogue, form[0], find_submission(*form))
    course = confirm_rest(desk, *form)
    kept = given(course, form[1], "debt_to_bank")
    assert kept is not None
    assert (kept.value, kept.source) == (True, AnswerSource.CONFIRMED)
    assert unconfirmed(desk.catalogue, course, find_submission(course, form[1])) == {}


def test_confirming_the_rest_leaves_what_was_answered(desk: Desk, form: tuple[Course, str]) -> None:
    course = save_answers(desk, *form, (answer("has_debt", False),))
    kept = given(confirm_rest(desk, course, form[1]), form[1], "has_debt")
    assert kept is not None
    assert kept.value is False


def test_what_is_not_confirmed_is_finished_as_not_asked(desk: Desk, form: tuple[Course, str]) -> None:
    kept = given(finish_reading(desk, *form), form[1], "meetings_frequency")
    assert kept is not None
    assert (kept.state, kept.value, kept.source, kept.respondent) == (
        AnswerState.NOT_ASKED,
        None,
        AnswerSource.TYPED,
        Respondent.WORKER,
    )


def test_a_finished_form_is_confirmed_no_more_but_corrected_with_a_trace(desk: Desk, form: tuple[Course, str]) -> None:
    course = finish_reading(desk, confirm_answer(desk, *form, "meetings_frequency"), form[1])
    with pytest.raises(NotPossibleNow):
        confirm_rest(desk, course, form[1])
    corrected = save_answers(desk, course, form[1], (answer("meetings_frequency", "less"),), "Talt forkert")
    kept = given(corrected, form[1], "meetings_frequency")
    assert kept is not None
    assert (kept.value, kept.source, kept.computed) == ("less", AnswerSource.CHANGED, "weekly")
    assert [(e.value, e.reason) for e in kept.earlier] == [("weekly", "Talt forkert")]


def test_a_finished_form_is_due_no_more(desk: Desk, form: tuple[Course, str]) -> None:
    def waiting(course: Course) -> set[str | None]:
        return {item.ref for item in due_items(course) if item.kind is DueKind.FORM}

    assert Occasion.M02 in waiting(form[0])
    assert Occasion.M02 not in waiting(finish_reading(desk, *form))


def test_a_form_under_way_can_be_discarded(desk: Desk, form: tuple[Course, str]) -> None:
    assert form[1] not in {s.id for s in discard_reading(desk, *form).submissions}


def test_the_note_of_one_form_stands_beside_the_question_of_the_next(desk: Desk, form: tuple[Course, str]) -> None:
    begun = find_submission(*form)
    assert earlier_note(form[0], begun, ONGOING.value, "services_now") == (date(2026, 7, 2), "Et værested")


@pytest.mark.parametrize(
    ("today", "kind"),
    [
        (date(2026, 7, 20), ONGOING),
        (date(2026, 9, 3), ONGOING),
        (date(2027, 6, 28), SubmissionKind.CLOSING_FORM),
    ],
)
def test_the_day_asks_for_its_form(course: Course, today: date, kind: SubmissionKind) -> None:
    assert form_wanted(course, today) is kind


def test_without_a_start_form_the_start_asks_for_it() -> None:
    assert form_wanted(make_course(), date(2026, 7, 20)) is START
    assert form_wanted(make_course(start=None), date(2026, 7, 20)) is START


def stored(course: Course) -> list[Submission]:
    return sorted(course.submissions, key=lambda s: s.id)


def test_a_form_is_the_same_after_it_was_read_again(desk: Desk, form: tuple[Course, str]) -> None:
    course = finish_reading(desk, confirm_rest(desk, *form), form[1])
    again = load_course(desk, course.id)
    assert [set(s.answers) for s in stored(again)] == [set(s.answers) for s in stored(course)]
