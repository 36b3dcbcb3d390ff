"""Invented citizens: every state, nothing that two seeds share, nothing a colleague would not write."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from itertools import combinations

import pytest

from exit_desktop.domain.answers import AnswerSource
from exit_desktop.domain.calendar import CourseState, Phase
from exit_desktop.domain.contacts import ContactState, is_with_citizen
from exit_desktop.domain.courses import Course
from exit_desktop.domain.due import DueKind, due_items
from exit_desktop.domain.forms import FORM_KINDS
from exit_desktop.domain.plans import FocusArea
from exit_desktop.domain.submissions import SubmissionKind, finished_readings
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.instruments.validating import validate
from exit_desktop.services.invention.citizens import invent_citizens
from exit_desktop.services.invention.frames import SHARES
from exit_desktop.services.invention.material import practice_material
from exit_desktop.system.resources import resource_folder

TODAY = date(2026, 11, 23)
# Words for a thing or a place, which are no sentences.
_LABELS = {"with_whom", "actor", "role", "place_words", "responsible_actor", "who_came", "knows", "alias"}
_SHAMING = re.compile(r"misbruger|luder|prostitu|junkie|narkoman|alkoholiker|offer\b|skyldig|dum |doven|løgn|svigt")


@pytest.fixture(scope="module")
def dozen() -> tuple[Course, ...]:
    return tuple(invent_citizens(12, 7, TODAY))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts(inner)
    elif is_dataclass(value):
        for one in fields(value):
            if one.name not in _LABELS:
                yield from _texts(getattr(value, one.name))


def _sentences(seed: int) -> set[str]:
    written = (text for course in invent_citizens(12, seed, TODAY) for text in _texts(course) if " " in text)
    parts = (part for text in written for part in re.split(r"[.!?\n]+", text))
    return {" ".join(re.findall(r"\w+", part.casefold())) for part in parts} - {""}


def test_two_seeds_share_no_sentence() -> None:
    told = [_sentences(seed) for seed in (0, 1, 2, 41, SHARES - 1)]
    assert [one & other for one, other in combinations(told, 2)] == [set()] * 10


def test_every_frame_has_several_sentences_for_every_seed() -> None:
    material = practice_material()
    short = [section for section in material.sections for frame in material.frames(section) if frame.size < 2 * SHARES]
    assert short == []


def test_no_two_combinations_of_a_list_read_alike() -> None:
    material = practice_material()
    frames = (frame for section in material.sections for frame in material.frames(section))
    assert all(len(set(choices)) == len(choices) for frame in frames for choices in frame.lists)


def test_the_same_seed_gives_the_same_citizens(dozen: tuple[Course, ...]) -> None:
    assert tuple(invent_citizens(12, 7, TODAY)) == dozen


def test_every_state_is_there(dozen: tuple[Course, ...]) -> None:
    assert {course.state for course in dozen} == set(CourseState)
    assert {course.phase for course in dozen} == set(Phase)
    assert any(course.anonymous for course in dozen)
    assert any(course.calendar.replans for course in dozen)
    assert any(course.calendar.phase_months == 3 for course in dozen)
    assert any(closing.reopened_on for course in dozen for closing in course.calendar.closings)
    assert any(course.citizen.language == "en" for course in dozen)


def test_one_reading_and_one_form_stopped_half_way(dozen: tuple[Course, ...]) -> None:
    drafts = [s for course in dozen for s in course.submissions if s.finished_on is None]
    assert [draft.kind for draft in drafts] == [SubmissionKind.READING, SubmissionKind.ONGOING_FORM]
    assert [len({answer.question for answer in draft.answers}) for draft in drafts] == [6, 6]


def test_forms_say_what_the_story_is_about_and_where_it_was_known_from(dozen: tuple[Course, ...]) -> None:
    forms = [form for course in dozen for form in course.submissions if form.kind in FORM_KINDS and form.finished_on]
    assert {form.kind for form in forms} == set(FORM_KINDS)
    assert {answer.source for form in forms for answer in form.answers} == set(AnswerSource)
    for course in dozen:
        debts = [a.value for form in course.submissions for a in form.answers if a.question == "has_debt"]
        finances = any(focus.area is FocusArea.FINANCES for plan in course.plans for focus in plan.focuses)
        assert all(debts) or not finances


def test_some_forms_are_still_to_be_made(dozen: tuple[Course, ...]) -> None:
    courses = (*dozen, *invent_citizens(12, 3, TODAY))
    assert any(due.kind is DueKind.FORM and due.on <= TODAY <= due.until for c in courses for due in due_items(c))


def test_nothing_but_appointments_lies_ahead(dozen: tuple[Course, ...]) -> None:
    ahead = [contact for course in dozen for contact in course.contacts if contact.on > TODAY]
    assert {contact.state for contact in ahead} == {ContactState.PLANNED}


def test_nothing_happens_on_a_weekend(dozen: tuple[Course, ...]) -> None:
    assert all(contact.on.weekday() < 5 for course in dozen for contact in course.contacts)


def test_contact_grows_rarer_with_the_phases() -> None:
    nearly_done = list(invent_citizens(72, 3, TODAY))[5::12]
    early = late = 0
    for course in nearly_done:
        start = course.calendar.start or TODAY
        held = [(contact.on - start).days for contact in course.contacts if is_with_citizen(contact)]
        early += sum(1 for day in held if 0 <= day < 100)
        late += sum(1 for day in held if 250 <= day < 350)
    assert early > 2 * late


def test_most_of_those_near_the_end_have_come_further() -> None:
    better = 0
    for course in list(invent_citizens(120, 11, TODAY))[5::12]:
        readings = finished_readings(course.submissions)
        sums = [
            sum(a.value for a in r.answers if isinstance(a.value, int) and a.instrument == "who5") for r in readings
        ]
        better += sums[-1] > sums[0]
    assert better >= 7


def test_every_answer_is_one_that_its_question_allows(dozen: tuple[Course, ...]) -> None:
    catalogue = Catalogue(resource_folder("instruments"))
    for course in dozen:
        for answer in (answer for submission in course.submissions for answer in submission.answers):
            assert validate(catalogue.get(answer.instrument, answer.version), answer) == answer


def test_the_words_shame_nobody_and_name_no_number() -> None:
    written = [text for course in invent_citizens(60, 19, TODAY) for text in _texts(course) if " " in text]
    assert [text for text in written if _SHAMING.search(text.casefold())] == []
    assert [text for text in written if re.search(r"\d{6}", text)] == []


def test_a_big_practice_has_as_many_different_aliases() -> None:
    assert len({course.citizen.alias.casefold() for course in invent_citizens(300, 1, TODAY)}) == 300


def test_registrations_are_there_for_those_that_started(dozen: tuple[Course, ...]) -> None:
    kinds = [{s.kind for s in course.submissions} for course in dozen if course.calendar.start]
    assert all(SubmissionKind.REGISTRATION in kind for kind in kinds)
