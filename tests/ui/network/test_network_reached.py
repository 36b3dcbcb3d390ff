"""The network is reached: from another place of the course, and by Tab in the order in which it is read."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.domain.courses import Course
from exit_desktop.domain.network import TaskHolder
from exit_desktop.services import network
from exit_desktop.services.desk import Desk
from exit_desktop.services.network import Move
from exit_desktop.ui.course.leading import Leading
from exit_desktop.ui.course.network.tab import NetworkTab
from exit_desktop.ui.course.tabs import CourseTabs, TabId
from exit_desktop.ui.course.work import CourseWork
from support.course_work import shown_course
from support.courses import TODAY
from support.networks import DOCTOR, MOTHER, POST


def walk(begin: QWidget, stops: int) -> list[QWidget]:
    """Press Tab so many times and return where the keyboard stood."""
    for _ in range(4):
        QApplication.processEvents()
    begin.setFocus()
    stood = []
    for _ in range(stops):
        here = QApplication.focusWidget()
        assert here is not None
        stood.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return stood


def move(holder: TaskHolder, desk: Desk, course: Course) -> Course:
    return network.move_task(desk, course, POST.id, Move(holder, TODAY))


def test_tab_goes_as_the_page_is_read(full: NetworkTab) -> None:
    full.activateWindow()
    card = full.board.cards[POST.id]
    lines = [full.people.lines[person.id].open for person in (MOTHER, DOCTOR)]
    stood = walk(full.map.print, 7)
    begin = [full.map.print, full.map.about, full.people.new.open]
    assert stood == [*begin, *lines, full.board.new.open, card.move_to]


def test_a_card_that_was_moved_is_reached_where_it_lies_now(full: NetworkTab, work: CourseWork) -> None:
    work.change(partial(move, TaskHolder.NETWORK))
    full.activateWindow()
    card = full.board.cards[POST.id]
    assert walk(full.board.new.open, 4)[1:] == [card.move_to, card.open, full.meetings.new.open]


def test_tab_leaves_the_map_in_one_step(full: NetworkTab) -> None:
    full.activateWindow()
    full.map.map.go_to_person(MOTHER.id)
    QTest.keyClick(full.map.map, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not None
    stood = walk(full.map.map, 2)
    assert stood[1] is full.map.print


def test_what_is_due_leads_to_its_card(full: NetworkTab, work: CourseWork, qtbot: QtBot) -> None:
    tabs = CourseTabs(work)
    qtbot.addWidget(tabs)
    tabs.show_course(shown_course(work))
    tabs.show()
    Leading(tabs, tabs, work, lambda _step: None).follow(f"task:{POST.id}")
    opened = tabs.tab(TabId.NETWORK)
    assert isinstance(opened, NetworkTab)
    assert opened.board.cards[POST.id].form is not None


def test_a_person_low_on_the_page_is_scrolled_to(full: NetworkTab, qtbot: QtBot) -> None:
    full.resize(900, 300)
    full.open_person(DOCTOR.id)
    line = full.people.lines[DOCTOR.id]
    qtbot.waitUntil(lambda: 0 <= line.mapTo(full, QPoint(0, 0)).y() < full.height())
