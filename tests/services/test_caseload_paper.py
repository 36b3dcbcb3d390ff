"""The work overview on paper: by code until names are ticked, quiet courses in words, 25 on a page, nothing telling."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from exit_desktop.domain.calendar import CourseState, Phase
from exit_desktop.domain.caseload import Carried, Caseload
from exit_desktop.domain.due import DueKind
from exit_desktop.services.caseload_paper import caseload_lines_to_look_at, caseload_pdf
from exit_desktop.services.caseload_words import since_words
from exit_desktop.services.desk import Desk
from exit_desktop.services.papers import PaperChoice
from exit_desktop.system.language import Texts
from paper.paper_files import every_font_embedded, pdf_is_sound, text_of, told_by_properties
from support.courses import uid

TELLING = re.compile(r"prostitu|\bsex|sex\b|seksu|\bcti\b|\bexit|borger|citizen", re.IGNORECASE)
QUIET = Carried(
    uid(1),
    "Mågen",
    "ABCD-2345",
    CourseState.ACTIVE,
    Phase.TWO,
    date(2026, 7, 2),
    date(2026, 10, 20),
    34,
    date(2026, 12, 1),
    DueKind.READING,
)


def caseload(count: int, alias: str = "Mågen") -> Caseload:
    """So many courses that have gone quiet."""
    return Caseload(tuple(replace(QUIET, course_id=uid(n), alias=alias) for n in range(1, count + 1)), 37 * 60)


def words(desk: Desk, made: Caseload, language: str = "da", **choice: bool) -> str:
    """The words of the paper as pdftotext reads them."""
    return " ".join(text_of(caseload_pdf(desk, made, PaperChoice(**choice), Texts(language))).split())  # type: ignore[arg-type]


def test_everyone_stands_by_code_until_names_are_ticked(desk: Desk) -> None:
    by_code, by_name = words(desk, caseload(1)), words(desk, caseload(1), with_alias=True)
    assert "ABCD-2345" in by_code
    assert "Mågen" not in by_code
    assert ("Mågen" in by_name, "ABCD-2345" in by_name) == (True, False)


def test_a_line_says_phase_dates_quiet_and_what_is_next(desk: Desk) -> None:
    told = words(desk, caseload(1))
    for part in ("Arbejdsoversigt", "Fase 2", "2. jul.", "20. okt.", "stille i 34 dage", "måling 1. dec."):
        assert part in told
    assert "quiet for 34 days" in words(desk, caseload(1), "en")


def test_a_reading_under_way_is_told_as_that(desk: Desk) -> None:
    begun = Caseload((replace(QUIET, begun_on=date(2026, 11, 20)),), 37 * 60)
    told = words(desk, begun, "en")
    assert "a reading is under way, begun 20 Nov" in told
    assert "1 Dec" not in told


def test_nobody_in_orientation_has_begun_a_course(desk: Desk) -> None:
    one = replace(QUIET, state=CourseState.ORIENTATION, phase=Phase.ORIENTATION, since=date(2026, 11, 9))
    assert "Orientering siden 9. nov. 20. okt." in words(desk, Caseload((one,), 37 * 60))
    assert since_words(one, date(2026, 11, 23), Texts("da")) == "i orientering siden 9. nov."
    assert since_words(QUIET, date(2026, 11, 23), Texts("da")) == "forløb begyndt 2. jul."


def test_a_day_gone_by_is_told_as_one_that_was(desk: Desk) -> None:
    gone = replace(QUIET, due_on=date(2026, 9, 15), due_kind=DueKind.ACTIVITY)
    assert "frist i planen, var den 15. sep." in words(desk, Caseload((gone,), 37 * 60))


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (25, 1), (60, 2)])
def test_25_stand_on_one_page_and_more_go_on(desk: Desk, count: int, pages: int) -> None:
    paper = caseload_pdf(desk, caseload(count), PaperChoice(), Texts("da"))
    assert len(PdfReader(BytesIO(paper)).pages) == pages
    assert words(desk, caseload(count)).count("stille i 34 dage") == count


def test_whoever_is_in_orientation_takes_one_line_as_all_others(desk: Desk) -> None:
    one = replace(QUIET, state=CourseState.ORIENTATION, phase=Phase.ORIENTATION, since=date(2026, 10, 26))
    made = Caseload(tuple(replace(one, course_id=uid(n)) for n in range(1, 31)), 37 * 60)
    assert len(PdfReader(BytesIO(caseload_pdf(desk, made, PaperChoice(), Texts("da")))).pages) == 1


def test_heads_stand_on_every_page(desk: Desk) -> None:
    assert words(desk, caseload(60)).count("Sidste kontakt") == 2


@pytest.mark.parametrize("language", ["da", "en"])
def test_nothing_on_it_tells_what_the_work_is(desk: Desk, language: str) -> None:
    paper = caseload_pdf(desk, caseload(3), PaperChoice(), Texts(language))
    assert not TELLING.search(text_of(paper))
    assert not TELLING.search(told_by_properties(paper))
    assert pdf_is_sound(paper)
    assert every_font_embedded(paper)


def test_a_name_that_gives_away_is_looked_at_and_its_code_takes_its_place(desk: Desk) -> None:
    made = caseload(1, "Escort-Anna")
    assert caseload_lines_to_look_at(desk, made, with_alias=False) == ()
    (line,) = caseload_lines_to_look_at(desk, made, with_alias=True)
    choice = PaperChoice(with_alias=True, left_out=frozenset({line.place}))
    told = text_of(caseload_pdf(desk, made, choice, Texts("da")))
    assert ("Escort" in told, "ABCD-2345" in told) == (False, True)


@pytest.mark.parametrize("alias", ["Ærø" * 13, "🌧 Ødis 🌈", "W" * 40, "مريم"])
def test_any_name_has_its_place(desk: Desk, alias: str) -> None:
    assert words(desk, caseload(25, alias), with_alias=True).count("stille i 34 dage") == 25
