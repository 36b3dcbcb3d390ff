"""A gate with the keyboard: Tab as it is read, evidence opened with the keyboard, Esc back, what a passed one says."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.domain.calendar import CourseState, Phase
from exit_desktop.ui.course.course_page import CoursePage
from exit_desktop.ui.course.gates.gate_page import GatePage
from exit_desktop.ui.course.steps.offers import Step
from exit_desktop.ui.course.steps.transition import TransitionDialog
from exit_desktop.ui.course.tabs import TabId
from support.open_window import Opened, dozen, opened
from support.places_to_go import choose, settle

__all__ = ["dozen", "opened"]


def at_gate(opened: Opened, qtbot: QtBot) -> CoursePage:
    """Go to the gate before phase 3 of somebody."""
    choose(opened.work, CourseState.ACTIVE, Phase.TWO)
    with qtbot.waitActive(opened.window):
        opened.window.activateWindow()
    page = opened.window.findChildren(CoursePage)[0]
    page.header.step_wanted.emit(Step.TRANSITION)
    settle()
    return page


def gate(page: CoursePage) -> GatePage:
    return page.findChildren(GatePage)[0]


def standing() -> QWidget:
    """What has the keyboard."""
    here = QApplication.focusWidget()
    assert here is not None
    return here


def tab_from(begin: QWidget, stops: int) -> list[QWidget]:
    begin.setFocus()
    stood = []
    for _ in range(stops):
        QTest.keyClick(standing(), Qt.Key.Key_Tab)
        stood.append(standing())
    return stood


def test_tab_comes_from_the_list_to_every_link_in_order(opened: Opened, qtbot: QtBot) -> None:
    page = at_gate(opened, qtbot)
    each = [part for row in gate(page).rows for part in (*row.links(), row.reason.field) if part.isVisible()]
    order = opened.work._list.view
    assert tab_from(order, len(each) + 1) == [*each, gate(page).act]


def test_evidence_has_the_keyboard_and_esc_leads_back(opened: Opened, qtbot: QtBot) -> None:
    page = at_gate(opened, qtbot)
    link = next(one for row in gate(page).rows for one in row.links())
    QTest.keyClick(link, Qt.Key.Key_Space)
    settle()
    here = standing()
    opens = (page.open_course.way_back, page.tabs.tab(page.tabs.current))
    assert any(part is not None and part.isAncestorOf(here) for part in opens)
    QTest.keyClick(here, Qt.Key.Key_Escape)
    assert page.place() == "gate:to_three"


def test_a_passed_gate_leads_to_the_overview_and_says_the_phase(opened: Opened, qtbot: QtBot) -> None:
    page = at_gate(opened, qtbot)
    page.tabs.open(TabId.FORMS)
    gate(page).act.click()
    page.findChildren(TransitionDialog)[-1].act.click()
    settle()
    assert page.place().startswith(TabId.OVERVIEW)
    words = [label.text() for label in opened.work._messages.findChildren(QLabel)]
    t = opened.work.session.t
    assert t("The citizen is in phase {number} now.", number=3) in words
