"""The method in a course: sentences, the way to the evidence, and what does not fit with its reason."""

import pytest
from pytestqt.qtbot import QtBot

from exit_desktop.domain.courses import Course
from exit_desktop.domain.indicators import Indicator
from exit_desktop.services.courses import register_citizen
from exit_desktop.services.desk import Desk
from exit_desktop.services.drafts import list_drafts
from exit_desktop.ui.course import CoursePage
from exit_desktop.ui.course.details.details_tab import DetailsTab
from exit_desktop.ui.course.details.method_line import MethodLine
from exit_desktop.ui.course.tabs import TabId
from support.course_work import words_in
from support.places_to_go import settle


@pytest.fixture
def details(page: CoursePage) -> DetailsTab:
    tab = page.tabs.open(TabId.DETAILS)
    assert isinstance(tab, DetailsTab)
    settle()
    return tab


def now(page: CoursePage) -> Course:
    """The course as it stands."""
    assert page.work.course is not None
    return page.work.course


def write(line: MethodLine, words: str) -> None:
    """Write a reason and leave its field."""
    if line.reason is None:
        line.unfit.click()
    assert line.reason is not None
    line.reason.field.setPlainText(words)
    line.reason.field.left.emit(words)


@pytest.fixture
def line(details: DetailsTab) -> MethodLine:
    """An indicator that is not as expected."""
    return details.method.lines[Indicator.PLAN_IN_TIME]


def test_evidence_and_expectation_stand_in_a_sentence(line: MethodLine) -> None:
    words = words_in(line)
    assert "the method expects one by month 2" in words
    assert "Differs" in words


def test_a_reason_is_kept_when_its_field_is_left(page: CoursePage, line: MethodLine) -> None:
    write(line, "Kom fra et andet sted 🌧")
    assert now(page).not_suitable[0].reason == "Kom fra et andet sted 🌧"
    assert "Does not fit here: Kom fra et andet sted 🌧" in words_in(line)
    assert "Differs" not in words_in(line)


def test_an_emptied_reason_and_the_button_let_it_fit_again(page: CoursePage, line: MethodLine) -> None:
    write(line, "Kom fra et andet sted")
    write(line, "")
    assert now(page).not_suitable == ()
    write(line, "Alligevel ikke")
    line.fits.click()
    assert now(page).not_suitable == ()
    assert "Differs" in words_in(line)


def test_undo_brings_back_what_stood_there(page: CoursePage, line: MethodLine) -> None:
    write(line, "Kom fra et andet sted")
    page.work.undo()
    assert now(page).not_suitable == ()
    assert "Does not fit here:" not in words_in(line)


def test_a_reason_that_is_half_written_waits(page: CoursePage, line: MethodLine, desk: Desk) -> None:
    line.unfit.click()
    assert line.reason is not None
    page.work.session.drafts.keep(f"details/{now(page).id}/method-{line.indicator}", "Kom fra")
    page.work.session.drafts.flush()
    assert [draft.place for draft in list_drafts(desk.vault)] == [f"details/{now(page).id}/method-plan_in_time"]
    course_id = now(page).id
    page.show_course(register_citizen(desk, "Havet").id)
    assert line.reason is None
    page.show_course(course_id)
    settle()
    assert line.reason is not None
    assert line.reason.field.text() == "Kom fra"


def test_too_many_words_are_told_and_stay_in_the_field(page: CoursePage, line: MethodLine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.work.session.told):
        write(line, "x" * 10_000)
    assert now(page).not_suitable == ()
    assert line.reason is not None
    assert len(line.reason.field.text()) == 10_000


@pytest.mark.parametrize(
    ("indicator", "tab"),
    [
        (Indicator.FIRST_MONTH, TabId.CONTACTS),
        (Indicator.SUPPORTS, TabId.NETWORK),
        (Indicator.PLAN_IN_TIME, TabId.PLAN),
        (Indicator.MEASUREMENTS, TabId.READINGS),
        (Indicator.ATTACHED, TabId.FORMS),
    ],
    ids=str,
)
def test_the_evidence_is_led_to(page: CoursePage, details: DetailsTab, indicator: Indicator, tab: TabId) -> None:
    details.method.lines[indicator].see.click()
    assert page.tabs.current is tab


def test_before_the_start_nothing_is_held_against_anyone(page: CoursePage, details: DetailsTab, desk: Desk) -> None:
    page.show_course(register_citizen(desk, "Havet").id)
    page.tabs.open(TabId.DETAILS)
    settle()
    assert "It fills when the course has started." in words_in(details.method)
    assert not any(line.isVisible() for line in details.method.lines.values())


def test_the_way_from_the_caseload_ends_at_the_method(page: CoursePage) -> None:
    page.follow("method")
    assert page.tabs.current is TabId.DETAILS


def test_cafe_view_hides_it(details: DetailsTab) -> None:
    details.set_cafe_view(True)
    assert details.method.isHidden()
