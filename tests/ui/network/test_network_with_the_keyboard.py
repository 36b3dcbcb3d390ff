"""The network with the keyboard: a task from the day is in sight at what it lacks; an opened card is read through."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.domain.courses import Course
from exit_desktop.domain.network import TaskHolder
from exit_desktop.services import network
from exit_desktop.services.courses import list_courses, load_course
from exit_desktop.services.desk import Desk
from exit_desktop.services.network import Move
from exit_desktop.ui.course.network.tab import NetworkTab
from exit_desktop.ui.course.network.task_card import TaskCard
from exit_desktop.ui.course.work import CourseWork
from support.courses import TODAY
from support.networks import MOTHER, POST
from support.open_window import Opened, dozen, opened
from support.places_to_go import settle

__all__ = ["dozen", "opened"]


def put_with_network(desk: Desk, course: Course) -> Course:
    return network.move_task(desk, course, POST.id, Move(TaskHolder.NETWORK, TODAY))


def stops_from(begin: QWidget, inside: QWidget) -> list[QWidget]:
    """Press Tab until the keyboard leaves."""
    begin.setFocus()
    stood: list[QWidget] = []
    here = QApplication.focusWidget()
    while here is not None and inside.isAncestorOf(here) and here not in stood:
        stood.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
    return stood


def test_an_opened_card_is_gone_through_before_the_next(full: NetworkTab, qtbot: QtBot) -> None:
    with qtbot.waitActive(full):
        full.activateWindow()
    full.board.open_task(POST.id)
    settle()
    card = full.board.cards[POST.id]
    assert card.form is not None
    form = card.form
    wanted = [card.move_to, card.open, form.what.field, form.holder, form.taker, form.since, form.tried]
    assert stops_from(card.move_to, card) == [*wanted, form.went.field, card.remove]


def test_an_opened_person_is_gone_through_before_the_next(full: NetworkTab, qtbot: QtBot) -> None:
    with qtbot.waitActive(full):
        full.activateWindow()
    full.open_person(MOTHER.id)
    settle()
    line = full.people.lines[MOTHER.id]
    assert line.form is not None
    stood = stops_from(line.open, line)
    assert (stood[1], stood[-1]) == (line.form.texts["role"].field, line.remove)


def test_a_task_that_nobody_takes_opens_at_who_takes_it(full: NetworkTab, work: CourseWork, qtbot: QtBot) -> None:
    work.change(put_with_network)
    with qtbot.waitActive(full):
        full.activateWindow()
    full.open_task(POST.id)
    form = full.board.cards[POST.id].form
    assert form is not None
    assert QApplication.focusWidget() is form.taker


def waiting(desk: Desk) -> tuple[str, str]:
    """A course and one of its tasks that lies lowest on the board."""
    courses = [load_course(desk, row.course_id) for row in list_courses(desk)]
    course = max(courses, key=lambda one: len(one.handover.tasks))
    return course.id, course.handover.tasks[-1].id


def test_a_task_of_the_day_comes_in_sight(opened: Opened, qtbot: QtBot) -> None:
    course_id, task_id = waiting(opened.work.session.desk)
    opened.window.resize(1000, 640)
    settle()
    opened.work.follow(course_id, f"task:{task_id}")
    settle()
    tab = opened.window.findChildren(NetworkTab)[0]
    card = next(one for one in tab.findChildren(TaskCard) if one.task_id == task_id)
    assert card.form is not None
    room, taker = tab.area.viewport(), card.form.taker
    qtbot.waitUntil(lambda: 0 <= taker.mapTo(room, QPoint(0, 0)).y() < room.height(), timeout=10_000)


def test_tab_comes_round_the_whole_page_with_fields_open(full: NetworkTab, qtbot: QtBot) -> None:
    with qtbot.waitActive(full):
        full.activateWindow()
    full.open_person(MOTHER.id)
    full.board.open_task(POST.id)
    settle()
    stood = stops_from(full.map.print, full)
    assert QApplication.focusWidget() is stood[0] or full.map.isAncestorOf(QApplication.focusWidget() or full)
    assert {full.board.cards[POST.id].remove, full.people.lines[MOTHER.id].remove, full.meetings.new.open} <= {*stood}
