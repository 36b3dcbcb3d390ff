"""The page of a gate: what it tells, where its links lead and how one comes back, reasons, and the way on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.domain.calendar import Phase
from exit_desktop.domain.courses import Course
from exit_desktop.domain.expectations import Expected, Gate
from exit_desktop.services.courses import load_course
from exit_desktop.services.desk import Desk, commit_course
from exit_desktop.ui.course import CoursePage
from exit_desktop.ui.course.gates.expectation_row import ExpectationRow
from exit_desktop.ui.course.gates.gate_page import GatePage
from exit_desktop.ui.course.steps.offers import Step
from exit_desktop.ui.course.steps.transition import TransitionDialog
from exit_desktop.ui.course.tabs import TabId
from exit_desktop.ui.lock_reason import LockReason
from exit_desktop.ui.session import Session
from exit_desktop.ui.shortcuts import ActId
from support.course_work import words_in
from support.gates import before_two

START = date(2026, 1, 5)


@pytest.fixture
def course(desk: Desk) -> Course:
    """Mågen before phase 2, with nobody on the map and one reading missing."""
    whole = before_two()
    return commit_course(desk, None, replace(whole, network=(), submissions=whole.submissions[:1]), "citizen")


@pytest.fixture
def page(session: Session, course: Course, qtbot: QtBot) -> Iterator[CoursePage]:
    """The course's page with its gate in front."""
    made = CoursePage(session)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    with qtbot.waitActive(made):
        made.show()
    made.show_course(course.id)
    made.header.step_wanted.emit(Step.TRANSITION)
    yield made
    session.drafts.clear()
    session.locked.emit(LockReason.ASKED)


def gate(page: CoursePage) -> GatePage:
    """The page of the gate."""
    return page.findChildren(GatePage)[0]


def line(page: CoursePage, expected: Expected) -> ExpectationRow:
    """The row of one expectation."""
    return next(one for one in gate(page).rows if one.expected is expected)


def now(page: CoursePage) -> Course:
    """The course as it stands."""
    assert page.work.course is not None
    return page.work.course


@pytest.mark.parametrize(
    "words",
    [
        "On to phase 2",
        "The needs are described in every area that you have chosen.",
        "Described in the plan: 2 of 2 areas",
        "There has been a plan since 1 February 2026.",
        "Begun or done: 1 of 2",
        "Agreed: 1 of 1",
        "Nobody is on the map yet.",
        "Reading, 2 months: made 5 March 2026",
        "Reading, 4 months: not made",
        "In place: 4 of 6",
    ],
)
def test_it_tells_what_is_expected_and_what_is_there(page: CoursePage, words: str) -> None:
    assert words in words_in(gate(page))


def test_there_is_nothing_to_tick(page: CoursePage) -> None:
    buttons = gate(page).findChildren(QAbstractButton)
    assert not [one for one in buttons if isinstance(one, QCheckBox | QRadioButton) or one.isCheckable()]


def test_only_what_is_missing_asks_for_a_reason(page: CoursePage) -> None:
    asking = [one.expected for one in gate(page).rows if one.reason.isVisible()]
    assert asking == [Expected.NETWORK_BEGUN, Expected.READINGS_MADE]


def test_the_way_on_is_open_whatever_is_missing(page: CoursePage) -> None:
    gate(page).act.click()
    page.findChildren(TransitionDialog)[-1].act.click()
    assert now(page).phase is Phase.TWO
    assert page.place().startswith(TabId.OVERVIEW)


def test_a_reason_is_kept_when_its_field_is_left(page: CoursePage, desk: Desk) -> None:
    row = line(page, Expected.NETWORK_BEGUN)
    row.reason.field.setFocus()
    QTest.keyClicks(row.reason.field, "Hun vil vente")
    QTest.keyClick(row.reason.field, Qt.Key.Key_Tab)
    assert [one.words for one in load_course(desk, now(page).id).gate_reasons] == ["Hun vil vente"]
    assert "the reason is written" in words_in(row)
    assert QApplication.focusWidget() is line(page, Expected.READINGS_MADE).links()[0]


def test_undo_takes_the_reason_out_of_its_field(page: CoursePage) -> None:
    row = line(page, Expected.NETWORK_BEGUN)
    row.reason.field.setFocus()
    QTest.keyClicks(row.reason.field, "Hun vil vente")
    gate(page).act.setFocus()
    page.do_act(ActId.UNDO)
    assert (row.reason.field.text(), now(page).gate_reasons) == ("", ())
    assert page.place() == "gate:to_two"


def test_a_half_written_reason_waits(page: CoursePage, session: Session) -> None:
    row = line(page, Expected.NETWORK_BEGUN)
    row.reason.field.setPlainText("Hun ta")
    gate(page).clear()
    page.show_gate(Gate.TO_TWO)
    assert line(page, Expected.NETWORK_BEGUN).reason.field.text() == "Hun ta"


@pytest.mark.parametrize(
    ("expected", "tab"),
    [
        (Expected.NEEDS_MAPPED, TabId.PLAN),
        (Expected.ACTIVITIES_STARTED, TabId.PLAN),
        (Expected.NETWORK_BEGUN, TabId.NETWORK),
        (Expected.READINGS_MADE, TabId.READINGS),
    ],
)
def test_evidence_opens_in_its_tab_and_one_line_leads_back(page: CoursePage, expected: Expected, tab: TabId) -> None:
    line(page, expected).links()[0].click()
    assert page.place().startswith(tab)
    assert page.open_course.way_back.isVisible()
    page.open_course.way_back.back.click()
    assert page.place() == "gate:to_two"


def test_what_was_missing_is_there_when_one_comes_back(page: CoursePage) -> None:
    line(page, Expected.NETWORK_BEGUN).links()[0].click()
    page.work.change(
        lambda desk, course: commit_course(desk, course, replace(course, network=before_two().network), "x")
    )
    page.open_course.way_back.back.click()
    assert "1 person on the map" in words_in(line(page, Expected.NETWORK_BEGUN))


def test_the_way_back_goes_when_it_is_left_and_with_the_course(page: CoursePage) -> None:
    line(page, Expected.NETWORK_BEGUN).links()[0].click()
    page.open_course.way_back.leave.click()
    assert not page.open_course.way_back.isVisible()
    page.show_gate(Gate.TO_TWO)
    line(page, Expected.NETWORK_BEGUN).links()[0].click()
    page.clear()
    assert page.open_course.way_back.gate is None


def test_tab_reaches_every_link_field_and_the_way_on(page: CoursePage) -> None:
    wanted: set[QWidget] = {link for one in gate(page).rows for link in one.links()} | {gate(page).act, gate(page).back}
    wanted |= {one.reason.field for one in gate(page).rows if one.reason.isVisible()}
    seen = set()
    for _ in range(40):
        seen.add(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
    assert wanted <= seen


def test_esc_leads_to_the_course(page: CoursePage) -> None:
    QTest.keyClick(gate(page), Qt.Key.Key_Escape)
    assert page.place().startswith(TabId.OVERVIEW)


def test_blank_shows_nothing_of_anyone(page: CoursePage) -> None:
    page.set_cafe_view(True)
    assert words_in(gate(page)) == "The page is blank. F8 shows it again."


def test_cleared_it_holds_nobody(page: CoursePage) -> None:
    page.clear()
    assert gate(page).rows == []
    assert "Mågen" not in words_in(page)


def test_after_a_lock_the_worker_is_back_there(page: CoursePage) -> None:
    QTest.keyClick(gate(page), Qt.Key.Key_Escape)
    page.return_to("gate:to_two")
    assert page.place() == "gate:to_two"
