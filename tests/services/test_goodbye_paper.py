"""The paper for the time afterwards: what stands on it, what does not, and that it is easy to read."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from exit_desktop.domain.calendar import Closing, ClosingKind, Phase
from exit_desktop.domain.courses import Course
from exit_desktop.domain.directory import Service
from exit_desktop.domain.network import Handover, SupportTask, TaskHolder
from exit_desktop.domain.plans import Activity, ActivityStatus, Doer, Focus, FocusArea, Wish
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.services.goodbye_paper import goodbye_lines_to_look_at, goodbye_pdf, goodbye_view, leaves_lines
from exit_desktop.services.papers import PaperChoice
from exit_desktop.system.language import Texts
from exit_desktop.vault.service_rows import write_service
from support.courses import make_course, uid
from support.gates import before_end
from support.lix import lix

Read = Callable[..., str]
EASY = 35
BARE = PaperChoice()


@pytest.fixture
def course(desk: Desk) -> Course:
    """A course before its end, with a service that has a name on paper."""
    with desk.vault.writing() as connection:
        service = Service(uid(81), "Kompetencecenter Prostitution", "rådgivning", "rådgivningen", "tlf. 87 65 43 21")
        write_service(connection, service)
    return commit_course(desk, None, before_end(), "citizen")


@pytest.fixture
def read(desk: Desk) -> Read:
    """Reads the words of the paper."""

    def words(course: Course, language: str = "en", choice: PaperChoice = BARE) -> str:
        paper = goodbye_pdf(desk, course, choice, Texts(language))
        return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages).split())

    return words


def closed(course: Course) -> Course:
    """Return the course closed on 30 November."""
    closings = (Closing(uid(97), date(2026, 11, 30), ClosingKind.FULL),)
    return replace(course, calendar=replace(course.calendar, closings=closings))


def test_it_says_what_was_agreed_and_who_to_call(read: Read, course: Course) -> None:
    words = read(course)
    for part in (
        "From here on",
        "Du bliver ved med at gå til lægen hver måned.",
        "Samtaler lægen",
        "Rådgivning om gæld",
        "Går med til lægen søster",
        "you can turn to: din læge",
        "rådgivningen tlf. 87 65 43 21",
        "call 112",
        "Ring 12 34 56 78",
    ):
        assert part in words


def test_it_says_how_to_reach_who_is_responsible(read: Read, course: Course) -> None:
    actor = "Anna fra kompetencecenter prostitution"
    words = read(replace(course, handover=replace(course.handover, responsible_actor=actor)))
    assert f"you can turn to: {actor}, tlf. 87 65 43 21" in words
    assert words.count("87 65 43 21") == 1


def test_a_name_within_another_word_reaches_nobody(read: Read, desk: Desk, course: Course) -> None:
    with desk.vault.writing() as connection:
        write_service(connection, Service(uid(82), "KC", "rådgivning", "", "tlf. 11 22 33 44"))
    words = read(replace(course, handover=replace(course.handover, responsible_actor="Bækcentret")))
    assert "11 22 33 44" not in words


@pytest.mark.parametrize(
    ("who", "told"), [(Doer.CITIZEN, "you"), (Doer.WORKER, ""), (Doer.TOGETHER, ""), (Doer.ACTOR, "someone else")]
)
def test_what_the_worker_had_a_part_in_is_not_the_citizens_own(
    desk: Desk, course: Course, who: Doer, told: str
) -> None:
    one = Activity(uid(49), "Ringer til kommunen", who, goes_on_after=True)
    view = goodbye_view(desk, with_activities(course, one), BARE, Texts("en"))
    assert [(row.what, row.who) for row in view.blocks[0].rows] == [("Ringer til kommunen", told)]


def test_a_dropped_activity_puts_no_service_on_the_paper(read: Read, course: Course) -> None:
    dropped = Activity(uid(49), "Gælden", service=uid(81), status=ActivityStatus.DROPPED, goes_on_after=True)
    assert "rådgivningen" not in read(with_activities(course, dropped))


def with_activities(course: Course, *activities: Activity) -> Course:
    """Return the course with a plan of nothing else."""
    focus = Focus(uid(43), FocusArea.FINANCES, Phase.ONE, wishes=(Wish(uid(44), "", activities),))
    return replace(course, plans=(replace(course.plans[-1], focuses=(focus,)),))


def test_after_the_closing_it_says_until_when(read: Read, course: Course) -> None:
    words = read(closed(course))
    assert "Until 28 February 2027 we can go on" in words
    assert "stays locked until 30 November 2027. Then I erase it." in words


def test_what_it_is_about_and_who_stays_out(read: Read, course: Course) -> None:
    for language in ("da", "en"):
        words = read(closed(course), language)
        assert not re.search(r"prostitution|\bsex|\bCTI\b|Mågen|søster, lægen|sofa", words, re.IGNORECASE)
    assert "Mågen" in read(course, choice=PaperChoice(with_alias=True))


def test_the_file_itself_gives_nothing_away(desk: Desk, course: Course) -> None:
    facts = PdfReader(BytesIO(goodbye_pdf(desk, course, BARE, Texts("da")))).metadata
    assert facts is not None and facts.title == Texts("da")("From here on")


def test_a_task_in_nobodys_hands_is_no_promise(read: Read, course: Course) -> None:
    task = SupportTask(uid(65), "Ringer om aftenen", TaskHolder.WORKER)
    assert "Ringer om aftenen" not in read(replace(course, handover=Handover((task,))))


def test_with_nothing_written_there_are_lines_to_write_on(read: Read, desk: Desk) -> None:
    words = read(commit_course(desk, None, make_course("Havet", 2), "citizen"))
    assert "This is how you go on You can call If it gets hard" in words


def test_who_has_no_number_has_a_line_to_write_it_on(desk: Desk, course: Course) -> None:
    call = goodbye_view(desk, course, BARE, Texts("en")).blocks[-3]
    assert [(row.what, row.to_write) for row in call.rows] == [
        ("From now on you can turn to: din læge", True),
        ("rådgivningen", False),
    ]
    with_number = replace(course, handover=replace(course.handover, responsible_actor="Anna, 12 34 56 78"))
    assert goodbye_view(desk, with_number, BARE, Texts("en")).blocks[-3].texts


def test_lines_to_write_on_are_told_of_only_where_there_are_any(desk: Desk, course: Course) -> None:
    whole = replace(course, handover=replace(course.handover, responsible_actor="Anna, 12 34 56 78"))
    assert leaves_lines(desk, course, BARE)
    assert not leaves_lines(desk, whole, BARE)
    assert leaves_lines(desk, make_course("Havet", 2), BARE)


def test_the_right_column_and_the_foot_say_whose_they_are(read: Read, course: Course) -> None:
    words = read(course, "da")
    assert "Hvem" in words and "Sådan får du fat i dem" in words
    assert "Ring eller skriv til mig, som du har mødtes med: Ring 12 34 56 78" in words


def test_a_line_is_left_out_or_reworded(read: Read, course: Course) -> None:
    choice = PaperChoice(left_out=frozenset({uid(48)}), reworded={"responsible": "én, du kender"})
    words = read(course, choice=choice)
    assert "Rådgivning om gæld" not in words
    assert "én, du kender" in words


def test_what_gives_away_is_looked_at_first(desk: Desk, course: Course) -> None:
    told = replace(course, handover=replace(course.handover, responsible_actor="Reden, som hjælper med prostitution"))
    assert [line.place for line in goodbye_lines_to_look_at(desk, told)] == ["responsible"]


@pytest.mark.parametrize("words", ["🌿 æøå" * 40, "a" * 10_000, "linje\n\n" * 300])
def test_long_and_odd_words_are_printed(read: Read, course: Course, words: str) -> None:
    told = replace(course, handover=replace(course.handover, long_term_plan=words))
    assert "call 112" in read(told)


@pytest.mark.parametrize("ended", [False, True])
def test_its_own_danish_words_are_easy_to_read(desk: Desk, ended: bool) -> None:
    bare = make_course("Havet", 2)
    view = goodbye_view(desk, closed(bare) if ended else bare, BARE, Texts("da"))
    # A heading ends as a sentence does.
    text = " ".join([view.opening, *(f"{block.heading}. {' '.join(block.texts)}" for block in view.blocks)])
    assert len(text.split()) >= 40
    assert lix(text) <= EASY
