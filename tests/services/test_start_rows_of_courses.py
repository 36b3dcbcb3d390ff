"""Each row of running courses gets its fate in one sentence, and what comes in is a course as if led here."""

from datetime import date, time
from pathlib import Path

import pytest

from exit_desktop.domain.calendar import CourseState, Phase
from exit_desktop.domain.contacts import ContactState
from exit_desktop.domain.courses import Course, Sharing
from exit_desktop.services.courses import register_citizen
from exit_desktop.services.desk import Desk
from exit_desktop.services.name_guard import guard_words
from support.start_files import COURSE_HEAD, look, only, take, told, write

# The clock stands at 23 November 2026.


def row(desk: Desk, folder: Path, **cells: str) -> tuple[str, tuple[Course, ...]]:
    """Look at one row, its cells named as in an English file; return its fate and what would come in."""
    every = {
        "alias": "Terne",
        "start date": "2026-02-02",
        **{key.replace("_", " "): text for key, text in cells.items()},
    }
    preview = look(desk, write(folder / "a.csv", ";".join(every), ";".join(every.values())))
    return only(told(preview)).removeprefix("2: "), preview.new


def test_a_whole_course_comes_in_as_it_stands(desk: Desk, tmp_path: Path) -> None:
    said, (course,) = row(
        desk,
        tmp_path,
        first_contact="4.1.2026",
        phase_2_from="2.6.2026",
        phase_3_from="5-10-2026",
        pause_from="1/4/2026",
        pause_until="15.4.2026",
        pause_reason="Hospital",
        plan_moved_from="15.4.2026",
        plan_moved_days="14,0",
    )
    calendar = course.calendar
    assert (said, course.phase, course.state) == ("Comes in.", Phase.THREE, CourseState.ACTIVE)
    assert (calendar.orientation_on, calendar.start) == (date(2026, 1, 4), date(2026, 2, 2))
    assert [t.on for t in calendar.transitions] == [date(2026, 6, 2), date(2026, 10, 5)]
    assert (calendar.pauses[0].until_on, calendar.replans[0].days) == (date(2026, 4, 15), 14)


def test_meetings_come_along(desk: Desk, tmp_path: Path) -> None:
    _, (course,) = row(
        desk, tmp_path, last_meeting="16.11.2026", next_meeting="30.11.2026", next_meeting_time="kl. 14.30"
    )
    assert [(c.on, c.at, c.state) for c in course.contacts] == [
        (date(2026, 11, 16), None, ContactState.HELD),
        (date(2026, 11, 30), time(14, 30), ContactState.PLANNED),
    ]


def test_anonymity_and_sharing_come_along(desk: Desk, tmp_path: Path) -> None:
    _, (course,) = row(desk, tmp_path, anonymous="ja", sharing="Kodet")
    assert (course.anonymous, course.sharing) == (True, Sharing.CODED)


def test_nothing_is_shared_unless_it_was_asked(desk: Desk, tmp_path: Path) -> None:
    assert row(desk, tmp_path)[1][0].sharing is Sharing.NOT_ASKED


def test_an_orientation_comes_in_without_a_start(desk: Desk, tmp_path: Path) -> None:
    said, (course,) = row(desk, tmp_path, start_date="", first_contact="1.11.2026")
    assert (said, course.state) == ("Comes in.", CourseState.ORIENTATION)


def test_the_leap_day_is_a_day_in_a_leap_year(desk: Desk, tmp_path: Path) -> None:
    assert row(desk, tmp_path, start_date="29.2.2024", phase_2_from="2024-06-29")[1][0].calendar.start == date(
        2024, 2, 29
    )


BUTS = {
    "Comes in, but the start on 1 December 2026 is still to come; begin the course here on that day.": {
        "start_date": "1.12.2026",
        "first_contact": "1.11.2026",
    },
    "Comes in, but the next meeting on 1 November 2026 has passed and is left out.": {"next_meeting": "1.11.2026"},
    "Comes in, but the last meeting on 1 December 2026 is still to come and is left out.": {
        "last_meeting": "1.12.2026"
    },
    "Comes in, but the last meeting on 20 June 2006 lies before the first contact and is left out.": {
        "last_meeting": "20.6.2006"
    },
    "Comes in, but a time stands there without the day of the next meeting.": {"next_meeting_time": "12:00"},
    "Comes in, but phase 2 on 1 December 2026 is still to come; record it here on that day.": {
        "phase_2_from": "1.12.2026"
    },
    "Comes in, but the pause until 1 December 2026 still lasts; end it here when it is over.": {
        "pause_from": "1.11.2026",
        "pause_until": "1.12.2026",
    },
    "Comes in, but the pause from 1 December 2026 is still to come; write it here on that day.": {
        "pause_from": "1.12.2026"
    },
    "Comes in, but it was to end on 2 February 2026; close it here if it has ended.": {"start_date": "2.2.2025"},
    "Comes in, but an anonymous course is never shared whole, so nothing is shared.": {
        "anonymous": "yes",
        "sharing": "full",
    },
    "Comes in, but the first contact lies after the start, so the start counts as the first contact.": {
        "first_contact": "3.2.2026"
    },
    "Comes in, but “Mobil” is not read, as it may tell who it is.": {"Mobil": "20 30 40 50"},
}


@pytest.mark.parametrize("said", BUTS)
def test_what_comes_in_with_something_to_know(desk: Desk, tmp_path: Path, said: str) -> None:
    told_so, new = row(desk, tmp_path, **BUTS[said])
    assert (told_so, len(new)) == (said, 1)


NO_DATE = "is no date; write it as 3.5.2026 or 2026-05-03."
OUTS = {
    "Stays out: it has no name that the citizen chose.": {"alias": "\u200b"},
    "Stays out: the name is longer than 40 characters.": {"alias": "x" * 10_000},
    "Stays out: the name looks like a CPR number; choose another one with the citizen.": {"alias": "010190-1234"},
    "Stays out: the name looks like a phone number; choose another one with the citizen.": {"alias": "20 30 40 50"},
    "Stays out: the name looks like an e-mail address; choose another one with the citizen.": {"alias": "a@b.dk"},
    "Stays out: the name looks like an address; choose another one with the citizen.": {"alias": "Nygade 7"},
    "Stays out: it has neither a first contact nor a start date.": {"start_date": ""},
    "Stays out: the first contact on 1 December 2026 is still to come.": {"first_contact": "1.12.2026"},
    "Stays out: the start on 1 December 2026 is still to come, and no first contact is written.": {
        "start_date": "1.12.2026"
    },
    f"Stays out: “sommer” under “start date” {NO_DATE}": {"start_date": "sommer"},
    f"Stays out: “2.2.26” under “start date” {NO_DATE}": {"start_date": "2.2.26"},
    "Stays out: “29.2.2025” under “start date” is no day of the calendar.": {"start_date": "29.2.2025"},
    "Stays out: “2.2.0206” under “start date” is no day of the calendar.": {"start_date": "2.2.0206"},
    "Stays out: phase 2 on 1 February 2026 lies before what came before it.": {"phase_2_from": "1.2.2026"},
    "Stays out: phase 3 has a date and phase 2 has none.": {"phase_3_from": "1.6.2026"},
    "Stays out: phase 3 on 1 May 2026 lies before what came before it.": {
        "phase_2_from": "1.6.2026",
        "phase_3_from": "1.5.2026",
    },
    "Stays out: a phase lasts 4 or 3 months, not 5.": {"months_per_phase": "5"},
    "Stays out: “fire” under “months per phase” is no whole number.": {"months_per_phase": "fire"},
    "Stays out: the pause from 1 January 2026 does not fit the course's other dates.": {"pause_from": "1.1.2026"},
    "Stays out: a pause has an end and no beginning.": {"pause_until": "1.5.2026"},
    "Stays out: a plan that was moved needs both the day and the number of days.": {"plan_moved_days": "14"},
    "Stays out: the plan cannot be moved by 999999 days from 1 May 2026.": {
        "plan_moved_from": "1.5.2026",
        "plan_moved_days": "999999",
    },
    "Stays out: “måske” under “anonymous” is not understood.": {"anonymous": "måske"},
    "Stays out: “klingon” under “language” is not understood.": {"language": "klingon"},
    "Stays out: “25.00” under “next meeting time” is no time of day; write it as 14.30.": {
        "next_meeting_time": "25.00"
    },
    "Stays out: it is the example of the empty file.": {"alias": "eksempel"},
}


@pytest.mark.parametrize("said", OUTS)
def test_what_stays_out_and_why(desk: Desk, tmp_path: Path, said: str) -> None:
    assert row(desk, tmp_path, **OUTS[said]) == (said, ())


def test_a_phase_without_a_start_stays_out(desk: Desk, tmp_path: Path) -> None:
    said, _ = row(desk, tmp_path, start_date="", first_contact="1.11.2026", phase_2_from="1.11.2026")
    assert said == "Stays out: “phase 2 from” has a date, but the course has no start date."


def test_a_guarded_name_stays_out(desk: Desk, tmp_path: Path) -> None:
    guard_words(desk, "Mette")
    assert "a word that you guard" in row(desk, tmp_path, alias="Mettes veninde")[0]


def test_a_guarded_name_in_a_column_that_is_not_read_is_told(desk: Desk, tmp_path: Path) -> None:
    guard_words(desk, "Mette")
    assert row(desk, tmp_path, Navn="Mette")[0] == "Comes in, but “Navn” is not read, as it may tell who it is."


def test_a_name_that_is_here_already_stays_out(desk: Desk, tmp_path: Path) -> None:
    register_citizen(desk, "TERNE")
    assert row(desk, tmp_path)[0] == "Stays out: a citizen of that name is here already."


def test_of_two_rows_with_one_name_the_first_comes_in(desk: Desk, tmp_path: Path) -> None:
    preview = look(desk, write(tmp_path / "a.csv", COURSE_HEAD, "Terne;;1.6.2026", "terne ;;2.6.2026"))
    assert told(preview) == ["2: Comes in.", "3: Stays out: row 2 has the same name."]


def test_a_column_that_is_not_known_is_named_once(desk: Desk, tmp_path: Path) -> None:
    preview = look(desk, write(tmp_path / "a.csv", COURSE_HEAD + ";Vejr", "Terne;;1.6.2026;;;sol"))
    assert (preview.unknown, told(preview)) == (("Vejr",), ["2: Comes in."])


def test_taken_in_twice_everything_is_here_already(desk: Desk, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", COURSE_HEAD, "🦆 and;;1.6.2026", "Ærø;;1.6.2026")
    take(desk, path)
    assert told(look(desk, path)) == [f"{at}: Stays out: a citizen of that name is here already." for at in (2, 3)]
