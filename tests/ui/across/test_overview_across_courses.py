"""Overview across all courses: the caseload, the method and the hours, as a worker sees them and is led on."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget
from pytestqt.qtbot import QtBot

from exit_desktop.domain.contacts import WorkEntry
from exit_desktop.domain.indicators import Indicator
from exit_desktop.services.contacts import record_contact, record_own_hours
from exit_desktop.services.courses import register_citizen, start_course
from exit_desktop.services.desk import Act, Desk
from exit_desktop.services.fidelity import read_expectations, set_aside
from exit_desktop.services.papers import remember_understood
from exit_desktop.ui.jobs import Job
from exit_desktop.ui.overview.caseload_options import CaseloadOptions
from exit_desktop.ui.overview.expectations_panel import Community, PerWorker
from exit_desktop.ui.overview.method_tab import Which
from exit_desktop.ui.overview.overview_page import OverviewPage
from exit_desktop.ui.papers.preview import PaperPreview
from exit_desktop.ui.session import Session
from support.course_work import words_in
from support.courses import make_contact, uid
from support.open_window import wait_for_jobs

START = date(2026, 7, 2)


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[OverviewPage]:
    """The page, in front."""
    page = OverviewPage(session)
    qtbot.addWidget(page)
    page.resize(1000, 760)
    page.show()
    yield page
    page.clear()


def begin(desk: Desk, *aliases: str) -> list[str]:
    """Courses that have started, and their ids."""
    return [start_course(desk, register_citizen(desk, alias), START).id for alias in aliases]


def show_method(page: OverviewPage, session: Session, qtbot: QtBot) -> str:
    """Open the tab of the method and return its words when all courses are read."""
    page.tabs.setCurrentWidget(page.method)
    page.method.load()
    wait_for_jobs(session.frame, qtbot.waitUntil)
    return words_in(page.method)


def test_empty_every_tab_says_what_it_is_for(page: OverviewPage, session: Session, qtbot: QtBot) -> None:
    assert "Here stands everyone you follow" in words_in(page.caseload)
    assert "It fills when the first course has started." in show_method(page, session, qtbot)
    page.tabs.setCurrentWidget(page.time)
    assert "No hours are written yet." in words_in(page.time)


def test_the_caseload_is_told_and_enter_opens_a_course(page: OverviewPage, session: Session, qtbot: QtBot) -> None:
    first, _ = begin(session.desk, "Alken", "Ærfuglen")
    page.caseload.load()
    assert "2 courses under way on full time; the guide is 10 at most." in words_in(page.caseload)
    page.caseload.take_focus()
    with qtbot.waitSignal(page.opened) as led:
        QTest.keyClick(page.caseload.table, Qt.Key.Key_Return)
    assert led.args == [first]


def test_the_method_tells_how_many_and_which(page: OverviewPage, session: Session, qtbot: QtBot) -> None:
    begin(session.desk, "Alken", "Ærfuglen")
    words = show_method(page, session, qtbot)
    assert "The method expects a plan by month 2.\nAs expected in 0 of 2 courses." in words
    line = page.method.lines[Indicator.PLAN_IN_TIME]
    line.which.click()
    assert "Alken\nÆrfuglen" in words_in(line)


def test_a_reason_takes_a_course_out_of_the_count(page: OverviewPage, session: Session, qtbot: QtBot) -> None:
    course = start_course(session.desk, register_citizen(session.desk, "Alken"), START)
    set_aside(session.desk, course, Indicator.PLAN_IN_TIME, "Kom fra et andet sted")
    show_method(page, session, qtbot)
    assert page.method.lines[Indicator.PLAN_IN_TIME].words.text() == "Does not fit in 1 course."


def test_only_closed_courses_may_be_looked_at(page: OverviewPage, session: Session, qtbot: QtBot) -> None:
    begin(session.desk, "Alken")
    show_method(page, session, qtbot)
    page.method.which.chip(Which.CLOSED).click()
    assert page.method.lines[Indicator.PLAN_IN_TIME].words.text() == "Nothing to count yet."


def test_another_figure_of_the_sources_is_kept(page: OverviewPage, session: Session, qtbot: QtBot) -> None:
    begin(session.desk, "Alken")
    show_method(page, session, qtbot)
    page.method.expectations.community.chip(Community.FOUR).click()
    page.method.expectations.per_worker.chip(PerWorker.TWENTY).click()
    wait_for_jobs(session.frame, qtbot.waitUntil)
    expected = read_expectations(session.desk)
    assert (expected.community_meetings, expected.citizens_per_worker) == (4, 20)
    assert "expects 4 meetings or more in the community" in words_in(page.method)


def cells_of(table: QTableWidget) -> list[list[str]]:
    """The words of a table, line by line."""
    places = [[table.item(row, column) for column in range(table.columnCount())] for row in range(table.rowCount())]
    return [[item.text() if item else "" for item in line] for line in places]


def test_hours_are_drawn_and_stand_in_a_table(page: OverviewPage, session: Session) -> None:
    course = start_course(session.desk, register_citizen(session.desk, "Alken"), START)
    record_contact(session.desk, course, make_contact(1, date(2026, 11, 3)))
    record_own_hours(session.desk, WorkEntry(uid(7), date(2026, 11, 4), "outreach", 90))
    page.tabs.setCurrentWidget(page.time)
    assert "2 h 15 min, of which 45 min with or for citizens and 1 h 30 min" in words_in(page.time)
    assert cells_of(page.time.table) == [
        ["Social support", "0.8"],
        ["Outreach", "1.5"],
        ["In all", "2.3"],
    ]
    assert [mark.sentence for mark in page.time.chart.drawing.marks] == [page.time.newest.text()]


def test_cafe_view_shows_nobody(page: OverviewPage, session: Session) -> None:
    begin(session.desk, "Alken")
    page.set_cafe_view(True)
    QApplication.processEvents()
    assert not page.tabs.isVisible()
    page.set_cafe_view(False)
    assert page.tabs.isVisible()


def test_the_paper_has_codes_until_names_are_ticked(page: OverviewPage, session: Session) -> None:
    remember_understood(session.desk, Act.SAVED_PDF)
    begin(session.desk, "Alken")
    page.caseload.load()
    page.caseload.print.click()
    (preview,) = page.findChildren(PaperPreview)
    assert isinstance(preview.side, CaseloadOptions)
    assert "Alken" not in preview.pages.accessibleDescription()
    preview.side.alias.setChecked(True)
    preview.make()
    assert "Alken" in preview.pages.accessibleDescription()
    preview.reject()


def test_after_the_lock_nobody_stands_there(page: OverviewPage, session: Session, qtbot: QtBot) -> None:
    begin(session.desk, "Alken")
    page.caseload.load()
    show_method(page, session, qtbot)
    page.method.lines[Indicator.PLAN_IN_TIME].which.click()
    page.clear()
    assert page.caseload.table.rowCount() == 0
    for tab in (page.caseload, page.method, page.time):
        page.tabs.setCurrentWidget(tab)
        assert "Alken" not in words_in(tab)


def test_many_changes_while_it_reads_are_read_in_one_go(
    page: OverviewPage, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(session.desk, "Alken")
    show_method(page, session, qtbot)
    times, read = [], page.method._read

    def reading(job: Job) -> object:
        times.append(1)
        return read(job)

    monkeypatch.setattr(page.method, "_read", reading)
    for _ in range(9):
        session.changed.emit("course", "")
    wait_for_jobs(session.frame, qtbot.waitUntil)
    assert len(times) == 2


def test_what_changes_while_nobody_looks_waits(
    page: OverviewPage, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(session.desk, "Alken")
    show_method(page, session, qtbot)
    session.changed.emit("course", "")
    session.changed.emit("course", "")
    page.tabs.setCurrentWidget(page.caseload)
    times: list[int] = []
    monkeypatch.setattr(page.method, "_read", lambda _job: times.append(1))
    wait_for_jobs(session.frame, qtbot.waitUntil)
    assert times == []
