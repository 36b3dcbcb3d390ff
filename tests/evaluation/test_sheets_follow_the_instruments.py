"""What is counted has the keys, options and respondents of the instrument files."""

import pytest

from exit_desktop.domain.answers import AnswerState
from exit_desktop.evaluation.codes import MISSING_FROM, NO_ROW, NOT_KNOWN, Field, Measure, Shape, Sheet, has_answer
from exit_desktop.evaluation.sheets import ENQUIRY, REGISTRATION, SHEETS, STATUS, WHO5
from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.instruments.definition import Kind, Question
from exit_desktop.system.resources import resource_folder

INSTRUMENTS = {
    "registration": SHEETS[Measure.REGISTRATION],
    "life_situation": SHEETS[Measure.STAR],
    "who5": SHEETS[Measure.WHO5],
    "selling": SHEETS[Measure.SELLING],
    "start_form": SHEETS[Measure.STATUS],
    "ongoing_form": SHEETS[Measure.ONGOING],
    "closing_form": SHEETS[Measure.CLOSING],
    "not_started": ENQUIRY,
}
SHAPES = {
    Kind.SINGLE: Shape.SINGLE,
    Kind.NUMBER: Shape.SINGLE,
    Kind.MULTIPLE: Shape.SEVERAL,
    Kind.YES_NO: Shape.YES_NO,
    Kind.SCALE: Shape.SCALE,
}


def check(field: Field, question: Question | None, sheet: Sheet) -> None:
    assert question is not None, field.key
    assert SHAPES[question.kind] is field.shape
    assert question.asked_of is sheet.respondent
    folds = {o.key: o.reports_as for o in question.options if o.reports_as}
    assert dict(field.folds) == {key: "" if to == "missing" else to for key, to in folds.items()}
    kept = {band.key for band in question.bands} | {o.key for o in question.options if o.key not in folds}
    assert set(field.options) == (kept if field.shape in (Shape.SINGLE, Shape.SEVERAL) else set())


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_counted_question_is_one_of_its_instrument(name: str) -> None:
    instrument = Catalogue(resource_folder("instruments")).get(name)
    for field in INSTRUMENTS[name].fields:
        check(field, instrument.question(field.key), INSTRUMENTS[name])


def test_the_status_block_is_asked_in_the_ongoing_form_too() -> None:
    instrument = Catalogue(resource_folder("instruments")).get("ongoing_form")
    for field in STATUS.fields:
        check(field, instrument.question(field.key), STATUS)


def test_a_missing_answer_is_no_number() -> None:
    codes = WHO5.pack({"cheerful": (AnswerState.ANSWERED, 0), "calm": (AnswerState.DONT_KNOW, None)})
    assert codes[0] == 0
    assert all(code >= MISSING_FROM for code in codes[1:])
    assert codes[2] == NO_ROW
    assert has_answer(codes)


def test_an_option_that_is_not_known_here_is_missing() -> None:
    gender = REGISTRATION.field("gender")
    assert gender.code(AnswerState.ANSWERED, "from_a_later_version") == bytes([NOT_KNOWN])
    assert gender.code(AnswerState.ANSWERED, "undisclosed") == bytes([NOT_KNOWN])


def test_none_of_these_is_an_answer() -> None:
    payment = REGISTRATION.field("payment")
    codes = payment.code(AnswerState.ANSWERED, ("none",))
    assert sum(codes) == 1
    assert len(codes) == payment.width
