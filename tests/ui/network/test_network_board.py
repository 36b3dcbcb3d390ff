"""The handover board, the meetings and the time afterwards, as a worker uses them."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exit_desktop.domain.courses import Course
from exit_desktop.domain.network import SupportTask, TaskHolder
from exit_desktop.services.bin import list_bin
from exit_desktop.services.desk import Desk
from exit_desktop.services.network import put_task
from exit_desktop.ui.course.network.new_meeting import NewMeeting
from exit_desktop.ui.course.network.new_task import NewTask
from exit_desktop.ui.course.network.tab import NetworkTab
from exit_desktop.ui.course.network.task_card import TaskCard
from exit_desktop.ui.course.network.task_form import TaskForm
from exit_desktop.ui.course.work import CourseWork
from support.course_work import shown_course, words_in
from support.courses import TODAY
from support.networks import MOTHER, POST

LEFT, CTRL, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def focused() -> QWidget:
    """Return what holds the keyboard."""
    here = QApplication.focusWidget()
    assert here is not None
    return here


def task(work: CourseWork) -> SupportTask:
    return shown_course(work).handover.tasks[0]


def card(tab: NetworkTab) -> TaskCard:
    return tab.board.cards[POST.id]


def form(tab: NetworkTab) -> TaskForm:
    opened = tab.board.open_task(POST.id)
    assert opened is not None and opened.form is not None
    return opened.form


def lies_under(tab: NetworkTab) -> TaskHolder:
    """Where the card is seen."""
    QApplication.processEvents()
    return next(column.holder for column in tab.board.columns if column.isAncestorOf(card(tab)))


def test_a_new_task_lies_with_the_worker(tab: NetworkTab, work: CourseWork) -> None:
    new = tab.board.new.unfold()
    assert isinstance(new, NewTask)
    tab.activateWindow()
    new.setFocus()
    new.what.setText("Går med til jobcentret")
    QTest.keyClick(new.what, Qt.Key.Key_Return, CTRL)
    assert (task(work).what, task(work).holder) == ("Går med til jobcentret", TaskHolder.WORKER)
    assert new.what.text() == ""


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, CTRL])
@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_task_that_was_added_with_enter_is_not_asked_for_again(
    tab: NetworkTab, work: CourseWork, enter: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    new = tab.board.new.unfold()
    assert isinstance(new, NewTask)
    QTest.keyClicks(new.what, "Går med til jobcentret")
    QTest.keyClick(new.what, enter, held)
    assert [one.what for one in shown_course(work).handover.tasks] == ["Går med til jobcentret"]
    assert "Write what is to be taken over first." not in words_in(new)


def test_enter_adds_a_task_and_saves_one_that_is_changed(tab: NetworkTab, work: CourseWork) -> None:
    new = tab.board.new.unfold()
    assert isinstance(new, NewTask)
    QTest.keyClicks(new.what, "Går med til jobcentret")
    QTest.keyClick(new.what, Qt.Key.Key_Return)
    opened = tab.board.open_task(task(work).id)
    assert opened is not None and opened.form is not None
    QTest.keyClicks(opened.form.what.field, "Ja. ")
    QTest.keyClick(opened.form.what.field, Qt.Key.Key_Return)
    assert task(work).what == "Ja. Går med til jobcentret"


def test_a_half_written_task_waits(tab: NetworkTab, work: CourseWork, qtbot: QtBot) -> None:
    new = tab.board.new.unfold()
    assert isinstance(new, NewTask)
    new.what.setText("Går med")
    other = NetworkTab(work)
    qtbot.addWidget(other)
    other.show()
    assert isinstance(other.board.new.fields, NewTask)
    assert other.board.new.fields.what.text() == "Går med"


def test_alt_and_an_arrow_moves_a_card_and_dates_the_move(full: NetworkTab, work: CourseWork) -> None:
    full.activateWindow()
    card(full).open.setFocus()
    QTest.keyClick(card(full).open, Qt.Key.Key_Right, ALT)
    assert (task(work).holder, task(work).moved_on, lies_under(full)) == (TaskHolder.SHARED, TODAY, TaskHolder.SHARED)


def test_a_moved_card_keeps_the_keyboard(full: NetworkTab, work: CourseWork) -> None:
    full.activateWindow()
    card(full).open.setFocus()
    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Right, ALT)
    assert task(work).holder is TaskHolder.NETWORK
    assert QApplication.focusWidget() is card(full).open


def crowd(number: int, desk: Desk, course: Course) -> Course:
    """Put a task with the worker and the citizen together."""
    return put_task(desk, course, replace(POST, id=f"{number:032x}", holder=TaskHolder.SHARED, moved_on=TODAY))


def test_a_moved_card_stays_in_sight(full: NetworkTab, work: CourseWork, qtbot: QtBot) -> None:
    """It goes to the foot of a column that others stand in."""
    for number in range(1, 9):
        work.change(partial(crowd, number))
    full.resize(900, 420)
    full.activateWindow()
    card(full).open.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Right, ALT)
    room = full.area.viewport()

    def seen() -> bool:
        top = card(full).open.mapTo(room, QPoint(0, 0)).y()
        return 0 <= top <= room.height() - card(full).open.height()

    qtbot.waitUntil(seen, timeout=2000)
    assert focused() is card(full).open


def test_no_card_leaves_the_board(full: NetworkTab, work: CourseWork) -> None:
    full.activateWindow()
    card(full).open.setFocus()
    QTest.keyClick(card(full).open, Qt.Key.Key_Left, ALT)
    assert task(work) == POST


def test_the_menu_offers_the_other_columns(full: NetworkTab, work: CourseWork) -> None:
    menu = card(full).move_to.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Together", "The citizen", "The network"]
    menu.actions()[1].trigger()
    assert task(work).holder is TaskHolder.CITIZEN


def test_a_card_is_dragged_to_another_column(full: NetworkTab, work: CourseWork) -> None:
    held, under = card(full), full.board.columns[2]
    start = QPoint(12, 6)
    there = held.mapFromGlobal(under.mapToGlobal(QPoint(20, 30)))
    QTest.mousePress(held, LEFT, pos=start)
    QTest.mouseMove(held, there)
    assert under.lit
    QTest.mouseRelease(held, LEFT, pos=there)
    assert (task(work).holder, under.lit) == (TaskHolder.CITIZEN, False)


def test_a_card_dropped_beside_the_board_stays(full: NetworkTab, work: CourseWork) -> None:
    held = card(full)
    QTest.mousePress(held, LEFT, pos=QPoint(12, 6))
    QTest.mouseMove(held, QPoint(12, -600))
    QTest.mouseRelease(held, LEFT, pos=QPoint(12, -600))
    assert task(work) == POST


def test_with_the_network_a_taker_is_asked_for(full: NetworkTab, work: CourseWork) -> None:
    card(full).wanted.emit(POST.id, TaskHolder.NETWORK)
    assert "Who takes it over?" in words_in(card(full))
    taker = form(full).taker
    taker.setCurrentIndex(taker.findData(MOTHER.id))
    taker.activated.emit(taker.currentIndex())
    assert task(work).taker == MOTHER.id
    assert "Who takes it over?" not in words_in(card(full)).splitlines()
    assert "takes over: Læser breve fra kommunen" in words_in(full.people)


def test_what_was_tried_out_has_a_day_and_is_seen_on_card_and_map(full: NetworkTab, work: CourseWork) -> None:
    card(full).wanted.emit(POST.id, TaskHolder.NETWORK)
    opened = form(full)
    opened.taker.setCurrentIndex(opened.taker.findData(MOTHER.id))
    opened.taker.activated.emit(opened.taker.currentIndex())
    opened.went.field.setPlainText("Det gik fint")
    opened.went.field.left.emit("Det gik fint")
    assert (task(work).how_it_went, task(work).tried_out_on) == ("Det gik fint", TODAY)
    assert "Tried out 23 November: Det gik fint" in words_in(card(full))
    assert any("(tried out)" in mark.sentence for mark in full.map.map.drawing.marks)


def test_the_day_of_a_move_can_be_changed(full: NetworkTab, work: CourseWork) -> None:
    card(full).wanted.emit(POST.id, TaskHolder.SHARED)
    since = form(full).since
    since.setText("2.11")
    since.editingFinished.emit()
    assert task(work).moved_on == TODAY.replace(day=2)


def test_a_task_taken_off_waits_in_the_bin_and_undo_brings_it_back(full: NetworkTab, work: CourseWork) -> None:
    form(full)
    card(full).remove.click()
    assert len(list_bin(work.desk, shown_course(work))) == 1
    work.undo()
    assert task(work) == POST


def test_the_columns_stand_beside_each_other_or_under_each_other(full: NetworkTab, qtbot: QtBot) -> None:
    full.resize(900, 900)
    qtbot.waitUntil(lambda: full.board.side_by_side.across == 4)
    full.resize(480, 900)
    qtbot.waitUntil(lambda: full.board.side_by_side.across == 2)
    full.resize(330, 900)
    qtbot.waitUntil(lambda: full.board.side_by_side.across == 1)


def test_a_meeting_is_written_and_changed(tab: NetworkTab, work: CourseWork) -> None:
    new = tab.meetings.new.unfold()
    assert isinstance(new, NewMeeting)
    new.who.setText("mor, bostøtte")
    new.note.setPlainText("Aftalte mandage")
    new.add.click()
    (meeting,) = shown_course(work).handover.meetings
    assert (meeting.on, meeting.who_came, meeting.note) == (TODAY, "mor, bostøtte", "Aftalte mandage")
    line = tab.meetings.lines[meeting.id]
    line.open.click()
    assert line.form is not None
    line.form.note.field.setPlainText("Aftalte tirsdage")
    line.form.note.field.left.emit("Aftalte tirsdage")
    assert shown_course(work).handover.meetings[0].note == "Aftalte tirsdage"


def test_the_time_afterwards_is_saved_when_it_is_left(tab: NetworkTab, work: CourseWork) -> None:
    assert tab.afterwards.plan is not None and tab.afterwards.responsible is not None
    tab.activateWindow()
    tab.afterwards.plan.field.setFocus()
    QTest.keyClicks(tab.afterwards.plan.field, "Gruppen")
    tab.afterwards.responsible.field.setFocus()
    QTest.keyClicks(tab.afterwards.responsible.field, "bostotten")
    tab.board.new.open.setFocus()
    handover = shown_course(work).handover
    assert (handover.long_term_plan, handover.responsible_actor) == ("Gruppen", "bostotten")


def test_a_task_is_opened_from_elsewhere(full: NetworkTab) -> None:
    full.open_task(POST.id)
    assert card(full).form is not None
