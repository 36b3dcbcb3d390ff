"""What stands on the paper of a plan, and what does not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from io import BytesIO

import pytest
from pypdf import PdfReader

from exit_desktop.domain.contacts import ContactState
from exit_desktop.domain.courses import Course
from exit_desktop.domain.plans import Activity, ActivityStatus, Doer
from exit_desktop.services.desk import Act, Desk, commit_course
from exit_desktop.services.paper_lines import CONTACT
from exit_desktop.services.papers import PaperChoice, is_understood, plan_pdf, record_plan_paper, remember_understood
from exit_desktop.services.plans import put_activity
from exit_desktop.services.service_list import add_service
from exit_desktop.services.vaults import read_log
from exit_desktop.system.language import Texts
from support.courses import make_contact, make_course, make_plan, uid

Read = Callable[..., str]
WISH = uid(703)


def words_of(paper: bytes) -> str:
    """The words of a paper, as one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages).split())


@pytest.fixture
def course(desk: Desk) -> Course:
    """A course with a plan and a meeting a week from today."""
    meeting = make_contact(
        8, date(2026, 11, 30), state=ContactState.PLANNED, at=time(14), place_words="caféen ved søen"
    )
    return commit_course(desk, None, replace(make_course(), plans=(make_plan(),), contacts=(meeting,)), "citizen")


@pytest.fixture
def read(desk: Desk) -> Read:
    """Reads the words of a plan's paper in English."""

    def words(course: Course, choice: PaperChoice | None = None) -> str:
        return words_of(plan_pdf(desk, course, choice or PaperChoice(), Texts("en")))

    return words


def test_the_plan_says_wish_activity_day_meeting_and_whom_to_call(read: Read, course: Course) -> None:
    words = read(course)
    for part in ("My plan", "Money", "sove uden at tænke på regninger", "Ringe til SKAT", "28 November"):
        assert part in words
    assert "Monday 30 November at 14:00, caféen ved søen" in words
    assert "Ring 12 34 56 78" in words


def test_the_alias_stands_on_it_only_when_ticked(read: Read, course: Course) -> None:
    assert "Mågen" not in read(course)
    assert "Mågen" in read(course, PaperChoice(with_alias=True))


def test_without_a_plan_it_is_empty_paper(desk: Desk, read: Read) -> None:
    bare = commit_course(desk, None, make_course(number=2), "citizen")
    words = read(bare)
    assert "In my own words" in words
    assert "from 23 November" not in words


@pytest.mark.parametrize(("paper_name", "shown"), [("", "advice"), ("Huset", "Huset")])
def test_a_service_stands_under_its_paper_name(
    desk: Desk, read: Read, course: Course, paper_name: str, shown: str
) -> None:
    service = add_service(desk, "Reden Odense", "rådgivning", paper_name)
    activity = Activity(uid(9), "Drikke kaffe", Doer.CITIZEN, service=service.id)
    words = read(put_activity(desk, course, WISH, activity))
    assert f"you, at {shown}" in words
    assert "Reden" not in words


def test_what_is_dropped_is_not_printed(desk: Desk, read: Read, course: Course) -> None:
    dropped = Activity(uid(9), "Flytte til Aarhus", status=ActivityStatus.DROPPED)
    assert "Aarhus" not in read(put_activity(desk, course, WISH, dropped))


def test_lines_are_left_out_or_reworded_as_chosen(read: Read, course: Course) -> None:
    choice = PaperChoice(left_out=frozenset({WISH, CONTACT}), reworded={uid(701): "Ringe om afdrag"})
    words = read(course, choice)
    assert "regninger" not in words
    assert "12 34 56 78" not in words
    assert "Ringe om afdrag" in words
    assert "SKAT" not in words


def test_large_print_says_the_same_in_letters_of_sixteen_points(desk: Desk, course: Course) -> None:
    plain, large = (plan_pdf(desk, course, PaperChoice(large=on), Texts("en")) for on in (False, True))
    sizes: list[float] = []
    PdfReader(BytesIO(large)).pages[0].extract_text(visitor_text=lambda *seen: sizes.append(seen[4]))
    assert sizes.count(16.0) >= 4
    assert set(words_of(plain).split()) - {"1", "/"} <= set(words_of(large).split()) | {"1", "/", "·"}


def test_paper_in_danish(desk: Desk, course: Course) -> None:
    words = words_of(plan_pdf(desk, course, PaperChoice(), Texts("da")))
    assert "mandag 30. november" in words.lower()


def test_printing_is_logged_without_content(desk: Desk, course: Course) -> None:
    record_plan_paper(desk, course, Act.SAVED_PDF)
    use = read_log(desk.vault, 1)[0]
    assert "saved_pdf" in repr(use) or getattr(use, "act", "") == Act.SAVED_PDF
    assert "SKAT" not in repr(use)


def test_a_fast_plan_keeps_the_date_of_its_print(desk: Desk, read: Read, course: Course) -> None:
    plan = replace(course.plans[0], frozen_on=date(2026, 11, 2), frozen_by=None)
    assert "from 2 November 2026" in read(replace(course, plans=(plan,)))


def test_what_was_understood_is_remembered_for_each_way(desk: Desk) -> None:
    assert not is_understood(desk, Act.PRINTED)
    remember_understood(desk, Act.PRINTED)
    assert is_understood(desk, Act.PRINTED)
    assert not is_understood(desk, Act.SAVED_PDF)
