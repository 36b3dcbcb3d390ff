"""Earlier readings come in on their own day, as if finished then, and count where such a reading counts."""

from datetime import date
from pathlib import Path

import pytest

from exit_desktop.domain.answers import AnswerState
from exit_desktop.domain.calendar import ClosingReason, Occasion
from exit_desktop.domain.submissions import MadeBy
from exit_desktop.errors import StartChangedMeanwhile
from exit_desktop.services.courses import close_course, find_citizen, load_course, register_citizen, start_course
from exit_desktop.services.csv_start import StartPreview, bring_in
from exit_desktop.services.desk import Desk
from exit_desktop.services.readings import begin_reading
from exit_desktop.services.scores import read_scores
from support.start_files import AREAS, COURSE_HEAD, go_on, look, only, take, told, write

HEAD = f"Kaldenavn;Dato;Anledning;Lavet af;{AREAS};cheerful;calm;active;rested;interested"
COURSE = "Terne;dansk;4.1.2026;2.2.2026;"
TENS = ";".join(str(number) for number in range(1, 11))


@pytest.fixture
def courses(tmp_path: Path) -> Path:
    """A file with one course, from February."""
    return write(tmp_path / "courses.csv", COURSE_HEAD, COURSE)


def readings(folder: Path, *rows: str) -> Path:
    return write(folder / "readings.csv", HEAD, *rows)


def last_said(preview: StartPreview) -> str:
    return told(preview)[-1]


def test_a_reading_counts_as_if_it_had_been_made_here(desk: Desk, tmp_path: Path, courses: Path) -> None:
    take(desk, readings(tmp_path, f"terne;2.2.2026;start;sammen;{TENS};5;4;3;2,0;1"), courses)
    scores = read_scores(desk.catalogue, find_citizen(desk, "terne"))
    assert [(star.on, star.occasion, star.total) for star in scores.stars] == [(date(2026, 2, 2), Occasion.M00, 55)]
    assert [well.raw for well in scores.wellbeing] == [15]


def test_it_is_finished_on_its_own_day_and_not_today(desk: Desk, tmp_path: Path, courses: Path) -> None:
    take(desk, courses, readings(tmp_path, f"Terne;2.2.2026;;;{TENS}"))
    (reading,) = find_citizen(desk, "terne").submissions
    assert (reading.held_on, reading.finished_on) == (date(2026, 2, 2),) * 2
    assert [(part.instrument, part.answered_on) for part in reading.parts] == [("life_situation", date(2026, 2, 2))]


def test_one_made_by_the_worker_alone_is_marked_and_not_counted(desk: Desk, tmp_path: Path, courses: Path) -> None:
    take(desk, courses, readings(tmp_path, f"Terne;2.2.2026;;medarbejder alene;{TENS}"))
    course = find_citizen(desk, "terne")
    assert course.submissions[0].made_by is MadeBy.WORKER_ALONE
    assert read_scores(desk.catalogue, course).stars == ()


def test_without_an_occasion_it_is_the_nearest_one(desk: Desk, tmp_path: Path, courses: Path) -> None:
    preview = look(desk, courses, readings(tmp_path, f"Terne;5.6.2026;;;{TENS}", f"Terne;5.8.2026;6 mdr.;;{TENS}"))
    assert [s.occasion for s in preview.new[0].submissions] == [Occasion.M04, Occasion.M06]


def test_empty_cells_stand_as_not_asked(desk: Desk, tmp_path: Path, courses: Path) -> None:
    preview = take(desk, courses, readings(tmp_path, "Terne;2.2.2026;;;7;8"))
    states = [answer.state for answer in find_citizen(desk, "terne").submissions[0].answers]
    assert states.count(AnswerState.NOT_ASKED) == 8
    told_so = "2: Comes in, but 8 of 10 answers under “Life situation” are empty and stand as not asked."
    assert last_said(preview) == told_so


SAID = {
    "Stays out: it has no date.": f"Terne;;;;{TENS}",
    "Stays out: 1 December 2026 is still to come.": f"Terne;1.12.2026;;;{TENS}",
    "Stays out: 3 January 2026 lies before the first contact.": f"Terne;3.1.2026;;;{TENS}",
    "Comes in, but 1 February 2026 lies before the start of the course.": f"Terne;1.2.2026;;;{TENS}",
    "Stays out: it has no answer.": "Terne;2.2.2026;start;sammen;",
    "Stays out: 11 under “Motivation” is not from 1 to 10.": f"Terne;2.2.2026;;;11;{TENS[2:]}",
    "Stays out: “7,5” under “Motivation” is no whole number.": f"Terne;2.2.2026;;;7,5;{TENS[2:]}",
    "Stays out: 6 under “cheerful” is not from 0 to 5.": f"Terne;2.2.2026;;;{TENS};6",
    "Stays out: “jul” under “Anledning” is not understood.": f"Terne;2.2.2026;jul;;{TENS}",
    "Stays out: no course of that name comes in or is here.": f"Tern;2.2.2026;;;{TENS}",
    "Comes in, but 3 of 5 answers under “Well-being (WHO-5)” are empty and stand as not asked.": (
        f"Terne;2.2.2026;;;{TENS};5;5"
    ),
}


@pytest.mark.parametrize("said", SAID)
def test_each_reading_has_its_fate(desk: Desk, tmp_path: Path, courses: Path, said: str) -> None:
    assert last_said(look(desk, courses, readings(tmp_path, SAID[said]))) == f"2: {said}"


@pytest.mark.parametrize(
    ("word", "occasion"),
    [("Opstart", Occasion.M00), ("1. fase", Occasion.M02), ("12 måneder", Occasion.END), ("m12", Occasion.END)],
)
def test_an_occasion_may_be_called_what_the_evaluation_calls_it(
    desk: Desk, tmp_path: Path, courses: Path, word: str, occasion: Occasion
) -> None:
    preview = look(desk, courses, readings(tmp_path, f"Terne;5.6.2026;{word};;{TENS}"))
    assert [s.occasion for s in preview.new[0].submissions] == [occasion]


def test_an_occasion_that_the_course_has_not_counts_for_the_nearest(desk: Desk, tmp_path: Path) -> None:
    courses = write(tmp_path / "a.csv", "alias;start date;months per phase", "Terne;2.2.2026;3")
    preview = look(desk, courses, readings(tmp_path, f"Terne;2.10.2026;10 måneder;;{TENS}"))
    assert "the course has no such occasion" in last_said(preview)
    assert preview.new[0].submissions[0].occasion is Occasion.M08


def test_a_second_reading_of_one_day_stays_out(desk: Desk, tmp_path: Path, courses: Path) -> None:
    preview = look(desk, courses, readings(tmp_path, *[f"Terne;2.2.2026;;;{TENS}"] * 2))
    assert last_said(preview) == "3: Stays out: a reading of 2 February 2026 is already there."


def test_readings_of_a_course_that_stays_out_stay_out(desk: Desk, tmp_path: Path, courses: Path) -> None:
    register_citizen(desk, "Terne")
    preview = take(desk, courses, readings(tmp_path, f"Terne;23.11.2026;;;{TENS}"))
    assert last_said(preview) == "2: Stays out: no course of that name comes in or is here."
    assert find_citizen(desk, "terne").submissions == ()


def test_readings_may_come_later_than_their_course(desk: Desk, tmp_path: Path, courses: Path) -> None:
    take(desk, courses)
    preview = take(desk, readings(tmp_path, f"Terne;2.2.2026;;;{TENS}", f"Terne;2.4.2026;;;{TENS}"))
    assert told(preview) == ["2: Comes in.", "3: Comes in."]
    assert len(find_citizen(desk, "terne").submissions) == 2


def test_a_closed_course_takes_no_more_readings(desk: Desk, tmp_path: Path, courses: Path) -> None:
    take(desk, courses)
    close_course(desk, find_citizen(desk, "terne"), date(2026, 11, 23), ClosingReason.LOST_CONTACT)
    said = only(told(look(desk, readings(tmp_path, f"Terne;2.2.2026;;;{TENS}"))))
    assert said == "2: Stays out: the course of that name here is closed."


def test_nothing_comes_in_when_the_course_went_on_meanwhile(desk: Desk, tmp_path: Path) -> None:
    course = start_course(desk, register_citizen(desk, "Terne"), date(2026, 11, 1))
    preview = look(desk, readings(tmp_path, f"Terne;2.11.2026;;;{TENS}"))
    begun, _ = begin_reading(desk, course, date(2026, 11, 23))
    with pytest.raises(StartChangedMeanwhile):
        bring_in(desk, preview, go_on)
    assert load_course(desk, course.id) == begun
