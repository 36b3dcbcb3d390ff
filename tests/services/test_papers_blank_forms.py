"""Blank forms on paper: every question with its keys, tables where they save room, nothing said to the wrong person."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from exit_desktop.domain.forms import FORM_KINDS
from exit_desktop.domain.submissions import SubmissionKind
from exit_desktop.instruments.definition import Kind
from exit_desktop.services.blank_papers import blank_form_pdf, blank_reading_pdf
from exit_desktop.services.desk import Desk
from exit_desktop.services.readings import READING_PARTS
from exit_desktop.system.language import Texts


def words_of(paper: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages).split())


@pytest.mark.parametrize("kind", FORM_KINDS)
def test_every_question_stands_on_the_paper(desk: Desk, kind: SubmissionKind) -> None:
    words = words_of(blank_form_pdf(desk, kind, Texts("en")))
    for section in desk.catalogue.get(kind.value).sections:
        for question in section.questions:
            named = section.grid and question.kind in (Kind.YES_NO, Kind.NUMBER)
            assert (question.paper if named else question.text).en in words


def test_conditions_of_the_workers_own_paper_are_about_somebody_else(desk: Desk) -> None:
    words = words_of(blank_form_pdf(desk, SubmissionKind.ONGOING_FORM, Texts("en")))
    assert "Only if yes to 10." in words
    assert "Only if 1 is 2 or more." in words
    assert "you answered" not in words
    assert "Only if you answered" in words_of(blank_reading_pdf(desk, Texts("en"), READING_PARTS))


def test_a_condition_that_a_whole_table_has_is_said_once(desk: Desk) -> None:
    words = words_of(blank_form_pdf(desk, SubmissionKind.START_FORM, Texts("en")))
    keys = [question.key for question in desk.catalogue.get("start_form").questions]
    number = keys.index("has_debt") + 1
    assert words.count(f"Only if yes to {number}.") == 1


def test_the_signs_for_no_answer_stand_at_the_top(desk: Desk) -> None:
    first = PdfReader(BytesIO(blank_form_pdf(desk, SubmissionKind.START_FORM, Texts("en")))).pages[0].extract_text()
    assert "Without an answer, write the sign" in " ".join(first.split())
    assert "Not relevant (*)" in " ".join(first.split())


def test_help_stands_under_the_question(desk: Desk) -> None:
    assert "In whole hours" in words_of(blank_form_pdf(desk, SubmissionKind.ONGOING_FORM, Texts("en")))
    assert "Choose all that fit." in words_of(blank_form_pdf(desk, SubmissionKind.START_FORM, Texts("en")))


@pytest.mark.parametrize(("kind", "most"), list(zip(FORM_KINDS, (5, 7, 6), strict=True)))
def test_a_form_takes_no_more_pages_than_it_must(desk: Desk, kind: SubmissionKind, most: int) -> None:
    assert len(PdfReader(BytesIO(blank_form_pdf(desk, kind, Texts("da")))).pages) <= most


def test_the_file_says_nothing_of_itself(desk: Desk) -> None:
    reader = PdfReader(BytesIO(blank_form_pdf(desk, SubmissionKind.CLOSING_FORM, Texts("en"))))
    told = " ".join(str(value) for value in (reader.metadata or {}).values())
    assert ("sell" in told.casefold(), "prostitu" in told.casefold()) == (False, False)
