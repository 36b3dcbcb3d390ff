"""What stands on the network's paper, what does not, and which lines are looked at first."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from exit_desktop.domain.courses import Course
from exit_desktop.domain.network import Handover, NetworkPerson, SupportTask, TaskHolder
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.services.name_guard import guard_words
from exit_desktop.services.network_paper import NAME, NetworkChoice, network_lines_to_look_at, network_pdf
from exit_desktop.services.paper_lines import ALIAS
from exit_desktop.services.papers import PaperChoice
from exit_desktop.system.language import Texts
from support.courses import TODAY, make_course, uid

Read = Callable[..., str]
MOTHER = NetworkPerson(uid(60), "mor", "Annelise", knows="hele historien", note="har bil")
DOCTOR = NetworkPerson(uid(61), "min læge", professional=True)
TASKS = (
    SupportTask(uid(70), "Læser breve", TaskHolder.NETWORK, MOTHER.id, TODAY, TODAY, "det gik skidt"),
    SupportTask(uid(71), "Går med til jobcentret", TaskHolder.SHARED, DOCTOR.id),
    SupportTask(uid(72), "Betaler husleje", TaskHolder.CITIZEN),
    SupportTask(uid(73), "Ringer om aftenen"),
)


@pytest.fixture
def course(desk: Desk) -> Course:
    """A course with two people and four tasks."""
    handover = Handover(TASKS, long_term_plan="Flytte til Jylland", responsible_actor="bostøtten")
    return commit_course(desk, None, replace(make_course(), network=(MOTHER, DOCTOR), handover=handover), "citizen")


@pytest.fixture
def read(desk: Desk) -> Read:
    """Reads the words of the paper in English."""

    def words(course: Course, choice: NetworkChoice | None = None) -> str:
        paper = network_pdf(desk, course, choice or NetworkChoice(), Texts("en"))
        return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages).split())

    return words


def test_the_paper_says_who_helps_with_what(read: Read, course: Course) -> None:
    words = read(course)
    for part in (
        "The people around you",
        "Læser breve mor",
        "Går med til jobcentret you and I, together, later min læge",
        "Betaler husleje you",
        "Ringer om aftenen I help",
        "Ring 12 34 56 78",
    ):
        assert part in words


def test_notes_what_they_know_how_it_went_and_the_long_plan_stay_here(read: Read, course: Course) -> None:
    words = read(course, NetworkChoice(True, PaperChoice(with_alias=True)))
    assert [w for w in ("historien", "bil", "skidt", "Jylland", "bostøtten") if w in words] == []


def test_names_and_alias_stand_on_it_only_when_ticked(read: Read, course: Course) -> None:
    assert not any(name in read(course) for name in ("Annelise", "Mågen"))
    words = read(course, NetworkChoice(True, PaperChoice(with_alias=True)))
    assert "mor, Annelise" in words and "Mågen" in words


def test_a_line_left_out_is_on_neither_map_nor_list(read: Read, course: Course) -> None:
    words = read(course, NetworkChoice(lines=PaperChoice(left_out=frozenset({MOTHER.id, uid(73)}))))
    assert "mor" not in words.split() and "Ringer" not in words


def test_a_line_is_printed_in_other_words(read: Read, course: Course) -> None:
    words = read(course, NetworkChoice(lines=PaperChoice(reworded={DOCTOR.id: "Jens"})))
    assert "min læge" not in words and "later Jens" in words


def test_words_that_give_away_and_guarded_names_are_looked_at_first(desk: Desk, course: Course) -> None:
    guard_words(desk, "Annelise")
    exposed = replace(course, network=(MOTHER, replace(DOCTOR, role="prostitutionsrådgiver")))
    places = {line.place for line in network_lines_to_look_at(desk, exposed, NetworkChoice())}
    named = {line.place for line in network_lines_to_look_at(desk, exposed, NetworkChoice(with_names=True))}
    assert DOCTOR.id in places
    assert named - places == {f"{MOTHER.id}{NAME}"}


def test_the_alias_is_looked_at_only_where_it_is_printed(desk: Desk, course: Course) -> None:
    telling = replace(course, citizen=replace(course.citizen, alias="Escort"))
    bare = network_lines_to_look_at(desk, telling, NetworkChoice())
    ticked = network_lines_to_look_at(desk, telling, NetworkChoice(lines=PaperChoice(with_alias=True)))
    assert ALIAS not in {line.place for line in bare}
    assert ALIAS in {line.place for line in ticked}


def test_with_nobody_in_it_there_is_a_map_to_draw_on(read: Read, desk: Desk) -> None:
    words = read(commit_course(desk, None, make_course(), "citizen"))
    assert "You" in words.split() and "Family, friends and others" in words and "Who helps with what" in words


def test_a_long_danish_role_with_a_task_is_written_whole(read: Read, course: Course) -> None:
    psychiatry = replace(DOCTOR, role="distriktspsykiatrien")
    words = read(replace(course, network=(MOTHER, psychiatry)))
    assert "distriktspsyki…" not in words
