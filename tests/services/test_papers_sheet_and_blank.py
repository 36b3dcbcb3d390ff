"""The citizen's sheet and blank questions: what they show, and what they keep to themselves."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from exit_desktop.domain.courses import Course
from exit_desktop.services.blank_papers import blank_reading_pdf
from exit_desktop.services.desk import Act, Desk, commit_course
from exit_desktop.services.invention.citizens import invent_citizens
from exit_desktop.services.papers import SheetChoice, record_paper, sheet_areas, sheet_pdf
from exit_desktop.services.readings import READING_PARTS
from exit_desktop.services.vaults import read_log
from exit_desktop.system.language import Texts
from support.courses import make_course

TELLING = re.compile(r"prostitu|sex|seksu|\bcti\b|\bexit|stress|depress|\bselling|\bsalg", re.IGNORECASE)


def all_words(paper: bytes) -> str:
    """The words of a paper with what the file says of itself."""
    reader = PdfReader(BytesIO(paper))
    told = [str(value) for value in (reader.metadata or {}).values()]
    return " ".join(" ".join([*told, *(page.extract_text() for page in reader.pages)]).split())


@pytest.fixture
def course(desk: Desk) -> Course:
    """An invented course with several readings."""
    invented = invent_citizens(12, 5, date(2026, 11, 23), desk.vault.uid)
    return commit_course(desk, None, next(c for c in invented if len(c.submissions) > 3), "citizen")


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_sheet_tells_nothing_of_the_programme_or_of_risk(desk: Desk, course: Course, language: str) -> None:
    words = all_words(sheet_pdf(desk, course, SheetChoice(), Texts(language)))
    assert not TELLING.search(words)
    assert course.citizen.alias not in words


def test_risk_and_alias_stand_on_the_sheet_when_ticked(desk: Desk, course: Course) -> None:
    words = all_words(sheet_pdf(desk, course, SheetChoice(with_alias=True, with_risk=True), Texts("en")))
    assert "stress or depression" in words
    assert course.citizen.alias in words


def test_star_and_table_call_an_area_the_same_and_leave_it_out_together(desk: Desk, course: Course) -> None:
    t = Texts("en")
    key, label = next((key, label) for key, label in sheet_areas(desk, t).items() if label == "Law and rules")
    assert all_words(sheet_pdf(desk, course, SheetChoice(), t)).count(label) >= 2
    assert label not in all_words(sheet_pdf(desk, course, SheetChoice(left_out=frozenset({key})), t))


def test_the_sheet_is_one_page(desk: Desk, course: Course) -> None:
    assert len(PdfReader(BytesIO(sheet_pdf(desk, course, SheetChoice(with_risk=True), Texts("da")))).pages) == 1


def test_without_a_reading_the_sheet_is_paper_to_write_on(desk: Desk) -> None:
    bare = commit_course(desk, None, replace(make_course(number=2)), "citizen")
    assert "What goes well" in all_words(sheet_pdf(desk, bare, SheetChoice(), Texts("en")))


@pytest.mark.parametrize("language", ["da", "en"])
def test_blank_questions_tell_nothing_unless_asked_for(desk: Desk, language: str) -> None:
    t = Texts(language)
    assert not TELLING.search(all_words(blank_reading_pdf(desk, t)))
    assert TELLING.search(all_words(blank_reading_pdf(desk, t, READING_PARTS)))


@pytest.mark.parametrize(("language", "yes", "not_yes"), [("da", "j Ja", "y Ja"), ("en", "y Yes", "j Yes")])
def test_the_key_of_yes_is_its_first_letter(desk: Desk, language: str, yes: str, not_yes: str) -> None:
    words = all_words(blank_reading_pdf(desk, Texts(language), READING_PARTS))
    assert yes in words and not_yes not in words


def test_even_with_those_questions_the_file_says_nothing_of_itself(desk: Desk) -> None:
    reader = PdfReader(BytesIO(blank_reading_pdf(desk, Texts("en"), READING_PARTS)))
    assert not TELLING.search(" ".join(str(value) for value in (reader.metadata or {}).values()))


def test_a_blank_paper_is_logged_as_nobodys(desk: Desk) -> None:
    record_paper(desk, None, "blank_reading", Act.PRINTED)
    assert read_log(desk.vault, 1)[0].course_uid is None
