"""What is stored about a citizen: every fact of a crowded course, in either language, and nothing of anyone else."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from exit_desktop.domain.courses import Course
from exit_desktop.services.contacts import delete_contact
from exit_desktop.services.courses import delete_citizen_course, load_course
from exit_desktop.services.desk import Act, Desk, commit_course
from exit_desktop.services.dumps import load_dump
from exit_desktop.services.papers import record_paper
from exit_desktop.services.safety import save_safety_note
from exit_desktop.services.stored import StoredChoice, StoredPart, record_stored, stored_lines, stored_pdf
from exit_desktop.services.vaults import read_log
from exit_desktop.system.language import Texts
from support.courses import make_contact, make_course
from support.crowded import PLANTED, crowded_course
from support.lix import lix, words_of

Read = Callable[..., str]
EASY, ENOUGH_WORDS = 35, 40


@pytest.fixture
def course(desk: Desk) -> Course:
    """The crowded course, beside one of somebody else."""
    commit_course(
        desk, None, replace(make_course("Havet", 5), contacts=(make_contact(77, note="andenord"),)), "citizen"
    )
    return commit_course(desk, None, crowded_course(), "citizen")


@pytest.fixture
def read(desk: Desk) -> Read:
    """Reads the words of the paper."""

    def words(course: Course, language: str = "en", **chosen: object) -> str:
        choice = StoredChoice(**chosen)  # type: ignore[arg-type]  # a test names what it is about
        paper = stored_pdf(desk, course, choice, Texts(language))
        return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages).split())

    return words


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_fact_that_is_stored_stands_on_the_paper(read: Read, course: Course, language: str) -> None:
    words = read(course, language, with_alias=True)
    assert [fact for fact in PLANTED if fact not in words] == []
    assert "andenord" not in words and "Havet" not in words


def test_dates_and_labels_speak_the_language_of_the_paper(read: Read, course: Course) -> None:
    danish, english = read(course, "da"), read(course, "en")
    assert "9. februar 2026 kl. 10.30 · Møde med dig" in danish
    assert "9 February 2026 at 10:30 · Meeting with you" in english
    assert "Det har du ret til" in danish and "What you have a right to" in english


def test_what_an_answer_said_before_and_my_own_view_stand_there(read: Read, course: Course) -> None:
    words = read(course)
    assert "Until 10 February 2026 it said: 3" in words and "(as I see it) 9" in words


def test_the_alias_stands_there_only_when_ticked(read: Read, course: Course) -> None:
    assert "Mågen" not in read(course) and "It is here, but not on this paper" in read(course)


def test_a_part_left_out_is_named_on_the_paper(read: Read, course: Course) -> None:
    words = read(course, left_out=frozenset({StoredPart.TELLING, StoredPart.CONTACTS}))
    assert "samtalenote" not in words and "Better living conditions" not in words
    assert "Goal and last month, Our talks." in words


def test_other_courses_of_the_same_citizen_are_on_it_too(desk: Desk, read: Read, course: Course) -> None:
    again = replace(make_course(number=7), citizen=course.citizen, contacts=(make_contact(78, note="nytforløbsord"),))
    commit_course(desk, None, again, "citizen")
    words = read(course)
    assert "nytforløbsord" in words and "samtalenote" in words and "The course from 2 July 2026" in words


def test_what_waits_in_the_bin_is_told_with_its_last_day(desk: Desk, read: Read, course: Course) -> None:
    after = delete_contact(desk, course, course.contacts[0].id)
    words = read(after)
    assert "samtalenote" in words and "Deleted for good on 23 December 2026" in words


def test_the_words_of_a_safety_note_are_not_printed_but_it_is_told(desk: Desk, read: Read, course: Course) -> None:
    save_safety_note(desk, course, "hundeord")
    words = read(course)
    assert "hundeord" not in words and "There is one until 21 February 2027." in words


def test_what_has_left_is_told_with_its_day(desk: Desk, read: Read, course: Course) -> None:
    record_paper(desk, course, "sheet", Act.PRINTED)
    record_stored(desk, course, Act.DUMPED)
    words = read(course)
    assert "23 November 2026 Printed: your sheet" in words
    assert "Saved as open lines: what is stored about you" in words


def test_the_handing_over_is_logged_without_content(desk: Desk, course: Course) -> None:
    record_stored(desk, course, Act.SAVED_PDF)
    line = read_log(desk.vault, 1)[0]
    assert (line.act, line.kind, line.course_uid) == ("saved_pdf", "stored", bytes.fromhex(course.id))


def test_title_properties_and_fixed_words_give_nothing_away(desk: Desk, read: Read) -> None:
    bare = commit_course(desk, None, make_course("Rav", 3), "citizen")
    for language in ("da", "en"):
        reader = PdfReader(BytesIO(stored_pdf(desk, bare, StoredChoice(), Texts(language))))
        told = f"{reader.metadata} {read(bare, language)}".casefold()
        assert re.findall(r"prostitu\w*|\w*sex\w*|\bcti\b|\bexit\b", told) == []


def test_the_danish_paper_is_easy_to_read(read: Read, course: Course) -> None:
    words = read(course, "da")
    assert len(words_of(words)) >= ENOUGH_WORDS
    assert lix(words) <= EASY


def test_open_lines_hold_the_citizens_courses_and_nobody_elses(desk: Desk, course: Course) -> None:
    lines = [json.loads(line) for line in stored_lines(desk, course).splitlines()]
    assert [line["body"]["id"] for line in lines if line["unit"] == "course"] == [course.id]
    assert {line["unit"] for line in lines} <= {"instrument", "service", "course"}
    said = json.dumps(lines, ensure_ascii=False)
    assert [fact for fact in PLANTED if fact not in said] == [] and "andenord" not in said


def test_open_lines_can_be_loaded(desk: Desk, course: Course, tmp_path: Path) -> None:
    path = tmp_path / "om-mig.jsonl"
    path.write_bytes(stored_lines(desk, course))
    delete_citizen_course(desk, course)
    assert load_dump(desk, path).added == 1
    assert load_course(desk, course.id).contacts == course.contacts


def test_a_very_long_note_with_any_letters_is_whole(desk: Desk, read: Read) -> None:
    note = "ord æøå 🙂 " * 1000 + "slutordet"
    long = replace(make_course("Rav", 3), contacts=(make_contact(79, note=note),))
    assert "slutordet" in read(commit_course(desk, None, long, "citizen"))
