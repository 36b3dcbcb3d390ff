"""The overview says change in words, and what it is for when there is nothing yet."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exit_desktop.domain.answers import Answer
from exit_desktop.domain.calendar import Occasion
from exit_desktop.services.courses import register_citizen, start_course
from exit_desktop.services.readings import begin_reading, finish_reading, save_answers
from exit_desktop.ui.course.overview.overview_tab import OverviewTab
from exit_desktop.ui.course.work import CourseWork
from exit_desktop.ui.session import Session
from exit_desktop.ui.widgets.buttons import Button
from exit_desktop.ui.widgets.labels import Label


@pytest.fixture
def work(session: Session) -> CourseWork:
    made = CourseWork(session, session.desk)
    course = register_citizen(session.desk, "Tern", "en")
    made.choose(start_course(session.desk, course, date(2026, 9, 20)).id)
    return made


def read(work: CourseWork, on: date, occasion: Occasion, value: int) -> None:
    desk, course = work.desk, work.course
    assert course is not None
    keys = [q.key for q in desk.catalogue.get("life_situation").questions]
    answers = [Answer(instrument="life_situation", version=1, question=key, value=value) for key in keys]
    paid = Answer(instrument="selling", version=1, question="paid_last_month", value=False)
    goal = Answer(instrument="selling", version=1, question="goal", value="exit")
    course, reading = begin_reading(desk, course, on, occasion)
    work.course = finish_reading(desk, save_answers(desk, course, reading, [*answers, paid, goal]), reading)


def shown(work: CourseWork, qtbot: QtBot) -> OverviewTab:
    tab = OverviewTab(work)
    qtbot.addWidget(tab)
    tab.resize(1100, 700)
    tab.show_course(work.course)  # type: ignore[arg-type]  # chosen by the fixture before
    with qtbot.waitExposed(tab):
        tab.show()
    return tab


def words(tab: OverviewTab) -> str:
    return "\n".join(label.text() for label in tab.findChildren(Label) if label.isVisible())


def test_an_empty_course_offers_the_first_reading(work: CourseWork, qtbot: QtBot) -> None:
    tab = shown(work, qtbot)
    with qtbot.waitSignal(tab.reading_wanted):
        tab._begin.click()
    assert "What this place is for" in words(tab)


def test_change_is_told_in_words_first(work: CourseWork, qtbot: QtBot) -> None:
    read(work, date(2026, 9, 20), Occasion.M00, 3)
    read(work, date(2026, 11, 20), Occasion.M02, 5)
    assert "Substantial progress, +20 in all" in words(shown(work, qtbot))


def test_the_table_says_what_the_star_shows(work: CourseWork, qtbot: QtBot) -> None:
    read(work, date(2026, 9, 20), Occasion.M00, 3)
    read(work, date(2026, 11, 20), Occasion.M02, 5)
    tab = shown(work, qtbot)
    tab.star._as_table.click()
    cells = [tab.star.table.item(0, column) for column in range(3)]
    assert [cell.text() for cell in cells if cell] == ["Motivation", "3", "5"]


def test_the_goal_is_never_on_the_overview(work: CourseWork, qtbot: QtBot) -> None:
    read(work, date(2026, 9, 20), Occasion.M00, 3)
    told = words(shown(work, qtbot))
    assert "Paid in the last month, 20 September" in told
    assert "Stop selling" not in told


def test_cafe_view_tells_nothing_that_was_said(work: CourseWork, qtbot: QtBot) -> None:
    read(work, date(2026, 9, 20), Occasion.M00, 3)
    tab = shown(work, qtbot)
    tab.set_cafe_view(True)
    assert "Paid" not in words(tab)


def test_nothing_is_left_after_clear(work: CourseWork, qtbot: QtBot) -> None:
    read(work, date(2026, 9, 20), Occasion.M00, 3)
    tab = shown(work, qtbot)
    tab.clear()
    assert "Paid" not in "".join(label.text() for label in tab.findChildren(Label))
    assert tab.star.star.view.readings == ()


def test_cafe_view_shows_no_risk_on_the_curve(work: CourseWork, qtbot: QtBot) -> None:
    read(work, date(2026, 9, 20), Occasion.M00, 3)
    tab = shown(work, qtbot)
    before = tab.curve.curve.view.show_risk
    tab.set_cafe_view(True)
    assert (before, tab.curve.curve.view.show_risk) == (True, False)


def test_cafe_view_leaves_no_hole(work: CourseWork, qtbot: QtBot) -> None:
    read(work, date(2026, 9, 20), Occasion.M00, 3)
    tab = shown(work, qtbot)
    tab.set_cafe_view(True)
    gap = tab._grid.spacing()
    qtbot.waitUntil(lambda: tab.curve.x() == tab.star.geometry().right() + 1 + gap)
    assert tab.curve.y() == tab.star.y()


def test_a_missing_reading_from_the_start_is_said(work: CourseWork, qtbot: QtBot) -> None:
    read(work, date(2026, 11, 20), Occasion.M02, 5)
    assert "The reading from the start is missing" in words(shown(work, qtbot))


def test_orientation_offers_the_first_talk_and_then_the_start(session: Session, qtbot: QtBot) -> None:
    work = CourseWork(session, session.desk)
    work.choose(register_citizen(session.desk, "Ternen").id)
    tab = OverviewTab(work)
    qtbot.addWidget(tab)
    assert work.course is not None
    tab.show_course(work.course)
    tab.show()
    words = [button.text() for button in tab.findChildren(Button) if button.isVisible()]
    assert words[:2] == ["Write the first talk", "Start the course …"]


def test_no_line_of_the_table_is_cut_or_scrolls_within_the_page(work: CourseWork, qtbot: QtBot) -> None:
    read(work, date(2026, 9, 20), Occasion.M00, 3)
    tab = shown(work, qtbot)
    tab.star._as_table.click()
    QApplication.processEvents()
    table = tab.star.table
    assert table.verticalScrollBar().maximum() == 0
    assert all(table.rowHeight(line) >= table.sizeHintForRow(line) for line in range(table.rowCount()))
