"""What a line of the list says, to the eye and to a screen reader."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from exit_desktop.domain.calendar import Occasion
from exit_desktop.domain.due import DueKind
from exit_desktop.services.courses import CourseRow, list_courses, load_course
from exit_desktop.services.desk import Desk
from exit_desktop.services.readings import begin_reading
from exit_desktop.system.language import Texts
from exit_desktop.ui.citizens.citizen_list import CitizenList
from exit_desktop.ui.citizens.row_words import second_line, spoken, third_line
from support.courses import TODAY


def row_of(desk: Desk, alias: str) -> CourseRow:
    """The line of one citizen."""
    return next(row for row in list_courses(desk) if row.alias == alias)


def test_active_course_tells_phase_day_and_last_contact(desk: Desk, citizens: dict[str, str], t: Texts) -> None:
    assert second_line(row_of(desk, "Mågen"), t, TODAY) == "Phase 1 · day 145 · contact 6 days ago"


def test_orientation_tells_its_talks(desk: Desk, citizens: dict[str, str], t: Texts) -> None:
    assert second_line(row_of(desk, "Anemone"), t, TODAY) == "Orientation · 0 talks · no contact yet"


def test_days_are_counted_as_on_the_page_of_the_day(desk: Desk, citizens: dict[str, str], t: Texts) -> None:
    row = row_of(desk, "Mågen")._replace(last_contact_on=TODAY - timedelta(days=19))
    assert second_line(row, t, TODAY).endswith("contact 19 days ago")


def test_where_there_is_little_room_no_word_is_cut(desk: Desk, citizens: dict[str, str], t: Texts) -> None:
    narrow = second_line(row_of(desk, "Mågen"), t, TODAY, lambda words: len(words) < 32)
    assert narrow == "Phase 1 · contact 6 days ago"


def test_closed_course_tells_its_date_only(desk: Desk, citizens: dict[str, str], t: Texts) -> None:
    assert second_line(row_of(desk, "Ærten"), t, TODAY) == "Closed 1 November"


@pytest.mark.parametrize(
    ("due", "told"),
    [
        ((DueKind.READING, 21), ("reading in 3 weeks", False)),
        ((DueKind.READING, 14), ("reading in 14 days", False)),
        ((DueKind.READING, 8), ("reading in 8 days", False)),
        ((DueKind.READING, 7), ("reading in 7 days", False)),
        ((DueKind.MEETING, 1), ("meeting tomorrow", False)),
        ((DueKind.TRANSITION, 0), ("next phase today", True)),
        ((DueKind.ACTIVITY, -3), ("deadline in the plan, planned 20 Nov", True)),
        ((DueKind.MEETING, -3), ("meeting 20 Nov: how did it go?", True)),
    ],
)
def test_next_due(
    desk: Desk, citizens: dict[str, str], t: Texts, due: tuple[DueKind, int], told: tuple[str, bool]
) -> None:
    kind, days = due
    words = third_line(row_of(desk, "Mågen")._replace(due_kind=kind, due_on=TODAY + timedelta(days=days)), t, TODAY)
    assert (words.text, words.wants) == told


@pytest.mark.parametrize(
    ("occasion", "told"), [(Occasion.M00, "en måling er i gang, begyndt 18. nov."), (Occasion.M06, "måling")]
)
def test_a_reading_under_way_is_told_as_that(
    desk: Desk, citizens: dict[str, str], occasion: Occasion, told: str
) -> None:
    begin_reading(desk, load_course(desk, citizens["Zebra"]), date(2026, 11, 18), occasion)
    assert third_line(row_of(desk, "Zebra"), Texts("da"), TODAY).text.startswith(told)


def test_screen_reader_hears_the_whole_line(screen: CitizenList) -> None:
    line = screen.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert line.startswith("Mågen: Phase 1, day 145, contact 6 days ago. ")


@pytest.mark.parametrize(("language", "kind"), [("da", DueKind.ACTIVITY), ("en", DueKind.MEETING)])
def test_no_sentence_that_is_heard_ends_twice(
    desk: Desk, citizens: dict[str, str], language: str, kind: DueKind
) -> None:
    row = row_of(desk, "Mågen")._replace(due_kind=kind, due_on=date(2026, 2, 10))
    heard = spoken(row, Texts(language), TODAY)
    assert heard[-1] in ".?"
    assert heard[-2] not in ".?"


def test_screen_reader_hears_that_a_course_is_anonymous(desk: Desk, citizens: dict[str, str], t: Texts) -> None:
    row = row_of(desk, "Mågen")._replace(anonymous=True)
    assert spoken(row, t, date(2026, 11, 23)).startswith("Mågen, anonymous: ")


def test_a_line_without_anything_due_is_lower(screen: CitizenList) -> None:
    rows = list(screen.model._shown)
    screen.model.set_rows([rows[0]._replace(due_kind=None, due_on=None), *rows[1:]])
    heights = [screen.view.visualRect(screen.model.index(at, 0)).height() for at in (0, 1)]
    assert heights[0] < heights[1]
